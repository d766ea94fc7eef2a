"""The report: one self-contained right-to-left page with every statement marked."""
