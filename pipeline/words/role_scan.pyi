from pipeline.words.role_scan_by_python import letters_of as letters_of
from pipeline.words.role_scan_by_python import scan as scan
