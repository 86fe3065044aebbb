"""Builds compiled styles from a configuration and the folders of its styles."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from charter_lint.match.literals import fold
from charter_lint.styles import spelling
from charter_lint.styles.compile import Words, compile_rule, exceptions, phrases, term_pattern
from charter_lint.styles.dialect import DialectError
from charter_lint.styles.engine import joins, shadow
from charter_lint.styles.ini import line_of
from charter_lint.styles.model import Compiled, Config, Notice, Rule, StylesError
from charter_lint.styles.scope import problem
from charter_lint.styles.source import Fields, RuleFile, inherited, rule_files

if TYPE_CHECKING:
    from charter_lint.styles.model import Alternative, Expression, Section

_NOT_SUPPORTED = ("script", "sequence")


def build(config: Config, notices: list[Notice], folders: list[tuple[str, Path]]) -> Compiled:
    """Compile every rule that some section may run."""
    return _Builder(config, notices).build(folders)


class _Builder:
    def __init__(self, config: Config, notices: list[Notice]) -> None:
        self._config = config
        self._notices = list(notices)
        self._rules: dict[str, Rule] = {}
        self._paths = [Path(path) for path in config.paths]
        self._vocab: dict[str, tuple[list[str], list[str]]] = {}
        accepted: list[str] = []
        self._rejected: list[str] = []
        for name in config.vocab:
            yes, no = self._vocabulary(name)
            accepted += yes
            self._rejected += no
        self._words = Words(accepted, config.word_template)
        self._vocabularies: dict[str, tuple[Expression | None, Expression | None]] = {}

    def build(self, folders: list[tuple[str, Path]]) -> Compiled:
        if self._needs_vale():
            self._builtins()
        for _, folder in folders:
            for rule, path in rule_files(folder):
                if rule not in self._rules and self._enabled(rule):
                    self._add(rule, path)
        loaded = {name for name, _ in folders}
        for name in self._single_checks():
            style, _, rest = name.partition(".")
            if rest and style not in loaded and style != "Vale":
                for path in self._paths:
                    file = path.joinpath(style, *rest.split(".")).with_suffix(".yml")
                    if file.is_file() and name not in self._rules:
                        self._add(name, file)
        rules = tuple(self._rules[name] for name in sorted(self._rules))
        words, needles = _index([each for rule in rules for each in rule.alternatives])
        return Compiled(
            self._config, rules, words, tuple(needles), tuple(needles.values()),
            self._vocabularies, tuple(self._notices),
        )  # fmt: skip

    def _add(self, name: str, path: Path) -> None:
        file = RuleFile(name, path)
        data = inherited(file, self._paths)
        kind = str(data.get("extends"))
        parameters = self._config.parameters.get(name, {})
        data.update(parameters)
        fields = Fields(file, data)
        fields.check(kind)
        style = name.partition(".")[0]
        levels = self._config.levels
        level = levels.get(name) or levels.get(style) or fields.text("level", "warning")
        shown = name.replace(".", "/", 1)
        for key, line in file.repeated[:1]:
            self._notices.append(Notice(shown, "repeated-key", key, str(path), line))
        if kind in _NOT_SUPPORTED:
            self._notices.append(Notice(shown, kind, "", str(path), 1))
            return
        if kind == "spelling" and spelling.settings(fields, self._paths) is None:
            self._notices.append(Notice(shown, kind, "", str(path), 1))
            return
        scope = tuple(fields.list("scope"))
        if bad := problem(scope):
            if "doc(" in bad:
                self._notices.append(Notice(shown, "scope", bad, str(path), 1))
                return
            raise file.fail("scope", "bad-scope", "scope")
        try:
            self._rules[name] = compile_rule(name, kind, fields, level, self._words, self._paths)
        except DialectError as error:
            self._notices.append(Notice(shown, "pattern", str(error), str(path), 1))

    def _vocabulary(self, name: str) -> tuple[list[str], list[str]]:
        if name in self._vocab:
            return self._vocab[name]
        for path in self._paths:
            folder = path / "config" / "vocabularies" / name
            if folder.is_dir():
                found = _word_list(folder, "accept.txt"), _word_list(folder, "reject.txt")
                self._vocab[name] = found
                return found
        line = line_of(self._config.path, name)
        raise StylesError(self._config.path, line, 1, "missing-vocabulary", "path", name)

    def _sections(self) -> tuple[Section, ...]:
        return (self._config.general, *self._config.sections)

    def _needs_vale(self) -> bool:
        return any(
            "Vale" in (section.styles or ())
            or section.vocab
            or any(name.startswith("Vale") for name in section.checks)
            for section in self._sections()
        )

    def _single_checks(self) -> list[str]:
        return list(dict.fromkeys(name for each in self._sections() for name in each.checks))

    def _enabled(self, name: str) -> bool:
        """Say whether any section may run the rule; one that can't is not even read."""
        style = name.partition(".")[0]

        def setting(section: Section) -> bool | None:
            return section.checks.get(name, section.checks.get(style))

        if any(setting(section) for section in self._config.sections):
            return True
        general = setting(self._config.general)
        if general is not None:
            return general
        if style in (self._config.general.styles or ()):
            return True
        return any(
            style in (section.styles or ()) and setting(section) is not False
            for section in self._config.sections
        )

    def _builtins(self) -> None:
        self._builtin(
            "Vale.Repetition",
            "repetition",
            {
                "message": "'%s' is repeated!", "ignorecase": True, "alpha": True,
                "tokens": [r"[^\s.!?]+"],
                "action": {"name": "edit", "params": ["truncate", " "]},
            },
        )  # fmt: skip
        self._notices.append(Notice("Vale/Spelling", "spelling"))
        self._terms("Vale", self._words.accepted, self._rejected)
        for section in self._config.sections:
            for name in section.vocab:
                yes, no = self._vocabulary(name)
                self._terms(f"Vale.{name}", yes, no)
                self._vocabularies[name] = exceptions(yes), phrases(yes)

    def _terms(self, prefix: str, accepted: list[str], rejected: list[str]) -> None:
        if accepted:
            swap = {term_pattern(term.lower()): term for term in accepted}
            self._builtin(
                f"{prefix}.Terms",
                "substitution",
                {
                    "message": "Use '%s' instead of '%s'.", "ignorecase": True, "swap": swap,
                    "vocab": False,
                },
                terms=True,
            )  # fmt: skip
        if rejected:
            tokens = [term_pattern(term) for term in rejected]
            self._builtin(
                f"{prefix}.Avoid",
                "existence",
                {"message": "Avoid using '%s'.", "tokens": tokens},
            )

    def _builtin(self, name: str, kind: str, data: dict[str, Any], *, terms: bool = False) -> None:
        level = self._config.levels.get(name, "error")
        fields = Fields(None, data)
        try:
            self._rules[name] = compile_rule(name, kind, fields, level, self._words, terms=terms)
        except DialectError as error:
            self._notices.append(Notice(name.replace(".", "/", 1), "pattern", str(error)))


def _word_list(folder: Path, name: str) -> list[str]:
    words = []
    for path in sorted(folder.rglob(name)):
        for line in path.read_text(encoding="utf-8-sig").splitlines():
            word = line.strip()
            if word and not word.startswith("# "):
                words.append(word)
    return words


def _index(
    alternatives: list[Alternative],
) -> tuple[dict[str, tuple[int, ...]], dict[str, tuple[int, ...]]]:
    """Give the alternatives by a word they hold whole, and by their other needles."""
    words: dict[str, list[int]] = {}
    needles: dict[str, list[int]] = {}
    for number, each in enumerate(alternatives):
        if not each.fixed and each.words:
            for literal in each.words:
                key = max(re.findall(r"\w+", fold(shadow(literal))), key=len)
                if number not in words.setdefault(key, []):
                    words[key].append(number)
            continue
        if not each.fixed:
            for needle in each.needles:
                needles.setdefault(needle, []).append(number)
            continue
        folded = fold(each.text)
        whole = re.findall(r"\w+", fold(shadow(each.text)))
        if each.left and each.right and whole and joins(folded[0]) and joins(folded[-1]):
            words.setdefault(max(whole, key=len), []).append(number)
        else:
            needles.setdefault(folded, []).append(number)
    return (
        {word: tuple(numbers) for word, numbers in words.items()},
        {needle: tuple(numbers) for needle, numbers in needles.items()},
    )
