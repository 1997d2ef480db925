"""Month names as datelines write them, in full and cut short.

The names are those of Unicode CLDR's Gregorian calendar (wide and abbreviated), in the languages
of European agencies.
"""

from __future__ import annotations

__all__ = ["month_number"]

_NAMES = (
    # en de nl sv da nb, fr es it pt ca ro, pl cs sk sl hr sr bs (Latin), fi hu tr, mk sr bg ru uk
    "january jan januar jänner januari januar janvier janv enero ene gennaio gen janeiro gener "
    "ianuarie ian stycznia styczeń sty ledna leden januára siječnja siječanj januara tammikuuta "
    "január ocak јануари јануар јан януари януар января янв січня",
    "february feb februar feber februari février fevrier févr fév febrero febbraio fevereiro fev "
    "febrer februarie lutego luty lut února únor februára veljače veljača februara helmikuuta "
    "február şubat февруари фебруар фев феб февраля февраль лютого",
    "march mar märz maerz mär maart mars marts marzo março marco març martie marca marzec března "
    "březen marec ožujka ožujak mart marta maaliskuuta március март марта мар березня",
    "april apr avril avr abril abr aprile aprilie kwietnia kwiecień kwi dubna duben apríla travnja "
    "travanj aprila huhtikuuta április nisan април апр апреля апрель квітня",
    "may mai mei maj mayo maggio mag maio maig mai maja května květen mája svibnja svibanj "
    "toukokuuta május mayıs мај мая май травня",
    "june jun juni juin junio giugno giu junho juny iunie iun czerwca czerwiec cze června červen "
    "júna lipnja lipanj juna kesäkuuta június haziran јуни јун юни июня июнь июн червня",
    "july jul juli juillet juil julio luglio lug julho juliol iulie iul lipca lipiec lip července "
    "červenec júla srpnja srpanj jula heinäkuuta július temmuz јули јул юли июля июль июл липня",
    "august aug augustus augusti août aout agosto ago agost sierpnia sierpień sie srpna srpen "
    "augusta kolovoza kolovoz avgusta avgust elokuuta augusztus ağustos август авг августа серпня",
    "september sept sep septembre septiembre settembre set setembro setembre septembrie września "
    "wrzesień wrz září septembra rujna rujan syyskuuta szeptember eylül септември септембар сеп "
    "сентября сентябрь сен вересня",
    "october oct oktober okt octobre octubre ottobre ott outubro out octombrie października "
    "październik paź října říjen októbra listopada oktobra lokakuuta október ekim октомври октобар "
    "окт октября октябрь жовтня",
    "november nov novembre noviembre novembro noiembrie listopada listopad lis listopadu novembra "
    "studenoga studeni marraskuuta kasım ноември новембар ное нов ноября ноябрь листопада",
    "december dec dezember dez décembre decembre déc diciembre dic dicembre dezembro desembre "
    "decembrie grudnia grudzień gru prosince prosinec decembra prosinca prosinac joulukuuta aralık "
    "декември децембар дек декабря декабрь грудня",
)  # fmt: skip

_NUMBERS: dict[str, int] = {}
for _number, _names in enumerate(_NAMES, 1):
    for _name in _names.split():
        # "listopada" is October in Croatian and November in Polish; the first one stands.
        _NUMBERS.setdefault(_name, _number)


def month_number(name: str) -> int | None:
    """Return 1 to 12 for a month's name in any of the languages, or None."""
    return _NUMBERS.get(name.casefold().rstrip("."))
