"""Made-up keys, tokens, private keys and connection strings in their issuers' shape."""

from __future__ import annotations

import base64
import json
import string
import zlib
from typing import TYPE_CHECKING

from made_fillers import hexes
from made_phones import digits

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

_ALNUM = string.digits + string.ascii_uppercase + string.ascii_lowercase
_URL_SAFE = _ALNUM + "-_"
_HOSTS = (
    *("ateliers-morvane.fr", "morvaneworkshops.com", "kestrelfold.co.uk", "lacombe-toitures.fr"),
    *("brackendale.net", "valcombreuse.org"),
)
_USERS = ("ventes", "reporting", "svc_batch", "lecture", "deploy", "app", "stock", "etl")
_PEM = {
    "rsa": ("RSA ", "MIIEpAIBAAKCAQEA"),
    "ec": ("EC ", "MHcCAQEEI"),
    "openssh": ("OPENSSH ", "b3BlbnNzaC1rZXktdjEAAAAA"),
}


def make(rng: Random, kind: str, arg: str) -> str:
    """Give one secret of a type; arg names the issuer or the scheme."""
    return _MAKERS[kind, arg](rng)


def _run(rng: Random, count: int, alphabet: str = _ALNUM) -> str:
    """Give count characters of an alphabet."""
    return "".join(rng.choice(alphabet) for _ in range(count))


def _checked(rng: Random, prefix: str) -> str:
    """Give a token whose last six characters are the base-62 CRC-32 of the thirty before."""
    body = _run(rng, 30)
    rest, check = zlib.crc32(body.encode("ascii")), ""
    while rest:
        rest, place = divmod(rest, 62)
        check = _ALNUM[place] + check
    return f"{prefix}_{body}{check.rjust(6, '0')}"


def _jwt(rng: Random) -> str:
    """Give a signed JSON web token."""
    head = {"alg": "HS256", "typ": "JWT"}
    claims = {"sub": digits(rng, 8), "role": "admin", "iat": 1795000000 + rng.randrange(10**6)}
    parts = [json.dumps(part, separators=(",", ":")).encode() for part in (head, claims)]
    parts.append(bytes(rng.randrange(256) for _ in range(32)))
    return ".".join(base64.urlsafe_b64encode(part).decode().rstrip("=") for part in parts)


def _pem(rng: Random, sort: str) -> str:
    """Give a private key in PEM dress, shorter than a real one."""
    name, start = _PEM[sort]
    run = start + _run(rng, 64 * 5 - len(start), _ALNUM + "+/")
    lines = [run[at : at + 64] for at in range(0, len(run), 64)]
    return "\n".join(
        (f"-----BEGIN {name}PRIVATE KEY-----", *lines, f"-----END {name}PRIVATE KEY-----")
    )


def _aws_id(rng: Random) -> str:
    """Give an access key's id."""
    return "AK" + "IA" + _run(rng, 16, string.ascii_uppercase + "234567")


def _stored(rng: Random, count: int) -> str:
    """Give count random bytes in base 64."""
    return base64.b64encode(bytes(rng.randrange(256) for _ in range(count))).decode("ascii")


def _presigned(rng: Random) -> str:
    """Give a signed address of an object store."""
    who = f"{_aws_id(rng)}%2F20261120%2Feu-west-3%2Fs3%2Faws4_request"
    return (
        "https://morvane-inventaire.s3.eu-west-3.amazonaws.com/photos.zip"
        f"?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential={who}&X-Amz-Date=20261120T081500Z"
        f"&X-Amz-Expires=604800&X-Amz-SignedHeaders=host&X-Amz-Signature={hexes(rng, 64)}"
    )


def _sas(rng: Random) -> str:
    """Give a shared-access address of a blob store."""
    sig = _stored(rng, 32).replace("+", "%2B").replace("/", "%2F").replace("=", "%3D")
    base = "https://morvanerh.blob.core.windows.net/paie/salaires.xlsx?sv=2023-11-03"
    return f"{base}&se=2026-12-31T23%3A59%3A59Z&sr=b&sp=r&sig={sig}"


def _mssql(rng: Random) -> str:
    """Give a connection string of a Windows database."""
    host, user = f"sql02.{rng.choice(_HOSTS)}", rng.choice(_USERS)
    return f"Server={host};Database=Stock;User Id={user};Password={_run(rng, 14)}!;Encrypt=yes"


def _azure(rng: Random) -> str:
    """Give a connection string of a storage account."""
    key = f"AccountName=morvanestock;AccountKey={_stored(rng, 64)}"
    return f"DefaultEndpointsProtocol=https;{key};EndpointSuffix=core.windows.net"


_MAKERS: dict[tuple[str, str], Callable[[Random], str]] = {
    ("key", "aws"): _aws_id,
    ("key", "aws-secret"): lambda rng: _run(rng, 40, _ALNUM + "/+"),
    ("key", "stripe"): lambda rng: "sk_" + "live_" + _run(rng, 24),
    ("key", "google"): lambda rng: "AI" + "za" + _run(rng, 35, _URL_SAFE),
    ("key", "openai"): lambda rng: "sk-" + _run(rng, 20) + "T3Blbk" + "FJ" + _run(rng, 20),
    ("key", "sendgrid"): lambda rng: f"SG.{_run(rng, 22, _URL_SAFE)}.{_run(rng, 43, _URL_SAFE)}",
    ("key", "generic"): lambda rng: _run(rng, 34),
    ("key", "hex"): lambda rng: hexes(rng, 32),
    ("token", "github"): lambda rng: _checked(rng, "ghp"),
    ("token", "npm"): lambda rng: _checked(rng, "npm"),
    ("token", "gitlab"): lambda rng: "glp" + "at-" + _run(rng, 20),
    ("token", "slack"): lambda rng: f"xo{'xb'}-{digits(rng, 12)}-{digits(rng, 12)}-{_run(rng, 24)}",
    ("token", "hf"): lambda rng: "h" + "f_" + _run(rng, 34, string.ascii_letters),
    ("token", "telegram"): lambda rng: f"7{digits(rng, 9)}:AA{_run(rng, 33, _URL_SAFE)}",
    ("token", "jwt"): _jwt,
    ("private-key", "rsa"): lambda rng: _pem(rng, "rsa"),
    ("private-key", "openssh"): lambda rng: _pem(rng, "openssh"),
    ("private-key", "ec"): lambda rng: _pem(rng, "ec"),
    ("connection-string", "postgres"): lambda rng: (
        f"postgres://{_login(rng, 14)}@pg2.{rng.choice(_HOSTS)}:5432/stock"
    ),
    ("connection-string", "mssql"): _mssql,
    ("connection-string", "mongodb"): lambda rng: (
        f"mongodb+srv://{_login(rng, 16)}@cluster0.{rng.choice(_HOSTS)}/catalogue"
    ),
    ("connection-string", "redis"): lambda rng: (
        f"redis://:{_run(rng, 20)}@cache.{rng.choice(_HOSTS)}:6379/0"
    ),
    ("connection-string", "azure"): _azure,
    ("url-credentials", "git"): lambda rng: (
        f"https://{_login(rng, 18)}@git.{rng.choice(_HOSTS)}/tools/till.git"
    ),
    ("url-credentials", "s3"): _presigned,
    ("url-credentials", "rtsp"): lambda rng: (
        f"rtsp://camera:{_run(rng, 9)}@91.{_octets(rng)}:554/flux1"
    ),
    ("url-credentials", "sas"): _sas,
    ("url-credentials", "ftp"): lambda rng: (
        f"ftp://photos:{_run(rng, 10)}@ftp.{rng.choice(_HOSTS)}/depot"
    ),
}


def _login(rng: Random, count: int) -> str:
    """Give a user and a password of count characters, joined by a colon."""
    return f"{rng.choice(_USERS)}:{_run(rng, count)}"


def _octets(rng: Random) -> str:
    """Give the last three parts of an address."""
    return ".".join(str(rng.randrange(1, 255)) for _ in range(3))
