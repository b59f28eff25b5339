"""Things of two documents paired, either way round."""

from hypothesis import given
from hypothesis import strategies as st

from plangen.changes.matching import LARGEST_SEARCH, Matching, similarity

WORDS = st.lists(st.sampled_from(["a", "b", "ab", "abc", "bc", "c"]), max_size=6)


def matched(old: list[str], new: list[str]) -> Matching[str]:
    matching = Matching(old, new)
    matching.by_key(lambda word: word)
    matching.by_likeness(lambda left, right: len(set(left) & set(right)) / 3)
    return matching


def test_equal_keys_are_paired_in_their_order() -> None:
    matching = Matching(["a1", "b1", "a2"], ["a3", "c1", "a4", "a5"])

    matching.by_key(lambda word: word[0])

    assert matching.pairs == [("a1", "a3"), ("a2", "a4")]
    assert (matching.gone, matching.come) == (["b1"], ["c1", "a5"])
    assert matching.rows == [
        ("a1", "a3"),
        (None, "c1"),
        ("a2", "a4"),
        (None, "a5"),
        ("b1", None),
    ]


def test_the_most_alike_are_paired_first() -> None:
    matching = Matching(["abc", "ab"], ["abx", "abcd"])

    matching.by_likeness(lambda old, new: similarity(old, new, 0.5))

    assert matching.pairs == [("abc", "abcd"), ("ab", "abx")]


def test_a_search_that_would_take_too_long_is_left_out() -> None:
    count = int(LARGEST_SEARCH**0.5) + 1
    matching = Matching(["a"] * count, ["a"] * count)

    matching.by_likeness(lambda old, new: 1.0)

    assert matching.pairs == []


def test_the_fewest_things_are_out_of_order() -> None:
    matching = Matching(list("abcde"), list("bcdae"))

    matching.by_key(lambda word: word)

    assert matching.out_of_order() == [("a", "a")]


@given(WORDS, WORDS)
def test_the_other_way_round_the_same_pairs_come_out(old: list[str], new: list[str]) -> None:
    forward, back = matched(old, new), matched(new, old)

    assert sorted(forward.pairs) == sorted((right, left) for left, right in back.pairs)
    assert (forward.gone, forward.come) == (back.come, back.gone)


@given(WORDS, WORDS)
def test_what_is_left_in_order_rises(old: list[str], new: list[str]) -> None:
    unique_old, unique_new = list(dict.fromkeys(old)), list(dict.fromkeys(new))
    matching = Matching(unique_old, unique_new)
    matching.by_key(lambda word: word)

    moved = matching.out_of_order()

    places = [unique_new.index(b) for a, b in matching.pairs if (a, b) not in moved]
    assert places == sorted(places)


@given(st.text("abcd", max_size=12), st.text("abcd", max_size=12))
def test_likeness_does_not_depend_on_the_order(old: str, new: str) -> None:
    assert similarity(old, new, 0.4) == similarity(new, old, 0.4)
    assert similarity(old, old, 0.4) == 1.0
