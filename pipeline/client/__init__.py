"""For those who subscribe, record and replay."""
