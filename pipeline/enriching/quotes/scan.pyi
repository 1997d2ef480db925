from pipeline.enriching.quotes.scan_by_python import scan as scan
