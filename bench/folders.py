"""The work of the benches as folders: made once, kept in bench/.data, copied for each run."""

import hashlib
import os
import re
import shutil
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from functools import cache
from pathlib import Path

from bench import corpus, translation
from bench.corpus import figure
from bench.measure import DATA

HOLE = "\ue000"
"""Stands around a message's number where its translation will be."""

SETTINGS = """\
[project]
locales = [{locales}]
pdf = {pdf}

[draft]
engines = []
"""


def content(count: int, locales: Sequence[str]) -> Path:
    """Return a content folder of ours: `count` articles, translated into `locales` and not approved."""
    return kept(f"content-{count}x{len(locales)}", lambda folder: _fill_content(folder, count, locales))


def markdown(count: int, locales: Sequence[str]) -> Path:
    """Return a folder with `<locale>/article-<number>.md`, the source's locale `en` among them."""
    return kept(f"markdown-{count}x{len(locales)}", lambda folder: _fill_markdown(folder, count, locales))


def sphinx(folder: Path, locale_dirs: str = "") -> None:
    """Make a folder's `source` a project of Sphinx with MyST."""
    conf = [
        'extensions = ["myst_parser"]',
        'myst_enable_extensions = ["attrs_block", "attrs_inline", "deflist", "html_admonition"]',
        "gettext_compact = False",
        'html_theme = "basic"',
        'suppress_warnings = ["myst", "toc", "docutils", "ref", "misc"]',
        f'locale_dirs = ["{locale_dirs}"]' if locale_dirs else "",
    ]
    index = "# Articles\n\n```{toctree}\n:glob:\n\narticle-*\n```\n"
    (folder / "source" / "conf.py").write_text("\n".join(conf) + "\n", encoding="utf-8")
    (folder / "source" / "index.md").write_text(index, encoding="utf-8")
    (folder / "source" / "figure-5.png").write_bytes(figure())


def settings(folder: Path, locales: Iterable[str], *, pdf: bool) -> None:
    """Write the settings of a content folder of ours."""
    text = SETTINGS.format(locales=", ".join(f'"{tag}"' for tag in locales), pdf=str(pdf).lower())
    (folder / "pipeline.toml").write_text(text, encoding="utf-8")


def fresh(made: Path, name: str) -> Path:
    """Return a copy of a folder that a run may change."""
    target = DATA / "runs" / name
    shutil.rmtree(target, ignore_errors=True)
    shutil.copytree(made, target, copy_function=shutil.copyfile)
    return target


def edit(source: Path, numbers: Iterable[int], share: float = 0.05) -> None:
    """Let the authors change a `share` of the paragraphs of the articles in the folder `source`."""
    for number in numbers:
        path = source / f"article-{number}.md"
        text = path.read_text(encoding="utf-8")
        path.write_text(corpus.edited(text, number, share), encoding="utf-8")


def write_template(folder: Path, path: Path) -> None:
    """Write the template of the article at `path` in a content folder of ours."""
    from pipeline import po
    from pipeline.articles import read, template
    from pipeline.model import ArticleName

    article = read(ArticleName(path.stem), path.read_bytes(), file=f"source/{path.name}")
    text = po.write_template(template(article), project="Imprimatur")
    (folder / "locales" / "templates" / f"{path.stem}.pot").write_text(text, encoding="utf-8")


def kept(name: str, fill: Callable[[Path], None]) -> Path:
    """Fill a folder unless the same generator has done it; while it is half full it has another name."""
    folder = DATA / "made" / f"{name}-{_generator()}"
    if not folder.exists():
        half = folder.with_name(f"{folder.name}.half")
        shutil.rmtree(half, ignore_errors=True)
        half.mkdir(parents=True)
        fill(half)
        half.rename(folder)
    return folder


@cache
def _generator() -> str:
    """Return a hash of what shapes the folders."""
    files = (corpus.__file__, translation.__file__, __file__)
    return hashlib.sha256(b"".join(Path(file).read_bytes() for file in files)).hexdigest()[:8]


def _fill_content(folder: Path, count: int, locales: Sequence[str]) -> None:
    source = folder / "source"
    source.mkdir()
    (source / "figure-5.png").write_bytes(figure())
    for tag in locales:
        (folder / "locales" / tag / "LC_MESSAGES").mkdir(parents=True)
    (folder / "locales" / "templates").mkdir(parents=True)
    settings(folder, locales, pdf=False)
    (folder / ".gitignore").write_text("/output/\n/.pipeline/\n", encoding="utf-8")
    _spread(_content_of, [(folder, number, tuple(locales)) for number in range(count)])


def _fill_markdown(folder: Path, count: int, locales: Sequence[str]) -> None:
    for tag in ("en", *locales):
        (folder / tag).mkdir()
    _spread(_markdown_of, [(folder, number, tuple(locales)) for number in range(count)])


def _spread(function: Callable[[tuple[Path, int, tuple[str, ...]]], None], jobs: Sequence[object]) -> None:
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for _ in pool.map(function, jobs, chunksize=50):  # type: ignore[arg-type]
            pass


def _markdown_of(job: tuple[Path, int, tuple[str, ...]]) -> None:
    folder, number, locales = job
    text = corpus.article(number)
    for tag in ("en", *locales):
        told = text if tag == "en" else translation.translate_article(text, tag)
        (folder / tag / f"article-{number}.md").write_text(told, encoding="utf-8")


def _content_of(job: tuple[Path, int, tuple[str, ...]]) -> None:
    """Write an article, its template and its catalogues, with our own writer once and by texts after that."""
    from pipeline import catalogue, po
    from pipeline.articles import read, template
    from pipeline.model import ArticleName, LocaleTag

    folder, number, locales = job
    text = corpus.article(number)
    name = ArticleName(f"article-{number}")
    (folder / "source" / f"{name}.md").write_text(text, encoding="utf-8")
    made = template(read(name, text.encode(), file=f"source/{name}.md"))
    pot = po.write_template(made, project="Imprimatur")
    (folder / "locales" / "templates" / f"{name}.pot").write_text(pot, encoding="utf-8")
    empty = catalogue.update(made, None, locale=LocaleTag("es"), elsewhere=())
    entries = tuple(
        replace(entry, msgstr=f"{HOLE}{at}{HOLE}", flags=(), raw=None)
        for at, entry in enumerate(empty.entries)
    )
    pattern = po.write(replace(empty, entries=entries))
    body = pattern[pattern.index("\n\n") :]
    for tag in locales:
        head = _head(tag, len(entries))
        told = [
            entry.msgid if entry.msgctxt == "slug" else translation.translate(entry.msgid, tag)
            for entry in entries
        ]
        filled = re.sub(rf"{HOLE}(\d+){HOLE}", lambda match, told=told: _quoted(told[int(match[1])]), body)
        path = folder / "locales" / tag / "LC_MESSAGES" / f"{name}.po"
        path.write_text(head + filled, encoding="utf-8")


def _quoted(text: str) -> str:
    """Return a text as it stands between the quotes of a `.po` file; a line break ends a line of the file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return escaped.replace("\n", '\\n"\n"')


@cache
def _head(tag: str, count: int) -> str:
    """Return the header of a catalogue with `count` messages."""
    from pipeline import po
    from pipeline.catalogue import COUNT_FIELD, new_header
    from pipeline.model import Catalogue, LocaleTag

    locale = LocaleTag(tag)
    text = po.write(Catalogue(locale=locale, header=new_header("Imprimatur", locale)))
    return re.sub(rf'"{COUNT_FIELD}: \d+\\n"', lambda _: f'"{COUNT_FIELD}: {count}\\n"', text).rstrip("\n")
