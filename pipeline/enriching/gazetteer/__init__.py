"""The places of the world: what they are called, where they are, who lives there."""
