"""The sieves that find a mention's speaker, one module a sort of mention, and their order.

The idea of ordered sieves that name themselves is that of CoreNLP's quote annotator.
"""
