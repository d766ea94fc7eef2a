"""What is the same across outlets: one statement in several wordings, and what each changed.

Pure: a statement as an outlet tells it (a `Telling`) and those it could be one with go in, the
family and the differences come out.
"""
