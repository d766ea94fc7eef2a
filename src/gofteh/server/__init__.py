"""The newsroom's server: pages for people, ``/api/v1`` for programs, over one store.

How a request becomes an answer::

    security.headers   what every answer carries; host and origin are checked
    security.rate      whether this client may ask now
    security.limits    how large the body, how long the answer may be
    security.access    whose token it is, and whether the role is enough
    api.* or pages.*   parameters are checked, a store is lent, records are made
    answers, errors    JSON, or the one shape of an error

`create_app` in `gofteh.server.app` puts it together; docs/server.md names every call.
"""
