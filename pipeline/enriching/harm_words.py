"""How languages say that people were killed, hurt, or are missed: words and where the count stands.

English, German, French, Spanish and Italian, from general knowledge of the languages.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final, Literal, NamedTuple

__all__ = ["Harm", "Kind", "harm", "trigger_words"]

Kind = Literal["dead", "injured", "missing"]


class Harm(NamedTuple):
    """How one language tells of harm, in small letters."""

    counted: dict[str, Kind]
    """What is itself counted, after its number: ``12 deaths``, ``30 Verletzte``."""
    happened: dict[str, Kind]
    """What happened to those who stand before it: ``12 people were killed``."""
    did: dict[str, Kind]
    """What somebody did to those who stand behind it, or that befell them: ``killing 12``."""
    toll: frozenset[str]
    """What a count of the dead follows a few words later: ``the toll rose to 12``."""
    be: frozenset[str]
    """What may stand between those whom it befell and what befell them."""
    passive: frozenset[str]
    """Which of these tell that those who suffered stand before."""
    people: frozenset[str]
    """Nouns of people."""
    endings: tuple[str, ...]
    """How other nouns of people end."""
    no_people: frozenset[str]
    """What is counted and is no people: times, measures, animals, things."""
    small: frozenset[str]
    """Words behind which, or before which, nobody more is named: ``killed 12 *in*``."""
    life: str
    """The word for life or lives; it tells of harm only beside one of ``taken``."""
    taken: tuple[str, ...]
    """How words begin that say that lives are lost: ``claimed`` 12 lives."""
    maybe: frozenset[str]
    """Words before what has not happened: ``could kill 12``."""
    including: frozenset[str]
    """What begins an insertion between people and what befell them."""
    far: bool
    """What happened may stand at the end of the sentence."""


def _kinds(dead: str, injured: str, missing: str) -> dict[str, Kind]:
    kinds: dict[str, Kind] = {}
    for kind, words in (("dead", dead), ("injured", injured), ("missing", missing)):
        for word in words.split():
            kinds[word] = kind  # type: ignore[assignment]  # one of the three
    return kinds


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _english() -> Harm:
    return Harm(
        counted=_kinds("dead deaths fatalities bodies corpses killed", "injured injuries wounded "
                       "hurt", "missing"),
        happened=_kinds("killed dead died dying perished drowned massacred slain executed lives "
                        "beheaded murdered burned crushed electrocuted", "injured wounded hurt "
                        "hospitalised hospitalized maimed", "missing unaccounted"),
        did=_kinds("killing killed kills kill lives deaths bodies claiming murdered massacred "
                   "slaughtered executed drowned", "injuring injured injures injure wounding "
                   "wounded wounds wound hurting", ""),
        toll=_words("toll"),
        be=_words("were was are is have has had been being be remain remained remains still "
                  "reported confirmed feared believed presumed found left also later lost their "
                  "shot stabbed beaten burned who reportedly officially seriously critically "
                  "slightly badly severely lightly pronounced declared allegedly gone listed "
                  "fatally already both all instantly pm"),
        passive=_words("were was are is been being be"),
        people=_words("people persons person civilians soldiers troops police policemen officers "
                      "men women children boys girls students pupils passengers miners migrants "
                      "refugees workers others victims residents militants insurgents rebels "
                      "fighters protesters gunmen patients tourists pilgrims crew sailors "
                      "journalists firefighters demonstrators villagers inmates prisoners guests "
                      "staff teenagers babies infants adults members personnel individuals "
                      "casualties hostages worshippers survivors schoolchildren schoolgirls "
                      "americans israelis palestinians russians ukrainians iraqis afghans syrians "
                      "man woman child soldier civilian boy girl officer policeman student "
                      "passenger worker servicemen guards peacekeepers spectators fans "
                      "pedestrians cyclists drivers climbers hikers skiers swimmers nationals "
                      "citizens men relatives family families doctors nurses aid bodies"),
        endings=("ers", "ists", "ants", "ians", "men", "ees", "ors", "mates", "eers", "isans"),
        no_people=_words(
            "year years year-old month months week weeks day days hour hours minute minutes "
            "seconds percent per cent pct km kilometers kilometres miles meters metres feet foot "
            "january february march april may june july august september october november "
            "december jan feb aug sept sep oct nov dec am pm a.m p.m dollars euros pounds million "
            "billion times points goals games game matches match seasons jobs bills sheep cows "
            "cattle animals birds dogs cats horses elephants rhinos fish chickens pigs whales "
            "dolphins houses buildings cars vehicles trees shops homes planes ships boats "
            "tanks tonnes tons votes sets rounds balls ball heats heat ends end teeth wickets "
            "players runners innings bats stock seats overs yards tries lives-saved percentile "
            "o'clock km/h mph degrees pages nationalities stories weapons drones missiles "
            "rockets st nd rd th"),
        small=_words("in on at and or near by when after as while from during since including "
                     "before with for over outside inside across of the last this yesterday "
                     "today late early so more overnight monday tuesday wednesday thursday friday "
                     "saturday sunday but there aboard along between about"),
        life="lives",
        taken=("claim", "lost", "lose", "losing", "took", "take", "taking", "cost"),
        maybe=_words("could would might may can will shall to should plotted planned"),
        including=_words("including among most many some all mostly both three two one four five "
                         "half nearly several mainly"),
        far=False,
    )  # fmt: skip


def _german() -> Harm:
    return Harm(
        counted=_kinds("tote toten toter todesopfer leichen todesfälle todesfällen getötete "
                       "menschenleben", "verletzte verletzten verletzter schwerverletzte "
                       "schwerverletzten leichtverletzte leichtverletzten verwundete verwundeten",
                       "vermisste vermissten vermisster"),
        happened=_kinds("getötet gestorben umgekommen umgebracht ermordet ertrunken erschossen "
                        "leben starben starb starb stirbt tot verbrannt verunglückt hingerichtet",
                        "verletzt verwundet schwerverletzt leichtverletzt", "vermisst"),
        did=_kinds("töteten tötete tötet starben sterben starb kamen kostete kosteten forderte "
                   "ermordete ermordeten riss", "verletzte verletzten verletzt verwundete", ""),
        toll=_words("opfer opferzahl todesopfer totenzahl"),
        be=_words("wurden wurde werden worden sind seien ist waren war kamen kam haben hatten ums "
                  "das ihr ihre schwer leicht teils teilweise lebensgefährlich dabei tödlich noch "
                  "weiter weiterhin als gelten galten bereits mittlerweile bislang auch zum teil "
                  "mittelschwer teilweise weitere"),
        passive=_words("wurden wurde werden worden sind seien waren"),
        people=_words("menschen personen zivilisten soldaten polizisten beamte beamten männer "
                      "frauen kinder schüler schülerinnen studenten passagiere fahrgäste insassen "
                      "bergleute migranten flüchtlinge arbeiter bewohner anwohner rebellen "
                      "kämpfer demonstranten patienten touristen urlauber pilger matrosen "
                      "seeleute journalisten feuerwehrleute dorfbewohner häftlinge gäste "
                      "mitarbeiter jugendliche jugendlichen babys erwachsene mitglieder geiseln "
                      "gläubige opfer israelis palästinenser russen ukrainer deutsche afghanen "
                      "syrer mensch person frau mann kind einsatzkräfte helfer bürger zuschauer "
                      "angehörige besucher besatzungsmitglieder bergsteiger wanderer radfahrer "
                      "fußgänger autofahrer"),
        endings=("er", "innen", "isten", "anten", "enten", "aner", "leute", "männer", "frauen",
                 "kinder", "ige", "igen"),
        no_people=_words(
            "jahr jahre jahren jährige jähriger jährigen jährigem monat monate monaten woche "
            "wochen tag tage tagen stunde stunden minute minuten sekunden prozent kilometer km "
            "meter metern januar februar märz april mai juni juli august september oktober "
            "november dezember uhr euro dollar millionen milliarden mal punkte tore spiele tiere "
            "schafe kühe rinder hunde katzen pferde vögel fische schweine häuser gebäude autos "
            "fahrzeuge bäume tonnen stimmen spieler grad seiten raketen drohnen panzer liter "
            "hektar"),
        small=_words("in im am an auf und oder bei beim nahe durch als nach während seit davon "
                     "darunter vor mit für der die das den dem des am wie laut gegen zu von noch "
                     "erneut"),
        life="leben",
        taken=("kost", "verlor", "verlier", "ums", "gefordert"),
        maybe=_words("könnte könnten würde würden soll sollen sollte wollte will wollten"),
        including=_words("darunter unter davon die meisten alle"),
        far=True,
    )  # fmt: skip


def _french() -> Harm:
    return Harm(
        counted=_kinds("morts mort morte mortes tués tué décès victimes cadavres corps",
                       "blessés blessé blessées blessée", "disparus disparu disparues"),
        happened=_kinds("tués tuées tué tuée morts mortes mort morte décédés décédées péri noyés "
                        "noyées vie assassinés assassinées abattus exécutés",
                        "blessés blessées blessé blessée", "disparus disparues disparu "
                        "disparue"),
        did=_kinds("tué tuant tue tuent tuèrent tua mort vie décès assassiné abattu cadavres corps "
                   "péri", "blessé blessant blesse blessent", ""),
        toll=_words("bilan"),
        be=_words("ont a été sont est étaient était ayant avaient avait être perdu perdent la "
                  "leur grièvement légèrement gravement toujours portées portés encore aussi "
                  "sérieusement également trouvé trouvée trouvées retrouvés retrouvées"),
        passive=_words("été sont étaient est être"),
        people=_words("personnes civils soldats militaires policiers gendarmes agents hommes "
                      "femmes enfants garçons filles élèves étudiants passagers mineurs migrants "
                      "réfugiés ouvriers habitants rebelles combattants manifestants patients "
                      "touristes pèlerins marins journalistes pompiers villageois détenus "
                      "prisonniers adolescents bébés adultes membres otages fidèles autres "
                      "israéliens palestiniens russes ukrainiens français américains personne "
                      "homme femme enfant soldat policier civil victimes salariés employés "
                      "spectateurs randonneurs alpinistes secouristes"),
        endings=("eurs", "iens", "ais", "istes", "ants", "ois", "ains", "ières", "iers"),
        no_people=_words(
            "an ans année années mois semaine semaines jour jours heure heures minute minutes "
            "secondes pour km kilomètres mètres janvier février mars avril mai juin juillet août "
            "septembre octobre novembre décembre h euros dollars millions milliards fois points "
            "buts matchs animaux moutons vaches oiseaux chiens chevaux maisons bâtiments voitures "
            "véhicules tonnes voix joueurs degrés pages nationalités"),
        small=_words("dans à au aux en et ou près par quand après alors pendant depuis dont "
                     "avant avec pour sur le la les lors mercredi jeudi vendredi samedi dimanche "
                     "lundi mardi du selon ce"),
        life="vie",
        taken=("perd", "coût", "cout"),
        maybe=_words("pourrait pourraient pouvait peut voulait"),
        including=_words("dont parmi la tous plusieurs"),
        far=False,
    )  # fmt: skip


def _spanish() -> Harm:
    return Harm(
        counted=_kinds("muertos muerto muertas muerta fallecidos fallecido fallecidas muertes "
                       "decesos cadáveres cuerpos víctimas", "heridos herido heridas herida "
                       "lesionados lesionadas lesionado",
                       "desaparecidos desaparecido desaparecidas"),
        happened=_kinds("muertos muertas murieron murió mueren muere fallecieron falleció "
                        "fallecen fallecido asesinados asesinadas asesinaron vida ahogados "
                        "ejecutados muerto abatidos matados perecieron",
                        "heridos heridas lesionados lesionadas herido herida",
                        "desaparecidos desaparecidas desaparecieron"),
        did=_kinds("murieron mueren muere murió fallecieron fallecen matando mató mataron mata "
                   "matar muerte vida vidas muertes asesinó asesinaron asesinados perecieron "
                   "cuerpos cadáveres fallecido muerto muertos", "hiriendo hirió hirieron hiere "
                   "heridas heridos", "desaparecieron"),
        toll=_words("cifra saldo balance"),
        be=_words("fueron fue han ha sido resultaron resultó están estaban siguen continúan "
                  "permanecen quedaron perdieron la su gravemente levemente aún también murieron "
                  "graves de gravedad hallados encontrados resultan son es"),
        passive=_words("fueron fue sido resultaron están son"),
        people=_words("personas civiles soldados militares policías agentes hombres mujeres niños "
                      "niñas menores alumnos estudiantes pasajeros mineros migrantes refugiados "
                      "trabajadores obreros vecinos habitantes rebeldes combatientes "
                      "manifestantes pacientes turistas peregrinos marineros periodistas bomberos "
                      "presos reclusos jóvenes adolescentes bebés adultos miembros rehenes fieles "
                      "israelíes palestinos rusos ucranianos españoles mexicanos persona "
                      "hombre mujer niño niña soldado policía civil integrantes tripulantes "
                      "guerrilleros aficionados excursionistas familiares"),
        endings=("ores", "istas", "antes", "entes", "anos", "eses", "eros", "ados", "idos"),
        no_people=_words(
            "año años mes meses semana semanas día días hora horas minuto minutos segundos por "
            "ciento km kilómetros metros enero febrero marzo abril mayo junio julio agosto "
            "septiembre octubre noviembre diciembre euros dólares pesos millones veces puntos "
            "goles partidos animales ovejas vacas aves perros caballos casas edificios coches "
            "vehículos toneladas votos jugadores grados páginas viviendas nacionalidades"),
        small=_words("en el la los las al y o e cerca por cuando tras mientras desde entre antes "
                     "con para sobre durante este esta a del de lunes martes miércoles jueves "
                     "viernes sábado domingo según ayer hoy"),
        life="vida",
        taken=("perd", "pierd", "cost", "cuest", "cobr", "quit", "arrebat"),
        maybe=_words("podría podrían pudo quería"),
        including=_words("entre la incluidos incluidas entre todos varios"),
        far=False,
    )  # fmt: skip


def _italian() -> Harm:
    return Harm(
        counted=_kinds("morti morto morta vittime decessi cadaveri corpi",
                       "feriti ferito ferita ferite", "dispersi disperso dispersa"),
        happened=_kinds("morti morte morto morta uccisi uccise ucciso uccisa deceduti decedute "
                        "vita annegati assassinati giustiziati", "feriti ferite ferito ferita",
                        "dispersi disperse"),
        did=_kinds("uccidendo ucciso uccide uccidono uccise uccisero morte morti vita vite "
                   "decessi corpi cadaveri", "ferendo ferito ferisce ferirono ferite feriti", ""),
        toll=_words("bilancio"),
        be=_words("sono è state stati stata stato hanno ha perso la rimaste rimasti rimasto "
                  "gravemente ancora risultano erano anche leggermente in modo grave trovati"),
        passive=_words("sono state stati rimaste rimasti"),
        people=_words("persone civili soldati militari poliziotti agenti uomini donne bambini "
                      "bambine ragazzi ragazze studenti passeggeri minatori migranti rifugiati "
                      "operai lavoratori abitanti ribelli combattenti manifestanti pazienti "
                      "turisti pellegrini marinai giornalisti pompieri detenuti giovani "
                      "adolescenti neonati adulti membri ostaggi fedeli israeliani palestinesi "
                      "russi ucraini italiani persona uomo donna bambino bambina soldato "
                      "carabinieri alpinisti escursionisti"),
        endings=("ori", "isti", "anti", "enti", "iani", "esi", "eri"),
        no_people=_words(
            "anno anni mese mesi settimana settimane giorno giorni ora ore minuto minuti secondi "
            "per km chilometri metri gennaio febbraio marzo aprile maggio giugno luglio agosto "
            "settembre ottobre novembre dicembre euro dollari milioni miliardi volte punti gol "
            "partite animali pecore mucche uccelli cani cavalli case edifici auto veicoli "
            "tonnellate voti giocatori gradi pagine nazionalità"),
        small=_words("in nel nella nello nei nelle a ad al alla e o vicino per quando dopo mentre "
                     "da dal tra prima con su sul durante il la lo i gli le di del della lunedì "
                     "martedì mercoledì giovedì venerdì sabato domenica secondo ieri oggi"),
        life="vita",
        taken=("pers", "perd", "cost"),
        maybe=_words("potrebbe potrebbero voleva"),
        including=_words("tra fra di tutti la compresi"),
        far=False,
    )  # fmt: skip


_MADE: Final = {
    "en": _english, "de": _german, "fr": _french, "es": _spanish, "it": _italian,
}  # fmt: skip


@lru_cache(maxsize=8)
def harm(language: str) -> Harm:
    """Return how a language tells of harm; ``KeyError`` for one that we do not know."""
    return _MADE[language]()


def trigger_words(language: str) -> tuple[str, ...]:
    """Return the words beside which a count of people harmed may stand."""
    known = harm(language)
    words = (*known.counted, *known.happened, *known.did, *known.toll)
    return tuple(dict.fromkeys(words))
