"""A store for assistants: tools of the Model Context Protocol, for reading alone.

``quotes`` makes what an assistant may quote of a statement; ``tools`` are the calls, over the
same functions of the store as the REST API; ``assistant`` puts them into a server of the official
SDK; ``http`` guards it where it is asked over the network.
"""
