from pipeline.enriching.places.scan_by_python import Scanner as Scanner
