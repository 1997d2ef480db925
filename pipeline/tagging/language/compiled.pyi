from pipeline.tagging.language.by_python import Reader as Reader
from pipeline.tagging.language.by_python import count_scripts as count_scripts
