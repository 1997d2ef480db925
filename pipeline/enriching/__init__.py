"""Who, where, when: places with coordinates."""
