from pipeline.words.by_python import find as find
from pipeline.words.by_python import model_of as model_of
from pipeline.words.by_python import read as read
from pipeline.words.by_python import rows as rows
from pipeline.words.by_python import slots as slots
from pipeline.words.by_python import span_of as span_of
from pipeline.words.by_python import with_values as with_values
