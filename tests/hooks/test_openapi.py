"""The OpenAPI document: true examples, and a server that does what it says."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import msgspec
import pytest
from jsonschema import Draft202012Validator
from server_helpers import Server

from charter_lint import Context, Draft, lint, load_charter
from charter_lint.formats.entry import entry_of
from charter_lint.hooks.http import examples


def test_examples_are_what_the_server_answers() -> None:
    asked = examples.REQUESTS["promise"]
    draft = Draft(asked.text, Context(platform=asked.platform), name=asked.id)
    entry = entry_of(draft, lint(draft, load_charter("default")))
    finding = next(f for f in entry.findings if f.rule == examples.FINDING.rule)
    # The texts of the rule are compliance's to change: the example shows their shape, not their words.
    texts = ("title", "message", "instead", "why", "source")
    assert all(type(getattr(finding, k)) is type(getattr(examples.FINDING, k)) for k in texts)
    told = {k: getattr(examples.FINDING, k) for k in texts}
    assert msgspec.structs.replace(finding, **told) == examples.FINDING
    assert entry.verdict == examples.ENTRY.verdict
    assert entry.version == examples.ENTRY.version


def test_examples_fit_their_schemas(server: Server) -> None:
    document = server.client.get("/openapi.json").json()
    operation = document["paths"]["/v1/check"]["post"]
    content = operation["requestBody"]["content"]["application/json"]
    pairs = [(e["value"], content["schema"]) for e in content["examples"].values()]
    answer = operation["responses"]["200"]["content"]["application/json"]
    pairs.append((answer["example"], answer["schema"]))
    for value, schema in pairs:
        whole = {**schema, "components": document["components"]}
        Draft202012Validator(whole).validate(value)
        if schema is content["schema"]:
            assert server.client.post("/v1/check", json=value).status_code == 200


def test_answers_fit_their_schemas(server: Server) -> None:
    document = server.client.get("/openapi.json").json()
    for path, operations in document["paths"].items():
        if "get" not in operations or "{" in path:
            continue
        answer = server.client.get(path)
        content = operations["get"]["responses"]["200"]["content"]
        kind, described = next(iter(content.items()))
        assert answer.headers["content-type"].startswith(kind)
        if kind == "application/json":
            whole = {**described["schema"], "components": document["components"]}
            Draft202012Validator(whole).validate(msgspec.json.decode(answer.content))


def test_schemathesis(server: Server, tmp_path: Path) -> None:
    """A bounded run; benchmarks/serve.py --schemathesis makes the long one."""
    if not Path(sys.executable).with_name("schemathesis").exists():
        if os.environ.get("CI") == "true":
            pytest.fail("schemathesis is not installed")
        pytest.skip("schemathesis is not installed")
    done = subprocess.run(
        [
            Path(sys.executable).with_name("schemathesis"),
            "run",
            f"{server.address}openapi.json",
            "--max-examples=30",
            "--seed=7",
            "--phases=examples,coverage,fuzzing",
            "--no-color",
            "--suppress-health-check=all",
            "--generation-database=none",
        ],
        capture_output=True,
        text=True,
        check=False,
        cwd=tmp_path,
        env={
            **os.environ,
            "SCHEMATHESIS_HOOKS": "schemathesis_lines",
            "PYTHONPATH": str(Path(__file__).parent),
        },
        timeout=540,
    )
    assert done.returncode == 0, done.stdout[-6000:]
