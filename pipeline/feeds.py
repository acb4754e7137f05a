"""The ledger's files: finding, reading and appending feeds, and their SSH signatures."""

import os
import subprocess
import tempfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, lru_cache
from pathlib import Path

from pipeline.errors import InputError, MachineError
from pipeline.ledger.events import Event, digest
from pipeline.ledger.feed import Feed, Line, Signer, extend, payload, verify
from pipeline.ledger.history import History, history, news
from pipeline.ledger.policy import NAME, Policy
from pipeline.model import ArticleName, Digest, Finding, LocaleTag, MessageKey

NAMESPACE = "imprimatur"
"""What a signature is made for, so that one made for git or a file means nothing here."""

_FRAME = ("-----BEGIN SSH SIGNATURE-----", "-----END SSH SIGNATURE-----")


def folder(root: Path, locale: LocaleTag, article: ArticleName) -> Path:
    """Where the feeds of an edition stand."""
    return root / "locales" / locale / "ledger" / article


def read_feeds(root: Path, locale: LocaleTag, article: ArticleName) -> tuple[Feed, ...]:
    """Read and verify every feed of an edition, by actor. None is an empty ledger."""
    return tuple(_read(root, path, locale, article) for path in _paths(root, locale, article))


def read_bytes(root: Path, locale: LocaleTag, article: ArticleName) -> Mapping[str, bytes]:
    """Read every feed of an edition as it stands, by actor."""
    return {path.stem: path.read_bytes() for path in _paths(root, locale, article)}


def _paths(root: Path, locale: LocaleTag, article: ArticleName) -> list[Path]:
    """Return the file of each feed of an edition; most editions have no ledger yet, which is told at once."""
    where = folder(root, locale, article)
    try:
        names = sorted(os.listdir(where))  # noqa: PTH208 -- A third of the time of `Path.glob`.
    except (FileNotFoundError, NotADirectoryError, PermissionError):
        return []
    return [where / name for name in names if name.endswith(".jsonl")]


def read_history(
    root: Path,
    locale: LocaleTag,
    article: ArticleName,
    policy: Policy,
    witnesses: Mapping[MessageKey, tuple[str, ...]] | None = None,
) -> History:
    """Read all that the ledger knows of an edition, signatures too where `policy` requires them."""
    feeds = read_feeds(root, locale, article)
    return history(
        feeds,
        locale=locale,
        article=article,
        policy=policy,
        witnesses=witnesses,
        signed=verify_signatures(root, feeds, policy) if policy.require_signatures else None,
    )


def append(
    root: Path,
    locale: LocaleTag,
    article: ArticleName,
    events: Sequence[Event],
    *,
    sign: Signer | None = None,
) -> tuple[Line, ...]:
    """Append one actor's events to their feed, and return once they would survive a power cut.

    The caller holds the edition's lock. A line torn by a crash is removed first. Notes in the
    first event which lines of others this actor has now seen. Raises InputError where the feed
    does not verify, MachineError where it cannot be written; nothing was appended then.
    """
    if not events:
        return ()
    actor = events[0].actor
    if not NAME.fullmatch(actor) or any(event.actor != actor for event in events):
        raise ValueError("the events of one append are by one actor, named as in the settings")
    path = folder(root, locale, article) / f"{actor}.jsonl"
    feeds = read_feeds(root, locale, article)
    own = _read(root, path, locale, article)
    if own.broken:
        raise InputError(own.findings)
    first = replace(events[0], seen=news(feeds, actor))
    data, lines = extend(own, [first, *events[1:]], sign)
    try:
        _write(path, own.size, b"\n" * own.unfinished + data)
    except OSError as error:
        raise MachineError(
            Finding(
                id="ledger.write",
                reason=f"cannot write: {error.strerror or error}",
                hint="nothing was recorded; make room or give write access, and do it again",
                file=own.file,
            )
        ) from error
    return lines


def ssh_signer(key: Path) -> Signer:
    """Sign with the private key at `key`, or with the agent if it is a public one (OpenSSH 8.2)."""

    def sign(data: bytes) -> str:
        done = _ssh(["-Y", "sign", "-q", "-n", NAMESPACE, "-f", str(key)], data)
        if done.returncode:
            raise InputError(
                Finding(
                    id="ledger.sign",
                    reason=f"cannot sign: {done.stderr.decode('utf-8', 'replace').strip()}",
                    hint="the key must be an SSH key that you can use; ssh-add loads it into the agent",
                    file=str(key),
                )
            )
        return _unframed(done.stdout.decode("ascii"))

    return sign


@lru_cache(maxsize=64)
def signs_for(actor: str, key: str, sign: Signer) -> bool:
    """Whether what `sign` signs verifies as `actor`'s with the public `key`; it signs a few bytes."""
    probe = b"whose key is this"
    return _verifies(probe, sign(probe), actor, key)


def verify_signatures(root: Path, feeds: Sequence[Feed], policy: Policy) -> frozenset[Digest]:
    """Return the hashes of the lines whose signature verifies with their actor's registered key.

    Signatures found good are remembered in `.pipeline/signatures`, under a hash of key,
    signature and all that was signed; the file can be deleted at any time.
    """
    remembered = root / ".pipeline" / "signatures"
    known = set(remembered.read_text("ascii").split()) if remembered.is_file() else set()
    good, new = [], []
    for feed in feeds:
        reviewer = policy.reviewers.get(feed.actor)
        if reviewer is None or not reviewer.key:
            continue
        for line in feed.lines:
            if not line.signature:
                continue
            data = payload(line.event, line.prev)
            name = digest("\n".join((reviewer.key, line.signature, "")).encode() + data)
            if name not in known:
                if not _verifies(data, line.signature, feed.actor, reviewer.key):
                    continue
                new.append(name)
            good.append(line.hash)
    # Remembering only saves time: where nothing can be written, all else goes on.
    with suppress(OSError):
        if new:
            remembered.parent.mkdir(exist_ok=True)
            with remembered.open("a", encoding="ascii") as file:
                file.write("".join(f"{name}\n" for name in new))
    return frozenset(good)


def _read(root: Path, path: Path, locale: LocaleTag, article: ArticleName) -> Feed:
    data = b""
    with suppress(FileNotFoundError):
        data = path.read_bytes()
    file = path.relative_to(root).as_posix()
    return _verified(data, locale, article, path.stem, file)


@lru_cache(maxsize=1024)
def _verified(data: bytes, locale: LocaleTag, article: ArticleName, actor: str, file: str) -> Feed:
    """Verify the same bytes once."""
    return verify(data, locale=locale, article=article, actor=actor, file=file)


def _write(path: Path, size: int, data: bytes) -> None:
    """Cut the file to `size` bytes, append `data`, and sync; put it back if that fails."""
    path.parent.mkdir(parents=True, exist_ok=True)
    new = not path.exists()
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        os.ftruncate(descriptor, size)
        os.lseek(descriptor, size, os.SEEK_SET)
        try:
            # A failed fsync is not tried again: the system may have dropped the pages.
            with os.fdopen(descriptor, "wb", closefd=False) as file:
                file.write(data)
            os.fsync(descriptor)
        except OSError:
            with suppress(OSError):
                os.ftruncate(descriptor, size)
            raise
    finally:
        os.close(descriptor)
    if new and os.name != "nt":
        _sync(path.parent)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _unframed(armoured: str) -> str:
    """The base64 of an armoured signature, on one line."""
    return "".join(line for line in armoured.splitlines() if line not in _FRAME)


def _verifies(data: bytes, signature: str, actor: str, key: str) -> bool:
    with tempfile.TemporaryDirectory() as name:
        signers, armoured = Path(name) / "signers", Path(name) / "signature"
        kind_and_key = " ".join(key.split()[:2])
        signers.write_text(f'{actor} namespaces="{NAMESPACE}" {kind_and_key}\n', "utf-8")
        body = "\n".join(signature[start : start + 70] for start in range(0, len(signature), 70))
        armoured.write_text(f"{_FRAME[0]}\n{body}\n{_FRAME[1]}\n", "utf-8")
        options = ["-f", str(signers), "-I", actor, "-n", NAMESPACE, "-s", str(armoured)]
        return _ssh(["-Y", "verify", "-q", *options], data).returncode == 0


@cache
def _program() -> str:
    import shutil

    found = shutil.which("ssh-keygen")
    if found is None:
        raise MachineError(
            Finding(
                id="ledger.ssh-keygen",
                reason="ssh-keygen is not installed, and signatures need it",
                hint="install it, on Debian: apt install openssh-client",
            )
        )
    return found


def _ssh(options: Sequence[str], data: bytes) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(  # noqa: S603 - no shell, the program is fixed, options are ours.
            [_program(), *options], input=data, capture_output=True, timeout=60, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise MachineError(
            Finding(
                id="ledger.sign", reason="ssh-keygen did not answer", hint="is it asking for a passphrase?"
            )
        ) from error
