"""The form that goes out: its sheets, its words, its field map, and typing answers into it."""
