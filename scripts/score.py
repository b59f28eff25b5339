"""Prints how well targets are found: by document, by construction, and in total.

Of the sentences kept aside the total alone: whoever tunes the rules does not look at their parts.
"""

from __future__ import annotations

import sys
from collections import defaultdict
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # the scoring is shared with the tests

from plangen.load.documents import Library  # noqa: E402 - after the path that finds tests.…
from plangen.load.workspace import Workspace  # noqa: E402
from plangen.model.dictionary import Dictionary  # noqa: E402
from tests.extract.scoring import Score, score_sentence, sentences  # noqa: E402
from tests.extract.test_score import SHARED, seed_scores  # noqa: E402

HEAD = f"{'':<34}{'F1':>7}{'found':>8}{'missed':>8}{'invented':>10}{'dates':>9}{'names':>9}"


def main() -> None:
    """Print the scores of the seeds, where they are, and of the labelled sentences."""
    dictionary = Library(Workspace.at(ROOT)).dictionary("-/-")
    print(HEAD)
    if SHARED.is_dir():
        _print("seeds", dict(seed_scores(dictionary)))
    _print("tuning", _by_construction("tuning", dictionary))
    _total("held_out", _by_construction("held_out", dictionary))


def _by_construction(name: str, dictionary: Dictionary) -> dict[str, Score]:
    scores: dict[str, Score] = defaultdict(Score)
    for row in sentences(name):
        scores[row["construction"]].add(score_sentence(row, dictionary))
    return scores


def _print(title: str, scores: dict[str, Score]) -> None:
    for part, one in scores.items():
        print(_line(f"  {part}", one))
    _total(title, scores)


def _total(title: str, scores: dict[str, Score]) -> None:
    total = Score()
    for one in scores.values():
        total.add(one)
    print(_line(title, total), end="\n\n")


def _line(title: str, one: Score) -> str:
    dates, names = ("/".join(map(str, pair)) for pair in (one.deadlines, one.names))
    counts = f"{len(one.found):>8}{len(one.missed):>8}{len(one.invented):>10}"
    return f"{title:<34}{one.f1:>7.3f}{counts}{dates:>9}{names:>9}"


if __name__ == "__main__":
    main()
