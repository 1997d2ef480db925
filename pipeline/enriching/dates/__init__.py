"""The days that a text speaks of, in the calendar."""
