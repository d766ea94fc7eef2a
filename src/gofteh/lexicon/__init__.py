"""What gofteh knows of Persian words: commented tables and their inflected keys."""
