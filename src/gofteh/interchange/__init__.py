"""Statements as other systems and tools write them."""
