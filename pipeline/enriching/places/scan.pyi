from pipeline.enriching.places.scan_by_python import Scanner as Scanner
from pipeline.enriching.places.scan_by_python import from_capitals as from_capitals
