"""The ledger of versions, kills and embargoes, and the `Article` it renders."""
