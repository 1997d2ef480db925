"""The contracts of Dateline: what lies on each topic. Imports nothing of the pipeline."""
