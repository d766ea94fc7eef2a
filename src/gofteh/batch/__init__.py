"""Many items through the extraction or the repair, in order, by one process or several.

``pool`` is the one pool of processes; ``extracting`` sends articles through it to be extracted,
``mending`` texts to be repaired. Commands, the server and whatever else works on many articles
(a cluster's worker, say) come through here, so that a bad item is told alike everywhere.
"""
