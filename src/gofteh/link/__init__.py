"""Persons and families over many records: what ``gofteh link`` does, without a database.

``scenes`` reads a record as the linking of persons wants it, ``persons`` and ``families`` link
many, ``records`` writes what was found into the records; ``authorities`` reads Wikidata and lists.
"""
