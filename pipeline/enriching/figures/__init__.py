"""People harmed, and sums of money."""
