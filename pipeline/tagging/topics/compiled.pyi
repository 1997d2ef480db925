from pipeline.tagging.topics.by_python import Counts as Counts
from pipeline.tagging.topics.by_python import Reading as Reading
from pipeline.tagging.topics.by_python import SingleWords as SingleWords
from pipeline.tagging.topics.by_python import Terms as Terms
