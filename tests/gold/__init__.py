"""Fictional Persian news articles, annotated by the definition of a statement."""
