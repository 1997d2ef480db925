from pipeline.dedup.words_by_python import read as read
