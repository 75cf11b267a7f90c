"""What the pages tell a reader to do works: walk-throughs are run, commands exist, links lead somewhere."""

from __future__ import annotations

import io
import json
import re
import shlex
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import click
import pytest

from credlens.cli.main import credlens as program
from credlens.cli.main import run
from credlens.evaluate import CRITERIA
from credlens.market.adfile import collect
from credlens.market.formats import AD_FORMATS

ROOT = Path(__file__).parents[2]
HOW_TO = ROOT / "docs" / "how-to"
LONG = "We look for somebody who reads and writes SQL every day."
OPERATORS = {"|", ">", ">>", "<", "&&", "||", ";", "&"}

Cli = Callable[..., Any]


def markdown() -> list[Path]:
    """Every Markdown file that git would hand to others."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "*.md"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode != 0:
        pytest.skip("not a git checkout: there is no list of files to look at")
    return [ROOT / line for line in listed.stdout.splitlines() if (ROOT / line).is_file()]


def blocks(text: str, language: str) -> list[str]:
    """The fenced blocks of a language."""
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


def commands(text: str) -> Iterator[list[str]]:
    """The arguments of every ``credlens`` in the shell blocks, up to a pipe or redirection."""
    for block in blocks(text, "sh"):
        for line in block.replace("\\\n", " ").splitlines():
            lexer = shlex.shlex(line, posix=True, punctuation_chars="|><&;")
            lexer.whitespace_split = True
            words = list(lexer)
            if words[:1] == ["credlens"]:
                end = next((i for i, word in enumerate(words) if word in OPERATORS), len(words))
                yield words[1:end]


def wrong(arguments: list[str]) -> str:
    """What the command line would say against these arguments before it does anything; empty when nothing."""
    command: click.Command = program
    context: click.Context | None = None
    rest, name = arguments, "credlens"
    try:
        while isinstance(command, click.Group):
            context = click.Context(command, info_name=name, parent=context, **command.context_settings)
            _, left, _ = command.make_parser(context).parse_args(list(rest))
            if not left and command.invoke_without_command:  # the group is a command itself, with options to convert
                break
            if not left:  # an option of the group alone, such as --version
                return ""
            name, found, rest = command.resolve_command(context, left)
            assert found is not None
            command = found
        command.make_context(name, list(rest), parent=context)
    except click.exceptions.Exit:
        return ""
    except click.ClickException as error:
        return error.format_message()
    return ""


def test_every_command_on_the_pages_exists() -> None:
    pages = [p for p in markdown() if not p.is_relative_to(ROOT / "src")]
    found = [(page, words) for page in pages for words in commands(page.read_text("utf-8"))]
    assert len({page for page, _ in found}) > 5
    assert [(str(page), words, said) for page, words in found if (said := wrong(words))] == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("credlens gap --add ads", "--add"),
        ("credlens profile show | credlens teach SQL", ""),
        ("credlens teach SQL", "teach"),
        ("credlens profile remember SQL", "remember"),
        ("credlens plan --budget 400 --hours many", "--hours"),
        ("credlens --version", ""),
        ("credlens read - < ad.txt", ""),
        ("credlens options SQL --min none", "--min"),
        ("credlens doctor now", "now"),
    ],
)
def test_a_command_that_does_not_exist_would_be_found(line: str, said: str) -> None:
    (words,) = commands(f"```sh\n{line}\n```\n")
    assert said in wrong(words)
    assert bool(said) == bool(wrong(words))


def anchors(text: str) -> set[str]:
    """The anchors of a page's headings, as forges make them."""
    bare = re.sub(r"^```.*?^```$", "", text, flags=re.MULTILINE | re.DOTALL)
    heads = re.findall(r"^#{1,6} +(.+?) *$", bare, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


def dead_links(page: Path) -> list[str]:
    """Relative links of a page that lead nowhere."""
    text = re.sub(r"^```.*?^```$|`[^`\n]*`", "", page.read_text("utf-8"), flags=re.MULTILINE | re.DOTALL)
    dead = []
    for link in re.findall(r"\]\(([^)\s]+)(?: \"[^\"]*\")?\)", text):
        if re.match(r"[a-z][a-z0-9+.-]*:", link):
            continue
        path, _, anchor = unquote(link).partition("#")
        target = page.parent / path if path else page
        if not target.exists() or (anchor and anchor not in anchors(target.read_text("utf-8"))):
            dead.append(link)
    return dead


def test_every_relative_link_leads_somewhere() -> None:
    assert {str(p.relative_to(ROOT)): dead for p in markdown() if (dead := dead_links(p))} == {}


def test_a_dead_link_would_be_found(tmp_path: Path) -> None:
    (tmp_path / "other.md").write_text("# What is *here*\n", "utf-8")
    page = tmp_path / "page.md"
    page.write_text(
        "[a](other.md) [b](gone.md) [c](other.md#what-is-here) [d](other.md#gone) [e](https://example.org/x) [f](#gone)\n"
        "`[g](in-code.md)`\n```text\n[h](in-block.md)\n```\n",
        "utf-8",
    )
    assert dead_links(page) == ["gone.md", "other.md#gone", "#gone"]


def test_adding_a_credential_works_as_written(folder: Path, cli: Cli) -> None:
    text = (HOW_TO / "add-a-credential.md").read_text("utf-8")
    (record,) = blocks(text, "yaml")
    name = record.splitlines()[0].removeprefix("# ")
    (folder / name).write_text(record, "utf-8")
    outcomes = [(words, cli(*words)) for words in commands(text)]
    first, *rest = outcomes
    assert "Nothing has all these words" in first[1].out
    assert "harbour-sql" not in first[1].out, "it is there before it is imported"
    assert {" ".join(words): outcome.err for words, outcome in rest if outcome.code != 0} == {}
    shown = {words[1] if words[0] == "catalog" else words[0]: outcome.out for words, outcome in rest}
    assert set(shown) == {"check", "import", "search", "show", "evaluate", "options"}
    assert "1 record checked. No mistakes." in shown["check"]
    for command in ("search", "show", "evaluate"):
        assert "SQL for Analysts" in shown[command]
    options = json.loads(cli("options", "SQL", "--json").out)["options"]
    assert "harbour-sql" in [option["credential"] for option in options]


def test_the_mistakes_it_shows_are_said_as_written(folder: Path, cli: Cli) -> None:
    text = (HOW_TO / "add-a-credential.md").read_text("utf-8")
    (folder / "bad.yaml").write_text(
        "id: bad\ntitle: Bad\nsources:\n  page: {method: recalled, date: 2026-11-22}\nlevel: beginner\nskills:\n"
        "  - {skill: sequel, depth: core, from: page}\n",
        "utf-8",
    )
    outcome = cli("catalog", "check", "bad.yaml")
    assert outcome.code == 3
    (said,) = [block for block in blocks(text, "text") if "bad.yaml" in block]
    for line in said.splitlines():
        assert line in outcome.err


def module(folder: Path, monkeypatch: pytest.MonkeyPatch, page: str, name: str) -> str:
    """The first Python block of a page as a module that can be imported."""
    source = blocks((HOW_TO / page).read_text("utf-8"), "python")[0]
    (folder / f"{name}.py").write_text(source, "utf-8")
    monkeypatch.syspath_prepend(str(folder))
    return name


def test_adding_an_ad_format_works_as_written(folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    name = module(folder, monkeypatch, "add-an-ad-format.md", "walkthrough_format")
    monkeypatch.setattr(AD_FORMATS, "_table", {**AD_FORMATS._table, "toml": f"{name}:read"})
    monkeypatch.setattr(AD_FORMATS, "_loaded", dict(AD_FORMATS._loaded))
    example = blocks((HOW_TO / "add-an-ad-format.md").read_text("utf-8"), "python")[1]
    scope: dict[str, Any] = {
        "LONG": LONG,
        "read": lambda text, where: collect(AD_FORMATS["toml"](io.BytesIO(text.encode()), where)),
    }
    exec(example, scope)  # noqa: S102 - the test that the page shows
    scope["test_toml_ads_keep_their_places"]()
    (folder / "kept.toml").write_text(f'title = "Analyst"\ndescription = "{LONG}"\n', "utf-8")
    found = cli("gap", "--ads", "kept.toml", "--json")
    assert found.code == 0, found.err
    assert json.loads(found.out)["postings"] == 1


def test_adding_a_criterion_works_as_written(folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    name = module(folder, monkeypatch, "add-a-criterion.md", "walkthrough_criterion")
    monkeypatch.setattr(CRITERIA, "_table", {**CRITERIA._table, "level": f"{name}:CRITERION"})
    monkeypatch.setattr(CRITERIA, "_loaded", dict(CRITERIA._loaded))
    (card,) = json.loads(cli("evaluate", "google-data-analytics", "--json").out)["credentials"]
    (level,) = [c for c in card["criteria"] if c["id"] == "level"]
    assert (level["value"], level["because"]) == ([0.1, 0.1], "it is for beginners")
    assert sum(c["weight"] for c in card["criteria"] if c["group"] == "quality") == pytest.approx(1, abs=1e-4)


def test_the_python_page_runs_as_written(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    maria = ROOT / "src" / "credlens" / "data" / "demo" / "maria"
    shutil.copy(maria / "resume.md", folder)
    shutil.copytree(maria / "ads", folder / "ads")
    (folder / "ads" / "broken.jsonl").write_text("{broken\n", "utf-8")
    scope: dict[str, Any] = {}
    for example in blocks((HOW_TO / "use-from-python.md").read_text("utf-8"), "python"):
        exec(example, scope)  # noqa: S102 - what the page tells a reader to run
    said = capsys.readouterr().out
    assert "'label': 'SQL'" in said
    assert "strongest" in said
    assert "broken.jsonl:1" in said


def test_evaluating_any_credential_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "evaluate-any-credential.md").read_text("utf-8")
    (written,) = blocks(page, "yaml")
    (folder / "fog.yaml").write_text(written, "utf-8")
    said = [words for words in commands(page) if "fog.yaml" in words or words[0] == "catalog"]
    assert [words[-1] for words in said] == ["fog.yaml", "--keep", "--sources", "harbour-school-fog-signals-ashore"]
    for words in said:
        assert cli(*words).code == 0, words


def test_solving_a_problem_file_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "solve-a-problem-file.md").read_text("utf-8")
    (written,) = blocks(page, "json")
    shown, accepted, refused = blocks(page, "text")
    (folder / "harbour.json").write_text(written, "utf-8")
    plain, as_json, check, *_ = commands(page)
    said = cli(*plain)
    assert said.code == 0, said.err
    for line in shown.splitlines()[2:]:
        assert line.split() in [found.split() for found in said.out.splitlines()]
    assert (
        shown.split("ask")[0].split()
        == said.out[said.out.index("Strongest:") :].split()[: len(shown.split("ask")[0].split())]
    )
    (folder / "plans.json").write_text(cli(*as_json).out, "utf-8")
    checked = cli(*check)
    assert (checked.code, accepted.splitlines()[1] in checked.out) == (0, True)
    (folder / "plans.json").write_text(cli(*as_json).out.replace('"amount": 90', '"amount": 89'), "utf-8")
    assert cli(*check).code == 1
    tight = {**json.loads(written), "fixed": ["exam"]}
    tight["limits"] = {**tight["limits"], "budget": 0}
    (folder / "harbour.json").write_text(json.dumps(tight), "utf-8")
    nothing = cli(*as_json)
    assert nothing.code == 1
    assert json.loads(nothing.out)["because"] == [line.removeprefix("  - ") for line in refused.splitlines()[1:]]


def test_issuing_a_badge_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "issue-a-badge.md").read_text("utf-8")
    (award,) = blocks(page, "yaml")
    (folder / "award.yaml").write_text(award, "utf-8")
    (folder / "games.pgn").write_text("1. e4", "utf-8")
    said = {tuple(words[:2]): cli(*words) for words in commands(page) if words[0] == "badge"}
    assert len(said) == 4
    assert {words: outcome.err for words, outcome in said.items() if outcome.code != 0} == {}
    assert "https://chess.example.org/.well-known/did.json" in said["badge", "key"].out
    assert "do not count any more: 4711" in said["badge", "revoke"].out
    assert all((folder / name).exists() for name in ("badge.json", "revoked.json", "review.json"))


#: One white pixel.
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c49444154789c63f8ffff3f0005fe02fe0def46b8"
    "0000000049454e44ae426082"
)


def issued(folder: Path, cli: Cli) -> None:
    """The badge of the page on issuing, in a picture too, with what has to be published for it."""
    (award,) = blocks((HOW_TO / "issue-a-badge.md").read_text("utf-8"), "yaml")
    (folder / "award.yaml").write_text(award, "utf-8")
    (folder / "picture.png").write_bytes(PICTURE)
    site = "https://chess.example.org"
    made = [
        cli("badge", "key", "club", "--did-web", site, "--out", "did.json"),
        cli("badge", "issue", "--key", "club", "--file", "award.yaml", "--out", "badge.json"),
        cli("badge", "issue", "--key", "club", "--file", "award.yaml", "--bake", "picture.png", "--out", "badge.png"),
        cli("badge", "revoke", "--key", "club", "--list", f"{site}/revoked.json", "--out", "revoked.json"),
    ]
    assert [outcome.err for outcome in made if outcome.code != 0] == []
    (documents,) = blocks((HOW_TO / "verify-a-badge.md").read_text("utf-8"), "json")
    (folder / "documents.json").write_text(documents, "utf-8")
    (folder / "badges").mkdir()
    shutil.copy("badge.json", "badges")
    shutil.copy("badge.png", "badges")


def said_in(block: str, out: str) -> bool:
    """Whether an output has these words, wherever its lines break."""
    return " ".join(block.split()) in " ".join(out.split())


def test_checking_a_badge_works_as_written(
    folder: Path, cli: Cli, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    page = (HOW_TO / "verify-a-badge.md").read_text("utf-8")
    issued(folder, cli)
    unknown, verified, passed = blocks(page, "text")
    offline = [words for words in commands(page) if "--online" not in words and words[0] == "verify"]
    outcomes = {" ".join(words[1:]): cli(*words) for words in offline}
    assert {words for words, outcome in outcomes.items() if outcome.code != 0} == {"badge.json", "badge.png"}
    assert said_in(unknown, outcomes["badge.json"].out)
    assert said_in(verified, outcomes["badge.json --documents documents.json"].out)
    assert said_in(passed, outcomes["badge.json --documents documents.json"].out)
    assert (folder / "report.html").exists()
    assert (folder / "report.pdf").read_bytes().startswith(b"%PDF")
    monkeypatch.setenv("CREDLENS_HOME", str(folder / "home"))
    (example,) = blocks(page, "python")
    exec(example, {})  # noqa: S102 - what the page tells a reader to run
    assert "COULD_NOT_CHECK" in capsys.readouterr().out


def test_keeping_badges_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "keep-your-badges.md").read_text("utf-8")
    issued(folder, cli)
    kept, listed = blocks(page, "text")
    shown = re.search(r"Kept as (\w+): Endgames", kept)
    assert shown is not None
    added = cli("wallet", "add", "badge.json", "--documents", "documents.json")
    found = re.search(r"Kept as (\w+): Endgames", added.out)
    assert found is not None, added.err
    assert said_in("\n".join(kept.splitlines()[:2]).replace(shown[1], found[1]), added.out)
    assert listed.splitlines()[2].split() == cli("wallet", "list").out.splitlines()[3].split()
    short = {words[-1] for words in commands(page) if words[1] in {"show", "remove"}}
    assert short == {shown[1][:4]}
    assert cli("wallet", "verify").code == 1, "without its list of revoked badges nobody knows"
    assert "Not verified anew" in cli("wallet", "verify").out
    assert "Could not be checked" not in cli("wallet", "list").out, "what was seen before is not forgotten"
    assert cli("wallet", "verify", "--documents", "documents.json").code == 0
    cli("profile", "import", ROOT / "src" / "credlens" / "data" / "demo" / "maria" / "resume.md")
    assert "Credential: Endgames" in cli("profile", "show").out
    assert cli("wallet", "remove", found[1][:4]).code == 0


def test_trusting_issuers_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "trust-issuers.md").read_text("utf-8")
    issued(folder, cli)
    (own,) = blocks(page, "yaml")
    (folder / "issuers.yaml").write_text(own, "utf-8")
    listed, known, unlisted, alike = blocks(page, "text")
    add, show, signed = commands(page)
    assert cli(*add).code == 0
    assert said_in(listed, cli(*show).out)

    def check(name: str) -> dict[str, str]:
        found = json.loads(cli("verify", "badge.json", "--documents", "documents.json", "--json").out)["checks"]
        (one,) = [each for each in found if each["id"] == name]
        return one

    assert check("issuer_known")["reason"] in known
    assert cli("trust", "remove", add[-1]).code == 0
    (folder / "issuers.yaml").write_text("issuers: [{id: 'https://pier.example.org/issuer'}]", "utf-8")
    assert cli(*add).code == 0
    assert check("issuer_known")["reason"] in unlisted
    (folder / "schools.jwt").write_bytes(b"eyJhbGciOiJFZERTQSJ9.e30.AAAA")
    assert cli(*signed).code == 3
    award = (folder / "award.yaml").read_text("utf-8").replace("Chess Club of Example", "Google")
    (folder / "award.yaml").write_text(award, "utf-8")
    cli("badge", "issue", "--key", "club", "--file", "award.yaml", "--out", "badge.json")
    warned = check("issuer_name")
    assert all(warned[part] in alike for part in ("title", "reason", "next_step"))


def test_showing_your_work_works_as_written(folder: Path, cli: Cli) -> None:
    page = (HOW_TO / "show-your-work.md").read_text("utf-8")
    (folder / "shop-dashboard").mkdir()
    readme = folder / "shop-dashboard" / "README.md"
    readme.write_text("# Shop dashboard\n\nWhich mailing worked, in SQL and Tableau.\n", "utf-8")
    shutil.copy(readme, folder / "README.md")
    add, show, key, ask, endorse, review, site = commands(page)
    assert [cli(*words).code for words in (add, show, key)] == [0, 0, 0]
    asked = json.loads(cli(*ask, "--json").out)
    assert (folder / "request.json").exists()
    said = [asked["about"] if word == "urn:uuid:..." else word for word in endorse]
    with pytest.MonkeyPatch.context() as elsewhere:
        elsewhere.setenv("CREDLENS_HOME", str(folder / "reviewer"))
        assert [run(["badge", "key", "reviewer"]), run([*said, "--as-of", "2026-11-20"])] == [0, 0]
    assert cli(*review).code == 0
    assert cli(*site).code == 0
    pages = "".join(p.read_text("utf-8") for p in (folder / "site").rglob("*.html"))
    assert "The queries are right, and they are tested." in pages


def test_making_a_resume_and_a_brief_works_as_written(folder: Path, cli: Cli) -> None:
    cli("profile", "import", ROOT / "src" / "credlens" / "data" / "demo" / "expired" / "resume.md")
    page = (HOW_TO / "make-your-resume.md").read_text("utf-8")
    looked, *written = [words for words in commands(page) if "credential-b683f8e7" not in words]
    before = cli(*looked)
    assert "credlens resume --show" in before.out, "something is left off, and it says how to put it back"
    assert {words[-1]: cli(*words).code for words in written} == dict.fromkeys(
        ("resume.pdf", "modern.pdf", "resume.docx", "resume.json", "resume.md", "europass.xml"), 0
    )
    brief, noted, forgotten, *files = commands((HOW_TO / "explain-a-credential.md").read_text("utf-8"))
    assert "Do not say that you hold it" in cli(*brief).out
    assert "Joining two lists." in cli(*noted).out
    assert "Joining two lists." not in cli(*forgotten).out
    assert [cli(*words).code for words in files] == [0, 0, 0]
    assert (folder / "brief.pdf").read_bytes().startswith(b"%PDF")
