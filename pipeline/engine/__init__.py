"""A Faust transport in batches, with acknowledgement after confirmation; nothing of news in it."""
