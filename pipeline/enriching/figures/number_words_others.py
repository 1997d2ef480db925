"""How sums are written in languages whose other number words we do not know: digits and a scale.

From general knowledge of the languages. Without its scale a sum would be a millionth of itself.
"""

from __future__ import annotations

from typing import Final

from pipeline.enriching.figures.numerals import Numerals

__all__ = ["SCALED", "others"]

_SOUTH_SLAVIC: Final = (
    "tis tisuća tisuće hiljada hiljade / mil milijun milijuna milion miliona / mlrd milijarda "
    "milijarde milijardi / bilijun bilijuna"
)
_NORWEGIAN: Final = "tusen / mill million millioner / mrd milliard milliarder / billion billioner"

_SCALES: Final = {
    "be": "тыс тысяч тысячы / млн мільён мільёна мільёнаў / млрд мільярд мільярда мільярдаў / трлн",
    "bg": "хил хиляди / млн милион милиона милиони / млрд милиард милиарда милиарди / трлн",
    "bs": _SOUTH_SLAVIC,
    "ca": "mil / milió milions / / bilió bilions",
    "cs": "tis tisíc tisíce / mil mio milion miliony milionů / mld miliarda miliardy miliard / bil",
    "da": "tusind / mio million millioner / mia mrd milliard milliarder / billion billioner",
    "el": "χιλ χιλιάδες / εκατ εκατομμύριο εκατομμύρια εκατομμυρίων / δισ δισεκατομμύρια "
    "δισεκατομμυρίων / τρισ τρισεκατομμύρια",
    "et": "tuhat tuhandet / mln miljon miljonit / mld miljard miljardit / triljon",
    "fi": "tuhat tuhatta / milj miljoona miljoonaa miljoonan / mrd miljardi miljardia miljardin / ",
    "hr": _SOUTH_SLAVIC,
    "hu": "ezer / millió / milliárd mrd / billió",
    "id": "ribu / juta / miliar / triliun",
    "lt": "tūkst tūkstančių / mln milijonas milijonai milijonų / mlrd milijardas milijardai "
    "milijardų / trln",
    "lv": "tūkst tūkstoši tūkstošu / milj miljons miljoni miljonu / mljrd miljards miljardi "
    "miljardu / ",
    "mk": "илјади / милион милиони / милијарда милијарди / ",
    "nb": _NORWEGIAN,
    "nl": "duizend / mln miljoen / mld miljard miljarden / biljoen",
    "nn": _NORWEGIAN,
    "no": _NORWEGIAN,
    "pl": "tys tysiąc tysiące tysięcy / mln milion miliony milionów / mld miliard miliardy "
    "miliardów / bln bilion biliony bilionów",
    "pt": "mil / mi milhão milhões / bi bilhão bilhões / tri trilhão trilhões bilião biliões",
    "ro": "mii / mil mln milion milioane / mld miliard miliarde / trilioane",
    "ru": "тыс тысяча тысячи тысяч / млн миллион миллиона миллионов / млрд миллиард миллиарда "
    "миллиардов / трлн триллион триллиона триллионов",
    "sh": _SOUTH_SLAVIC,
    "sk": "tis tisíc / mil mio milión milióny miliónov / mld miliarda miliardy miliárd / bil",
    "sl": "tisoč / mio milijon milijona milijonov / mrd milijarda milijarde milijard / ",
    "sr": _SOUTH_SLAVIC,
    "sv": "tusen / mn miljon miljoner / md mdr miljard miljarder / biljon biljoner",
    "tr": "bin / mn milyon / mr milyar / trilyon",
    "uk": "тис тисяча тисячі тисяч / млн мільйон мільйона мільйони мільйонів / млрд мільярд "
    "мільярда мільярди мільярдів / трлн трильйон трильйонів",
    "vi": "nghìn ngàn / triệu / tỷ tỉ / ",
}
"""What multiplies a number: thousands / millions / thousand millions / million millions."""

_EVERYWHERE: Final = {"k": 1e3, "m": 1e6, "mln": 1e6, "bn": 1e9}
"""What stands behind digits in tables and headlines of any of them: ``$3m``."""

SCALED: Final = tuple(_SCALES)


def others(language: str) -> Numerals:
    """Return what sums are written with; all these languages set a decimal with a comma.

    ``KeyError`` for one that we do not know.
    """
    scales = dict(_EVERYWHERE)
    for words, much in zip(_SCALES[language].split("/"), (1e3, 1e6, 1e9, 1e12), strict=True):
        scales |= dict.fromkeys(words.split(), much)
    nothing: frozenset[str] = frozenset()
    return Numerals(
        values={},
        scales=scales,
        vague={},
        one=nothing,
        joins=nothing,
        to=nothing,
        between=nothing,
        about={},
        of=frozenset({"de"}),
        comma=True,
        ends=frozenset(scales),
    )
