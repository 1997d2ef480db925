from pipeline.tagging.language_by_python import Reader as Reader
from pipeline.tagging.language_by_python import count_scripts as count_scripts
