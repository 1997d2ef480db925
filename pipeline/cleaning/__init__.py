"""What the agency said, without what was never meant for a reader; no word is lost."""
