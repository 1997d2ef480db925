"""The words with which agencies order that copy be held, in their languages."""

from __future__ import annotations

import re
from typing import Final

from pipeline.formats.note_days import DAY_WORDS

__all__ = ["BETWEEN", "IS_LIFTED", "NOTE", "ORDER", "TIME_WORDS"]

_USE: Final = (
    r"(?:RELEASED?|PUBLICATION|PUBLISH(?:ED|ING)?|BROADCAST(?:ING)?|AIR(?:ED|ING)?|USED?|"
    r"TRANSMISSION|DISTRIBUT(?:ED|ION)|DISSEMINATION)"
)
_BEFORE: Final = r"(?:UNTIL|TILL?|BEFORE|PRIOR TO|AHEAD OF|EARLIER THAN)"

_TO_OR: Final = rf"(?:[,/ ]{{1,2}}(?:OR |AND |NOR )?(?:FOR )?(?:ONLINE |PRINT )?{_USE}){{0,3}}"

_ORDERS: Final = (
    # What orders in itself, whatever follows.
    rf"NOT (?:FOR|TO BE) (?:PUBLIC |GENERAL |WIDER |ANY )?{_USE}{_TO_OR}(?: IN ANY FORM)?"
    rf" {_BEFORE}",
    rf"(?:DO NOT|DON['’]T|MUST NOT|MAY NOT|CANNOT) (?:BE )?{_USE}{_TO_OR}(?: \w{{1,12}}){{0,4}}?"
    rf" {_BEFORE}",
    rf"NO (?:ONLINE |PRINT )?{_USE}{_TO_OR} {_BEFORE}",
    r"(?:HOLD|HELD) FOR RELEASE|HFR",
    r"GESPERRT BIS",
    r"(?:BITTE )?(?:ERST|NICHT) (?:AB|VOR)(?= [^\n]{1,60}(?:VERÖFFENTLICH|VERWEND|SENDE|VERBREIT|"
    r"FREI))",
    r"(?:VERÖFFENTLICHUNG|VERWENDUNG|NUTZUNG) (?:ERST|NICHT VOR|FRÜHESTENS)",
    r"(?:À |A )?NE PAS (?:PUBLIER|DIFFUSER|UTILISER|METTRE EN LIGNE)(?: \w{1,12}){0,3}? AVANT",
    r"(?:PUBLICATION|DIFFUSION|UTILISATION) INTERDITE AVANT",
    r"NO (?:PUBLICAR|DIFUNDIR|UTILIZAR|EMITIR|USAR)(?: \w{1,12}){0,3}? (?:ANTES|HASTA)",
    r"(?:DA )?NON (?:PUBBLICARE|DIFFONDERE|UTILIZZARE)(?: \w{1,12}){0,3}? PRIMA",
    r"NÃO (?:PUBLICAR|DIVULGAR|USAR|UTILIZAR)(?: \w{1,12}){0,3}? ANTES",
    r"NIET (?:PUBLICEREN|VOOR PUBLICATIE|GEBRUIKEN|VERSPREIDEN) V(?:OO|ÓÓ)R",
    r"(?:FÅR|MÅ|KAN) (?:INTE|IKKE|EJ) (?:PUBLICERAS|PUBLISERES|BRUKES|OFFENTLIGGØRES|ANVÄNDAS)"
    r"(?: \w{1,12}){0,2}? (?:FÖRE|FÖRRÄN|FØR|INNAN)",
    r"(?:KLAUSULERT|SPERRET|SPÄRRAD|KLAUSULERET) (?:TIL|TILL)",
    r"EI JULKAISTAVAKSI ENNEN|NIE PUBLIKOWAĆ PRZED|НЕ ПУБЛИКОВАТЬ ДО|НЕ РАСПРОСТРАНЯТЬ ДО",
)
_PARTICIPLES: Final = (
    # These order if "until", a time, or nothing follows: "Embargoed goods" is a story.
    r"EMBARGOED|EMBARGAD[OA]S?|EMBARGAT[OA]|(?:SOUS|BAJO|SOTTO|SOB|ONDER|UNDER|UNTER) EMBARGO|"
    r"STRICT(?:LY)? EMBARGO|SUB EMBARGO|POD EMBARGO|PRESS EMBARGO|MEDIA EMBARGO|NEWS EMBARGO"
)
_NOUNS: Final = (
    # And these if a time follows at once, or nothing: "Embargo on grain lifted" is a story.
    r"EMBARGO(?: (?:LIFTS|ENDS|EXPIRES|TIME|DATE|WILL BE LIFTED|TO BE LIFTED|IS LIFTED))?|"
    r"(?:[A-Z]{2,6}-)?SPERRFRIST(?: ENDET)?|SPERRVERMERK|SPERREFRIST|SPÄRRTID|AMBARGO|"
    r"ЭМБАРГО|ЕМБАРГО|ΕΜΠΑΡΓΚΟ"
)
_TIMED: Final = (
    # And these if a time follows at once and nothing else: AP's advances, "For release Sunday".
    r"ADVANCE FOR(?: (?:USE|RELEASE))?|"
    r"FOR (?:USE|RELEASE|PUBLICATION|EDITIONS OF)(?: ONLY)?(?: (?:AT|ON|AFTER|FROM|"
    r"NOT BEFORE))?|"
    r"(?:RELEASE|PUBLICATION) (?:TIME|DATE|AT|ON)|(?:ZUR VERÖFFENTLICHUNG )?FREI(?: (?:AB|FÜR))?|"
    r"FREIGEGEBEN (?:AB|FÜR)|FREIGABE(?: AB)?|ZUR VERÖFFENTLICHUNG AB|DIFFUSION LIBRE À PARTIR|"
    r"FÖR PUBLICERING(?: TIDIGAST)?|FOR PUBLISERING|JULKAISUVAPAA|VRIJ VOOR PUBLICATIE"
)
_SAID_BEFORE: Final = (
    # What may stand before the order: whom it is for, and what it is about.
    r"(?:(?:EDS?|EDITORS?|(?:ATTENTION|ATTN|NOTE TO|PLEASE NOTE|NOTE)(?: EDITORS?)?|ACHTUNG|"
    r"HINWEIS|"
    r"WICHTIG|IMPORTANT|ATENCI[ÓO]N|ATTENZIONE|ATENÇÃO|NOTA|NB|ADVISORY|REDAKTIONEN|MEDIA|"
    r"ACHTUNG REDAKTIONEN|BITTE BEACHTEN)[ :,.!\u2013\u2014-]{1,4}){0,2}"
    r"(?:(?:CHECK AGAINST DELIVERY|ES GILT DAS GESPROCHENE WORT)[ .:,!\u2013\u2014-]{1,4})?"
    r"(?:(?:PLEASE|BITTE|PRIÈRE DE|MERCI DE|VEUILLEZ|POR FAVOR|SI PREGA DI|FAVOR|GELIEVE) |"
    r"(?:(?:THIS|THE|ALL) )?(?:STORY|REPORT|ITEM|ARTICLE|TEXT|MATERIAL|STATEMENT|RELEASE|COPY|NEWS)"
    r"(?: IS| ARE)? |(?:DIESER|DER|DIESE|DIE) (?:TEXT|MELDUNG|BEITRAG|BERICHT) IST |"
    r"STRICTLY |STRICT |"
    r"STRIKTE |STRENGE |ES GILT (?:EINE |DIE )?|MIT )?"
)
NOTE: Final = re.compile(
    rf"[\s*#(\[!>=_-]{{0,10}}{_SAID_BEFORE}(?:(?P<order>{'|'.join(_ORDERS)})|"
    rf"(?P<participle>{_PARTICIPLES})|(?P<noun>{_NOUNS})|(?P<timed>{_TIMED}))"
    r"(?=[\s:.,;)\]\u2013\u2014*/!|-]|$)",
    re.IGNORECASE,
)

TIME_WORDS: Final = frozenset(
    "noon midday midnight midi minuit mittag mittags mitternacht mediodía mediodia medianoche "
    "mezzogiorno mezzanotte middag middernacht midnatt".split()
)
BETWEEN: Final = frozenset(
    # Words that stand between the note's word and its time, and no story begins with them.
    "until till til to for from not before be the at on of by use used release released public "
    "publication published is strictly and a am pm m p time hrs hours hour t z o clock local after "
    "or prior in all media print online broadcast broadcasters newspapers papers editions web "
    "thereafter edition morning evening est standard daylight date only any form "
    "bis zum um der den dem uhr frei für veröffentlichung nicht vor ab am gilt ortszeit endet und "
    "jusqu jusque au à le la du de des h heure heures hrs locale partir avant dès et "
    "hasta el las del los horas hora local desde a partir y antes "
    "fino al alle dal dalle ore il del ora prima até às as ate "
    "tot om uur de het voor en kl klo klockan den från asti saakka ennen kello do godz godziny "
    "до часов в с kadar saat früh morgens vormittags nachmittags abends dia día giorno jour day "
    "dag matin soir mattina sera manhã ochtend avond einschließlich including inclus incluso con "
    "met tidigast".split()
) | TIME_WORDS | DAY_WORDS  # fmt: skip

ORDER: Final = re.compile(
    r"\s*[:.,*!)\]/-]*\s*(?:$|(?:until|till|not (?:for|to|before)|for (?:public |use )?release|bis|"
    r"jusqu|hasta|fino|até|tot|till|til|further notice|strictly)\b|"
    r"(?:copy|material|text) ?[-:])",
    re.IGNORECASE,
)

IS_LIFTED: Final = re.compile(
    r"\b(?<!until )(?<!until the )(?<!when )(?<!when the )(?:EMBARGO|SPERRFRIST)\b(?:ED)?"
    r"(?: (?:IS|WAS|HAS BEEN|HAVE BEEN|HAS|BEEN|NOW|IST|WURDE|WIRD|HIERMIT|EST|A ÉTÉ|HA SIDO|"
    r"È STATO|"
    r"FOI|ER|ÄR))*[ :]{1,2}(?:LIFTED|OVER|BROKEN|BREACHED|REMOVED|CANCELL?ED|RESCINDED|AUFGEHOBEN|"
    r"LEV[ÉE]E?|LEVANTADO|REVOCATO|ABGELAUFEN|OPGEHEVEN|HÄVT|OPPHEVET|HÆVET|CADUTO)\b|"
    r"\b(?:NO LONGER|NOT) (?:UNDER )?EMBARGO(?:ED)?\b|\bRELEASED FROM EMBARGO\b|"
    r"\bLIFTS? (?:THE )?EMBARGO\b|\bLIFTING (?:OF )?(?:THE )?EMBARGO\b",
    re.IGNORECASE,
)
"""``EMBARGO LIFTED``; not ``until the embargo is lifted``."""
