"""The parts of the grammar check that need no Java."""

from __future__ import annotations

import json
import re
import socket
import subprocess
import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

import grammar_helpers as helpers
import pytest
from hypothesis import given
from hypothesis import strategies as st

from charter_lint.draft.blocks import blocks_of
from charter_lint.draft.sentences import sentences_of
from charter_lint.draft.spans import Span
from charter_lint.messages.grammar import TEXTS
from charter_lint.nlp.grammar import GrammarUnavailable, Settings, check, client
from charter_lint.nlp.grammar.address import allowed
from charter_lint.nlp.grammar.breaker import Breaker
from charter_lint.nlp.grammar.client import Client
from charter_lint.nlp.grammar.jars import jars_of, write_manifest
from charter_lint.nlp.grammar.java import find_java
from charter_lint.nlp.grammar.javalog import stripped
from charter_lint.nlp.grammar.profile import profile
from charter_lint.nlp.grammar.request import protected_in, request_of
from charter_lint.nlp.grammar.session import Session
from charter_lint.nlp.grammar.spelling import is_ordinary, near, same_but_accents

if TYPE_CHECKING:
    from collections.abc import Callable

PUBLIC = profile().public_hosts


def reason_of(call: Callable[..., object], *args: object) -> str:
    with pytest.raises(GrammarUnavailable) as caught:
        call(*args)
    return caught.value.reason


# --- where a draft may go


@pytest.mark.parametrize(
    ("url", "base"),
    [
        ("http://localhost:8081", "http://localhost:8081"),
        ("http://127.0.0.1:8081/v2/check", "http://127.0.0.1:8081"),
        ("http://[::1]:8081/v2/", "http://[::1]:8081"),
        ("https://LT.Example.org/grammar/v2", "https://lt.example.org/grammar"),
    ],
)
def test_allowed_urls(url: str, base: str) -> None:
    assert allowed(url, {"lt.example.org"}, PUBLIC) == base


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("https://api.languagetool.org/v2", "public"),
        ("https://api.languagetoolplus.com./v2", "public"),
        ("https://other.example.org", "host"),
        ("http://127.0.0.1.example.org", "host"),
        ("http://localhost@example.org", "url"),
        ("ftp://localhost", "url"),
        ("localhost:8081", "url"),
        ("http://localhost:99999", "url"),
        ("http://", "url"),
    ],
)
def test_refused_urls(url: str, reason: str) -> None:
    named = {"api.languagetool.org", "api.languagetoolplus.com", "lt.example.org"}
    assert reason_of(allowed, url, named, PUBLIC) == reason


# --- servers that are none


def test_html_is_no_languagetool() -> None:
    with helpers.answering(lambda h: helpers.send(h, "<html>Sign in</html>")) as url:
        assert reason_of(check, "Un texte.", "fr", Settings(url=url)) == "answer"


def test_json_that_is_no_languagetool() -> None:
    with helpers.answering(lambda h: helpers.send(h, '{"hello": [1]}')) as url:
        assert reason_of(check, "A text.", "en", Settings(url=url)) == "answer"


@pytest.mark.parametrize("trickle", [False, True])
def test_silent_and_trickling_servers_are_slow(trickle: bool) -> None:  # noqa: FBT001
    def wait(handler: helpers.Handler) -> None:
        for _ in range(40):
            time.sleep(0.05)
            if trickle:
                try:
                    handler.wfile.write(b"H")
                except OSError:
                    return

    with helpers.answering(wait) as url:
        begun = time.monotonic()
        assert reason_of(check, "A text.", "en", Settings(url=url, budget=0.4)) == "slow"
        assert time.monotonic() - begun < 1.2


def test_a_closed_port_is_down() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert reason_of(check, "A text.", "en", Settings(url=url)) == "down"


def test_a_redirect_is_not_followed() -> None:
    seen: list[tuple[str, str]] = []
    with helpers.answering(helpers.languagetool, seen=seen) as elsewhere:

        def redirect(handler: helpers.Handler) -> None:
            if handler.command == "GET":
                helpers.languagetool(handler)
            else:
                helpers.send(handler, "", 307, Location=f"{elsewhere}/v2/check")

        with helpers.answering(redirect) as url:
            assert reason_of(check, "Secret.", "en", Settings(url=url)) == "redirect"
    assert seen == []


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    with helpers.answering(helpers.languagetool) as url:
        assert check("A text.", "en", Settings(url=url)) == []


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ({"software": {"name": "LanguageTool", "version": "5.9"}, "matches": []}, "version"),
        ({"software": {"name": "LanguageTool", "version": "7.1"}, "matches": []}, "version"),
        ({"software": {"name": "Other", "version": "6.8"}, "matches": []}, "answer"),
        (helpers.ANSWER | {"warnings": {"incompleteResults": True}}, "incomplete"),
    ],
)
def test_answers_that_cannot_be_used(answer: dict[str, object], reason: str) -> None:
    def reply(handler: helpers.Handler) -> None:
        if handler.command == "GET":
            helpers.languagetool(handler)
        else:
            helpers.send(handler, json.dumps(answer))

    with helpers.answering(reply) as url:
        assert reason_of(check, "A text.", "en", Settings(url=url)) == reason


def test_an_error_of_the_server_shows_no_draft() -> None:
    def reply(handler: helpers.Handler) -> None:
        if handler.command == "GET":
            helpers.languagetool(handler)
        else:
            helpers.send(handler, "Error: could not check Zanzibar", 500)

    with helpers.answering(reply) as url, pytest.raises(GrammarUnavailable) as caught:
        check("Zanzibar.", "en", Settings(url=url))
    error: BaseException | None = caught.value
    assert caught.value.reason == "answer"
    assert error is not None
    assert error.__suppress_context__ or error.__context__ is None
    assert "Zanzibar" not in f"{error!r}{error.__cause__!r}"


def test_the_breaker_spares_a_dead_server() -> None:
    seen: list[tuple[str, str]] = []
    with helpers.answering(lambda _: time.sleep(0.3), seen=seen) as url:
        session = Session(Settings(url=url, budget=0.1))
        reasons = [reason_of(session.check, f"Text {n}.", "en") for n in range(6)]
    assert reasons == ["slow"] * 6
    assert len(seen) == 2


def test_the_breaker_tries_again(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = [100.0]
    monkeypatch.setattr("charter_lint.nlp.grammar.breaker.time.monotonic", lambda: clock[0])
    breaker = Breaker()
    with pytest.raises(GrammarUnavailable), breaker:
        raise GrammarUnavailable("java", least="17")
    with pytest.raises(GrammarUnavailable, match="Java 17"), breaker:
        pytest.fail("it asked during the pause")
    clock[0] += 31
    with breaker:
        pass
    with breaker:
        pass


# --- what is asked, and what is remembered


def test_sentences_are_asked_once() -> None:
    seen: list[tuple[str, str]] = []
    with helpers.answering(helpers.languagetool, seen=seen) as url:
        session = Session(Settings(url=url))
        session.check("One text. Another one.", "en")
        session.check("Another one. One text.", "en")
        asked = len(seen)
        session.check("One text. A third one.", "en")
    posts = [body for kind, body in seen if kind == "POST"]
    assert asked == 2  # the languages, then both sentences
    assert len(posts) == 2
    assert "third" in posts[1]
    assert "Another" not in posts[1]


def test_half_a_character_is_no_obstacle() -> None:
    with helpers.answering(helpers.languagetool) as url:
        assert check("Un texte \ud83d cassé.", "fr", Settings(url=url)) == []


def test_only_some_sentences_are_asked() -> None:
    seen: list[tuple[str, str]] = []
    text = "Une phrase. And a sentence. Encore une."
    with helpers.answering(helpers.languagetool, seen=seen) as url:
        check(text, "fr", Settings(url=url), within=[Span(0, 11), Span(28, 39)])
    [body] = [body for kind, body in seen if kind == "POST"]
    assert "Encore" in body
    assert "sentence" not in body


@pytest.mark.parametrize("text", ["", " \n", "🎉🎉🎉", "#un #deux", "https://exemple.fr 12 %"])
def test_texts_without_words_ask_nobody(text: str) -> None:
    assert check(text, "fr", Settings(url="http://127.0.0.1:9")) == []


def test_an_endless_sentence_is_not_checked() -> None:
    begun = time.monotonic()
    settings = Settings(url="http://127.0.0.1:9")
    assert reason_of(check, "a" * 100_000, "fr", settings) == "too-long"
    assert reason_of(check, "mot " * 25_000, "fr", settings) == "too-long"
    assert time.monotonic() - begun < 2


def test_only_french_and_english() -> None:
    assert reason_of(check, "Ein Text.", "de", Settings()) == "language"


def test_links_mentions_and_hashtags_are_markup() -> None:
    text = "Voir https://exemple.fr/a et @lea, notre #équipe recrute #emploi #Lyon"
    request = request_of(text, list(sentences_of(text)), protected_in(text, blocks_of(text), "X"))
    annotation = json.loads(request.data)["annotation"]
    assert "".join(part.get("text", part.get("interpretAs", "")) for part in annotation) == (
        "Voir X et X, notre équipe recrute  "
    )
    assert "".join(part.get("text", part.get("markup", "")) for part in annotation) == text


SIGNS = st.text(alphabet="aé🚀 .\n#@\u0301𝐁!", max_size=60)


@given(SIGNS)
def test_every_place_of_a_question_maps_back(text: str) -> None:
    sentences = list(sentences_of(text))
    request = request_of(text, sentences, protected_in(text, blocks_of(text), "X"))
    raw = "".join(
        p.get("text", p.get("markup", "")) for p in json.loads(request.data)["annotation"]
    )
    for number, sentence in enumerate(sentences):
        for at in range(sentence.start, sentence.end):
            point = request.starts[number] + at - sentence.start
            units = len(raw[:point].encode("utf-16-le", "surrogatepass")) // 2
            length = len(raw[point].encode("utf-16-le")) // 2
            placed = request.place(units, length)
            assert placed is not None
            found, span = placed
            assert (found, span.start) == (number, at - sentence.start)
            assert text[sentence.start + span.start : sentence.start + span.end] == text[at]


# --- spelling


def test_changes_of_one_letter() -> None:
    for word, other in [("anounce", "announce"), ("recieve", "receive"), ("abscence", "absence")]:
        assert near(word, other, 1)
    for word, other in [("dataviz", "datait"), ("json", "Jason"), ("alot", "a lot")]:
        assert not near(word, other, 1)
    assert same_but_accents("ecrire", "écrire")
    assert not same_but_accents("ecrire", "écrite")


@given(st.text("abc", max_size=6), st.text("abc", max_size=6))
def test_nearness_goes_both_ways(one: str, two: str) -> None:
    if one and two:
        assert near(one, two, 1) == near(two, one, 1)


@pytest.mark.parametrize("word", ["Vierzon", "CDI", "k8s", "sk_test", "привет", "42"])
def test_names_and_codes_are_no_ordinary_words(word: str) -> None:
    assert not is_ordinary(word)


# --- Java and its jars


def test_no_java(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    assert reason_of(find_java, 17) == "java"
    monkeypatch.setenv("CHARTER_LINT_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(helpers.fake_jars(tmp_path / "jars")))
    session = Session(Settings())
    assert reason_of(session.check, "Un texte.", "fr") == "java"


@pytest.mark.parametrize(("said", "found"), [("11.0.2", "11"), ("1.8.0_392", "8")])
def test_old_java(said: str, found: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    helpers.fake_java(tmp_path, said)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("JAVA_HOME", raising=False)
    with pytest.raises(GrammarUnavailable, match=f"Java {found} is too old") as caught:
        find_java(17)
    assert caught.value.reason == "java-version"


def test_nothing_installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("CHARTER_LINT_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(tmp_path / "none"))
    assert reason_of(Session(Settings()).check, "A text.", "en") == "not-installed"
    assert reason_of(Session(Settings(start=False)).check, "A text.", "en") == "down"


def test_a_whole_folder(tmp_path: Path) -> None:
    jars = jars_of(helpers.fake_jars(tmp_path / "jars"))
    assert jars.version == "6.8"
    assert jars.classpath == (str(tmp_path / "jars" / "*"),)


def test_a_languagetool_folder_is_found_below(tmp_path: Path) -> None:
    home = tmp_path / "LanguageTool-6.8"
    home.mkdir()
    libs = helpers.fake_jars(home / "libs")
    for jar in list(libs.iterdir()):
        jar.rename(libs / re.sub(r"-6\.8", "", jar.name))
    (libs / "language-all.jar").unlink()
    (libs / "languagetool-server.jar").rename(home / "languagetool-server.jar")
    jars = jars_of(tmp_path)
    assert jars.folder == home
    assert jars.classpath[0] == str(home / "languagetool-server.jar")


@pytest.mark.parametrize("name", ["language-all", "language-fr", "languagetool-server"])
def test_a_folder_without_a_jar(name: str, tmp_path: Path) -> None:
    folder = helpers.fake_jars(tmp_path / "jars")
    (folder / f"{name}-6.8.jar").unlink()
    with pytest.raises(GrammarUnavailable, match=name) as caught:
        jars_of(folder)
    assert caught.value.reason == "half-copied"


def test_a_cut_jar(tmp_path: Path) -> None:
    folder = helpers.fake_jars(tmp_path / "jars")
    jar = folder / "other-6.8.jar"
    jar.write_bytes(jar.read_bytes()[:50])
    with pytest.raises(GrammarUnavailable, match=r"other-6\.8\.jar"):
        jars_of(folder)


def test_the_manifest_sees_any_loss(tmp_path: Path) -> None:
    folder = helpers.fake_jars(tmp_path / "jars")
    write_manifest(jars_of(folder))
    assert jars_of(folder).version == "6.8"
    (folder / "other-6.8.jar").unlink()
    with pytest.raises(GrammarUnavailable, match=r"other-6\.8\.jar"):
        jars_of(folder)


# --- what is said, and what is not


def test_java_lines_lose_every_word_of_a_draft() -> None:
    assert stripped("INFO Check done: Projet Zeus") == ""
    line = "java.lang.RuntimeException: Could not check <sentcontent>Projet Zeus</sentcontent>"
    assert stripped(line) == "java.lang.RuntimeException"
    assert (
        stripped("\tat org.languagetool.A$B.run(A.java:7)")
        == "at org.languagetool.A$B.run(A.java:7)"
    )
    assert stripped("Projet Zeus.AcmeException") == ""


def test_every_reason_has_words() -> None:
    root = Path(import_module("charter_lint.nlp.grammar").__file__ or "").parent
    source = "\n".join(file.read_text(encoding="utf-8") for file in root.glob("*.py"))
    used = set(re.findall(r'GrammarUnavailable\("([a-z-]+)"', source)) | {"start", "half-copied"}
    told = {key.removeprefix("reason-") for key in TEXTS if key.startswith("reason-")}
    assert used == told


@pytest.mark.parametrize("key", TEXTS)
def test_messages_are_complete(key: str) -> None:
    french, english = TEXTS[key]["fr"], TEXTS[key]["en"]
    assert set(re.findall(r"\{(\w+)\}", french)) == set(re.findall(r"\{(\w+)\}", english))
    assert not re.search(r" [:;!?»]|[^\u00a0][;!?»]|«(?!\u00a0)", french)


def test_the_package_is_light() -> None:
    code = (
        "import sys, charter_lint.nlp.grammar\n"
        "heavy = {'language_tool_python', 'requests', 'yaml', 'filelock', 'platformdirs'}\n"
        "print(sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_without_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "language_tool_python", None)
    client._tool_class.cache_clear()
    try:
        tried = Client("http://127.0.0.1:9", 1, profile())
        assert reason_of(tried.check, {"language": "fr", "text": "x"}) == "library"
    finally:
        client._tool_class.cache_clear()


def test_another_major_version_of_the_library(monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("language_tool_python")
    monkeypatch.setattr("importlib.metadata.version", lambda _: "4.0.1")
    client._tool_class.cache_clear()
    try:
        tried = Client("http://127.0.0.1:9", 1, profile())
        assert reason_of(tried.check, {"language": "fr", "text": "x"}) == "library-version"
    finally:
        client._tool_class.cache_clear()
