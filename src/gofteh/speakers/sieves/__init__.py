"""The sieves that find who is meant by a mention: a module for each sort of mention, and ``order``.

The idea of ordered sieves that name themselves is that of CoreNLP's quote annotator.
"""
