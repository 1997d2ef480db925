"""The words that tell a text from others."""
