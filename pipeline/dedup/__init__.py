"""Each text once per window; every duplicate is explained."""
