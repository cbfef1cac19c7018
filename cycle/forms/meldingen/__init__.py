"""The catalogue of findings on a returned form, with their Dutch texts."""
