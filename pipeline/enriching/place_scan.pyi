from pipeline.enriching.place_scan_python import scan as scan
