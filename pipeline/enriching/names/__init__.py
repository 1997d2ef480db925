"""Who and what a text names: people, organisations, places, under their fullest form."""
