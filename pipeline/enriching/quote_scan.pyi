from pipeline.enriching.quote_scan_python import scan as scan
