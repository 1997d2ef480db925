from pipeline.enriching.keywords.ranks_by_python import ranked as ranked
