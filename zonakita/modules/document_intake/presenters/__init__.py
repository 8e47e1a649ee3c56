"""Words, tones and shapes for the pages of the intake."""
