"""Documents made for one comparison, and what is said to have changed between them."""

from typing import Any

from plangen.changes.compare import compare_editions
from plangen.changes.edition import Edition
from plangen.model.change import Area, Comparison, ItemChange, TargetChange
from plangen.model.dictionary import Dictionary
from plangen.model.indicators import Indicator
from plangen.model.organs import Organ
from tests.model.records import facts

KINDS: list[tuple[str, str, dict[str, Any]]] = [
    ("coverage", "percent", {"of": "村（社区）"}),
    ("schools", "percent", {"of": "中小学", "parts": {"中小学": ["中学", "小学"]}}),
    (
        "services",
        "percent",
        {
            "of": "党政机关、企事业单位",
            "parts": {
                "企事业单位": ["企业", "事业单位"],
                "企业": ["规模以上企业", "规模以下企业"],
                "规模以上企业单位": ["规模以上企业"],
            },
        },
    ),
    ("dust", "measure", {"better": "lower"}),
    ("incidents", "count", {"better": "lower", "kind": "flow"}),
    ("meetings", "frequency", {"kind": "flow", "parts": {"区县": ["区", "县"]}}),
    ("hours", "hours", {}),
    ("ratio", "ratio", {}),
    ("listed", "boolean", {}),
    ("trainees", "count", {}),
    ("prevalence", "permille", {}),
]
DICTIONARY = Dictionary(
    {
        name: Indicator.model_validate({"name": f"{name}率", "unit": unit, **more})
        for name, unit, more in KINDS
    },
    (Organ(name="市人社局", full_name="市人力资源和社会保障局", aliases=("人社局",)),),
)
YEAR = 2020


def edition(year: int = YEAR, **values: Any) -> Edition:
    """A notice of one year."""
    given = {
        "kind": "notice",
        "title": f"{year}年任务",
        "starts": f"{year}-01-01",
        "ends": f"{year}-12-31",
        **values,
    }
    return Edition(f"x/tasks-{year}", facts(**given), DICTIONARY)


def plan(ends: str, issued: str = "2020-03-01", **values: Any) -> Edition:
    """A plan that runs from its date to an end."""
    given = {"kind": "plan", "title": "方案", "issued": issued, "ends": ends, **values}
    return Edition(f"x/plan-{ends}", facts(**given), DICTIONARY)


def target(
    indicator: str = "coverage", at_least: str | None = None, **values: Any
) -> dict[str, Any]:
    given = {"indicator": indicator, **values}
    return given if at_least is None else {**given, "at_least": at_least}


def points(*pairs: tuple[str, str], indicator: str = "coverage") -> dict[str, Any]:
    """A target in steps of value and date."""
    return {
        "indicator": indicator,
        "points": [{"at_least": value, "by": by} for value, by in pairs],
    }


def compared(old: Any, new: Any) -> Comparison:
    """Two editions, or the targets of two notices of successive years."""
    before = old if isinstance(old, Edition) else edition(targets=old)
    after = new if isinstance(new, Edition) else edition(YEAR + 1, targets=new)
    return compare_editions(before, after)


def the_target(old: dict[str, Any], new: dict[str, Any]) -> TargetChange:
    """What became of the one target of two notices of successive years."""
    (change,) = compared([old], [new]).targets
    return change


def kinds(change: TargetChange | ItemChange) -> list[str]:
    return [kind.value for kind in change.kinds]


def became(old: dict[str, Any], new: dict[str, Any]) -> list[str]:
    """In which ways the one target of two notices changed."""
    return kinds(the_target(old, new))


def items(comparison: Comparison, *areas: Area) -> list[tuple[str, list[str]]]:
    """Names and kinds of the changes of an area, or of all."""
    return [
        (item.name, kinds(item)) for item in comparison.items if not areas or item.area in areas
    ]


def fields(item: ItemChange) -> dict[str, tuple[tuple[str, ...], tuple[str, ...]]]:
    """The fields of a change before and after."""
    return {detail.field.value: (detail.old, detail.new) for detail in item.details}
