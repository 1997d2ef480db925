"""What an item is about: language, Media Topics."""
