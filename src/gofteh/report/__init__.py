"""Readings going out: the JSON records and the formats that people and programs read."""
