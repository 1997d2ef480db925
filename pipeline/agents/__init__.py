"""The five Faust agents: wiring only."""
