"""Values, bounds and deadlines of every form the grammar has."""

from datetime import date
from fractions import Fraction

from hypothesis import assume
from hypothesis import strategies as st

from plangen.quantity.bounds import (
    COMPARING_AFTER,
    COMPARING_BEFORE,
    POINTING_BEFORE,
    Bound,
    Comparator,
    comparator_of,
)
from plangen.quantity.deadlines import WORDS_AFTER, WORDS_BEFORE, Deadline, Precision, end_of_span
from plangen.quantity.errors import QuantityError
from plangen.quantity.nouns import COUNTED, EVENTS, MEASURED, is_measure
from plangen.quantity.periods import Period, PeriodUnit
from plangen.quantity.values import Quantity, Unit, is_rate

HALVES = {PeriodUnit.HALF_MONTH, PeriodUnit.HALF_YEAR}
GRAMMAR_CHARACTERS = (
    "0123456789０２.,%％‰:：/×*x-—～ \u3000\n〇一二两三十百千万亿点半分之成每年月日周天季度学期次场"
    "个名所元以上下内不低于少于超过至多达到全覆盖小时召开，。、第约近余左右前底末截止"
)

decimals = st.builds(
    lambda digits, places: Fraction(digits, 10**places),
    st.integers(0, 10**15 - 1),
    st.integers(0, 9),
)
everyday = st.one_of(st.integers(0, 200).map(Fraction), decimals)
bases = st.sampled_from(sorted(COUNTED | MEASURED))
heads = st.builds(str.__add__, st.sampled_from(["", "", "", "百", "千", "万", "千万", "亿"]), bases)
nouns = st.one_of(st.just(""), bases, heads, st.builds("{}/{}".format, heads, heads)).filter(
    lambda noun: not is_rate(noun)
)
periods = st.one_of(
    st.sampled_from(PeriodUnit).map(Period),
    st.builds(Period, st.sampled_from(sorted(set(PeriodUnit) - HALVES)), st.integers(2, 99)),
)


@st.composite
def ratios(draw: st.DrawFn) -> Quantity:
    first = draw(decimals.filter(bool))
    second = draw(decimals.filter(bool))
    return Quantity(Unit.RATIO, first / second, antecedent=first)


@st.composite
def counted(draw: st.DrawFn, unit: Unit) -> Quantity:
    noun = draw(nouns)
    assume(not noun or is_measure(noun) == (unit is Unit.MEASURE))
    return Quantity(unit, draw(everyday), noun)


chinese_fractions = st.builds(
    lambda part, whole: Fraction(100 * part, whole),
    st.integers(1, 10**8 - 1),
    st.integers(1, 10**8 - 1),
)
QUANTITIES: dict[Unit, st.SearchStrategy[Quantity]] = {
    Unit.PERCENT: st.builds(
        Quantity, st.just(Unit.PERCENT), st.one_of(everyday, chinese_fractions)
    ),
    Unit.PERMILLE: st.builds(Quantity, st.just(Unit.PERMILLE), everyday),
    Unit.RATIO: ratios(),
    Unit.FREQUENCY: st.builds(
        Quantity,
        st.just(Unit.FREQUENCY),
        st.integers(0, 10**6).map(Fraction),
        st.sampled_from(sorted(EVENTS - {"次"} | {""})),
        periods,
    ),
    Unit.HOURS: st.builds(
        Quantity,
        st.just(Unit.HOURS),
        st.integers(1, 240).map(lambda tenths: Fraction(tenths, 10)),
        days=st.one_of(st.none(), st.integers(1, 7)),
    ),
    Unit.COUNT: counted(Unit.COUNT),
    Unit.MEASURE: counted(Unit.MEASURE),
    # A whole number needs its unit told: 80 alone is a value whose unit was forgotten.
    Unit.NUMBER: st.builds(
        lambda tens, last: Quantity(Unit.NUMBER, Fraction(10 * tens + last, 1000)),
        st.integers(0, 10**10),
        st.integers(1, 9),
    ),
    Unit.BOOLEAN: st.builds(Quantity, st.just(Unit.BOOLEAN), st.integers(0, 1).map(Fraction)),
}
quantities = st.one_of(*QUANTITIES.values())


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    quantity = draw(quantities)
    before = draw(st.sampled_from(["", *COMPARING_BEFORE, *POINTING_BEFORE]))
    after = draw(st.sampled_from(["", "", *COMPARING_AFTER]))
    try:
        comparator = (
            comparator_of(before, after) if before or after else draw(st.sampled_from(Comparator))
        )
        return Bound(comparator, quantity, before, after)
    except QuantityError:
        return Bound(Comparator.EQUAL, quantity)


@st.composite
def deadlines(draw: st.DrawFn) -> Deadline:
    precision = draw(st.sampled_from(Precision))
    spans = {Precision.YEAR: 1, Precision.HALF: 2, Precision.QUARTER: 4, Precision.MONTH: 12}
    if precision is Precision.DAY:
        last_day = draw(st.dates(date(1900, 1, 1), date(2200, 12, 31)))
    else:
        year, number = draw(st.integers(1900, 2200)), draw(st.integers(1, spans[precision]))
        last_day = end_of_span(year, precision, number)
    before = draw(st.sampled_from(["", *sorted(WORDS_BEFORE)]))
    after = draw(st.sampled_from(["", *sorted(WORDS_AFTER[precision])]))
    return Deadline(last_day, precision, before, after)
