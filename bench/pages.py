"""Pages from scratch: articles in ten locales, from catalogues, or from Markdown where a tool has none."""

import shutil
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from bench import folders
from bench.measure import (
    CONTESTANTS,
    DATA,
    PEERS,
    PIPELINE,
    Bar,
    Contest,
    Contestant,
    Run,
    Taken,
    cores,
    in_turns,
    measured,
    ready,
)
from bench.translation import LOCALES

NAMES = {"pt_BR": "pt-BR", "zh_Hans": "zh-Hans"}
JOB = "build HTML, 1,000 articles × 10 locales, cold, two cores"


def run(*, quick: bool) -> list[Contest]:
    """Measure. Slow peers make fewer pages; what counts is milliseconds a page."""
    count, middle, slow, rounds = (50, 20, 5, 1) if quick else (1000, 150, 20, 2)
    contestants = ready(
        partial(_ours, count, rounds),
        partial(_hugo, count, rounds),
        partial(_markdown, middle, rounds),
        partial(_mdpo, middle, rounds),
        partial(_mkdocs, middle, rounds),
        partial(_po4a, slow),
        partial(_toolkit, slow),
        partial(_sphinx, slow),
    )
    return [_judged(in_turns(contestants))]


def _judged(taken: tuple[Taken, ...]) -> Contest:
    contest = Contest(title="Build pages", unit="page", taken=taken)
    bars = [
        Bar(job=JOB, beside=name, value=value, least=least)
        for name, least in (
            ("MkDocs and static-i18n", 8),
            ("Sphinx and MyST", 100),
            ("mdpo and Python-Markdown", 4),
        )
        if (value := contest.times(name)) is not None
    ]
    hugo = contest.times("Hugo")
    if hugo is not None:
        bars.append(Bar(job=JOB, beside="Hugo, as long as", value=1 / hugo, most=4))
    notes = (
        "Imprimatur reads catalogues, checks them and makes the pages of its theme: the preview of every "
        "edition and the source's pages in the site; each counts. PDFs are off. The others make bare pages, "
        "the source's among them. Hugo, MkDocs and Python-Markdown alone get Markdown that is "
        "translated already. Hugo and Sphinx use all cores, mdpo, Python-Markdown and MkDocs have no way to.",
    )
    return Contest(title=contest.title, unit="page", taken=contest.taken, bars=tuple(bars), notes=notes)


def _ours(count: int, rounds: int) -> Contestant:
    folder = folders.content(count, LOCALES)

    def prepare() -> None:
        shutil.rmtree(folder / "output", ignore_errors=True)
        shutil.rmtree(folder / ".pipeline", ignore_errors=True)

    run = partial(measured, (*PIPELINE, "-C", folder, "build"))
    # Every edition's preview, the source's among them, and the source's pages in the site.
    pages = count * (len(LOCALES) + 2)
    return Contestant(name="Imprimatur", count=pages, run=run, prepare=prepare, rounds=rounds)


def _emptied(name: str) -> Path:
    folder = DATA / "runs" / name
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    return folder


def _hugo(count: int, rounds: int) -> Contestant:
    """Hugo with a folder of translated Markdown for each language, and one template."""
    folder = DATA / "runs" / "pages-hugo"
    source = folders.markdown(count, LOCALES)

    def prepare() -> None:
        _emptied(folder.name)
        lines = ['baseURL = "https://example.org/"', 'disableKinds = ["taxonomy", "term", "RSS", "sitemap"]']
        for number, tag in enumerate(("en", *LOCALES)):
            name = NAMES.get(tag, tag).lower()
            lines += [f"[languages.{name}]", f'contentDir = "{source / tag}"', f"weight = {number + 1}"]
        (folder / "hugo.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
        page = "<!doctype html><title>{{ .Title }}</title>{{ .Content }}"
        for name in ("single.html", "list.html"):
            path = folder / "layouts" / "_default" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page, encoding="utf-8")

    program = next(PEERS.parent.parent.glob("lib/python*/site-packages/hugo/binaries/hugo*"))
    run = partial(measured, (program, "--quiet", "--ignoreCache"), folder)
    return Contestant(name="Hugo", count=count * 11, run=run, prepare=prepare, rounds=rounds)


def _markdown(count: int, rounds: int) -> Contestant:
    source, folder = folders.markdown(count, LOCALES), DATA / "runs" / "pages-markdown"
    command = (PEERS, CONTESTANTS / "pages_markdown.py", source, folder)
    return Contestant(
        name="Python-Markdown, translated already",
        count=count * 11,
        run=partial(measured, command),
        prepare=partial(_emptied, folder.name),
        rounds=rounds,
    )


def _mdpo(count: int, rounds: int) -> Contestant:
    folder = DATA / "runs" / "pages-mdpo"
    made = folders.kept(f"pages-mdpo-{count}", partial(_mdpo_catalogues, count))
    command = (PEERS, CONTESTANTS / "pages_mdpo.py", made / "source", made / "po", folder)
    return Contestant(
        name="mdpo and Python-Markdown",
        count=count * 11,
        run=partial(measured, command),
        prepare=partial(_emptied, folder.name),
        rounds=rounds,
    )


def _mdpo_catalogues(count: int, folder: Path) -> None:
    shutil.copytree(folders.markdown(count, LOCALES) / "en", folder / "source")
    for tag in LOCALES:
        catalogues = folder / "po" / tag
        catalogues.mkdir(parents=True)
        measured((PEERS, CONTESTANTS / "extract_mdpo.py", folder / "source", catalogues))
        measured((PEERS, CONTESTANTS / "fill.py", catalogues, tag))


def _mkdocs(count: int, rounds: int) -> Contestant:
    """MkDocs with the plugin static-i18n, folder by language, and a theme of one bare template."""
    folder = DATA / "runs" / "pages-mkdocs"
    source = folders.markdown(count, LOCALES)

    def prepare() -> None:
        _emptied(folder.name)
        for tag in ("en", *LOCALES):
            docs = folder / "docs" / NAMES.get(tag, tag)
            shutil.copytree(source / tag, docs)
            (docs / "index.md").write_text("# Articles\n", encoding="utf-8")
            (docs / "figure-5.png").write_bytes(folders.figure())
        theme = folder / "theme"
        theme.mkdir()
        page = "<!doctype html><title>{{ page.title }}</title>{{ page.content }}"
        (theme / "main.html").write_text(page, encoding="utf-8")
        languages = "\n".join(
            f"        - {{locale: {NAMES.get(tag, tag)}, name: {tag}, default: {str(tag == 'en').lower()}}}"
            for tag in ("en", *LOCALES)
        )
        (folder / "mkdocs.yml").write_text(
            "site_name: Bench\nsite_url: https://example.org/\n"
            "theme: {name: null, custom_dir: theme, locale: en}\n"
            "markdown_extensions: [extra, sane_lists, admonition, toc]\n"
            "plugins:\n  - i18n:\n      docs_structure: folder\n      reconfigure_material: false\n"
            f"      reconfigure_search: false\n      languages:\n{languages}\n",
            encoding="utf-8",
        )

    run = partial(measured, (PEERS, "-m", "mkdocs", "build", "--quiet"), folder)
    return Contestant(
        name="MkDocs and static-i18n", count=count * 11, run=run, prepare=prepare, rounds=rounds
    )


def _sphinx(count: int) -> Contestant:
    """Sphinx once for each language, as its manual has it, on all cores."""
    made = folders.kept(f"pages-sphinx-{count}", partial(_sphinx_catalogues, count))
    folder = DATA / "runs" / "pages-sphinx"

    def run() -> Run:
        runs = []
        for tag in ("en", *LOCALES):
            language = NAMES.get(tag, tag).replace("-", "_")
            options = ("-q", "-E", "-j", str(cores()), "-b", "html", "-D", f"language={language}")
            runs.append(measured((PEERS.parent / "sphinx-build", *options, "source", f"html/{tag}"), folder))
        return _sum(runs)

    prepare = partial(folders.fresh, made, folder.name)
    return Contestant(name="Sphinx and MyST", count=count * 11, run=run, prepare=prepare, rounds=1)


def _sum(runs: Sequence[Run]) -> Run:
    wall, cpu = sum(run.wall for run in runs), sum(run.cpu for run in runs)
    return Run(wall=wall, cpu=cpu, peak=max(run.peak for run in runs))


def _sphinx_catalogues(count: int, folder: Path) -> None:
    shutil.copytree(folders.markdown(count, LOCALES) / "en", folder / "source")
    folders.sphinx(folder, locale_dirs="../po")
    measured((PEERS.parent / "sphinx-build", "-q", "-E", "-b", "gettext", "source", "pot"), folder)
    intl = (PEERS.parent / "sphinx-intl", "update", "-p", "pot", "-d", "po")
    for tag in LOCALES:
        measured((*intl, "-l", NAMES.get(tag, tag).replace("-", "_")), folder)
        measured((PEERS, CONTESTANTS / "fill.py", folder / "po" / NAMES.get(tag, tag).replace("-", "_"), tag))


def _toolkit(count: int) -> Contestant:
    made = folders.kept(f"pages-toolkit-{count}", partial(_toolkit_catalogues, count))
    folder = DATA / "runs" / "pages-toolkit"

    def run() -> Run:
        runs = []
        for tag in LOCALES:
            command = (PEERS, "-m", "translate.convert.po2md", "--progress=none", "-t", "source", f"po/{tag}")
            runs.append(measured((*command, f"md/{tag}"), folder))
        runs.append(
            measured((PEERS, CONTESTANTS / "pages_markdown.py", folder / "md", folder / "html"), folder)
        )
        return _sum(runs)

    def prepare() -> None:
        folders.fresh(made, folder.name)
        shutil.copytree(folder / "source", folder / "md" / "en")
        for tag in LOCALES:
            (folder / "md" / tag).mkdir()

    name = "translate-toolkit and Python-Markdown"
    return Contestant(name=name, count=count * 11, run=run, prepare=prepare, rounds=1)


def _toolkit_catalogues(count: int, folder: Path) -> None:
    shutil.copytree(folders.markdown(count, LOCALES) / "en", folder / "source")
    for tag in LOCALES:
        (folder / "po" / tag).mkdir(parents=True)
        measured((PEERS, "-m", "translate.convert.md2po", "--progress=none", "source", f"po/{tag}"), folder)
        measured((PEERS, CONTESTANTS / "fill.py", folder / "po" / tag, tag))


def _po4a(count: int) -> Contestant:
    made = folders.kept(f"pages-po4a-{count}", partial(_po4a_catalogues, count))
    folder = DATA / "runs" / "pages-po4a"

    def run() -> Run:
        pages = (PEERS, CONTESTANTS / "pages_markdown.py", folder / "md", folder / "html")
        return _sum([measured((*PO4A, "--no-update"), folder), measured(pages, folder)])

    def prepare() -> None:
        folders.fresh(made, folder.name)
        for tag in LOCALES:
            (folder / "md" / tag).mkdir(parents=True, exist_ok=True)

    return Contestant(name="po4a and Python-Markdown", count=count * 11, run=run, prepare=prepare, rounds=1)


PO4A = ("po4a", "--quiet", "--keep", "0", "-M", "UTF-8", "po4a.cfg")


def _po4a_catalogues(count: int, folder: Path) -> None:
    source = folders.markdown(count, LOCALES) / "en"
    shutil.copytree(source, folder / "source")
    shutil.copytree(source, folder / "md" / "en")
    (folder / "po").mkdir()
    lines = [
        f"[po4a_langs] {' '.join(LOCALES)}",
        "[po4a_paths] po/all.pot $lang:po/$lang/all.po",
        '[po4a_alias:markdown] text opt:"-o markdown"',
        *(
            f"[type:markdown] source/article-{number}.md $lang:md/$lang/article-{number}.md"
            for number in range(count)
        ),
    ]
    (folder / "po4a.cfg").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for tag in LOCALES:
        (folder / "po" / tag).mkdir()
    measured((*PO4A[:1], "--no-translations", *PO4A[1:]), folder)
    for tag in LOCALES:
        measured((PEERS, CONTESTANTS / "fill.py", folder / "po" / tag, tag))
