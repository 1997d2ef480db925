"""The world: brokers, files, feeds. The only room that touches network, disk and clock."""
