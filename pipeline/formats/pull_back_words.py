"""The words with which agencies take copy back, in their languages.

A label orders by itself (``MANDATORY KILL``, ``ANNULATION``). A sentence orders if it is addressed
to clients and is about copy: "please disregard the story slugged ...", "Die Meldung ... wird
zurückgezogen". "Army withdraws from the city" and "Bomb kills 12" are stories.
"""

from __future__ import annotations

import re
from typing import Final

__all__ = ["BARE", "COPY", "FOLLOWS", "FOR_NOW", "FROM_CLIENTS", "KILL_LABEL", "LIFTED",
           "NOT_BEFORE", "OF_COPY", "OF_SLUG", "PLEAS", "REPLACES", "SLUG", "SOFT",
           "WITHHOLD_LABEL"]  # fmt: skip

_ADDRESSED: Final = (
    r"(?i:(?:EDS|EDITORS?|ATTENTION|ATTN|NOTE|NOTICE|ADVISORY|ACHTUNG|WICHTIG|HINWEIS|ATENCI[ÓO]N|"
    r"ATENÇÃO|ATTENZIONE|AVIS|AVISO|AVVISO|URGENT|URGENTE|BULLETIN|FLASH|OBS|HUOM|ВНИМАНИЕ|PILNE|"
    r"UWAGA|"
    r"DİKKAT)"
    r"(?: (?:TO |AUX |AN |A LOS |AI |DER |DIE )?(?:EDITORS|REDAKTION(?:EN)?|R[ÉE]DACTIONS?|"
    r"EDITORES|"
    r"REDAZIONI|CLIENTS?|CLIENTES?|KUNDEN|DESKS|ABONN[ÉE]S))?[\s:.,!*/\u2013\u2014-]{1,6}){0,3}"
)
_BEGIN: Final = rf"[\s*#(\[!>=_/\u2013\u2014-]{{0,12}}{_ADDRESSED}"
_END: Final = r"(?=\s*(?:$|[:.,!)\]*/\u2013\u2014#<]|--)|\s+-|-(?![A-Z]{2}))"
"""``WITHDRAWAL-Crane falls`` is labelled, ``HOLD-UP AT BANK`` is not."""

KILL_LABEL: Final = re.compile(
    rf"{_BEGIN}(?:(?:MANDATORY|STORY|COPY|FULL|URGENT|TOTAL|NEWS|AP|ALERT)[ -]{{1,3}}){{0,2}}"
    r"(?:KILL(?:ED)?(?:[ -]{1,3}KILL){0,4}(?:[ -](?:STORY|ADVISORY|NOTICE|ORDER|MANDATORY))?|"
    r"ELIMINATION|ELIMINATE|DISREGARD|SPIKED?|WITHDRAWN|WITHDRAWAL|RETRACT(?:ED|ION)|"
    r"STORY (?:WITHDRAWN|REMOVED|RETRACTED|CANCELL?ED|DELETED)|DO NOT USE|CANCELL?ED STORY|"
    r"ANNULATION|ANNULL?[ÉE]E?|RETRAIT|ANNULEZ|[AÀ] ANNULER|ANNULER|D[ÉE]P[ÊE]CHE ANNUL[ÉE]E|"
    r"ANULACI[ÓO]N|ANULAD[OA]|ANULAR|ANULEN|SE ANULA|NOTA ANULADA|ANULAÇÃO|DESCONSIDERAR|"
    r"ANNULLAMENTO|ANNULLAT[OA]|ANNULLARE|NOTIZIA ANNULLATA|ANULARE|ANULAT[ĂA]?|"
    r"ZUR[ÜU]CKZIEHUNG|ZUR[ÜU]CKGEZOGEN|STORNO|STORNIERUNG|STORNIERT|WIDERRUF|WIDERRUFEN|"
    r"MELDUNG (?:ENTF[ÄA]LLT|ZUR[ÜU]CKGEZOGEN|STORNIERT)|ENTF[ÄA]LLT|STREICHUNG|BITTE STREICHEN|"
    r"INGETROKKEN|INTREKKING|VERVALT|BERICHT VERVALT|[ÅA]TERKALL(?:AD|ELSE|AS)|UTG[ÅA]R|"
    r"MAKULERA[DS]?|"
    r"(?:TREKKES|TRUKKET) (?:TILBAKE|TILBAGE)|ANNULLER(?:T|ES|ET)|SLETTES|"
    r"MIT[ÄA]T[ÖO]I(?:DÄÄN|TY)|PERUTTU|PERUUTUS|PERUTAAN|"
    r"ANULOWANE|ANULUJEMY|ANULACJA|WYCOFANE|ZRUŠENO|STORNOVÁNO|VISSZAVON(?:VA|ÁS)|TÖRÖLVE|"
    r"POVUČENO|STORNIRANO|PONIŠTENO|ПОВЛЕЧЕНО|ПОВУЧЕНО|АННУЛИР(?:ОВАНО|ОВАН|УЕТСЯ)|ОТМЕНЕНО|"
    r"АНУЛЬОВАНО|ΑΚΥΡΩΣΗ|ΑΚΥΡΩΘΗΚΕ|İPTAL|"
    r"\u0625\u0644\u063a\u0627\u0621|\u0645\u0644\u063a\u0649|\u064a\u0644\u063a\u0649)"
    rf"{_END}"
)
"""In capitals only, at the beginning of a line."""

WITHHOLD_LABEL: Final = re.compile(
    rf"{_BEGIN}(?:(?:MANDATORY|STORY|URGENT|FULL)[ -]{{1,3}}){{0,2}}"
    r"(?:WITHHOLD|WITHHELD|HOLD(?! FOR RELEASE)(?: STORY)?|HOLD HOLD HOLD|ZUR[ÜU]CKHALTEN|"
    r"VORERST NICHT VERWENDEN|NE PAS DIFFUSER|RETENIDA|RETENER|TRATTENERE|AANHOUDEN)"
    rf"{_END}"
)

SOFT: Final = re.compile(
    r"(?:WITHDRAWAL|ELIMINATION|ELIMINATE|HOLD|RETRACT|WIDERRUF|STREICHUNG|ANNULATION|INTREKKING|"
    r"STORN|WITHHOLD|WITHHELD|DO NOT USE|ANNUL|ANUL|ENTF|UTG)"
)
"""Words with which a headline in capitals may begin: ``WITHDRAWAL: EU AND UK AGREE``."""

REPLACES: Final = re.compile(
    r"\bANN?ULL?\w{1,5} (?:ET|Y|E) (?:REMPLAC|REEMPLAZ|SUSTITU|SOSTITU|SUBSTITU)|"
    r"\b(?:corrected|replacement|substitute|new|amended) (?:version|story|item|lead) (?:is|below|"
    r"herewith)",
    re.IGNORECASE,
)
"""``ANNULE ET REMPLACE`` corrects: what replaces stands below."""

LIFTED: Final = re.compile(
    r"(?:KILL|WITHHOLD|HOLD|ELIMINATION|SPERRVERMERK)\w{0,4}\b.{0,60}?\b(?:LIFT|RELEASED?\b|"
    r"RESCIND|"
    r"CANCELL?ED|WITHDRAWN|OVER\b|AUFGEHOBEN|LEV[ÉE]|LEVANT)|"
    r"\bKILL(?: (?:NOTICE|ADVISORY|ORDER))? (?:WAS |IS )?(?:SENT )?IN ERROR\b|"
    r"\b(?:LIFT|RESCIND)\w{0,4} (?:THE )?(?:KILL|WITHHOLD|HOLD)\b",
    re.IGNORECASE,
)
"""The order itself is over: ``KILL LIFTED``, ``WITHHOLD RELEASED``."""

_N: Final = (
    r"(?:stor(?:y|ies)|items?|reports?|articles?|news ?alerts?|dispatch(?:es)?|copy|"
    r"versions?|"
    r"texts?|takes?|briefs?|snaps?|lead|writethrus?|slugged|bulletins?|"
    r"flash(?:es)?|BC-[\w-]+|AM-[\w-]+|PM-[\w-]+)"
)
_OUR: Final = (
    r"(?: (?:the|our|this|that|all|both|any|previous|earlier|above|following|attached|"
    r"its|[A-Z][\w'’-]{1,15})){0,4}"
)
_DE: Final = (
    r"(?:Meldung(?:en)?|Bericht(?:e|s)?|Text(?:e|es)?|Beitrag|Artikel|Story|Fassung(?:en)?|"
    r"Mitteilung|"
    r"Zusammenfassung|Nachricht|Eilmeldung|Korrespondentenbericht|Blitzmeldung|Feature|"
    r"(?:dpa|ats|sda|apa|afp|reuters)[ -]?\d{2,5})"
)
_FR: Final = r"(?:d[ée]p[êe]che|papier|information|article|alerte|urgent|flash|texte|info|note)s?"
_ES: Final = (
    r"(?:noticia|notícia|nota|información|despacho|artículo|texto|alerta|avance|teletipo|crónica)s?"
)
_IT: Final = r"(?:notizia|nota|lancio|articolo|testo|dispaccio|take|agenzia)"

COPY: Final = re.compile(
    rf"\b(?:{_N}|{_DE}|{_FR}|{_ES}|{_IT}|bericht|verhaal|artikel|in error|irrtümlich|par erreur|"
    r"por error|per errore|сообщение|новость|веста)\b",
    re.I,
)
"""What is called a piece of copy."""

NOT_BEFORE: Final = re.compile(
    r"\b(?:not|nicht|pas|no|non|não|niet|inte|ikke)\b[^.\n]{1,80}\b(?:before|until|till|prior to|"
    r"vor|"
    r"avant|antes|hasta|prima|voor|före|før)\b[^.\n]{0,40}(?:\d|day\b|tag\b|di\b|noon|midnight)",
    re.IGNORECASE,
)
"""``Please do not use this story before 1800 GMT``: an embargo."""

BARE: Final = re.compile(
    rf"{_BEGIN}(?:(?:please|pls|kindly) (?:disregard|kill|withdraw|delete|do not (?:use|publish))|"
    r"bitte (?:(?:diese|diesen|dies|den|die|das) )?(?:nicht|keinesfalls)(?: mehr| weiter)? "
    r"(?:verwenden|veröffentlichen|verbreiten|benutzen|nutzen|senden|abdrucken)|"
    r"(?:prière|merci|veuillez)(?: de| d['’])? ?(?:annuler|ne pas (?:utiliser|diffuser|publier))|"
    r"(?:por favor,? |rogamos )?no (?:utilizar|publicar|difundir)|favor (?:anular|desconsiderar)|"
    r"si prega di non (?:utilizzare|pubblicare)|gelieve niet te (?:gebruiken|publiceren))"
    r"[\s.!*)\]]{0,6}$",
    re.IGNORECASE,
)
"""``Bitte nicht verwenden!``: a plea that is all of a line needs not say of what."""

SLUG: Final = r"[A-Z][A-Z\d]+(?:-{1,2}[A-Z\d]+){1,6}(?=\s*(?:$|[.!,;]))"

OF_SLUG: Final = re.compile(
    rf"{_BEGIN}(?:(?i:(?:(?:please|pls|kindly) )?(?:kill|withdraw|disregard|eliminate) "
    rf"(?:the )?(?:story )?(?:slugged )?){SLUG}|"
    r"(?i:story (?:killed|withdrawn|retracted|cancell?ed)): )"
)
"""``Please kill PORT-CRANE.``, ``Story killed: Crane falls``; not ``KILL HIGH-SPEED RAIL PLAN``."""

PLEAS: Final = re.compile(
    # What is asked of those who have the copy.
    rf"\b{_DE}\b[^.\n]{{0,40}}? bitte (?:\w{{2,12}} ){{0,2}}(?:löschen|streichen|ignorieren)|"
    rf"\bin error\W{{1,3}}please (?:ignore|disregard)|"
    rf"\b(?:please|pls|kindly|must|should|mandatory:?)\b(?: (?:immediately|urgently|also))? "
    rf"(?:kill|disregard|eliminate|spike|withdraw|delete|ignore(?= (?:our|previous|earlier|above))|"
    rf"do not (?:use|publish|run|broadcast|air))\b(?:(?={_OUR} {_N}\b)|(?=\W*$)|(?= (?:it|them|"
    rf"all)\b))|"
    rf"^{_BEGIN}(?:kill|disregard|eliminate|spike|withdraw|do not (?:use|publish|run|broadcast))"
    rf"(?={_OUR} {_N}\b)|"
    rf"\bbitte\b[^.\n]{{0,80}}?\b(?:nicht|keinesfalls|auf keinen Fall)(?: mehr| weiter)? (?:zu )?"
    rf"(?:verwenden|veröffentlichen|verbreiten|benutzen|nutzen|senden|abdrucken|beachten|"
    rf"berücksichtigen)|"
    rf"\bbitte\b[^.\n]{{0,60}}?\b{_DE}\b[^.\n]{{0,60}}?\b(?:löschen|streichen|ignorieren|"
    rf"vernichten)|"
    rf"\b(?:veuillez|prière|merci|nous vous prions|vous êtes priés|on est prié)(?: de| d['’])? ?"
    rf"(?:bien vouloir )?(?:annuler|supprimer|ignorer|détruire|consid[ée]rer (?:comme )?nulle|"
    rf"ne pas (?:utiliser|diffuser|publier|reprendre|tenir compte|prendre en compte|"
    rf"en tenir compte))|"
    rf"\b(?:por favor|rogamos|se ruega|favor de|favor)\b[^.\n]{{0,40}}?\b(?:anul(?:ar|en)|"
    rf"ignor(?:ar|en)|elimin(?:ar|en)|desconsidera[rm]?|não (?:utiliz|public|us)\w+|"
    rf"no (?:utili[cz]\w+|publi[cq]\w+|difund\w+|us\w+|emit\w+))|"
    rf"\bsi prega di (?:annullare|ignorare|eliminare|cestinare|"
    rf"non (?:utilizzare|pubblicare|diffondere|tenere conto|considerare))|"
    rf"\b(?:gelieve|verzoeke|verzoek|graag|wilt u|a\.?u\.?b\.?|"
    rf"alstublieft)\b[^.\n]{{0,60}}?\bniet (?:meer )?"
    rf"(?:te )?(?:gebruiken|publiceren|verspreiden)|"
    rf"\b(?:publicera|använd) (?:inte|ej) (?:texten|artikeln|nyheten)|"
    rf"\b(?:ikke (?:bruk|bring|anvend|publiser)|bruk ikke) (?:saken|meldingen|historien|artiklen)|"
    rf"\bälkää käyttäkö|\b(?:prosimy o (?:nieużywanie|anulowanie|niewykorzystywanie))|"
    rf"просим (?:не использовать|аннулировать|считать)|ве молиме не (?:ја|го) (?:користете|"
    rf"објавувајте)|"
    rf"molimo (?:vas )?(?:da )?ne (?:koristite|objavljujete)",
    re.IGNORECASE,
)

OF_COPY: Final = re.compile(
    # What is said of copy.
    rf"\b{_N}\b[^\n]{{0,120}}?\b(?:should|must|may) not be (?:used|published|run|broadcast)\b|"
    rf"\b(?:Rückruf|Rücknahme|Löschung|Streichung|Annullierung|Widerruf) (?:der|des|dieser) {_DE}|"
    rf"\b{_IT} da annullare\b|\bannulla(?:no)? (?:la|il|lo|questa) {_IT}|"
    rf"\b(?:saken|meldingen|artikkelen) trekkes\b|\b(?:vijest|vest) se povlači\b|"
    rf"\b{_N}\b[^\n]{{0,200}}?\b(?:is|was|are|were|has been|have been|is being|must be|should be)"
    rf"(?: \w{{2,12}} and(?: (?:is|was|has been|have been))?)?(?: hereby| now| being|"
    rf" immediately)? "
    rf"(?:withdrawn|killed|retracted|cancell?ed|eliminated|disregarded|deleted|annulled|spiked)\b|"
    rf"\b(?:withdraws?|kills?|retracts?|is withdrawing|is killing|is retracting|has withdrawn|"
    rf"has killed|has retracted|have withdrawn)(?: (?:its|the|this|a|our|"
    rf"that))? (?:[\w'’-]{{2,15}} ){{0,2}}{_N}\b|"
    rf"\b{_DE}\b[^\n]{{0,200}}?\b(?:zurückgezogen|zurückzuziehen|entfällt|entfallen|annulliert|"
    rf"storniert|"
    rf"widerrufen|hinfällig|gegenstandslos|ungültig|gestrichen)\b|"
    rf"\bzieh(?:en|t)\b[^.\n]{{0,120}}?\b{_DE}\b[^.\n]{{0,120}}?\bzurück\b|"
    rf"\b{_FR}\b[^\n]{{0,200}}?\b(?:est|sont|a été|ont été|doit être|doivent être)(?: donc)? "
    rf"(?:annulée?s?|retirée?s?|supprimée?s?|considérée?s? comme nulle?s?)\b|"
    rf"\bnous (?:annulons|retirons)\b[^.\n]{{0,40}}?\b{_FR}\b|"
    rf"\b{_ES}\b[^\n]{{0,200}}?\b(?:queda|quedan|está|ha sido|han sido|debe ser|fica|"
    rf"foi)(?: \w{{2,12}})? "
    rf"(?:anulad[ao]s?|retirad[ao]s?|sin efecto|cancelad[ao]s?)\b|"
    rf"\b(?:queda|quedan) anulad[ao]s? (?:la|el|las|los|nuestra|esta|dicha) {_ES}|"
    rf"\bse anulan? (?:la|el|las|los|nuestra|esta|dicha) {_ES}|"
    rf"\b{_IT}\b[^\n]{{0,200}}?\b(?:è|deve|va|sono)(?: \w{{2,12}}){{0,2}} (?:annullat[aoei]|"
    rf"ritirat[aoei])\b|"
    rf"\b(?:bericht|verhaal|artikel)\b[^\n]{{0,160}}?\b(?:vervalt|is ingetrokken|"
    rf"wordt ingetrokken|trekken we in)|"
    rf"\b(?:nyheten|texten|artikeln|saken|meldingen|historien|"
    rf"artiklen)\b[^\n]{{0,160}}?\b(?:dras tillbaka|"
    rf"återkallas|utgår|trekkes tilbake|trækkes tilbage|annulleres|slettes)|"
    rf"\b(?:uutinen|juttu)\b[^\n]{{0,160}}?\b(?:mitätöidään|perutaan|vedetään pois)|"
    rf"(?:сообщение|новость|материал|веста|вест|vijest|vest|depesza|informacja)\b[^\n]{{0,160}}?"
    rf"(?:аннулир|отменя|снят|се повлекува|povlači se|anulowan|wycofan)",
    re.IGNORECASE,
)

FROM_CLIENTS: Final = re.compile(
    # That a sentence is about copy on a wire, and no story about a story.
    r"^[\s*(\[!]{0,6}(?:ACHTUNG|ATTENTION|EDS|EDITORS?|ATENCIÓN|ATENCION|ATTENZIONE|"
    r"ATENÇÃO|HINWEIS AN)\b|"
    r"\b(?:headlined|slugged|titled|entitled|with the headline|under the headline|numbered|"
    r"which (?:moved|ran|"
    r"was (?:sent|issued|filed|transmitted))|that (?:moved|ran|was sent)|sent (?:at|on|earlier|"
    r"today)|"
    r"moved (?:at|on|earlier|today)|(?:filed|issued|transmitted|published) (?:at|earlier)|"
    r"(?:no|nor any) (?:substitute|replacement|further|other|new|corrected)|substitute story|"
    r"replacement story|please|editors?|eds|clients|subscribers|(?:dpa|ats|afp|apa|sda|"
    r"efe)[ -]\d{2,5}|"
    r"mit der Überschrift|unter (?:dem Titel|der Überschrift)|Redaktionen|Ersatz|"
    r"Neufassung|bitte|hiermit|von \d{1,2}[.:]\d\d|um \d{1,2}[.:]\d\d|\d{4} ?(?:GMT|UTC)|"
    r"intitulée?s?|titulad[ao]s?|intitolat[ao]|transmise?s?|diffusée?s?|émise?s?|difundid[ao]s?|"
    r"transmitid[ao]s?|emitid[ao]s?|rédactions|redacciones|abonnés|abonados|veuillez|prière|"
    r"merci de|"
    r"rogamos|por favor|si prega|met de kop|met als titel|getiteld|gelieve|med rubriken|"
    r"med tittelen|"
    r"otsikoitu|под заголовком|со наслов|pod naslovom|pod tytułem|under rubriken)\b",
    re.IGNORECASE,
)

FOR_NOW: Final = re.compile(
    r"\b(?:please |bitte )?(?:withhold|hold)\b(?: \w{1,12}){0,3}? (?:the|our|this|that|all)?\s?"
    r"(?:story|stories|item|report|copy|article|text|lead)s?\b|"
    r"\bplease (?:withhold|hold)(?:\W*$| (?:this|it)\b)|"
    rf"\b{_N}\b[^.\n]{{0,80}}? (?:is|are)(?: being)? (?:withheld|on hold)\b|"
    r"\b(?:do not use|not to be used|hold|withheld)\b[^.\n]{0,40}?\b(?:until further notice|"
    r"for now|"
    r"pending|for the time being)|"
    r"\bbitte\b[^.\n]{0,60}?\b(?:vorerst|zunächst|vorläufig|bis auf weiteres|bis auf Weiteres|"
    r"einstweilen)\b"
    r"[^.\n]{0,20}? nicht|\b(?:vorerst|vorläufig) (?:nicht (?:verwenden|veröffentlichen|senden)|"
    r"zurückhalten|gesperrt)|"
    r"\bbitte\b[^.\n]{0,60}?\bzurückhalten\b|"
    r"\bne pas (?:utiliser|diffuser|publier)[^.\n]{0,30}?(?:pour l['’]instant|"
    r"jusqu['’]à nouvel ordre|pour le moment)|"
    r"\bno (?:publicar|utilizar|difundir)[^.\n]{0,30}?(?:por ahora|hasta nuevo aviso|de momento)|"
    r"\bnon (?:utilizzare|pubblicare)[^.\n]{0,30}?(?:per ora|fino a nuovo avviso|per il momento)|"
    r"\b(?:voorlopig|vooralsnog) niet (?:gebruiken|publiceren)|"
    r"\b(?:tills vidare|inntil videre|indtil videre)\b",
    re.IGNORECASE,
)
"""What withholds: for now, until further notice."""

FOLLOWS: Final = re.compile(
    r"\b(?:previous|earlier|first|prior|old|above|last|frühere|vorherige|vorige|précédente|"
    r"anterior|precedente)\b",
    re.IGNORECASE,
)
"""``Please disregard the previous version`` above a text: this is the version to be used."""
