"""Who is who across articles: namings of persons and bodies, joined by evidence.

Pure: a `Scene` (what one article calls its speakers) and the persons that could be meant go in,
decisions with a reason in words come out. Nothing here reads a file at call time or keeps a clock.
"""
