"""Statements to annotation tools and the annotators' corrections back."""
