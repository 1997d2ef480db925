"""The words that stand within, before and after the names of places, in some languages."""

from __future__ import annotations

from typing import Final

from pipeline.enriching.gazetteer.regions import ABBREVIATIONS, SHORT_REGIONS
from pipeline.words.reading import number_of
from pipeline.words.table import Table

__all__ = [
    "AREA", "BEFORE", "FACILITY", "GENERIC", "STATE", "WITHIN", "after", "anywhere", "articles",
    "before", "bodies", "currencies", "divisions", "hours", "is_facility", "joining", "locating",
    "longer", "of", "of_saints", "possessive", "saints", "small", "streets", "the", "times",
    "titles", "within",
]  # fmt: skip

_WITHIN: Final = (
    "of de la le les du des del da do dos das di am an der den im in y e et und sur sous en aux al "
    "el los las on upon the and s t d l ob bei van het ten ter na nad над на и "
    "européenne saoudite arabes unis tchèque dominicaine centrafricaine démocratique équatoriale "
    "oriental occidental soviétique palestiniens palestinienne "
    "europea saudita arabi uniti ceca dominicana centrafricana democratica equatoriale sovietica "
    "árabes unidos checa centroafricana democrática ecuatorial soviética "
    "europeia árabe tcheca equatorial"
)
"""Small words that stand within names: ``Rio de Janeiro``, ``Stoke-on-Trent``; and the adjectives
that countries are called by: ``Arabie saoudite``."""

_BEFORE: Final = (
    "in near at from to outside around across throughout into toward towards via leaving visiting "
    "between southern northern eastern western central downtown suburban rural nearby "
    "aus nach bei nahe von bis über um im ins gegen zwischen südlich nördlich östlich westlich "
    "à en depuis vers près dans chez entre jusqu "
    "desde hacia cerca hasta para por "
    "a da dal nel nella per presso verso fra tra "
    "em no na desde até perto "
    "te naar uit bij nabij vanuit "
    "i på från till vid nära fra til ved nær "
    "w we z ze do na pod koło "
    "v ve z ze u k na "
    "в во из под до к на у із від за"
)
"""Small words after which a name is rather a place's."""

_TITLES: Final = (
    "mr mrs ms miss dr prof sir lord lady dame president senator sen rep gov governor king queen "
    "prince princess pope judge justice general gen col lt sgt capt captain major detective "
    "officer sheriff coach herr frau monsieur madame mme mlle señor señora don doña sr sra signor "
    "signora minister secretary chancellor premier professor bishop archbishop cardinal saint "
    "reverend rev"
)
"""Words after which a name is a person's."""

_AFTER: Final = (
    "river bridge street road county city university airport station stadium police hospital court "
    "mayor authorities government officials residents avenue park bay beach valley island islands "
    "hills border region province district state times post court peace agreement accord summit "
    "conference olympics games marathon derby"
)
"""Words after which a first name is a place's after all: ``Jordan River``, ``Austin police``."""


_BODIES: Final = (
    "police sheriff fire department council assembly parliament senate legislature government "
    "cabinet ministry court courts tribunal commission commissioner commissioners committee board "
    "authority authorities agency bureau university college academy institute clinic archives "
    "diocese archdiocese district municipality society association federation guard army navy "
    "forces command embassy consulate zoo chamber congress constabulary ambulance transit "
    "universität hochschule polizei landgericht amtsgericht landtag stadtrat feuerwehr regierung "
    "staatsanwaltschaft botschaft ministerium "
    "université préfecture mairie gouvernement tribunal conseil ministère police gendarmerie "
    "universidad gobierno ayuntamiento policía ministerio parlamento tribunal "
    "università governo comune questura procura ministero tribunale polizia parlamento"
)
_ARTICLES: Final = "the der die das dem den le la les el los las il lo gli i o a os as de het"
_AREAS: Final = (
    "neighborhood neighbourhood area district suburb suburbs borough township region province "
    "village peninsula prefecture municipality man woman men women teenager resident residents "
    "councillor councillors motorist pensioner schoolboy schoolgirl grandmother court police"
)
"""Words in small letters after which a name is a place's: ``the Crumlin area``, ``a Crumlin man``;
none that follows a surname, as ``supporters`` and ``family`` do."""

_TIMES: Final = (
    "monday tuesday wednesday thursday friday saturday sunday january february march april may "
    "june july august september october november december christmas easter ramadan spring summer "
    "autumn winter montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag januar "
    "jänner februar märz mai juni juli oktober dezember ostern weihnachten pfingsten frühjahr "
    "sommer herbst"
)
"""Words with a capital that follow ``in`` and are no places: ``In March, Ohio voted``."""

_STREETS: Final = "street road avenue boulevard lane highway"
_ANYWHERE: Final = (
    f"{_STREETS} square place terrace crescent drive parade theatre theater hotel inn pub club "
    "restaurant cafe mall plaza arcade chapel straße strasse platz allee rue boulevard "
)
"""Last words of names that are called after a place far away: ``Atlantic Avenue``."""

_OF_SAINTS: Final = (
    "university college academy school hospital church cathedral chapel clinic parish abbey"
)
"""What is called after a saint, not after the town of the saint's name."""

_FACILITIES: Final = (
    f"{_STREETS} "
    "hospital school church cathedral mosque temple synagogue stadium arena theatre theater "
    "library prison jail park hall museum airport station hotel bridge cemetery mall "
    "centre center market "
    "krankenhaus klinik schule kirche stadion bahnhof flughafen gefängnis museum "
    "hôpital école église stade gare aéroport prison musée "
    "escuela iglesia estadio aeropuerto estación cárcel museo "
    "ospedale scuola chiesa stadio aeroporto stazione carcere museo"
)
"""Words in the names of public bodies, which are where the place is that they are called after, and
of buildings: those may be called after one as well."""

_GENERIC: Final = (
    "mer golfe détroit océan bande lac île îles canal mar golfo estrecho franja océano isla islas "
    "lago mare striscia stretto oceano isola isole canale faixa estreito море моря морі морем "
    "океан океана океане океані залив залива заливе пролив пролива проливе область области край "
    "края крае сектор сектора секторе zatoka morze morza zatoki"
)
"""Words in small letters that a name may begin or end with: ``mer Noire``, ``Чёрное море``."""

WITHIN: Final = 1
BEFORE: Final = 2
GENERIC: Final = 4
FACILITY: Final = 8
AREA: Final = 16
STATE: Final = 32
"""What a word may be; one may be several. A state is one that is shortened: ``Calif.``"""

_STATES: Final = " ".join((*(name.split()[0] for name in ABBREVIATIONS), *SHORT_REGIONS)).lower()


def _small() -> dict[str, int]:
    bits: dict[str, int] = {}
    for bit, words in (
        (WITHIN, _WITHIN), (BEFORE, _BEFORE), (GENERIC, _GENERIC), (FACILITY, _FACILITIES),
        (AREA, _AREAS), (STATE, _STATES),
    ):  # fmt: skip
        for word in words.split():
            bits[word] = bits.get(word, 0) | bit
    return bits


small: Final = Table.of_rows(_small())
"""The words that stand within names and before them, and those that begin and end them; as bits."""

titles: Final = frozenset(number_of(word) for word in _TITLES.split())
bodies: Final = frozenset(number_of(word) for word in f"{_BODIES} {_FACILITIES}".split())
locating: Final = frozenset(number_of(word) for word in f"{_BEFORE} on auf sur en".split())
streets: Final = frozenset(number_of(word) for word in _STREETS.split())
anywhere: Final = frozenset(number_of(word) for word in _ANYWHERE.split())
of_saints: Final = frozenset(number_of(word) for word in _OF_SAINTS.split())
longer: Final = frozenset(
    number_of(word) for word in "street avenue road lane boulevard township borough heights".split()
)
divisions: Final = frozenset(
    number_of(word) for word in "district province region department division county".split()
)
of: Final = number_of("of")
the: Final = number_of("the")
hours: Final = frozenset(number_of(word) for word in ("time", "summer", "standard", "daylight"))
saints: Final = frozenset(number_of(word) for word in ("st", "saint", "ste", "sainte"))
possessive: Final = number_of("s")
currencies: Final = frozenset(number_of(word) for word in ("dollar", "dollars", "cents"))
joining: Final = frozenset(number_of(word) for word in "and or und oder et ou y e o og och".split())
before: Final = frozenset(number_of(word) for word in _BEFORE.split())
within: Final = frozenset(
    number_of(word)
    for word in "upon on de del la las los da do dos das di van der den am le les sur sous".split()
)
times: Final = frozenset(number_of(word) for word in _TIMES.split())
articles: Final = frozenset(number_of(word) for word in _ARTICLES.split())
_facilities: Final = frozenset(_FACILITIES.split())


def is_facility(name: str) -> bool:
    """Tell whether a name is a building's or a street's, by its last word: ``Harlow Theatre``."""
    return name.rpartition(" ")[2].lower() in _facilities


after: Final = frozenset(number_of(word) for word in _AFTER.split())
