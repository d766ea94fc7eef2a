"""Persons and families over extracted records: the core's questions put to records as they are."""
