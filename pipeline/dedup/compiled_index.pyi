from pipeline.dedup.index_by_python import Index as Index
