"""Files written whole or not at all, folders swapped in one step, and one run at a time.

Nothing here knows what is in a file. A reader sees the old bytes or the new ones, also when
the writer is killed or the disk is full.
"""

import ctypes
import errno
import hashlib
import json
import os
import re
import secrets
import shutil
import stat
import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from pipeline.errors import MachineError
from pipeline.model import Finding

_HINTS = {
    errno.ENOSPC: ("disk.full", "the disk is full", "free some space, then run the command again"),
    errno.EDQUOT: ("disk.full", "your quota of disk space is used up", "free some space and run it again"),
    errno.EFBIG: ("disk.full", "the file would grow past the allowed size", "raise the limit (ulimit -f)"),
    errno.EROFS: ("disk.read-only", "the disk is read-only", "work in a folder that may be written to"),
    errno.EACCES: ("disk.read-only", "writing is not allowed", "give yourself write access to the folder"),
    errno.EPERM: ("disk.read-only", "writing is not allowed", "give yourself write access to the folder"),
}
"""Finding id, reason and hint for the errors that people meet; others speak in the system's words."""

_AT_FDCWD, _RENAME_EXCHANGE = -100, 2
"""From Linux's `fcntl.h` and `linux/fs.h`."""


def machine_error(error: OSError, path: Path) -> MachineError:
    """Say in a user's words why `path` could not be written."""
    other = ("disk.failed", error.strerror or str(error), "see whether the path can be written to")
    kind, reason, hint = _HINTS.get(error.errno or 0, other)
    return MachineError(Finding(id=kind, reason=f"cannot write: {reason}", hint=hint, file=str(path)))


def write_atomic(path: Path, data: bytes | Iterable[bytes]) -> None:
    """Replace the contents of `path` by `data`, whole or not at all; its folder is made if need be.

    `data` may come in pieces; whatever their maker raises leaves `path` as it was.

    A temporary file `.<name>.<random>.tmp` beside it is written, synced and renamed over it, and
    the folder is synced. An existing file's mode is kept; a symbolic link is replaced, never
    followed. Raises `MachineError` naming the path; the temporary file is then gone.
    """
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        mode = _mode(path)
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o666)
        try:
            # A failed fsync is never tried again: the kernel may have dropped the pages by then,
            # and the second call would report success for data that is lost.
            with os.fdopen(descriptor, "wb") as file:
                file.writelines((data,) if isinstance(data, bytes) else data)
                file.flush()
                if mode is not None:
                    temporary.chmod(mode)
                os.fsync(file.fileno())
            temporary.replace(path)
        except BaseException:
            with suppress(OSError):
                temporary.unlink()
            raise
        _sync_folder(path.parent)
    except OSError as error:
        raise machine_error(error, path) from error


def write_cache(path: Path, data: bytes) -> None:
    """Replace the contents of a cache's file, whole or not at all, without waiting for the disk.

    After a power cut the file may be the old one, none, or one that its reader must not trust. Raises
    `MachineError`.
    """
    temporary = path.with_name(f".{path.name[:100]}.{secrets.token_hex(4)}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary.write_bytes(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise machine_error(error, path) from error


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write `data` unless `path` already holds exactly that; say whether it was written."""
    if holds(path, data):
        return False
    write_atomic(path, data)
    return True


def holds(path: Path, data: bytes) -> bool:
    """Whether `path` is a file that holds exactly `data`."""
    with suppress(OSError):
        return not path.is_symlink() and path.read_bytes() == data
    return False


@contextmanager
def staging(folder: Path) -> Iterator[Path]:
    """Make an empty folder for what will be put in place once all of it is there; then it goes again.

    What a run left behind that was killed goes, too: only one run at a time may use the folder.
    """
    try:
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
    except OSError as error:
        raise machine_error(error, folder) from error
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def set_aside(staged: Path, data: bytes, *, path: Path) -> None:
    """Write to `staged` what is to stand at `path`, with the mode of what stands there.

    It does not last before `sync`, and stands nowhere before `put`. Raises `MachineError`.
    """
    try:
        with _created(staged) as file:
            file.write(data)
        if (mode := _mode(path)) is not None:
            staged.chmod(mode)
    except OSError as error:
        raise machine_error(error, path) from error


def _created(path: Path) -> BinaryIO:
    """Open a new file at `path`; mostly its folder is there, and nothing else is."""
    try:
        return path.open("xb")
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    except FileExistsError:
        path.unlink()
    return path.open("xb")


def sync(staged: Path) -> None:
    """Make a file last through a power cut. Raises `MachineError`. Many threads at once share the waiting."""
    try:
        descriptor = os.open(staged, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
    except OSError as error:
        raise machine_error(error, staged) from error


def put(staged: Path, path: Path) -> None:
    """Let a file that was set aside and synced replace `path`, whole or not at all.

    The rename lasts once the folder is synced: `sync` it after the last one. Raises `MachineError`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        staged.replace(path)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise machine_error(error, path) from error
        # The folder of `path` is on another disk, to which nothing can be renamed.
        write_atomic(path, staged.read_bytes())


def sync_tree(folder: Path) -> None:
    """Make all files below `folder` last through a power cut, at once where the system can do that."""
    if sys.platform.startswith("linux"):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            if ctypes.CDLL(None, use_errno=True).syncfs(descriptor) == 0:
                return
            raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()), str(folder))
        except AttributeError:
            pass
        finally:
            os.close(descriptor)
    for path in folder.rglob("*"):
        if path.is_file():
            with path.open("rb+") as file:
                os.fsync(file.fileno())


def exchange(new: Path, live: Path) -> None:
    """Put the folder `new` in the place of `live`, in one step where the system can do that.

    Afterwards `live` holds what `new` held and `new` what `live` held; where there was no
    `live`, `new` is gone. Both must be on one file system. On Linux no reader ever finds `live`
    missing; elsewhere it is missing between two renames. Raises `MachineError`.
    """
    try:
        live.parent.mkdir(parents=True, exist_ok=True)
        if not live.exists():
            new.rename(live)
        elif not _exchange_at_once(new, live):
            _exchange_in_turn(new, live)
        _sync_folder(live.parent)
        if new.parent != live.parent:
            _sync_folder(new.parent)
    except OSError as error:
        raise machine_error(error, live) from error


@contextmanager
def lock(root: Path, name: str, *, doing: str = "", on_wait: Callable[[str], None]) -> Iterator[None]:
    """Let one process at a time hold the lock `name` of the content folder `root`.

    `doing` says what for, as in "extract"; who has to wait is told of it once, through `on_wait`
    ("waiting for “extract” (process 4711, since 15:04:05)"). A lock for a moment need not say it, since
    saying it takes longer. The system itself releases the lock
    when its holder dies, however it dies; what a dead holder left written is ignored. `name` may
    be any text: it never becomes a path. Raises `MachineError` where the lock cannot be made.
    """
    folder = root / ".pipeline" / "locks"
    stem = _safe(name)
    path, holder = folder / f"{stem}.lock", folder / f"{stem}.json"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        release = _held(path, lambda: on_wait(_waiting(holder)))
    except OSError as error:
        raise machine_error(error, path) from error
    try:
        if doing:
            _sign(holder, doing)
        yield
    finally:
        if doing:
            with suppress(OSError):
                holder.unlink()
        release()


def _held(path: Path, wait: Callable[[], None]) -> Callable[[], None]:
    """Lock the file at `path`, after `wait` where another holds it; return what releases it."""
    if sys.platform == "win32":
        from filelock import FileLock, Timeout

        lock = FileLock(path)
        try:
            lock.acquire(timeout=0)
        except Timeout:
            wait()
            lock.acquire()
        return lock.release
    return _flocked(path, wait)


def _flocked(path: Path, wait: Callable[[], None]) -> Callable[[], None]:
    """Lock as `_held` by the system's call alone: it takes half as long, and some runs lock thousands."""
    import fcntl

    while True:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_NOFOLLOW, 0o666)
        try:
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                wait()
                fcntl.flock(descriptor, fcntl.LOCK_EX)
            # Whoever deleted the file meanwhile let others lock another one in its place.
            if _stands(descriptor, path):
                break
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)

    def release() -> None:
        # Processes that were forked hold the file, too: closing it here would release nothing.
        fcntl.flock(descriptor, fcntl.LOCK_UN)
        os.close(descriptor)

    return release


def _stands(descriptor: int, path: Path) -> bool:
    """Whether an open file is the one that stands at `path`."""
    with suppress(FileNotFoundError):
        return os.path.samestat(os.fstat(descriptor), path.lstat())
    return False


def _mode(path: Path) -> int | None:
    """The permission bits of an existing regular file; None where the umask decides."""
    try:
        status = path.lstat()
    except FileNotFoundError:
        return None
    return stat.S_IMODE(status.st_mode) if stat.S_ISREG(status.st_mode) else None


def _sync_folder(folder: Path) -> None:
    """Make a rename in `folder` last through a power cut; Windows has no such call."""
    if os.name == "nt":
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        # Some network file systems cannot sync a folder at all, which loses nothing.
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):
            raise
    finally:
        os.close(descriptor)


def _exchange_at_once(new: Path, live: Path) -> bool:
    """Swap two folders by Linux's `renameat2`; False where system or file system cannot."""
    if not sys.platform.startswith("linux"):
        return False
    try:
        rename = ctypes.CDLL(None, use_errno=True).renameat2
    except (OSError, AttributeError):
        return False
    if rename(_AT_FDCWD, os.fsencode(new), _AT_FDCWD, os.fsencode(live), _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in (errno.EINVAL, errno.ENOSYS, errno.ENOTSUP):
        return False
    raise OSError(code, os.strerror(code), str(live))


def _exchange_in_turn(new: Path, live: Path) -> None:
    """Swap two folders by three renames; a failure on the way puts `live` back."""
    aside = live.with_name(f".{live.name[:100]}.{secrets.token_hex(4)}.old")
    live.rename(aside)
    try:
        new.rename(live)
    except OSError:
        aside.rename(live)
        raise
    aside.rename(new)


def _safe(name: str) -> str:
    """A file name for any text: what is readable in it, and a digest where that is not all."""
    readable = re.sub(r"[^A-Za-z0-9_-]+", "-", name)[:80]
    if readable == name:
        return name
    return f"{readable}-{hashlib.sha256(name.encode('utf-8', 'surrogatepass')).hexdigest()[:16]}"


def _sign(holder: Path, doing: str) -> None:
    """Write down who holds the lock. It is a courtesy to who waits, so failing is harmless."""
    since = datetime.now().astimezone().isoformat(timespec="seconds")
    temporary = holder.with_suffix(f".{os.getpid()}.tmp")
    with suppress(OSError):
        temporary.write_text(json.dumps({"pid": os.getpid(), "doing": doing, "since": since}), "utf-8")
        temporary.replace(holder)


def _waiting(holder: Path) -> str:
    """The line for who has to wait; whatever the file holds, it is only read as text."""
    try:
        said = json.loads(holder.read_text("utf-8"))
        pid, doing = int(said["pid"]), str(said["doing"])[:200]
        since = datetime.fromisoformat(said["since"])
    except (OSError, ValueError, KeyError, TypeError):
        return "waiting for another run"
    printable = "".join(char if char.isprintable() else " " for char in doing)
    return f"waiting for “{printable}” (process {pid}, since {since:%H:%M:%S})"
