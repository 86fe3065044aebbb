"""Made-up addresses, e-mails, dates of birth and positions, French, British and American."""

from __future__ import annotations

from typing import TYPE_CHECKING

from made_phones import digits

if TYPE_CHECKING:
    from random import Random

_FIRST = {
    "fr": (
        "camille lea hugo manon theo sarah lucas ines nathan chloe jules emma adrien elodie romain "
        "pauline mathieu amelie benoit celine damien fanny gregory helene karim nadia olivier "
        "sandrine thierry valerie yanis zoe bastien mireille patrick odile"
    ).split(),
    "en": (
        "oliver amelia harry isla george ava noah mia leo grace arthur freya oscar poppy henry "
        "alice sadie wyatt nora caleb hazel owen ruby jasper deepak priya amara kofi shona gareth "
        "maureen brenda keith janet trevor wendy"
    ).split(),
}
_LAST = {
    "fr": (
        "berthelot lacaze mazurier delcourt pineau rouvier castagnet thevenet quemener bonnardel "
        "lemasson vidalenc carpentreau duvernoy escoffre fauvel granger hamelin jaubert keller "
        "lorieux marchandise noirot ollivier perrault quinsac roussillon salvetat tourneur ulrich"
    ).split(),
    "en": (
        "ashworth bellweather cartmell dunstable eastlake fairburn goodacre hollins inkpen jarrold "
        "kettlewell lowther marbury nuttall oakshott pemberton quarrie redfearn stubbings thackray "
        "underhay vickers wetherby yarrow atwood brannigan colfax delgado ellery fenwick"
    ).split(),
}
_MAIL = {
    "fr": "gmail.com orange.fr laposte.net free.fr sfr.fr outlook.fr hotmail.fr yahoo.fr proton.me",
    "en": "gmail.com outlook.com btinternet.com icloud.com yahoo.co.uk hotmail.com aol.com",
}
_OFFICE = {
    "fr": (
        "ateliers-morvane.fr toitures-lacombe-fils.fr fermedelavergnole.fr cabinet-tersannes.fr "
        "chauffage-du-ternois.com maison-brivadois.fr mairie-valcombreuse.fr lesjardinsdosier.org"
    ).split(),
    "en": (
        "morvaneworkshops.com pendlewick-roofing.co.uk kestrelfoldfarm.co.uk hartsmere-legal.com "
        "brackendale-heating.co.uk juniperhillbakery.com stonecoteparish.org.uk fernlyprint.net"
    ).split(),
}
_STREETS_FR = (
    *("rue des Tilleuls", "rue du Four-à-Chaux", "avenue Louise-Michel", "allée des Vanneaux"),
    *("boulevard de la Corderie", "impasse du Lavoir", "chemin des Grandes-Vignes", "rue Carnot"),
    *(
        "place du Marché-au-Lin",
        "quai des Mariniers",
        "rue de la Petite-Filature",
        "rue Bellecroix",
    ),
    *("route de Saint-Avit", "rue Émile-Desbordes", "cours des Alouettes", "rue aux Fèvres"),
)
_CITIES_FR = (
    *("87000 Limoges", "44600 Saint-Nazaire", "63100 Clermont-Ferrand", "79000 Niort"),
    *("69003 Lyon", "35200 Rennes", "54000 Nancy", "31500 Toulouse", "80000 Amiens", "06300 Nice"),
    *("72000 Le Mans", "25000 Besançon", "19100 Brive-la-Gaillarde", "29000 Quimper"),
)
_STREETS_GB = (
    *("Alder Close", "Mill Race Lane", "Victoria Crescent", "Tenter Street", "Rookery Road"),
    *("Chapel Walk", "Curlew Drive", "Old Foundry Way", "Primrose Hill Gardens", "Weavers Row"),
    *("Beckside", "St Oswald's Avenue", "Lapwing Court", "Quarry Bank", "Saltergate"),
)
_CITIES_GB = (
    *("Leeds LS", "Sheffield S", "Bristol BS", "Norwich NR", "Cardiff CF", "York YO", "Exeter EX"),
    *("Lancaster LA", "Derby DE", "Plymouth PL", "Swansea SA", "Carlisle CA"),
)
_STREETS_US = (
    *("Larkspur Ave", "Sycamore Bend Rd", "W Juniper St", "Old Mill Ct", "Quail Hollow Dr"),
    *("N Harbor Blvd", "Cottonwood Ln", "E 14th St"),
)
_CITIES_US = (
    *("Denton, TX 762", "Dayton, OH 454", "Boise, ID 837", "Durham, NC 277", "Eugene, OR 974"),
    *("Duluth, MN 558", "Tucson, AZ 857"),
)
_MONTHS = {
    "fr": (
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août"),
        *("septembre", "octobre", "novembre", "décembre"),
    ),
    "en": (
        *("January", "February", "March", "April", "May", "June", "July", "August"),
        *("September", "October", "November", "December"),
    ),
}
_YEARS = {"child": (2015, 2021), "old": (1931, 1943), "fifty": (1976, 1977), "": (1958, 2003)}


def email(rng: Random, lang: str, arg: str) -> str:
    """Give a private or an office address; arg is the part before the @ of a shared mailbox."""
    office = rng.choice(_OFFICE[lang])
    if arg:
        return f"{arg}@{_OFFICE[lang][0]}"
    first, last = rng.choice(_FIRST[lang]), rng.choice(_LAST[lang])
    if rng.random() < 0.4:
        return f"{rng.choice((f'{first}.{last}', f'{first[0]}.{last}'))}@{office}"
    run = rng.randrange(10, 9900)
    local = rng.choice((f"{first}.{last}{run}", f"{first}{last}{run}", f"{last}_{first[0]}{run}"))
    return f"{local}@{rng.choice(_MAIL[lang].split())}"


def address(rng: Random, lang: str, arg: str) -> str:
    """Give a postal address in one line; arg is fr, gb, us or nothing."""
    country = arg or rng.choice({"fr": ("fr",), "en": ("gb", "gb", "us")}[lang])
    if country == "fr":
        number = f"{rng.randrange(1, 140)}{rng.choice(('', '', '', ' bis', ','))}"
        street = f"{number} {rng.choice(_STREETS_FR)}{rng.choice((',', ',', ''))}"
        return f"{street} {rng.choice(_CITIES_FR)}"
    if country == "us":
        street = f"{rng.randrange(100, 9900)} {rng.choice(_STREETS_US)}"
        flat = rng.choice(("", "", f", Apt {rng.randrange(1, 30)}"))
        return f"{street}{flat}, {rng.choice(_CITIES_US)}{digits(rng, 2)}"
    inward = f"{rng.randrange(1, 10)}{rng.choice('ABDEFGHJLNPQRSTUWXYZ')}{rng.choice('ABDEFGHJ')}"
    street = f"{rng.randrange(1, 120)} {rng.choice(_STREETS_GB)}"
    return f"{street}, {rng.choice(_CITIES_GB)}{rng.randrange(1, 12)} {inward}"


def birth_date(rng: Random, lang: str, arg: str) -> str:
    """Give a date of birth; arg is child, old or fifty, then en or num-en for English forms."""
    years = _YEARS.get(arg.removesuffix("-en"), _YEARS[""])
    year, month, day = rng.randrange(*years), rng.randrange(1, 13), rng.randrange(2, 29)
    name = _MONTHS[lang][month - 1]
    if "num" in arg:
        return f"{day:02}/{month:02}/{year}"
    if lang == "en":
        return rng.choice(
            (f"{day} {name} {year}", f"{name} {day}, {year}", f"{day:02}/{month:02}/{year}")
        )
    slashes = f"{day:02}/{month:02}/{year}"
    return rng.choice((slashes, f"{day} {name} {year}", slashes.replace("/", "."), slashes))


def gps(rng: Random, lang: str, arg: str) -> str:
    """Give a position in France or in Great Britain; arg dms writes degrees, minutes, seconds."""
    low, high, west, east = (43.9, 49.2, -0.4, 5.9) if lang == "fr" else (51.3, 54.8, -3.2, -0.3)
    lat, lon = rng.uniform(low, high), rng.uniform(west, east)
    if arg == "dms":
        return f"{_dms(lat)}N {_dms(abs(lon))}{'E' if lon >= 0 else 'W'}"
    return rng.choice((f"{lat:.5f}, {lon:.5f}", f"{lat:.6f},{lon:.6f}"))


def _dms(value: float) -> str:
    """Write a position in degrees, minutes and seconds."""
    whole, rest = divmod(round(value * 3600), 3600)
    return f"{whole}°{rest // 60:02}'{rest % 60:02}\""
