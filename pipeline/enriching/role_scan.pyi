from pipeline.enriching.role_scan_python import letters_of as letters_of
from pipeline.enriching.role_scan_python import scan as scan
