"""Feeds, sitemaps and section pages read on their own, for months: articles into the store.

``watcher`` is the loop, ``state`` what it knows (in the store's database, so that a crash costs
nothing), ``asking`` the requests, ``outcomes`` what becomes of an address by its answer. Clock and
randomness are passed in. docs/watching.md is for users.
"""
