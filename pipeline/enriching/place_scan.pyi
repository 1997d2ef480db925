from pipeline.enriching.place_scan_python import Scanner as Scanner
from pipeline.enriching.place_scan_python import from_capitals as from_capitals
