"""How well a folder of wire copy is read: ``python -m tests.eval.formats DIR``.

Every file below DIR goes through formats and cleaning as the shipped plan has them; hidden files,
``README*`` and ``*.expected.json`` are none of the copy. The tables say by dialect (the format that
read the file) what became of the items, what those that were read say of themselves, what of
theirs leaked, and how long it took: each file's best of three runs after one to warm up, shared
among its items. With ``--by-folder`` the groups are the folders, with ``-v`` the names of the files
are told that did not come out well, with ``--json`` all of it is one JSON object.

The exit code is 1 if a promise is broken: no exception, no leak, no word lost, and the same ids when
a file is sent again.
"""

from __future__ import annotations

import argparse
import json
import signal
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import track
from rich.table import Table

from tests.eval.readings import FileReading, read_file
from tests.eval.sums import Row, broken, has_body, has_headline, row_of, says_its_time

__all__ = ["copy_below", "main"]

_MANY = 50
"""Files from which on a progress line is worth its place."""

_COLUMNS = 100


def copy_below(folder: Path) -> list[Path]:
    """Return the files of wire copy below *folder*, in the order of their paths."""
    return [
        path
        for path in sorted(folder.rglob("*"))
        if path.is_file()
        and not any(part.startswith(".") for part in path.relative_to(folder).parts)
        and not path.name.endswith(".expected.json")
        and not path.name.upper().startswith("README")
    ]


def main(arguments: Sequence[str] | None = None) -> int:
    """Read, print, and return the exit code."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.eval.formats", description=(__doc__ or "").partition("\n")[0]
    )
    parser.add_argument("folder", type=Path, metavar="DIR")
    parser.add_argument("--by-folder", action="store_true", help="group by the files' folders")
    parser.add_argument("-v", "--verbose", action="store_true", help="name the files")
    parser.add_argument("--json", action="store_true", help="print one JSON object")
    options = parser.parse_args(arguments)
    folder: Path = options.folder
    if not folder.is_dir():
        what = "is no folder" if folder.exists() else "is not there"
        print(f"{folder} {what}. Name a folder with files of wire copy.", file=sys.stderr)
        return 2
    paths = copy_below(folder)
    if not paths:
        print(f"{folder} has no files of wire copy in it.", file=sys.stderr)
        return 2
    files = [
        read_file(str(path.relative_to(folder)), path.read_bytes()) for path in _progress(paths)
    ]
    rows = _rows(files, by_folder=options.by_folder)
    total = row_of("all", files)
    failed = broken(rows)
    if options.json:
        print(json.dumps(_as_json(rows, total, files, failed), ensure_ascii=False, indent=1))
    else:
        wide = Console().width if sys.stdout.isatty() else _COLUMNS
        _print(
            Console(highlight=False, width=min(wide, _COLUMNS)),
            [*rows, total] if len(rows) > 1 else rows,
            failed,
        )
        if options.verbose:
            _print_files(files)
    return 1 if failed else 0


def _progress(paths: list[Path]) -> Iterable[Path]:
    console = Console(stderr=True)
    if len(paths) < _MANY or not console.is_terminal:
        return paths
    return track(paths, description="Reading", console=console, transient=True)


def _rows(files: list[FileReading], *, by_folder: bool) -> list[Row]:
    groups: dict[str, list[FileReading]] = {}
    for file in files:
        group = Path(file.name).parent.as_posix() if by_folder else file.dialect
        groups.setdefault(group, []).append(file)
    return [row_of(group, groups[group]) for group in sorted(groups)]


def _as_json(
    rows: list[Row], total: Row, files: list[FileReading], failed: list[str]
) -> dict[str, object]:
    """Words of the copy itself stay out of it, so that it may be kept."""
    return {
        "groups": [asdict(row) for row in rows],
        "all": asdict(total),
        "broken": failed,
        "files": [
            {
                "name": file.name,
                "dialect": file.dialect,
                "items": file.outcomes,
                "read": len(file.items),
                "diverted": file.diverted,
                "quarantined": [{"reason": r, "note": note} for r, note in file.quarantined],
                "raised": file.raised,
                "leaks": [{"kind": leak.kind, "field": leak.field} for leak in file.leaks],
                "words_off": file.words_off,
                "microseconds": round(file.seconds * 1e6),
            }
            for file in files
        ],
    }


_Columns = Sequence[tuple[str, Callable[[Row], str]]]

_FATES: _Columns = (
    ("files", lambda row: f"{row.files:,}"),
    ("items", lambda row: f"{row.items:,}"),
    ("read", lambda row: f"{row.read:,}"),
    ("diverted", lambda row: f"{row.diverted:,}"),
    ("quarantined", lambda row: f"{row.quarantined:,}"),
    ("reasons", lambda row: ", ".join(f"{r} {n}" for r, n in sorted(row.reasons.items()))),
)
_SAID: _Columns = (
    ("headline", lambda row: _share(row, row.headline)),
    ("body", lambda row: _share(row, row.body)),
    ("id", lambda row: _share(row, row.id)),
    ("provider", lambda row: _share(row, row.provider)),
    ("time", lambda row: _share(row, row.time)),
    ("language", lambda row: _share(row, row.language)),
    ("dateline", lambda row: _share(row, row.dateline)),
    ("tables", lambda row: f"{row.tables:,}"),
)
_NOTHING: _Columns = (
    ("raised", lambda row: _must(row.raised)),
    ("markup", lambda row: _must(row.markup)),
    ("invisible", lambda row: _must(row.invisible)),
    ("notes", lambda row: _must(row.note)),
    ("other id", lambda row: _must(row.other_ids)),
    ("words off", lambda row: _must(row.words_off)),
)
_TIMES: _Columns = (
    ("median", lambda row: f"{row.median_us:,.0f}"),
    ("95 %", lambda row: f"{row.p95_us:,.0f}"),
    ("most", lambda row: f"{row.most_us:,.0f}"),
    ("median for 4 KB", lambda row: f"{row.median_us_4kb:,.0f}"),
)


def _share(row: Row, share: float) -> str:
    """Whole percent, but 100 only for all: one of a thousand without an id is not 100 %."""
    if not row.read:
        return "-"
    return f"{int(share * 100)} %"


def _must(count: int) -> str:
    return f"[bold red]{count:,}[/]" if count else "0"


def _print(console: Console, rows: list[Row], failed: list[str]) -> None:
    for title, columns in (
        ("What became of the items", _FATES),
        ("What the items that were read have", _SAID),
        ("What must be 0 (items; words)", _NOTHING),
        ("Microseconds for an item", _TIMES),
    ):
        table = Table(title=title, title_justify="left", title_style="bold", box=None)
        table.add_column("", no_wrap=True, max_width=28)
        for name, _ in columns:
            left = name == "reasons"
            table.add_column(name, justify="left" if left else "right", no_wrap=not left)
        for row in rows:
            table.add_row(row.group, *(cell(row) for _, cell in columns))
        console.print(table)
        console.print()
    for line in failed:
        console.print(f"Broken: {line}", style="bold red", markup=False, soft_wrap=True)


def _print_files(files: Iterable[FileReading]) -> None:
    """Name what did not come out well, file by file; plain lines, for grep."""
    for file in files:
        said = [f"{reason}: {note}" for reason, note in file.quarantined]
        said += [f"raised {file.raised}"] if file.raised else []
        said += [f"leaked {leak.kind} in {leak.field}: {leak.excerpt!r}" for leak in file.leaks]
        if file.same_ids < len(file.items):
            said.append(f"{len(file.items) - file.same_ids} other ids when sent again")
        if file.words_off:
            said.append(f"{file.words_off} words unaccounted for")
        for item in file.items:
            lacks = [
                name
                for name, missing in (
                    ("headline", not has_headline(item)),
                    ("body", not has_body(item)),
                    ("provider", not item.provider),
                    ("time", not says_its_time(item)),
                )
                if missing
            ]
            if lacks:
                said.append(f"{item.item_id} lacks {', '.join(lacks)}")
        for line in said:
            print(f"{file.name} ({file.dialect}): {line}")


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # ``| head`` is no error
    raise SystemExit(main())
