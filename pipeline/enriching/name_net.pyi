from pipeline.enriching.name_net_python import Tagger as Tagger
