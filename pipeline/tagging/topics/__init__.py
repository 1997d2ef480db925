"""What a text is about, in IPTC's Media Topics."""
