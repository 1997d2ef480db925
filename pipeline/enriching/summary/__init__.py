"""A text's own first sentence, and how long it takes to read."""
