from pipeline.enriching.ranks_by_python import ranked as ranked
