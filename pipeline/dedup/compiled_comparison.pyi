from pipeline.dedup.comparison_by_python import Comparison as Comparison
from pipeline.dedup.comparison_by_python import figures_in as figures_in
from pipeline.dedup.comparison_by_python import keys_of as keys_of
