"""The version of this installation, in a module of its own so that every layer may ask it."""

__version__ = "0.2.0"
