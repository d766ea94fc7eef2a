"""Whoever saved a search is told of what it finds: Atom, a signed webhook, e-mail.

``telling`` asks the searches and says when and what, ``webhook`` and ``mail`` send it.
"""
