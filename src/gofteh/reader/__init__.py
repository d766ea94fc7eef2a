"""The learned reader: a small network that proposes beside the grammar, and the one choice."""
