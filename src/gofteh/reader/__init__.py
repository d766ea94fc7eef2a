"""The learned reader: a small network that proposes cues, sources and contents beside the grammar."""
