"""From cues to drafts: who says what in an article, as token ranges, speakers unresolved."""
