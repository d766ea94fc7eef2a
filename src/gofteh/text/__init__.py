"""The raw text and its analysis view: folding, offsets, tokens, sentences, quotation marks."""
