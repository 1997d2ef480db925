from pipeline.enriching.names.net_by_python import Tagger as Tagger
