"""Who is who across articles (cross-document coreference, entity linking), by evidence.

Pure: a `Scene` (what one article calls its speakers, its *namings*) and a `Register` of the persons
known so far go in; for each naming a `Decision` comes out, whom it stands for, with a reason in
words. Nothing here reads a file at call time or keeps a clock.

``records`` are the types, ``names``, ``offices`` and ``bodies`` say when two are the same,
``evidence`` and ``holding`` weigh candidates, ``link`` decides, ``register`` keeps the persons,
``periods`` and ``holders`` tell who held an office when, ``rulings`` are what people decided.
"""
