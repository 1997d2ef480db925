"""Fill the invented sentences with names: documents for ``names.build`` to learn wire copy from."""

from __future__ import annotations

import random
import re
from typing import Final

from pipeline.enriching.names.build.corpora import Document
from pipeline.enriching.names.build.lists import Lists, plain_letters, read_sections
from pipeline.enriching.names.build.wording import WORDING

__all__ = ["Writer"]

_KIND: Final = {
    "per": "PER", "last": "PER", "city": "LOC", "country": "LOC", "place": "LOC",
    "uscityplace": "LOC", "club": "ORG", "county": "ORG", "rugby": "ORG", "usteam": "ORG",
    "nick": "ORG", "uscity": "ORG", "UScity": "ORG", "company": "ORG", "body": "ORG",
    "agency": "ORG", "cityclub": "ORG", "nat": "MISC", "event": "MISC", "nats": "MISC",
    "letters": "ORG",
}  # fmt: skip
_SYLLABLES: Final = (
    "ba be bo ca co cu da de di do fa fi ga ge go ka ko la le li lo lu ma me mi mo mu na ne ni no "
    "pa pe po ra re ri ro ru sa se si so su ta te ti to tra tri va ve vi vo xe za zo al am an ar "
    "el en er es in ir on or os ul un bri cro dra fle gra klo pla pri ste swi tro"
).split()
_FIRM_ENDINGS: Final = (
    "tech corp com mark land bank chem tel net soft gen lux co ex ia max tron dyne media sys trust "
    "pharm oil gas metal bond air mobil star view point group lab cell logic care nova bus plast"
).split()
_CALLINGS: Final = (
    "Chef|Chefin|Sprecher|Sprecherin|Minister|Ministerin|Experte|Expertin|Leiter|Trainer|Star|"
    "Autorin|Sieger|Siegerin|Direktor|Politiker|Anwalt|Forscher|Moderatorin|Darsteller|Träger"
).split("|")
_PARTICLES: Final = "de|van|von|van der|al|bin|de la|El|Al|da|di|Le|Mac".split("|")
_COMMON_COUNTRIES: Final = (
    "Britain|England|Scotland|Wales|Ireland|France|Germany|Italy|Spain|Portugal|Netherlands|Belgium|"
    "Sweden|Norway|Denmark|Finland|Russia|Ukraine|Poland|Czech Republic|Hungary|Romania|Bulgaria|"
    "Croatia|Yugoslavia|Bosnia|Greece|Turkey|Israel|Iraq|Iran|Syria|Lebanon|Egypt|Saudi Arabia|"
    "Kuwait|India|Pakistan|Sri Lanka|Bangladesh|China|Japan|South Korea|North Korea|Taiwan|"
    "Australia|New Zealand|South Africa|Zimbabwe|Kenya|Nigeria|Zaire|Rwanda|Burundi|Algeria|"
    "Morocco|Brazil|Argentina|Mexico|Colombia|Chile|Peru|Canada|U.S.|US|United States|Cuba|"
    "Switzerland|Austria|Slovakia|Thailand|Malaysia|Indonesia|Philippines|Vietnam|Afghanistan"
).split("|")


def _tidy(line: str) -> str:
    """Return a line with blanks as a writer sets them."""
    line = re.sub(r" ([.,;:!?)%]|'s?(?= ))", r"\1", line)
    line = re.sub(r"\( ", "(", line)
    return re.sub(r'" (.*?) "', r'"\1"', line)


class Writer:
    """Writes documents; the same seed writes the same ones."""

    def __init__(self, lists: Lists, seed: int, language: str = "en") -> None:
        self._lists, self._language = lists, language
        self._wording = WORDING[language]
        self._own = {**lists.own, **read_sections(f"lists_{language}.txt")}
        self._chance = random.Random(seed)
        self._sections = read_sections(f"templates_{language}.txt")
        self._locales = [
            name
            for name, (first, last) in lists.people.items()
            if len(first) > 30 and len(last) > 30 and (first + last)[0][0].isascii()
        ]
        own = [town for code in self._wording.countries for town in lists.towns[code]]
        self._towns = own
        self._cities = sorted(
            (town for towns in lists.towns.values() for town in towns),
            key=lambda town: -lists.cities[town],
        )
        self._last = [n for n in lists.last if n.isascii()]
        self._first = [n for n in lists.first if n.isascii()]
        self._home = 0.5 if language == "en" else 0.75
        self._cast: list[tuple[str, str]] = []

    def documents(self, count: int) -> list[Document]:
        """Return *count* documents of a headline, paragraphs and table lines."""
        return [self._document() for _ in range(count)]

    def _document(self) -> Document:
        chance = self._chance
        section = chance.choice([s for s in self._sections if s != "headlines"])
        self._cast = [self._person() for _ in range(chance.randint(1, 6))]
        lines = []
        if chance.random() < 0.7:
            line = chance.choice(self._sections.get("headlines") or self._sections[section])
            lines.append(("^" if chance.random() < 0.6 else "") + line)
        if chance.random() < 0.6:
            lines.append(
                chance.choice(
                    ["{CITY} {date}", "{city} {date}", "{CITY} , {month} {num} ( {agency} ) -",
                     "{CITY} ( {agency} ) -", "{CITY} , {country} {date}", "{CITY} , {month} {num}"]
                )
            )  # fmt: skip
        for _ in range(chance.randint(5, 16)):
            of = (
                section if chance.random() < 0.72 else chance.choice(["plain", "politics", section])
            )
            line = chance.choice(self._sections[of])
            lines.extend([line] * (chance.randint(2, 8) if line.startswith("/") else 1))
        tidy = chance.random() < 0.6
        text: list[str] = []
        names: list[tuple[int, int, str]] = []
        at = 0
        for line in lines:
            upper = line.startswith("^")
            shown = _tidy(line.lstrip("/^ ")) if tidy else line.lstrip("/^ ")
            for part in re.split(r"(\{[^}]*\})", shown):
                word, kind = self._part(part)
                word = word.upper() if upper and len(word.upper()) == len(word) else word
                if kind:
                    names.append((at, at + len(word), kind))
                text.append(word)
                at += len(word)
            between = "\n" if line.startswith("/") and chance.random() < 0.6 else "\n\n"
            text.append(between)
            at += len(between)
        return Document("".join(text), names, self._language)

    def _part(self, part: str) -> tuple[str, str]:
        """Return what stands for a part of a line, and of what kind it is: ``{LOC:U.S.}``."""
        if not part.startswith("{"):
            return part, ""
        slot = part[1:-1]
        kind, _, literal = slot.partition(":")
        if literal:
            return literal, kind
        return self._shown(slot), _KIND.get(slot.lower() if slot == "CITY" else slot, "")

    def _shown(self, slot: str) -> str:
        """Return what fills a slot, most often without accents, as English-language wires send."""
        value = self._value(slot)
        share = 0.8 if self._language == "en" else 0.15
        return plain_letters(value) if self._chance.random() < share else value

    def _value(self, slot: str) -> str:
        chance, own = self._chance, self._own
        if slot == "per":
            return self._full_name()
        if slot == "last":
            return (
                self._chance.choice(self._cast)[1] if chance.random() < 0.6 else self._person()[1]
            )
        if slot == "CITY":
            return self._value("city").upper()
        if slot == "UScity":
            return chance.choice(own["uscity"]).upper()
        if slot in ("city", "cityclub"):
            roll = chance.random()
            if self._language != "en" and roll < 0.35:
                return chance.choice(own["place"])
            if roll < 0.6 and self._towns:
                return self._towns[int(len(self._towns) * chance.random() ** 2)]
            rank = int(len(self._cities) * chance.random() ** 3)
            return self._cities[min(rank, len(self._cities) - 1)]
        if slot == "country":
            roll = chance.random()
            if self._language == "en" and roll < 0.12:
                return chance.choice(
                    ["U.S.", "United States", "Britain", "Russia", "France", "Germany"]
                )
            if roll < 0.4:
                return chance.choice(
                    _COMMON_COUNTRIES
                    if self._language == "en"
                    else self._lists.countries[self._language]
                )
            if roll < 0.55:
                return chance.choice(own["place"])
            return chance.choice(self._lists.countries[self._language])
        if slot == "place":
            return chance.choice(self._lists.regions if chance.random() < 0.3 else own["place"])
        if slot == "uscityplace":
            return chance.choice(own["uscity"])
        if slot == "usteam":
            roll = chance.random()
            if roll < 0.35:
                return chance.choice(own["uscity"])
            if roll < 0.6:
                return chance.choice(own["nickname"])
            return f"{chance.choice(own['uscity'])} {chance.choice(own['nickname'])}"
        if slot == "nick":
            return chance.choice(own["nickname"])
        if slot == "nat":
            return chance.choice(own["nationality"])
        if slot in ("noun", "nounchef"):
            return self._noun(slot)
        if slot == "letters":
            return self._letters()
        if slot == "nats":
            return chance.choice(own["nationality"]) + "s"
        if slot == "company":
            return self._company()
        if slot in ("body", "agency"):
            return self._body(slot)
        if slot in own:
            return chance.choice(own[slot])
        return self._number(slot)

    def _number(self, slot: str) -> str:
        chance = self._chance
        if slot == "num":
            return chance.choice(
                [
                    str(chance.randint(0, 12)),
                    str(chance.randint(1, 99)),
                    str(chance.randint(100, 9999)),
                    f"{chance.randint(0, 99)}.{chance.randint(0, 99)}",
                    f"{chance.randint(1, 99)},{chance.randint(100, 999)}",
                    chance.choice("two three four five seven nine ten".split())
                    if self._language == "en"
                    else str(chance.randint(1, 30)),
                ]
            )
        if slot == "date":
            day = f"{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
            return f"{chance.randint(1990, 2026)}-{day}"
        said = self._wording
        simple = {"day": said.days, "month": said.months, "title": said.titles, "role": said.roles}
        if slot in simple:
            return chance.choice(simple[slot])
        if slot == "year":
            return str(chance.randint(1900, 2026))
        if slot == "money":
            return f"${chance.randint(1, 900)} {chance.choice(['million', 'billion'])}"
        letters = "ABCDEFGHIJKLMNOPRSTVW"
        if slot == "initial":
            return chance.choice(letters)
        if slot == "initials":
            return " ".join(chance.choice(letters) for _ in range(chance.randint(1, 2)))
        raise ValueError(f"no such slot: {slot}")

    def _person(self) -> tuple[str, str]:
        chance = self._chance
        roll = chance.random()
        if self._language == "en" and roll < 0.3:
            return chance.choice(self._first), chance.choice(self._last)
        locale = chance.choice(self._wording.locales if roll < self._home else self._locales)
        first, last = self._lists.people[locale]
        family = chance.choice(last)
        while not family[0].isascii() and ord(family[0]) > 0x24F:
            family = chance.choice(last)
        if chance.random() < 0.04:
            family = f"{family}-{chance.choice(last)}"
        elif chance.random() < 0.05:
            family = f"{chance.choice(_PARTICLES)} {family}"
        given = chance.choice(first)
        while not given[0].isascii() and ord(given[0]) > 0x24F:
            given = chance.choice(first)
        return given, family

    def _full_name(self) -> str:
        chance = self._chance
        first, last = chance.choice(self._cast) if chance.random() < 0.4 else self._person()
        roll = chance.random()
        if roll < 0.05:
            return f"{first[0]}. {last}"
        if roll < 0.09:
            return f"{first} {chance.choice('ABCDEFGHJKLMPRSTW')}. {last}"
        if roll < 0.12:
            return f"{first} {self._person()[0]} {last}"
        if roll < 0.14:
            return f"{first}-{self._person()[0]} {last}"
        if roll < 0.16:
            return f"{first} {last} {chance.choice(['Jr', 'Jr.', 'III', 'Sr.'])}"
        return f"{first} {last}"

    def _company(self) -> str:
        chance, own = self._chance, self._own
        roll = chance.random()
        if roll < 0.3:
            return chance.choice(own["company"])
        if roll < 0.5:
            return chance.choice(self._lists.companies)
        word = chance.choice(own["orgword"])
        if roll < 0.62:
            made = self._made_up()
            return made if chance.random() < 0.7 else f"{made} {word}"
        if roll < 0.78:
            base = self._person()[1]
        elif roll < 0.85:
            base = f"{self._value('city')}"
        elif roll < 0.9:
            base = f"{self._person()[1]} {chance.choice(['&', 'and'])} {self._person()[1]}"
        elif roll < 0.95:
            letters = "ABCDEFGHIKLMNOPRSTV"
            base = "".join(chance.choice(letters) for _ in range(chance.randint(2, 4)))
        else:
            base = chance.choice(
                "First National United General Pacific Atlantic Royal Standard Global American "
                "Allied Western Northern Eastern Southern Premier Golden Universal Capital".split()
            )
        return (
            f"{base} {word}"
            if chance.random() < 0.8
            else f"{base} {word} {chance.choice(own['orgword'])}"
        )

    def _made_up(self) -> str:
        """Return a firm's name that means nothing: ``Velotech``, ``Cadimark``."""
        chance = self._chance
        parts = [chance.choice(_SYLLABLES) for _ in range(chance.randint(1, 3))]
        return "".join(parts).capitalize() + (
            chance.choice(_FIRM_ENDINGS) if chance.random() < 0.6 else ""
        )

    def _noun(self, slot: str) -> str:
        """Return a German noun, often of two nouns, or what somebody is called by one."""
        chance, nouns = self._chance, self._own["noun"]
        word = chance.choice(nouns)
        if slot == "nounchef":
            end = chance.choice(_CALLINGS)
        elif chance.random() < 0.6:
            return word + (chance.choice(["n", "en", "e", "s"]) if chance.random() < 0.2 else "")
        else:
            end = chance.choice(nouns)
        joint = "s" if word.endswith(("ung", "ion", "heit", "keit", "schaft", "tät")) else ""
        return word + (f"-{end}" if chance.random() < 0.12 else joint + end.lower())

    def _letters(self) -> str:
        return "".join(
            self._chance.choice("ABCDEFGHIKLMNOPRSTUV") for _ in range(self._chance.randint(3, 4))
        )

    def _body(self, slot: str) -> str:
        chance, own = self._chance, self._own
        roll = chance.random()
        if slot == "agency":
            if self._wording.agencies:
                return chance.choice(self._wording.agencies)
            at = own["body"].index("Xinhua")
            return chance.choice(own["body"][at : at + 55])
        if roll < 0.55:
            return chance.choice(own["body"])
        if roll < 0.6 or self._language != "en":
            return self._letters() if roll < 0.6 else chance.choice(own["body"])
        where = chance.choice([self._value("city"), self._value("nat"), self._value("country")])
        word = chance.choice(own["bodyword"])
        what = chance.choice(
            "Justice|Finance|Health|Education|Trade|Agriculture|Transport|Energy|Labour|Interior|"
            "Defence|Science|Technology|Statistics|Human Rights|Foreign Affairs|Football|Tennis|"
            "Athletics|Medical|Environment|Liberation|National|People's|Workers|Reform|Islamic|"
            "Research|Aviation|Election|Aid|Refugee|Space|Communist|Christian|Democratic".split("|")
        )
        if roll < 0.7:
            return f"{where} {word}"
        if roll < 0.78:
            return f"{word} of {what}"
        if roll < 0.86:
            return f"{word} of {where}" if not where.startswith("U.") else f"{where} {what} {word}"
        if roll < 0.93:
            return f"{where} {what} {word}"
        return f"{what} {word}"
