from pipeline.enriching.name_net_python import agree as agree
from pipeline.enriching.name_net_python import best_names as best_names
from pipeline.enriching.name_net_python import item_kinds as item_kinds
from pipeline.enriching.name_net_python import rows_of as rows_of
from pipeline.enriching.name_net_python import says as says
from pipeline.enriching.name_net_python import slots as slots
