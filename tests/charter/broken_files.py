"""Broken files of a charter, each made from a good one: what is changed, the fault, its place.

A case is (file, old, new, problem, line, column, mend). `mend` is the line that makes the file good
again; None takes the corrected line that the fault itself gives.
"""

from __future__ import annotations

RULE = """\
title: {fr: Essai, en: Trial}
severity: review
message: {fr: "Vu : « {match} ».", en: "Found: “{match}”."}
instead:
  fr: Autrement
  en: Otherwise
owner: legal
check:
  kind: existence
  fr: [bon vin]
  en: [good wine]
  unless: [denied]
examples:
  flags:
    fr: [un bon vin]
    en: [a good wine]
"""
CHARTER = """\
name: own
language: en
packs: [own]
facts:
  product: [Corolle]
  client: [Ventoris]
  named-client: [Meridian]
overrides:
  own/a: {severity: advise, reason: small}
waivers:
  - {rule: own/a, owner: ann, requester: bob, reason: fair, expires: 2099-01-01}
grammar: off
"""
CONCEPTS = """\
praise:
  about: words of praise
  fr: [superbe]
  en: [superb]
blame:
  about: words of blame
  en: ["awful (day|week)"]
"""
CONTEXT = """\
title: {fr: Nié, en: Denied}
fr: {before: [jamais]}
en: {before: [never]}
window: 5
"""
WAIVER = """\
rule: own/a
owner: ann
requester: bob
reason: fair
expires: 2099-01-01
"""
FILES = {
    "own.yaml": CHARTER,
    "rules/own/a.yaml": RULE,
    "rules/concepts/c.yaml": CONCEPTS,
    "rules/contexts/denied.yaml": CONTEXT,
    "waivers/w.yaml": WAIVER,
}

_R, _C, _V, _X, _W = (
    "rules/own/a.yaml", "own.yaml", "rules/concepts/c.yaml", "rules/contexts/denied.yaml",
    "waivers/w.yaml",
)  # fmt: skip
Case = tuple[str, str, str, str, int, int, "str | None"]

CASES: list[Case] = [
    (_R, "severity: review", "severty: review", "key-unknown", 2, 1, None),
    (_R, "owner: legal", "ownr: legal", "key-unknown", 7, 1, None),
    (_R, "  unless:", "  unles:", "key-unknown", 12, 3, None),
    (_R, "    fr: [un", "    fra: [un", "key-unknown", 15, 5, None),
    (_R, "severity: review", "severity: reveiw", "value-unknown", 2, 11, None),
    (_R, "severity: review", "severity: 3", "value-unknown", 2, 11, "severity: review"),
    (_R, "severity: review", "severity:", "value-unknown", 2, 10, "severity: review"),
    (_R, "kind: existence", "kind: existance", "kind-unknown", 9, 9, None),
    (_R, "  kind: existence\n", "", "kind-missing", 8, 1, "check:\n  kind: existence"),
    (_R, "fr: [bon vin]", "fr: [(bon vin]", "phrase-unclosed", 10, 8, "  fr: [(bon vin)]"),
    (_R, "fr: [bon vin]", "fr: [bon) vin]", "phrase-unopened", 10, 11, "  fr: [(bon) vin]"),
    (_R, "fr: [bon vin]", "fr: [bon …]", "phrase-gap-at-end", 10, 8, "  fr: [bon … vin]"),
    (_R, "fr: [bon vin]", 'fr: ["@prase"]', "concept-unknown", 10, 8, None),
    (_R, "fr: [bon vin]", "fr: bon vin", "value-not-list", 10, 7, None),
    (_R, "fr: [bon vin]", "fr: [2026]", "value-not-text", 10, 8, None),
    (_R, "fr: [bon vin]", "fr: [1.5]", "value-not-text", 10, 8, None),
    (_R, "fr: [bon vin]", "fr: [true]", "value-not-text", 10, 8, None),
    (_R, "fr: [bon vin]", 'fr: [""]', "value-empty", 10, 8, "  fr: [bon vin]"),
    (_R, "  fr: [bon vin]", "\tfr: [bon vin]", "yaml-tab", 10, 1, None),
    (_R, "  fr: [bon vin]", "\u00a0\u00a0fr: [bon vin]", "yaml-nbsp", 10, 1, None),
    (_R, "  fr: [bon vin]", "\u202f fr: [bon vin]", "yaml-nbsp", 10, 1, None),
    (_R, "unless: [denied]", "unless: [denid]", "context-unknown", 12, 12, None),
    (_R, "owner: legal", "mask: yes", "value-not-bool", 7, 7, None),
    (_R, "owner: legal", "mask: no", "value-not-bool", 7, 7, None),
    (_R, "owner: legal", "mask: on", "value-not-bool", 7, 7, None),
    (_R, "owner: legal", "always: oui", "value-not-bool", 7, 9, None),
    (_R, "owner: legal", "owner: no body: here", "yaml-colon", 7, 8, None),
    (_R, "owner: legal", "owner:legal", "yaml-space", 7, 7, None),
    (_R, "owner: legal", "owner: @legal", "yaml-at", 7, 8, None),
    (_R, "owner: legal", "owner: 12", "value-not-text", 7, 8, None),
    (_R, "owner: legal", "severity: block", "yaml-duplicate", 7, 1, None),
    (_R, "owner: legal", "from: 2026-13-01", "day-bad", 7, 7, "from: 2026-12-01"),
    (_R, "owner: legal", "from: 01/12/2026", "day-bad", 7, 7, "from: 2026-12-01"),
    (_R, "owner: legal", "from: 20261201", "value-not-text", 7, 7, "from: 2026-12-01"),
    (_R, "owner: legal", "mode: shadw", "value-unknown", 7, 7, None),
    (_R, "owner: legal", "owner: &a legal\ncontact: *a", "yaml-alias", 7, 8, "owner: legal"),
    (_R, "owner: legal", "owner: !x legal", "yaml-tag", 7, 8, "owner: legal"),
    (_R, "  fr: Autrement\n", "", "key-missing", 4, 1, "instead:\n  fr: Autrement"),
    (_R, "  en: Otherwise\n", "", "key-missing", 4, 1, None),
    (_R, "fr: Autrement", "fr: Attention : là", "yaml-colon", 5, 7, None),
    (_R, "fr: Autrement", 'fr: "Autrement {macth}"', "placeholder-unknown", 5, 18, None),
    (_R, "en: Otherwise", "en: Otherwise {mtch}", "placeholder-unknown", 6, 17, None),
    (_R, "en: Otherwise", 'en: "Otherwise', "yaml-quote", 6, 7, None),
    (_R, "fr: [bon vin]", "fr: [“bon, vin”]", "yaml-curly", 10, 8, None),
    (_R, "fr: [bon vin]", "fr: [« bon, vin »]", "yaml-curly", 10, 8, None),
    (_R, "fr: [bon vin]", "fr:\n    – bon vin", "yaml-dash", 11, 5, None),
    (_R, "kind: existence", "kind: “existence”", "kind-unknown", 9, 9, None),
    (_R, "owner: legal", "jurisdiction:\n  — FR", "yaml-dash", 8, 3, None),
    (
        _R,
        "fr: [bon vin]",
        "fr: [bon vin]\n  regex: ['.*']",
        "regex-bad",
        11,
        11,
        "  regex: ['bons? vins?']",
    ),
    (
        _R,
        "fr: [bon vin]",
        "fr: [bon vin]\n  regex: ['bon(']",
        "regex-bad",
        11,
        11,
        "  regex: ['bon']",
    ),
    (_C, "name: own", "nme: own", "key-unknown", 1, 1, None),
    (_C, "name: own\n", "", "key-missing", 1, 1, "name: own\nlanguage: en"),
    (_C, "language: en", "language: de", "value-unknown", 2, 11, "language: en"),
    (_C, "language: en", "listed: yes", "value-not-bool", 2, 9, None),
    (_C, "packs: [own]", "packs: [onw]", "pack-unknown", 3, 9, "packs: [own]"),
    (_C, "packs: [own]", "packs: own", "value-not-list", 3, 8, None),
    (_C, "  product:", "  produit:", "key-unknown", 5, 3, None),
    (_C, "product: [Corolle]", "product: [33]", "value-not-text", 5, 13, None),
    (_C, "  own/a: {sev", "  own/b: {sev", "rule-unknown", 9, 3, None),
    (_C, ", reason: small}", "}", "key-missing", 9, 3, None),
    (
        _C,
        "severity: advise,",
        "severity: advise, off: true,",
        "override-contradicts",
        9,
        3,
        "  own/a: {severity: advise, reason: small}",
    ),
    (
        _C,
        "  client: [Ventoris]",
        "  client: [meridian]",
        "fact-twice",
        6,
        12,
        "  client: [Ventoris]",
    ),
    (_C, "{rule: own/a, owner", "{rule: own/z, owner", "rule-unknown", 11, 12, None),
    (
        _C,
        "requester: bob",
        "requester: ann",
        "waiver-own",
        11,
        26,
        "  - {rule: own/a, owner: ann, requester: bob, reason: fair, expires: 2099-01-01}",
    ),
    (
        _C,
        "expires: 2099-01-01",
        "expires: soon",
        "day-bad",
        11,
        70,
        "  - {rule: own/a, owner: ann, requester: bob, reason: fair, expires: 2099-01-01}",
    ),
    (_V, "  about: words of praise\n", "", "key-missing", 1, 1, None),
    (_V, "  fr: [superbe]", "  fr: superbe", "value-not-list", 3, 7, None),
    (_V, "blame:", "praise:", "yaml-duplicate", 5, 1, "blame:"),
    (_V, "  fr: [superbe]", "  fre: [superbe]", "key-unknown", 3, 3, None),
    (_X, "{before: [jamais]}", "{befor: [jamais]}", "key-unknown", 2, 6, None),
    (_X, "window: 5", "window: -1", "value-bound", 4, 9, "window: 5"),
    (_X, "window: 5", "bounds: sentense", "value-unknown", 4, 9, None),
    (_X, ", en: Denied}", "}", "key-missing", 1, 1, None),
    (_W, "rule: own/a", "rule: own/zz", "rule-unknown", 1, 7, None),
    (_W, "owner: ann", "owner: bob", "waiver-own", 2, 8, "owner: ann"),
    (_W, "requester: bob\n", "", "waiver-requester", 1, 1, "rule: own/a\nrequester: bob"),
    (_W, "expires: 2099-01-01", "expires: 2099-31-01", "day-bad", 5, 10, "expires: 2099-01-01"),
    (_W, "reason: fair\n", "", "key-missing", 1, 1, None),
]
