"""The learned reader: a small network that proposes statements, and the choice among all drafts.

An article goes through ``features`` (what the network is given), ``network`` (its arithmetic),
``propose`` (cues with source and content), ``align`` (which proposals and drafts are of one
statement), ``choice_features`` and ``choose`` (which of them count). ``stage`` is all of that as a
stage of the pipeline.
"""
