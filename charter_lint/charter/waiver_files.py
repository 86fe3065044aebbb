"""Waivers that stand in files of their own, one a file, beside a charter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from charter_lint.charter.clauses import Waiver
from charter_lint.charter.hints import unknown
from charter_lint.charter.rule_reader import DAY
from charter_lint.charter.shape import check
from charter_lint.charter.vocabulary_reader import open_source

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from pathlib import Path

    from charter_lint.charter.faults import Fault


def read_waivers(
    paths: Iterable[Path], known: Collection[str], faults: list[Fault]
) -> list[Waiver]:
    """Read the waivers of files; `known` are the rules, faults are collected.

    A waiver in a file says who asked for it, and nobody grants one to themselves.
    """
    found = []
    packs = {f"{rule_id.split('/')[0]}/*" for rule_id in known}
    for path in paths:
        source = open_source(path, faults)
        if source is None:
            continue
        waiver, wrong = check(source, source.value, Waiver)
        faults.extend(wrong)
        if waiver is None:
            continue
        if waiver.rule not in {*known, *packs}:
            faults.append(unknown(source, "rule-unknown", ("rule",), waiver.rule, known))
        if not waiver.requester:
            faults.append(source.fault("waiver-requester", ()))
        elif waiver.requester.strip().casefold() == waiver.owner.strip().casefold():
            faults.append(source.fault("waiver-own", ("owner",), name=waiver.owner))
        if not DAY.match(waiver.expires):
            faults.append(source.fault("day-bad", ("expires",), value=waiver.expires))
        found.append(waiver)
    return found
