"""The page in a real browser."""

from __future__ import annotations

import re
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from server_helpers import Server, serving

pytestmark = pytest.mark.browser

EMOJI = "🚀👨‍👩‍👧 é: next year we will double it, we utilise it."
HOSTILE = "<img src=x onerror=\"document.title='owned'\"></textarea><script>document.title='owned'</script> we will double {match} ⟨x⟩"


@pytest.fixture
def page(browser: Any, server: Server) -> Iterator[Any]:
    context = browser.new_context(locale="en", viewport={"width": 1200, "height": 900})
    opened = context.new_page()
    complaints: list[str] = []
    asked: list[str] = []
    opened.on("console", lambda m: complaints.append(m.text))
    opened.on("pageerror", lambda e: complaints.append(str(e)))
    opened.on("request", lambda r: asked.append(r.url))
    opened.goto(server.address)
    yield opened
    context.close()
    assert complaints == []
    assert all(u.startswith((server.address, "data:")) for u in asked)


def _write(page: Any, text: str) -> None:
    page.fill("#text", text)
    page.wait_for_function(
        "t => document.querySelector('#verdict').className !== '' && document.querySelector('#marks').textContent === t + '\\n'",
        arg=text,
    )


def _marked(page: Any) -> list[str]:
    return page.eval_on_selector_all("#marks span", "all => all.map(e => e.textContent)")


def test_marks_are_exact_behind_emoji(page: Any) -> None:
    _write(page, EMOJI)
    page.wait_for_selector("#findings > li")
    assert _marked(page) == ["we will double", "utilise"]
    places = "all => all.map(e => { const r = e.getBoundingClientRect(); return [r.x, r.y] })"
    first = page.eval_on_selector_all("#marks span", places)
    assert first[0][1] == first[1][1]


def test_rewrite_and_undo(page: Any) -> None:
    _write(page, EMOJI)
    page.click("#findings button.use")
    page.wait_for_function("() => document.querySelectorAll('#findings > li').length === 1")
    assert page.input_value("#text") == EMOJI.replace("utilise", "use")
    page.type("#text", " ")
    page.click("#undo button")
    assert page.input_value("#text").count("utilise") == 1
    page.wait_for_function("() => document.querySelectorAll('#findings > li').length === 2")


def test_rewrite_is_undone_by_the_keyboard_too(page: Any) -> None:
    _write(page, EMOJI)
    page.click("#findings button.use")
    page.keyboard.press("Control+z")
    assert page.input_value("#text") == EMOJI


def test_marks_move_with_the_text_before_the_next_judgement(page: Any) -> None:
    _write(page, EMOJI)
    page.wait_for_selector("#findings > li")
    page.route("**/v1/check", lambda _: None)
    page.evaluate("document.querySelector('#text').setSelectionRange(0, 0)")
    page.focus("#text")
    page.keyboard.type("Well: ")
    assert _marked(page) == ["we will double", "utilise"]


def test_a_hostile_draft_stays_text(page: Any) -> None:
    _write(page, HOSTILE)
    page.wait_for_selector("#findings > li")
    assert page.title() == "Check before you publish"
    assert page.locator("img").count() == 0
    assert _marked(page) == ["we will double"]


def test_counter_counts_what_the_platform_counts(page: Any) -> None:
    page.select_option("#platform", "linkedin")
    page.fill("#text", "👨‍👩‍👧é")
    assert page.inner_text("#counter") == "2 / 3,000 characters"
    page.select_option("#platform", "x")
    page.fill("#text", "👨‍👩‍👧 https://example.com/a/very/long/address/that/counts/as/23")
    assert page.inner_text("#counter") == "26 / 280 characters"
    page.fill("#text", "a" * 281)
    assert "1 too many for X" in page.inner_text("#counter")


def test_both_languages(page: Any) -> None:
    _write(page, EMOJI)
    page.wait_for_selector("#findings > li")
    page.click("#fr")
    assert page.evaluate("document.documentElement.lang") == "fr"
    assert "À changer avant de publier" in page.inner_text("#verdict")
    assert "promet ce que personne" in page.inner_text("#findings")
    assert page.evaluate(
        "[...document.querySelectorAll('[data-say]')].every(e => e.textContent.trim())"
    )


def test_praise_and_permissions(page: Any) -> None:
    _write(page, "Thanks to all of you.")
    assert page.inner_text("#verdict") == "Nothing to report, you can publish."
    assert page.inner_text("#notes") == "Thanking colleagues always pleases."
    page.click("#permissions summary")
    assert "You may tell of your work." in page.inner_text("#permissions")
    assert "comms@lumen.example" in page.inner_text("#permissions")


def test_keyboard_goes_from_passage_to_passage(page: Any) -> None:
    _write(page, EMOJI)
    page.wait_for_selector("#findings > li")
    page.focus("#text")
    page.keyboard.press("Control+Home")
    chosen = "(() => { const t = document.querySelector('#text'); return t.value.slice(t.selectionStart, t.selectionEnd) })()"
    page.keyboard.press("F8")
    assert page.evaluate(chosen) == "we will double"
    page.keyboard.press("F8")
    assert page.evaluate(chosen) == "utilise"
    page.keyboard.press("Shift+F8")
    assert page.evaluate(chosen) == "we will double"
    assert page.locator("#findings > li[aria-current]").count() == 1


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1200, 375])
def test_axe_finds_nothing(browser: Any, server: Server, axe: str, scheme: str, width: int) -> None:
    # The policy of the page lets no foreign script in, so axe needs a context without it.
    context = browser.new_context(
        locale="fr", color_scheme=scheme, bypass_csp=True, viewport={"width": width, "height": 800}
    )
    opened = context.new_page()
    opened.goto(server.address)
    for text in ("", EMOJI + " best in the world", "Thanks to all."):
        opened.fill("#text", text)
        opened.wait_for_timeout(250)
        for each in opened.locator("details").all():
            each.evaluate("e => { e.open = true }")
        opened.evaluate(axe)
        found = opened.evaluate("axe.run()")
        assert [(v["id"], [n["html"] for n in v["nodes"]]) for v in found["violations"]] == []
        assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_nothing_is_stored_and_the_policy_is_strict(page: Any, server: Server) -> None:
    _write(page, EMOJI)
    kept = page.evaluate(
        "[localStorage.length, sessionStorage.length, document.cookie, location.search]"
    )
    assert kept == [0, 0, "", ""]
    policy = server.client.get("/").headers["content-security-policy"]
    assert "unsafe" not in policy
    assert "default-src 'none'" in policy


def test_printing_shows_the_text_with_its_marks(page: Any) -> None:
    _write(page, EMOJI)
    page.wait_for_selector("#findings > li")
    page.emulate_media(media="print")
    assert not page.is_visible("#text")
    colour = page.eval_on_selector("#marks", "e => getComputedStyle(e).color")
    assert colour == "rgb(0, 0, 0)"
    assert not page.is_visible(".buttons >> nth=0")


def test_a_server_that_is_gone_never_looks_clean(browser: Any, tmp_path: Path) -> None:
    with serving(tmp_path) as own:
        context = browser.new_context(locale="en")
        opened = context.new_page()
        opened.goto(own.address)
        opened.fill("#text", "Thanks to all.")
        opened.wait_for_function("() => document.querySelector('#verdict').className === 'pass'")
        own.stop()
        opened.type("#text", " More.")
        opened.wait_for_selector("#notice:not([hidden])")
        assert opened.inner_text("#verdict") == "Not checked yet"
        assert "does not answer" in opened.inner_text("#notice")
        context.close()


def test_an_old_verdict_does_not_stand_for_a_new_text(page: Any) -> None:
    _write(page, "Thanks to all.")
    page.route("**/v1/check", lambda _: None)
    page.type("#text", " We will double.")
    page.wait_for_function("() => document.querySelector('#verdict').className === ''")
    assert page.inner_text("#verdict") == "Checking…"


def test_the_link_holds_the_token(browser: Any, tmp_path: Path) -> None:
    tokens = tmp_path / "tokens.json"
    with serving(tmp_path, "--require-token", "--tokens", str(tokens)) as own:
        link = re.search(r"\S+#\S+", own.printed())
        assert link is not None
        context = browser.new_context(locale="en")
        opened = context.new_page()
        opened.goto(link[0])
        opened.fill("#text", EMOJI)
        opened.wait_for_selector("#findings > li")
        bare = context.new_page()
        bare.goto(own.address)
        bare.wait_for_selector("#unlock:not([hidden])")
        bare.fill("#text", EMOJI)
        bare.wait_for_selector("#notice:not([hidden])")
        bare.fill("#token", link[0].split("#")[1])
        bare.keyboard.press("Enter")
        bare.wait_for_selector("#findings > li")
        context.close()


def test_findings_come_soon_after_the_last_key(
    page: Any, record_property: Callable[[str, object], None]
) -> None:
    """150 ms on a quiet machine; the bound leaves room for a busy one."""
    page.evaluate(
        """() => {
        window.waits = [];
        let last = 0;
        document.querySelector('#text').addEventListener('keydown', () => { last = performance.now(); });
        new MutationObserver(() => { if (last) { window.waits.push(performance.now() - last); last = 0; } })
          .observe(document.querySelector('#findings'), {childList: true});
    }"""
    )
    waits = []
    for _ in range(8):
        page.fill("#text", "Next year we will doubl")
        page.wait_for_timeout(300)
        page.evaluate("window.waits.length = 0")
        page.focus("#text")
        page.keyboard.type("e")
        page.wait_for_function("() => document.querySelectorAll('#findings > li').length === 1")
        waits.append(page.evaluate("window.waits.at(-1)"))
    record_property("last key to findings, ms", [round(w) for w in waits])
    assert statistics.median(waits) < 300
