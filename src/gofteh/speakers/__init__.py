"""Who speaks each statement: mentions of speakers are understood, then resolved to entities.

``mentions`` (with ``kinds``, ``parts``) says what the words of one mention tell; ``discourse`` is
what is known of all speakers while the article is read on; ``sieves`` are the ordered rules that
find the entity of a mention; ``resolve`` runs them; ``records`` makes the frozen speakers.
"""
