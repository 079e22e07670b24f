"""Characters and sentences: folding with a way back, language, segments."""
