"""Wire copy in, articles out."""
