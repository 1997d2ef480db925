"""What is said in a text, word for word or not, and by whom."""
