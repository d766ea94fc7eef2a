"""Who is who, and what is the same, over all stored articles: kept as articles come and go."""
