"""Grammar on the real LanguageTool: one server for the module, and what must end it."""

from __future__ import annotations

import os
import re
import socket
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import TYPE_CHECKING

import grammar_helpers as helpers
import pytest
import yaml
from click.testing import CliRunner

from charter_lint.cli.grammar import grammar
from charter_lint.nlp.grammar import GrammarUnavailable, Problem, Settings, places, server
from charter_lint.nlp.grammar.install import from_folder, installed
from charter_lint.nlp.grammar.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.java

PLANTED = yaml.safe_load(Path(__file__).with_name("planted_grammar.yaml").read_text("utf-8"))
HOLD = (
    "import time; from charter_lint.nlp.grammar import server\n"
    "lease = server.lease(); print(lease.status.port, flush=True)\n"
)
CANARY = "Zanzibarounette"


@pytest.fixture(scope="module")
def patch() -> Iterator[pytest.MonkeyPatch]:
    with pytest.MonkeyPatch.context() as patch:
        yield patch


@pytest.fixture(scope="module")
def state(tmp_path_factory: pytest.TempPathFactory, patch: pytest.MonkeyPatch) -> Path:
    """Give a state folder of this module's own; skip without Java or LanguageTool."""
    helpers.need(helpers.java_is_there(), "needs Java 17")
    pytest.importorskip("language_tool_python")
    helpers.need(installed() is not None, "needs LanguageTool: charter-lint grammar install")
    folder = tmp_path_factory.mktemp("state")
    patch.setenv("CHARTER_LINT_STATE", str(folder))
    return folder


@pytest.fixture(scope="module")
def ports(state: Path) -> Iterator[list[str]]:  # noqa: ARG001
    """Start the server by two processes at once; give the port that each of them was told."""
    runs = [
        subprocess.Popen([sys.executable, "-c", HOLD], stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    yield [run.communicate(timeout=120)[0].strip() for run in runs]
    server.stop()


@pytest.fixture(scope="module")
def session(ports: list[str]) -> Iterator[Session]:  # noqa: ARG001
    session = Session(
        Settings(start=False, budget=10, ignore=frozenset({"Onboardix", "palettier"}))
    )
    yield session
    if session._lease:
        session._lease.release()


def found(session: Session, text: str, language: str) -> list[tuple[str, Problem]]:
    return [(text[p.start : p.end], p) for p in session.check(text, language)]


def test_two_processes_at_once_share_one_server(ports: list[str], state: Path) -> None:
    assert ports[0]
    assert ports[0] == ports[1]
    assert (state / "server.log").read_text("utf-8").count("started Java") == 1


@pytest.mark.parametrize("language", ["fr", "en"])
def test_planted_errors(session: Session, language: str) -> None:
    missed = []
    for marked in PLANTED[language]:
        text = re.sub(r"[{}]", "", marked)
        places_ = [
            (m.start() - 2 * n, m.end() - 2 * n - 2)
            for n, m in enumerate(re.finditer(r"\{.*?\}", marked))
        ]
        problems = session.check(text, language)
        if not any(p.start < end and start < p.end for p in problems for start, end in places_):
            missed.append(marked)
    assert len(PLANTED[language]) == 10
    assert len(missed) <= 3, missed


def test_offsets_are_code_points(session: Session) -> None:
    text = (
        "🚀🚀 Nos 🚀 bureaux.\r\n\r\nNotre équipes recrutent, 👩‍🔧 voyez https://exemple.fr !"
        " Ils a fini."
    )
    words = [word for word, _ in found(session, text, "fr")]
    assert words == ["Notre équipes", "Ils a"]


def test_a_finding_has_all_its_parts(session: Session) -> None:
    text = "Our teams recruits in London."
    [(word, problem)] = found(session, text, "en")
    assert word == "recruits"
    assert problem.rule.isupper()
    assert problem.category == "GRAMMAR"
    assert "recruit" in problem.replacements
    assert problem.message


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "Merci à Aïssatou Kouyaté et à @nadege_k, de Plélan-le-Grand #EquipeTopp."),
        ("fr", "Voir https://exampel.fr/anounce ou ecrire@exempel.fr."),
        ("fr", "Notre #onboarding avec onboardix, chez le palettier."),
        ("fr", "Un afterwork, du feedback et du storytelling au programme."),
        ("fr", "Il a crié « abscence » dans la cour."),
        ("en", "Thanks to Wojciech Szczęsny and @anounce for #recieveing us."),
        ("en", "Our colour programme and the onboardix centre."),
        ("en", "We organize and they organise the same neighbourhood party."),
    ],
)
def test_names_tags_links_and_company_words_are_no_mistakes(
    session: Session, language: str, text: str
) -> None:
    assert found(session, text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "word", "right"),
    [
        ("fr", "Votre abscence a été remarquée.", "abscence", "absence"),
        ("fr", "Je vais ecrire au maire.", "ecrire", "écrire"),
        ("en", "We are happy to anounce the winners.", "anounce", "announce"),
    ],
)
def test_typing_mistakes(session: Session, language: str, text: str, word: str, right: str) -> None:
    [(place, problem)] = found(session, text, language)
    assert place == word
    assert right in problem.replacements


@pytest.mark.parametrize("text", ["Je sais pas trop, t'as vu ?", "Réunion à 10h42."])
def test_register_and_taste_are_off(session: Session, text: str) -> None:
    assert found(session, text, "fr") == []


@pytest.mark.usefixtures("session")
def test_settings_turn_rules_on_and_off() -> None:
    off = Session(Settings(start=False, budget=10, off=frozenset({"GRAMMAR"})))
    on = Session(Settings(start=False, budget=10, on=frozenset({"P_V_PAS"})))
    assert off.check("Our teams recruits in London.", "en") == []
    assert [p.rule for p in on.check("Je sais pas.", "fr")] == ["P_V_PAS"]
    for other in (off, on):
        assert other._lease
        other._lease.release()


def test_a_long_post_in_several_questions(session: Session) -> None:
    line = "Nous avons ouvert l'atelier numéro {} à Lyon. Notre équipes recrutent. "
    text = "\n".join(line.format(n) for n in range(150))
    assert len(text) > 10_000
    assert len([w for w, _ in found(session, text, "fr") if w == "Notre équipes"]) == 150


def test_threads_get_their_own_answers(session: Session) -> None:
    wrong: list[str] = []

    def ask(number: int) -> None:
        for turn in range(4):
            text = (
                f"{'🚀' * number} Good day {number}.{turn}! Our teams recruits in {number}{turn}."
            )
            words = [text[p.start : p.end] for p in session.check(text, "en")]
            if words != ["recruits"]:
                wrong.append(f"{text}: {words}")

    threads = [threading.Thread(target=ask, args=(n,)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_a_url_of_the_companys_own_server(ports: list[str]) -> None:
    session = Session(Settings(url=f"http://localhost:{ports[0]}/v2/", budget=10))
    assert [p.rule for p in session.check("We is happy.", "en")] != []


def test_a_warm_post_is_quick(session: Session) -> None:
    seconds = []
    for number in range(15):
        text = (
            f"Le {number + 1} mars, notre équipe a ouvert ses portes à cent visiteurs ravis. " * 4
        )
        begun = time.perf_counter()
        session.check(text + f"Merci à tous pour la fête numéro {number}.", "fr")
        seconds.append(time.perf_counter() - begun)
    assert sorted(seconds)[7] < 0.5  # 0.04 on an idle machine


@pytest.mark.usefixtures("session")
def test_memory_is_bounded() -> None:
    now = server.running()
    assert now
    assert 0 < now.memory < 1000


def test_no_file_holds_a_draft(session: Session, state: Path) -> None:
    session.check(f"Le projet {CANARY} avance. Il {CANARY} bien.", "fr")
    for file in state.rglob("*"):
        if file.is_file():
            assert CANARY.encode() not in file.read_bytes(), file


def test_status_when_it_runs(ports: list[str]) -> None:
    shown = CliRunner().invoke(grammar, ["status", "--lang", "fr"])
    assert shown.exit_code == 0, shown.output
    assert f":{ports[0]}" in shown.output
    assert "prêt" in shown.output
    assert "6." in shown.output
    assert server.running()


def test_kill_9_of_the_last_user_leaves_no_java(session: Session) -> None:
    now = server.running()
    assert now
    assert session._lease
    session._lease.release()
    session._lease = None
    run = subprocess.Popen(
        [sys.executable, "-c", HOLD + "time.sleep(60)"], stdout=subprocess.PIPE, text=True
    )
    assert run.stdout
    with run.stdout:
        assert int(run.stdout.readline()) == now.port
    assert helpers.alive(now.java)
    run.kill()
    run.wait()
    assert helpers.wait_for(lambda: not helpers.alive(now.java), 10)
    assert server.running() is None


# --- each of these starts Java anew, but does not wait for its first answers


@pytest.fixture
def fresh(
    state: Path,  # noqa: ARG001
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Path]:
    monkeypatch.setenv("CHARTER_LINT_STATE", str(tmp_path / "state"))
    yield tmp_path / "state"
    server.stop()


def starting(*arguments: str) -> tuple[subprocess.Popen[bytes], int]:
    code = f"from charter_lint.nlp.grammar import server; server.lease({', '.join(arguments)})"
    run = subprocess.Popen(
        [sys.executable, "-c", code], stderr=subprocess.DEVNULL, start_new_session=True
    )
    assert helpers.wait_for(lambda: bool(now := server.running()) and now.java > 0)
    now = server.running()
    assert now
    assert helpers.alive(now.java)
    return run, now.java


def test_kill_9_of_the_starter_leaves_no_java(fresh: Path) -> None:
    run, java = starting()
    os.killpg(run.pid, 9)
    run.wait()
    assert helpers.wait_for(lambda: not helpers.alive(java), 10)
    assert helpers.wait_for(lambda: not (fresh / "server.json").exists())


@pytest.mark.usefixtures("fresh")
def test_kill_9_of_everything_leaves_no_java() -> None:
    run, java = starting()
    state = places.read_state()
    assert state
    os.kill(state.pid, 9)
    run.kill()
    run.wait()
    assert helpers.wait_for(lambda: not helpers.alive(java), 10)


def test_a_taken_port_means_another(fresh: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        run, _ = starting(f"port={port}")
        log = fresh / "server.log"
        assert helpers.wait_for(lambda: "Server started" in log.read_text("utf-8"), 60)
        now = server.running()
        assert now
        assert now.port != port
        assert "the port is taken, trying another" in log.read_text("utf-8")
        assert server.stop()
        run.wait()


@pytest.mark.usefixtures("fresh")
def test_a_folder_without_one_of_its_jars(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    jars = installed()
    assert jars
    half = tmp_path / "half"
    half.mkdir()
    for jar in jars.folder.glob("*.jar"):
        if not jar.name.startswith("slf4j-api"):
            (half / jar.name).symlink_to(jar)
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(half))
    with pytest.raises(GrammarUnavailable) as caught:
        server.lease()
    assert caught.value.reason == "half-copied"
    monkeypatch.setenv("CHARTER_LINT_LANGUAGETOOL", str(tmp_path / "place"))
    with pytest.raises(GrammarUnavailable, match="slf4j"):
        from_folder(half, lambda: None)
    assert not (tmp_path / "place").exists()
    assert sorted(path.name for path in tmp_path.glob(".*")) == []
