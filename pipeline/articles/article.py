"""An article as the pipeline holds it: its front matter and its block tree."""

import hashlib
from dataclasses import dataclass

from pipeline.articles import frontmatter, tree
from pipeline.articles.tree import Tree
from pipeline.errors import InputError
from pipeline.model import ArticleName, Digest, Finding, FrontMatter


@dataclass(frozen=True, kw_only=True, slots=True)
class Article:
    """One article, parsed. Everything that is made of it is a function of this value."""

    name: ArticleName
    file: str
    """Where it stands, relative to the content folder: `source/<name>.md`."""
    front: FrontMatter
    tree: Tree
    digest: Digest
    """SHA-256 of the file's bytes."""


def read(name: ArticleName, data: bytes, *, file: str) -> Article:
    """Parse an article from its file's bytes. Raises `InputError` with all that is wrong.

    A byte order mark and line ends of other systems are accepted.
    """
    text = decode(data, file=file)
    yaml_text, body = frontmatter.split(text)
    findings: list[Finding] = []
    front, parsed = None, None
    try:
        front = frontmatter.parse(yaml_text, file=file, name=name)
    except InputError as error:
        findings.extend(error.findings)
    try:
        parsed = tree.parse(body, file=file)
    except InputError as error:
        findings.extend(error.findings)
    if front is None or parsed is None:
        raise InputError(findings)
    digest = Digest(hashlib.sha256(data).hexdigest())
    return Article(name=name, file=file, front=front, tree=parsed, digest=digest)


def decode(data: bytes, *, file: str) -> str:
    r"""Return a text file's bytes as text with `\n` line ends. Raises `InputError` if it is not UTF-8."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(
            Finding(
                id="article.encoding",
                reason=f"byte 0x{data[error.start]:02x} is not UTF-8",
                hint="save the file as UTF-8",
                file=file,
                line=data.count(b"\n", 0, error.start) + 1,
            )
        ) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")
