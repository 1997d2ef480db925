"""Words with a capital that the tagger must never take for names on their own."""

from __future__ import annotations

from typing import Final

import numpy as np

from pipeline.words.reading import number_of

__all__ = ["NEVER", "NEVER_NUMBERS"]

_ALONE: Final = """
i he she it we they you his her its our their my your him them us me who what which this that these
those there here when where why how if as at by for from in into of off on onto or out over the a
an and but so to up with not no yes now then also after before since until while because mr mrs ms
miss dr sir lord lady dame prof professor president minister chairman king queen prince princess
january february april june july august september october november december jan feb mar
apr jun jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon
tue wed thu fri sat sun am pm gmt est edt cet utc bst editing reporting writing additional
januar februar märz april mai juni juli august september oktober november dezember jänner montag
dienstag mittwoch donnerstag freitag samstag sonnabend sonntag der die das ein eine er sie es wir
ihr und aber oder in im am an auf bei mit nach von vom zu zum zur herr frau präsident minister
janvier février mars avril mai juin juillet août septembre octobre novembre décembre lundi mardi
mercredi jeudi vendredi samedi dimanche le la les un une il elle ils elles nous vous et mais ou où
en dans sur avec pour par m mme mlle monsieur madame
enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre lunes
martes miércoles jueves viernes sábado domingo el los las una uno él ella ellos ellas y o pero
con por para según señor señora sr sra
gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre
lunedì martedì mercoledì giovedì venerdì sabato domenica
o a os as um uma uns umas ele ela eles elas nós você vocês do da dos das em no na nas ao aos
com sem sob sobre entre até nem ou se quando onde segundo além apesar depois durante ontem
hoje amanhã este esta esse essa isto isso já não também janeiro fevereiro março abril maio junho
julho setembro outubro novembro dezembro segunda-feira terça-feira quarta-feira quinta-feira
sexta-feira sábado presidente ministro
ik hij zij ze wij jullie u de het een en maar als op aan bij na van voor door naar over uit
volgens dit dat die deze er ook toch wie wat waar hoe toen nu vandaag gisteren morgen januari
februari maart mei juni juli augustus oktober maandag dinsdag woensdag donderdag vrijdag zaterdag
zondag meneer mevrouw
я мы вы он она они оно это эта этот эти тот та те что кто как где когда если для из от до при об во
не и а но к у же с со на по в о за под над без через после перед между среди также так там здесь
теперь сегодня вчера завтра только уже ещё однако поэтому потом затем тогда кроме вместе все всё
его её их наш ваш мой твой свой чтобы хотя ведь январь февраль март апрель май июнь июль август
сентябрь октябрь ноябрь декабрь января февраля марта апреля мая июня июля августа сентября октября
ноября декабря понедельник вторник среда четверг пятница суббота воскресенье среду пятницу субботу
господин госпожа президент министр премьер фото видео источник
inc co corp ltd plc llc llp jr sr ag sa nv aedt aest bst eet est hkt ist jst msk pst pdt mst dnf dns
photo photos image video foto fotos eds ed note correction update urgent
rue avenue boulevard calle piazza birthdays results standings fixtures glance preview advisory
covid sars mers hiv aids hpv dna rna gdp cpi pmi ceo cfo coo cto cmo svp evp mp mps mep meps suv
suvs atm tv pdf faq url gps vip ufo lgbt lgbtq wmd ied ieds ids ipo ipos etf etfs ebitda pcr led
usb cd dvd qa
usd eur gbp chf jpy cny nok sek dkk skr pln czk huf rub aud cad nzd inr brl zar
pib tva vih sida pdg pil bip mwst lkw pkw bbp btw
сми аэс гэс тэс тэц сизо ввп дтп чп чс нло днк вич спид ук гк апк жкх тв
"""
"""Pronouns, articles, months, days and titles of the languages that are tagged; what a desk writes
above a list; illnesses, figures and things by their letters."""

NEVER: Final = frozenset((word,) for word in _ALONE.split())

NEVER_NUMBERS: Final = np.array(
    [number_of(word) for word in dict.fromkeys(_ALONE.split())], np.uint64
)
"""The same by their numbers."""
