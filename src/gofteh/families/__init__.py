"""One statement across outlets (text reuse): which tellings are one, and what each changed.

Pure: a `Telling` (a statement as one article tells it) and an index of the earlier ones go in; its
links to those that are the same statement come out, and with them its family and what differs.

``words`` gives the words and keys by which tellings are looked up, ``compare`` decides on two,
``group`` on one among many, ``differences`` tells what changed; ``copies`` does the same for whole
articles.
"""
