"""What agencies call their own subjects, as Media Topics, for feeds that code them by ids."""

from __future__ import annotations

from typing import Final

from schemas.types import Subject

__all__ = ["topic_of_agency_name"]

_NAMES: Final = {
    # AP's, as its subjects are called
    "business": "04000000", "health": "07000000", "sports": "15000000", "politics": "11000000",
    "government and politics": "11000000", "entertainment": "01000000",
    "arts and entertainment": "01000000", "lifestyle": "10000000", "science": "13000000",
    "technology": "13000000", "religion": "12000000", "weather": "17000000",
    "social affairs": "14000000", "social issues": "14000000", "education": "05000000",
    "environment": "06000000", "environment and nature": "06000000", "crime": "20000082",
    "law and order": "02000000", "legal proceedings": "20000106", "courts": "20000107",
    "accidents and disasters": "03000000", "accidents": "20000139",
    "natural disasters": "20000151", "war and unrest": "16000000",
    "military and defense": "20000598", "labor issues": "20000524", "personnel": "09000000",
    "international relations": "20000638", "national elections": "20000579",
    "elections": "20000574", "legislature": "20000615", "economy": "20000344",
    "corporate news": "20000170", "corporate stock": "20000385", "stock markets": "20000385",
    "earnings": "20001365", "earnings reports": "20001365", "financial performance": "20001365",
    "financial markets": "20000385", "industries": "20000209", "media": "20000045",
    "infectious diseases": "20000448", "diseases and conditions": "20000446",
    "coronavirus": "20000448", "movies": "20000005", "music": "20000018", "books": "20000013",
    "television programs": "20000051", "celebrity": "20000505", "travel": "20000563",
    "tennis": "20001085", "soccer": "20001065", "baseball": "20000849",
    "basketball": "20000851", "football": "20000823", "hockey": "20000965", "golf": "20000940",
    "automobile racing": "20000991", "boxing": "20000856", "olympic games": "20001177",
    "disease outbreaks": "20000448", "epidemics": "20000448", "respiratory disease": "20000446",
    "lung disease": "20000446", "cancer": "20000447", "heart disease": "20000454",
    "mental health": "20000458", "vaccines": "20000477", "immunizations": "20000477",
    "coronavirus pandemic": "20000448", "covid-19 pandemic": "20000448",
    "2019-2020 coronavirus pandemic": "20000448", "health care industry": "20001354",
    "violent crime": "20000082", "shootings": "20001313", "homicide": "20000099",
    "fraud": "20000097", "drug trafficking": "20000095", "sexual assault": "20000084",
    "arrests": "20000130", "trials": "20000111", "lawsuits": "20000122", "police": "20000133",
    "law enforcement": "20000129", "terrorism": "20000103", "terrorist attacks": "20000053",
    "bombings": "20000055", "war": "20000062", "protests and demonstrations": "20000066",
    "riots": "20000069", "coups d'etat": "20000070", "peace process": "20000073",
    "earthquakes": "20000153", "floods": "20000154", "hurricanes": "20001280",
    "tropical cyclones": "20001280", "tornados": "20000151", "fires": "20000150",
    "wildfires": "20000150", "transportation accidents": "20000143",
    "aviation accidents": "20000143", "storms": "17000000", "climate change": "20000418",
    "climate": "20000418", "pollution": "20000424", "animals": "20000500",
    "presidential elections": "20000579", "legislation": "20000615", "diplomacy": "20000639",
    "foreign policy": "20000638", "government and politics news": "11000000",
    "immigration": "20000771", "refugees": "20000645", "human rights": "20000592",
    "government regulations": "20000636", "central banking": "20000350",
    "monetary policy": "20000379", "interest rates": "20000371", "inflation": "20000346",
    "prices": "20000346", "economic growth": "20000346", "international trade": "20000373",
    "mergers and acquisitions": "20000204", "initial public offerings": "20000385",
    "stock indices and averages": "20000385", "commodity markets": "20000386",
    "oil and gas industry": "20001243", "energy industry": "20000256",
    "consumer products and services": "20000243", "retail and wholesale": "20001289",
    "technology industry": "20000225", "automotive industry": "20000294",
    "transportation": "20000337", "agriculture": "20000210", "real estate": "20000235",
    "banking and credit": "20001370", "service sector performance": "20000346",
    "labor strikes": "20000530", "jobs and careers": "20000509", "employment": "20000509",
    "unemployment": "20000533", "higher education": "20000405", "schools": "20000400",
    "students": "20000415", "space exploration": "20000757", "astronomy": "20000718",
    "space launches": "20000757", "archaeology": "20000744", "biology": "20000719",
    "race and ethnicity": "20000795", "racial and ethnic discrimination": "20000777",
    "women's rights": "20001326", "lgbt issues": "20000792", "poverty": "20000801",
    "christianity": "20000659", "islam": "20000677", "judaism": "20000679",
    "papacy": "20000704", "popes": "20000704", "fashion": "20000011",
    "visual arts": "20000031", "celebrity news": "20000505", "royalty": "20000506",
    "award shows": "20000498", "weddings": "20001236", "funerals and memorial services": "20001235",
    "food and drink": "20000565", "recipes": "20000565", "hobbies": "20000550",
    "men's sports": "15000000", "women's sports": "15000000", "men's tennis": "20001085",
    "women's tennis": "20001085", "men's soccer": "20001065", "women's soccer": "20001065",
    "men's basketball": "20000851", "women's basketball": "20000851",
    "nfl football": "20000823", "college football": "20000823", "american football": "20000823",
    "mlb baseball": "20000849", "nba basketball": "20000851", "nhl hockey": "20000965",
    "men's golf": "20000940", "women's golf": "20000940", "formula one": "20000991",
    "nascar": "20000991", "horse racing": "20000960", "cycling": "20000892",
    "track and field": "20000827", "swimming": "20001071", "cricket": "20000888",
    "rugby": "20001176", "alpine skiing": "20001056", "figure skating": "20000934",
    "mixed martial arts": "20001157", "sports transactions": "20001148",
    # dpa's
    "konflikte": "16000000", "krieg": "20000062", "fußball": "20001065",
    "kriminalität": "20000082", "terrorismus": "20000103", "prozesse": "20000111",
    "justiz": "02000000", "unfälle": "20000139", "katastrophen": "20000148",
    "wetter": "17000000", "wissenschaft": "13000000", "gesundheit": "07000000",
    "kirche": "12000000", "umwelt": "06000000", "schulen": "20000400",
    "hochschulen": "20000405", "bildung": "05000000", "wahlen": "20000574",
    "parteien": "20001384", "regierung": "20000593", "bundestag": "20000615",
    "migration": "20000771", "flüchtlinge": "20000645", "streiks": "20000529",
    "arbeitsmarkt": "20000523", "tarife": "20000525", "energie": "20000256", "öl": "20000256",
    "verkehr": "20000337", "börsen": "20000385", "währung": "20000355",
    "konjunktur": "20000346", "banken": "20001370", "leute": "08000000", "film": "20000005",
    "musik": "20000018", "literatur": "20000013", "theater": "20000029", "medien": "20000045",
    "extremismus": "11000000", "ausstellungen": "20001135", "kunst": "20000031",
    "geschichte": "20000747", "waffen": "20000632", "gastgewerbe": "20000331",
    "gericht": "20000107", "urteile": "20000107", "polizei": "20000133", "brände": "20000150",
    "erdbeben": "20000153", "hochwasser": "20000154", "klima": "20000418", "tiere": "20000500",
    "raumfahrt": "20000757", "krankheiten": "20000446", "gewerkschaften": "20000536",
    "unternehmen": "04000000", "handel": "20000373", "auto": "20000294",
    "luftverkehr": "20000337", "bahn": "20000337", "internet": "20000763",
    "fernsehen": "20000051", "adel": "20000506", "soziales": "14000000", "familie": "20000780",
    "gesellschaft": "14000000", "tourismus": "20000331",
    "handball": "20000958", "eishockey": "20000965",
    "radsport": "20000892", "leichtathletik": "20000827",
    "motorsport": "20000991", "formel 1": "20000991", "boxen": "20000856",
    "ski alpin": "20001056", "biathlon": "20000852",
    "wirtschaft": "04000000", "kultur": "01000000", "politik": "11000000", "sport": "15000000",
    # STT's departments
    "talous": "04000000", "politiikka": "11000000", "urheilu": "15000000",
    "kulttuuri": "01000000",
    # ANSA's products
    "politica": "11000000", "economia": "04000000", "cultura": "01000000",
    "spettacolo": "01000000", "scienza": "13000000", "salute": "07000000",
}  # fmt: skip
"""What agencies call their own subjects, in small letters."""

_NAMED: Final = ("apsubject", "cv.ap.org", "dpasubject", "sttdepartment", "products")
"""Schemes whose codes are the agency's own and whose names tell."""


def topic_of_agency_name(subject: Subject) -> str:
    """Return the number of the topic that an agency's own subject is by its name, or nothing.

    >>> topic_of_agency_name(Subject(scheme="apsubject", code="c8e4", name="Business"))
    '04000000'
    """
    if not any(scheme in subject.scheme for scheme in _NAMED):
        return ""
    name = subject.name.strip().lower()
    return _NAMES.get(name) or _NAMES.get(name.removesuffix(" - news"), "")
