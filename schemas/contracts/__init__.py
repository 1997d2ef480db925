"""The published contracts: JSON Schemas, an example of every version, and the AsyncAPI document.

``python -m schemas.contracts`` writes the schemas and the document from the models and the topic
table. Examples are written by hand, once for each published version, and never changed: as long
as a version's records may lie on a topic, its example has to decode.
"""
