"""The words that say what somebody is: ``minister``, ``Sprecher``, ``préfet``, ``vocero``."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from pipeline.enriching.names.never import NEVER
from pipeline.words.reading import number_of

__all__ = [
    "ARTICLE", "BEFORE", "CALLINGS", "LANGUAGES", "LINK", "NOUN", "OPENER", "STOP", "UNFIT",
    "RoleWords", "is_calling", "role_words",
]  # fmt: skip

# What a word is to a role, one bit each.
NOUN: Final = 1 << 0
BEFORE: Final = 1 << 1
"""It belongs to the role when it stands before the noun."""
LINK: Final = 1 << 2
"""It joins the parts of a role."""
ARTICLE: Final = 1 << 3
STOP: Final = 1 << 4
"""It ends a role that stands behind a name."""
OPENER: Final = 1 << 5
"""It has a capital where it begins a sentence, and is no part of the role."""
UNFIT: Final = 1 << 6
"""A day or a month: what stands before it is another thing."""


class RoleWords(NamedTuple):
    """One language's words for roles."""

    meanings: dict[str, int]
    """What each word is, in small letters; with its hyphens and points, where it has some."""
    numbers: dict[int, int]
    """The same by the words' numbers; those of one word only."""
    endings: tuple[str, ...]
    """What a noun may end in, where nouns are put together."""


_EN: Final = """
president vice-president minister premier chancellor king queen prince princess emperor pope sultan
emir sheikh ayatollah imam rabbi bishop archbishop cardinal patriarch general lieutenant colonel
major captain admiral commander sergeant officer marshal brigadier senator congressman congresswoman
representative lawmaker deputy governor mayor councillor councilman alderman ambassador envoy consul
secretary undersecretary commissioner chairman chairwoman chairperson chair director manager head
chief boss executive ceo cfo founder co-founder owner partner spokesman spokeswoman spokesperson
adviser advisor aide analyst economist strategist trader broker dealer banker investor lawyer
attorney prosecutor judge justice magistrate sheriff detective inspector superintendent doctor
surgeon professor lecturer teacher scientist researcher historian expert specialist engineer
architect author writer novelist poet journalist reporter editor columnist correspondent
photographer broadcaster publisher actor actress singer musician composer conductor artist painter
director producer filmmaker coach trainer captain striker midfielder defender goalkeeper forward
player skipper pitcher quarterback batsman bowler champion leader founder activist dissident
campaigner priest pastor monk nun farmer fisherman worker resident student pupil witness
suspect gunman pilot astronaut driver rider
cyclist candidate nominee incumbent speaker whip member delegate negotiator mediator diplomat
official coordinator administrator treasurer auditor regulator ombudsman organiser organizer
principal dean rector chancellor curator librarian veteran designer developer billionaire
businessman businesswoman entrepreneur tycoon magnate hostage victim survivor striker sprinter
swimmer skater boxer golfer footballer tennis-player winger number-one lieutenant-general
gen lt col maj sgt capt sen rep gov adm prof insp supt cpl
major-general attorney-general secretary-general director-general co-chairman co-leader
"""
_EN_BEFORE: Final = """
former ex acting deputy vice prime foreign interior defence defense finance economy justice home
health education trade transport energy environment agriculture labor labour culture science
technology senior chief executive top veteran assistant associate managing general interim
opposition rebel party police army military government presidential parliamentary press news human
rights national federal state regional local city provincial district supreme high court district
attorney u.s. us un british french german russian chinese italian spanish european american iraqi
israeli palestinian outgoing incoming late then fellow lead leading chief senior political financial
economic market research club team head first second third special permanent honorary medical
united under junior co main world olympic european defending reigning film music football soccer
tennis cricket basketball rugby baseball racing nuclear climate peace aid security intelligence
communications public relations affairs information technology operating marketing commercial
secretary
"""

_DE: Final = """
präsident präsidentin minister ministerin kanzler kanzlerin könig königin prinz prinzessin papst
bischof kardinal general oberst hauptmann admiral kommandeur senator senatorin abgeordneter
abgeordnete gouverneur bürgermeister bürgermeisterin oberbürgermeister oberbürgermeisterin
botschafter botschafterin sekretär sekretärin generalsekretär generalsekretärin kommissar
kommissarin vorsitzender vorsitzende vorsitzenden direktor direktorin leiter leiterin chef chefin
gründer gründerin sprecher sprecherin berater beraterin analyst analystin ökonom ökonomin experte
expertin forscher forscherin professor professorin richter richterin anwalt anwältin staatsanwalt
staatsanwältin autor autorin schriftsteller schriftstellerin journalist journalistin regisseur
regisseurin schauspieler schauspielerin sänger sängerin musiker trainer trainerin kapitän stürmer
torhüter verteidiger manager managerin präfekt pfarrer lehrer arzt ärztin landrat landrätin
politiker politikerin kandidat kandidatin weltmeister weltmeisterin olympiasieger unternehmer
unternehmerin geschäftsführer geschäftsführerin bundeskanzler bundeskanzlerin bundespräsident
außenminister außenministerin premier premierminister premierministerin ministerpräsident
ministerpräsidentin regierungschef regierungschefin staatschef fraktionschef parteichef vize
intendant intendantin dirigent historiker historikerin komponist fotograf architekt investor
routinier profi linksaußen rechtsaußen keeper debütant debütantin landsmann kollege kollegin
vorgänger vorgängerin nachfolger nachfolgerin boss
"""
_DE_ENDINGS: Final = (
    "minister", "ministerin", "präsident", "präsidentin", "kanzler", "kanzlerin", "chef", "chefin",
    "sprecher", "sprecherin", "sekretär", "sekretärin", "leiter", "leiterin", "trainer", "meister",
    "meisterin", "beauftragter", "beauftragte", "vorsitzender", "vorsitzende", "vorsitzenden",
    "kommissar", "direktor", "direktorin", "experte", "expertin", "anwalt", "anwältin", "politiker",
    "politikerin", "richter", "forscher", "forscherin", "berater", "beraterin", "vorstand",
    "ökonom", "analyst", "führer", "star", "autor", "autorin", "träger", "trägerin", "sieger",
    "siegerin", "darsteller", "darstellerin", "moderator", "moderatorin",
    "designer", "designerin",
    "spieler", "spielerin", "schauspieler", "schauspielerin", "finalist", "finalistin",
    "sänger",
    "sängerin", "regisseur", "torwart", "gegner", "gegnerin", "bischof", "reporter",
    "inspekteur", "stürmer", "botschafter", "kandidat", "kandidatin",
)  # fmt: skip
CALLINGS: Final = frozenset(_DE.split())
"""German nouns for what somebody is."""
_DE_BEFORE: Final = """
ehemaliger ehemalige ehemaligen früherer frühere früheren stellvertretender stellvertretende
stellvertretenden amtierender amtierende neuer neue neuen designierter designierte künftige
künftiger britischer britische deutsche deutscher französischer französische russischer russische
amerikanischer amerikanische ukrainischer ukrainische türkischer türkische polnischer israelische
israelischer chinesischer chinesische italienischer spanischer österreichische österreichischer
damaliger damalige scheidende scheidender parlamentarischer parlamentarische leitender leitende
"""

_FR: Final = """
président présidente ministre premier première chancelier chancelière roi reine prince princesse
pape évêque archevêque cardinal général colonel capitaine amiral commandant lieutenant sénateur
sénatrice député députée gouverneur gouverneure maire préfet préfète ambassadeur ambassadrice
secrétaire commissaire directeur directrice chef cheffe patron patronne fondateur fondatrice
porte-parole conseiller conseillère analyste économiste expert experte chercheur chercheuse
professeur professeure juge procureur procureure avocat avocate auteur autrice écrivain romancier
romancière journaliste rédacteur réalisateur réalisatrice acteur actrice chanteur chanteuse musicien
entraîneur entraîneuse sélectionneur capitaine attaquant gardien défenseur milieu champion
championne leader dirigeant dirigeante candidat candidate responsable délégué déléguée coordinateur
coordinatrice médecin historien historienne sociologue politologue vice-président vice-présidente
vice-premier pdg gérant opposant opposante militant militante cinéaste photographe
"""
_FR_BEFORE: Final = """
ancien ancienne ex nouveau nouvelle premier première futur future vice actuel actuelle jeune grand
haut haute le la l feu numéro
"""

_ES: Final = """
presidente presidenta ministro ministra canciller rey reina príncipe princesa papa obispo arzobispo
cardenal general coronel capitán almirante comandante teniente senador senadora diputado diputada
gobernador gobernadora alcalde alcaldesa prefecto embajador embajadora secretario secretaria
comisario comisaria director directora jefe jefa líder fundador fundadora portavoz vocero vocera
asesor asesora analista economista experto experta investigador investigadora profesor profesora
juez jueza fiscal abogado abogada autor autora escritor escritora novelista periodista editor
editora cineasta actor actriz cantante músico entrenador entrenadora seleccionador técnico delantero
portero defensa centrocampista campeón campeona dirigente candidato candidata responsable delegado
delegada coordinador coordinadora médico historiador historiadora vicepresidente vicepresidenta
mandatario mandataria exministro expresidente opositor opositora activista empresario empresaria
consejero consejera titular ministro-presidente lehendakari concejal edil
"""
_ES_BEFORE: Final = """
antiguo antigua ex nuevo nueva primer primera actual entonces alto alta vice joven gran ex-
"""

_IT: Final = """
presidente presidentessa ministro ministra premier cancelliere cancelliera re regina principe
principessa papa vescovo arcivescovo cardinale generale colonnello capitano ammiraglio comandante
tenente maresciallo senatore senatrice deputato deputata onorevole governatore governatrice sindaco
sindaca prefetto prefetta questore ambasciatore ambasciatrice segretario segretaria commissario
commissaria direttore direttrice capo capogruppo leader fondatore fondatrice portavoce consigliere
consigliera assessore assessora analista economista esperto esperta ricercatore ricercatrice
professore professoressa docente giudice procuratore procuratrice pm magistrato avvocato avvocata
autore autrice scrittore scrittrice romanziere giornalista conduttore conduttrice regista attore
attrice cantante musicista allenatore allenatrice tecnico ct attaccante portiere difensore
centrocampista campione campionessa pilota dirigente candidato candidata responsabile delegato
delegata coordinatore coordinatrice medico storico storica vicepresidente vicepremier
sottosegretario sottosegretaria amministratore imprenditore imprenditrice attivista patron
"""
_IT_BEFORE: Final = """
ex nuovo nuova primo prima attuale allora alto alta vice giovane grande già
"""

_PT: Final = """
presidente presidenta ministro ministra premiê primeiro-ministro primeira-ministra chanceler rei
rainha príncipe princesa papa bispo arcebispo cardeal general coronel capitão almirante comandante
tenente sargento senador senadora deputado deputada governador governadora prefeito prefeita autarca
vereador vereadora embaixador embaixadora secretário secretária secretário-geral comissário
comissária diretor diretora diretor-geral diretora-geral chefe líder fundador fundadora porta-voz
assessor assessora analista economista especialista pesquisador pesquisadora investigador
investigadora professor professora juiz juíza procurador procuradora desembargador advogado advogada
delegado delegada autor autora escritor escritora jornalista editor editora cineasta realizador
realizadora ator atriz cantor cantora músico treinador treinadora técnico técnica selecionador
atacante avançado guarda-redes goleiro zagueiro médio campeão campeã piloto dirigente candidato
candidata responsável coordenador coordenadora médico médica historiador historiadora
vice-presidente ex-presidente ex-ministro ex-ministra ex-governador ex-deputado empresário
empresária ativista cientista relator relatora
"""
_PT_BEFORE: Final = """
antigo antiga ex novo nova primeiro primeira atual então alto alta vice jovem ex-
"""

_NL: Final = """
president minister minister-president premier kanselier koning koningin prins prinses paus bisschop
aartsbisschop kardinaal generaal kolonel kapitein admiraal commandant luitenant senator kamerlid
gouverneur burgemeester wethouder schepen gedeputeerde ambassadeur secretaris secretaris-generaal
staatssecretaris commissaris eurocommissaris directeur topman topvrouw bestuursvoorzitter voorzitter
voorzitster baas hoofd leider oprichter woordvoerder woordvoerster adviseur analist econoom expert
deskundige onderzoeker hoogleraar professor rechter officier advocaat auteur schrijver schrijfster
journalist hoofdredacteur regisseur acteur actrice zanger zangeres musicus trainer coach bondscoach
spits doelman keeper verdediger middenvelder aanvoerder kampioen wielrenner renner coureur kandidaat
fractievoorzitter fractieleider partijleider lijsttrekker partijvoorzitter vicepremier vicepresident
oud-premier oud-minister ex-minister ex-premier arts historicus ondernemer activist
"""
_NL_BEFORE: Final = """
voormalig voormalige oud ex nieuwe huidige toenmalig toenmalige vice waarnemend waarnemende
demissionair demissionaire duitse franse britse amerikaanse russische oekraïense belgische vlaamse
nederlandse italiaanse spaanse poolse turkse chinese israëlische europese
"""

LANGUAGES: Final = ("en", "de", "fr", "es", "it", "pt", "nl")

_STOPS: Final = {
    "en": "who which whose said says told added was were is are has had will would but after when "
    "while as before",
    "de": "sagte sagt erklärte wurde war ist hat hatte will dass am",
    "fr": "qui que dont a est était sera ont avait",
    "es": "que quien cuyo dijo afirmó es era fue ha había será",
    "it": "che chi cui ha è era fu sarà aveva disse dice",
    "pt": "que quem cujo disse afirmou é era foi tem tinha será",
    "nl": "die dat wie zei zegt is was werd wordt heeft had zal",
}
_LINKS: Final = {
    "en": "of for and at the to in &",
    "de": "der des den dem von für und im in am bei beim vom zur",
    "fr": "de du des d la l le les et à aux au pour en chargé",
    "es": "de del la el los las y e para en",
    "it": "di del dello della dell dei degli delle d e ed a al alla alle ai per in con",
    "pt": "de do da dos das e para em no na",
    "nl": "van de het den der voor en in bij op",
}
_ARTICLES: Final = {
    "en": "the a an its his her their our",
    "de": "der die das den dem des ein eine",
    "fr": "le la l les un une son sa ses leur",
    "es": "el la los las un una su",
    "it": "il lo la i gli le un uno una l suo sua",
    "pt": "o a os as um uma seu sua",
    "nl": "de het een zijn haar hun",
}
_NOUNS: Final = {"en": _EN, "de": _DE, "fr": _FR, "es": _ES, "it": _IT, "pt": _PT, "nl": _NL}
_BEFORE: Final = {
    "en": _EN_BEFORE, "de": _DE_BEFORE, "fr": _FR_BEFORE, "es": _ES_BEFORE, "it": _IT_BEFORE,
    "pt": _PT_BEFORE, "nl": _NL_BEFORE,
}  # fmt: skip


_OPENERS: Final = """
but and so when while as if after before since in on at for with by from meanwhile however
earlier later also then though although both like according to der die das und aber wie le la
les mais et el los las y pero según
"""


_LEAST_STEM: Final = 3


def is_calling(word: str, endings: tuple[str, ...]) -> bool:
    """Tell whether a German noun (in small letters) says what somebody is: ``popstar``.

    Enough must stand before the ending, so that no given name is taken for one.
    """
    return word.endswith(endings) and any(
        word.endswith(end) and len(word) - len(end) >= _LEAST_STEM for end in endings
    )


@lru_cache(maxsize=8)
def role_words(language: str) -> RoleWords | None:
    """Return a language's words for roles; none where we have none."""
    if language in ("", "und"):
        language = "en"
    if language not in LANGUAGES:
        return None
    meanings: dict[str, int] = {}
    for said, meaning in (
        (_NOUNS[language], NOUN),
        (_BEFORE[language], BEFORE),
        (_LINKS[language], LINK),
        (_ARTICLES[language], ARTICLE),
        (_STOPS[language], STOP),
        (_OPENERS, OPENER),
    ):
        for word in said.split():
            meanings[word] = meanings.get(word, 0) | meaning
    for (word,) in NEVER:
        if not meanings.get(word, 0) & LINK:
            meanings[word] = meanings.get(word, 0) | UNFIT
    numbers = {number_of(word): meaning for word, meaning in meanings.items()}
    return RoleWords(meanings, numbers, _DE_ENDINGS if language == "de" else ())
