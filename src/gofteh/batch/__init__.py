"""Many items through the extraction or the repair, in order, by one process or several.

``pool`` is the one pool of processes; ``extracting`` sends articles through it, ``repairing``
texts. Commands, the server and whatever else works on many articles (a cluster's worker, say) use
them, so that what fails with one item becomes the same failure everywhere.
"""
