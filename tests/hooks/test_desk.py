"""The desk: its files, its answers, and its page in a real browser."""

from __future__ import annotations

import re
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from server_helpers import COMPANY

from charter_lint.hooks.desk.answers import Asked
from charter_lint.hooks.desk.rule_text import rule_text
from charter_lint.hooks.desk.workshop import Workshop

RULE = "promises/promise"
FILE = "rules/promises/promise.yaml"
FLAGGED = "Next year we will double sales."


class Desk(NamedTuple):
    folder: Path
    link: str
    client: httpx.Client

    @property
    def file(self) -> Path:
        return self.folder / FILE

    def ask(self, path: str, **body: object) -> Any:
        answer = self.client.post(path, json=body)
        assert answer.status_code == 200, answer.text
        return answer.json()


@contextmanager
def at_desk(folder: Path, packs: str = "") -> Iterator[Desk]:
    company = folder / "company"
    shutil.copytree(COMPANY, company)
    charter = company / "lumen.yaml"
    if packs:
        text = charter.read_text(encoding="utf-8")
        charter.write_text(text.replace("keys]", f"keys, {packs}]"), encoding="utf-8")
    log = folder / "desk.log"
    with log.open("wb") as file:
        command = [sys.executable, "-m", "charter_lint", "desk", "--lang", "en", "-c", str(charter)]
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=file)
    try:
        found = None
        for _ in range(1500):
            found = re.search(r"(http://\S+/)#(\S+)", log.read_text(encoding="utf-8"))
            if found or process.poll() is not None:
                break
            time.sleep(0.02)
        assert found, log.read_text(encoding="utf-8")
        bearer = {"authorization": f"Bearer {found[2]}"}
        with httpx.Client(base_url=found[1], headers=bearer, timeout=60, trust_env=False) as client:
            yield Desk(company, found[0], client)
    finally:
        process.send_signal(signal.SIGTERM)
        assert process.wait(20) == 0
    assert "double" not in log.read_text(encoding="utf-8")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with at_desk(tmp_path) as opened:
        yield opened


@given(
    st.lists(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\n\0"))),
    st.sampled_from(["\n", "\r\n"]),
    st.booleans(),
)
def test_a_file_comes_back_byte_for_byte(lines: list[str], end: str, bom: bool) -> None:
    written = end.join(lines)
    if written.startswith("\ufeff"):
        return
    data = (b"\xef\xbb\xbf" if bom else b"") + written.encode()
    read = rule_text(data)
    assert read.same
    assert "\r" not in read.text
    assert read.restore(read.text) == data


@pytest.mark.parametrize("data", [b"a\r\nb\n", b"a\rb\n", b"a\r"])
def test_mixed_line_ends_are_not_taken_for_the_same(data: bytes) -> None:
    assert not rule_text(data).same


def _workshop(folder: Path) -> tuple[Workshop, Path]:
    shutil.copytree(COMPANY, folder / "company")
    return Workshop(folder / "company/lumen.yaml"), folder / "company" / FILE


def test_saving_keeps_comments_order_and_line_ends(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    old = b"\xef\xbb\xbf# ours\r\n" + file.read_bytes().replace(b"\n", b"\r\n")
    file.write_bytes(old)
    opened = workshop.opened(Asked(rule=RULE))
    new = "[we will double, we will triple]}  # new"
    text = opened.text.replace("[we will double]}", new)
    saved = workshop.saved(Asked(rule=RULE, text=text, hash=opened.hash))
    assert saved.state == "saved"
    wanted = old.replace(b"[we will double]}", new.encode())
    assert file.read_bytes() == wanted
    assert workshop.opened(Asked(rule=RULE)).hash == saved.hash


def test_a_second_desk_gets_the_difference(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    opened = workshop.opened(Asked(rule=RULE))
    file.write_text(opened.text + "# by another\n", encoding="utf-8")
    mine = "# mine\n" + opened.text
    refused = workshop.saved(Asked(rule=RULE, text=mine, hash=opened.hash))
    assert refused.state == "changed"
    marked = [(d.sign, d.text) for d in refused.diff if d.sign in "+-"]
    assert marked == [("+", "# mine"), ("-", "# by another")]
    assert file.read_text(encoding="utf-8").endswith("# by another\n")
    over = workshop.saved(Asked(rule=RULE, text=mine, hash=refused.hash))
    assert over.state == "saved"
    assert file.read_text(encoding="utf-8") == mine


def test_a_text_with_faults_is_not_written(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    opened = workshop.opened(Asked(rule=RULE))
    broken = opened.text.replace("severity:", "severty:")
    refused = workshop.saved(Asked(rule=RULE, text=broken, hash=opened.hash))
    assert refused.state == "faulty"
    assert any(f.here and f.line == 2 and f.fix == "severity: block" for f in refused.faults)
    assert file.read_text(encoding="utf-8") == opened.text


def test_a_fault_elsewhere_does_not_hinder_saving(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    other = file.parent.parent / "boasts/best.yaml"
    other.write_text(other.read_text(encoding="utf-8") + "nonsense: 1\n", encoding="utf-8")
    opened = workshop.opened(Asked(rule=RULE))
    proved = workshop.proved(Asked(rule=RULE, text=opened.text, draft=FLAGGED))
    assert [f.here for f in proved.faults] == [False]
    assert proved.judgement is None
    mine = opened.text + "# mine\n"
    assert workshop.saved(Asked(rule=RULE, text=mine, hash=opened.hash)).state == "saved"
    assert workshop.listed().faults


def test_a_file_in_another_encoding_is_told_and_left_alone(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    data = file.read_bytes().replace(b"finance", "trésor".encode("cp1252"))
    file.write_bytes(data)
    opened = workshop.opened(Asked(rule=RULE))
    assert (opened.why, opened.text, opened.faults[0].line) == ("broken", "", 7)
    saved = workshop.saved(Asked(rule=RULE, text="title: x", hash=opened.hash))
    assert saved.state == "faulty"
    assert file.read_bytes() == data


def test_a_file_with_mixed_line_ends_is_left_alone(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    data = file.read_bytes().replace(b"\n", b"\r\n", 1)
    file.write_bytes(data)
    opened = workshop.opened(Asked(rule=RULE))
    assert opened.why == "ends"
    mine = opened.text + "# mine\n"
    assert workshop.saved(Asked(rule=RULE, text=mine, hash=opened.hash)).state == "kept"
    assert file.read_bytes() == data


def test_a_broken_charter_is_told_instead_of_its_rules(tmp_path: Path) -> None:
    workshop, _ = _workshop(tmp_path)
    charter = tmp_path / "company/lumen.yaml"
    charter.write_text(charter.read_text(encoding="utf-8").replace("boasts", "bosts"))
    listed = workshop.listed()
    assert not listed.rules
    assert "bosts" in listed.faults[0].message["en"]


def test_what_was_saved_is_not_compiled_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workshop, _ = _workshop(tmp_path)
    time.sleep(0.1)
    opened = workshop.opened(Asked(rule=RULE))
    text = opened.text.replace("en: Promise}", "en: Forecast}")
    proved = workshop.proved(Asked(rule=RULE, text=text))
    monkeypatch.setattr("charter_lint.hooks.desk.workshop.build", None)
    saved = workshop.saved(Asked(rule=RULE, text=text, hash=opened.hash))
    assert saved.state == "saved"
    assert "Forecast" in [r.title["en"] for r in workshop.listed().rules]
    assert workshop.proved(Asked(rule=RULE, text=text)) == proved
    assert workshop.proved(Asked(rule=RULE, text="title: [")).faults[0].here


def test_the_proof_notices_a_change_of_another_file(tmp_path: Path) -> None:
    workshop, file = _workshop(tmp_path)
    asked = Asked(rule=RULE, text=file.read_text(encoding="utf-8"), draft="The best in the world.")
    time.sleep(0.1)
    first = workshop.proved(asked).judgement
    assert first is not None
    assert [f.rule for f in first.findings] == ["boasts/best"]
    (file.parent.parent / "boasts/best.yaml").unlink()
    second = workshop.proved(asked).judgement
    assert second is not None
    assert not second.findings


def test_strangers_get_nothing(desk: Desk) -> None:
    bare = httpx.Client(base_url=desk.client.base_url, timeout=20, trust_env=False)
    body = {"rule": RULE, "text": "x", "hash": ""}
    with bare:
        for path in ("v1/open", "v1/prove", "v1/save", "v1/copy"):
            assert bare.post(path, json=body).status_code == 401
        assert bare.get("v1/rules").status_code == 401
        page = bare.get("/")
    policy = page.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert RULE not in page.text
    foreign = {"origin": "https://elsewhere.example"}
    assert desk.client.post("v1/save", json=body, headers=foreign).status_code == 403
    assert desk.client.get("/", headers={"host": "elsewhere.example"}).status_code == 421
    for rule in ("../lumen", "promises/../promises/promise", "/etc/passwd", ""):
        assert desk.client.post("v1/open", json={"rule": rule}).status_code == 404
    assert desk.client.post("v1/save", content=b"{").status_code == 415


def test_a_shipped_rule_is_copied_and_then_the_companys(tmp_path: Path) -> None:
    with at_desk(tmp_path, packs="tone") as desk:
        rules = desk.client.get("v1/rules").json()["rules"]
        shipped = next(r["id"] for r in rules if not r["own"])
        opened = desk.ask("v1/open", rule=shipped)
        assert opened["why"] == "shipped"
        kept = desk.ask("v1/save", rule=shipped, text="x", hash=opened["hash"])
        assert kept["state"] == "kept"
        assert desk.ask("v1/copy", rule=shipped)["state"] == "saved"
        assert (desk.folder / f"rules/{shipped}.yaml").is_file()
        mine = desk.ask("v1/open", rule=shipped)
        assert (mine["why"], mine["text"]) == ("", opened["text"])
        assert desk.ask("v1/copy", rule=shipped)["state"] == "kept"


@pytest.fixture
def page(browser: Any, desk: Desk) -> Iterator[Any]:
    context = browser.new_context(locale="en", viewport={"width": 1500, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda m: complaints.append(m.text))
    opened.on("pageerror", lambda e: complaints.append(str(e)))
    opened.on("request", lambda r: asked.append(r.url))
    opened.goto(desk.link)
    _open(opened, RULE)
    yield opened
    stored = opened.evaluate("[localStorage.length, sessionStorage.length, document.cookie]")
    context.close()
    assert stored == [0, 0, ""]
    assert complaints == []
    assert all(u.startswith((str(desk.client.base_url), "data:")) for u in asked)


def _open(page: Any, rule: str) -> None:
    page.click(f'[data-rule="{rule}"]')
    page.wait_for_function("r => document.querySelector('#file').textContent.includes(r)", arg=rule)
    _proved(page)


def _proved(page: Any) -> None:
    page.wait_for_function("() => document.querySelector('#verdict').className !== ''")


def _write(page: Any, old: str, new: str) -> None:
    page.fill("#yaml", page.input_value("#yaml").replace(old, new))
    _proved(page)


@pytest.mark.browser
def test_a_fault_is_shown_at_its_line_and_mended(page: Any) -> None:
    _write(page, "severity:", "severty:")
    assert page.inner_text("#verdict") == "One fault to mend."
    assert page.inner_text("#gutter .bad") == "2"
    assert "severity: block" in page.inner_text("#faults")
    assert "once the charter has no faults" in page.inner_text("#examples-said")
    page.focus("#yaml")
    page.keyboard.press("F8")
    chosen = "(() => { const t = document.querySelector('#yaml'); return t.value.slice(t.selectionStart, t.selectionEnd) })()"
    assert page.evaluate(chosen) == "severty: block"
    page.click("#faults button:not(.go)")
    _proved(page)
    assert page.inner_text("#verdict") == "No faults."
    page.keyboard.press("Control+z")
    _proved(page)
    assert page.inner_text("#verdict") == "One fault to mend."


@pytest.mark.browser
def test_examples_turn_red_before_anything_is_saved(page: Any, desk: Desk) -> None:
    before = desk.file.read_bytes()
    assert page.inner_text("#examples-said") == "All 2 examples do what they say."
    _write(page, "[we will double]", "[we will treble]")
    assert page.inner_text("#examples-said") == "One of 2 examples does not do what it says."
    assert "should be flagged, but no phrase" in page.inner_text("#examples > .bad")
    assert "at least one example is wrong" in page.inner_text("#verdict")
    assert desk.file.read_bytes() == before


@pytest.mark.browser
def test_a_text_is_tried_with_the_unsaved_rule(page: Any) -> None:
    page.fill("#draft", "🚀 We will treble <b>it</b>, the best in the world.")
    page.wait_for_selector("#marked mark")
    assert page.locator("#marked mark.own").count() == 0
    _write(page, "[we will double]", "[we will treble]")
    page.wait_for_selector("#marked mark.own")
    assert page.inner_text("#marked mark.own") == "We will treble"
    assert page.locator("b").count() == 0
    _write(page, "severity:", "severty:")
    assert "Not checked" in page.inner_text("#judged")
    assert page.locator("#marked mark").count() == 0


@pytest.mark.browser
def test_the_keyboard_saves_and_a_second_desk_is_refused(page: Any, desk: Desk) -> None:
    assert page.is_disabled("#save")
    mine = "# ours, in this order\n" + page.input_value("#yaml")
    page.fill("#yaml", mine)
    assert "not saved" in page.inner_text(f'[data-rule="{RULE}"]')
    page.keyboard.press("Control+s")
    page.wait_for_selector("#told:not([hidden])")
    assert page.inner_text("#told") == "Saved."
    assert desk.file.read_text(encoding="utf-8") == mine
    desk.file.write_text(mine + "# by another\n", encoding="utf-8")
    page.fill("#yaml", mine + "# by me\n")
    page.click("#save")
    page.wait_for_selector("#conflict:not([hidden])")
    assert page.evaluate("document.activeElement.id") == "conflict-title"
    assert page.inner_text("#diff .out").strip() == "− # by another"
    assert page.inner_text("#diff .in").strip() == "+ # by me"
    assert desk.file.read_text(encoding="utf-8").endswith("# by another\n")
    page.click("#take")
    page.wait_for_selector("#conflict", state="hidden")
    assert page.input_value("#yaml") == mine + "# by another\n"
    assert page.is_disabled("#save")
    page.keyboard.press("Control+z")
    assert page.input_value("#yaml") == mine + "# by me\n"
    page.click("#save")
    page.wait_for_function("() => document.querySelector('#told').textContent === 'Saved.'")
    assert desk.file.read_text(encoding="utf-8") == mine + "# by me\n"


@pytest.mark.browser
def test_work_on_one_rule_waits_while_another_is_shown(page: Any) -> None:
    text = page.input_value("#yaml") + "# later\n"
    page.fill("#yaml", text)
    _open(page, "boasts/best")
    assert "# later" not in page.input_value("#yaml")
    _open(page, RULE)
    assert page.input_value("#yaml") == text


@pytest.mark.browser
def test_a_shipped_rule_is_copied_by_a_button(browser: Any, tmp_path: Path) -> None:
    with at_desk(tmp_path, packs="tone") as desk:
        rules = desk.client.get("v1/rules").json()["rules"]
        shipped = next(r["id"] for r in rules if not r["own"])
        context = browser.new_context(locale="en")
        page = context.new_page()
        page.goto(desk.link)
        _open(page, shipped)
        assert not page.is_editable("#yaml")
        assert not page.is_visible("#save")
        page.click("#copy")
        page.wait_for_selector("#save:not([hidden])")
        assert page.is_editable("#yaml")
        context.close()


@pytest.mark.browser
def test_a_desk_that_is_gone_or_locked_never_looks_clean(browser: Any, tmp_path: Path) -> None:
    context = browser.new_context(locale="en")
    with at_desk(tmp_path) as desk:
        page = context.new_page()
        page.goto(desk.link)
        _open(page, RULE)
        bare = context.new_page()
        bare.goto(desk.link.split("#")[0])
        bare.wait_for_selector("#notice:not([hidden])")
        assert "holds a token" in bare.inner_text("#notice")
    page.type("#yaml", "#")
    page.wait_for_selector("#notice:not([hidden])")
    assert "does not answer" in page.inner_text("#notice")
    assert page.inner_text("#verdict") == "Checking…"
    context.close()


@pytest.mark.browser
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1500, 375])
def test_axe_finds_nothing(browser: Any, desk: Desk, axe: str, scheme: str, width: int) -> None:
    # The policy of the page lets no foreign script in, so axe needs a context without it.
    context = browser.new_context(
        locale="fr", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    page = context.new_page()
    page.goto(desk.link)
    page.wait_for_selector("[data-rule]")
    _axe(page, axe)
    _open(page, RULE)
    page.fill("#draft", FLAGGED)
    page.wait_for_selector("#marked mark.own")
    _write(page, "[we will double]", "[we will treble]")
    _axe(page, axe)
    text = page.input_value("#yaml")
    desk.file.write_text(text + "# by another\n", encoding="utf-8")
    page.click("#save")
    page.wait_for_selector("#conflict:not([hidden])")
    _axe(page, axe)
    _write(page, "severity:", "severty:")
    _axe(page, axe)
    assert page.evaluate("[...document.querySelectorAll('[data-say]')].every(e => e.textContent)")
    context.close()


def _axe(page: Any, axe: str) -> None:
    page.evaluate(axe)
    found = page.evaluate("axe.run()")
    assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
