"""Words of a roster (名单): roles, people's names, offices, and the organs behind offices."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from plangen.model.dictionary import Dictionary

HANZI = r"[\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]"
_PART = rf"{HANZI}{{1,10}}"  # of a name that has a point in it
NAME = rf"(?:{HANZI}{{2,4}}|{_PART}[·•・]{_PART}(?:[·•・]{_PART})?)"
LONGEST_TITLE = 6  # characters of the word by which an office ends
LONGEST_NAME = 4  # characters of a Han name, two of them a compound surname

_HEADS = "组长|总指挥长?|指挥长|主任委员|主任|召集人|会长|主席|理事长|队长|秘书长|总监"
_OTHERS = "成员|委员|组员|队员|专家|顾问|联络员|联系人|理事|秘书|干事"
ROLE = re.compile(
    f"(?:第[一二三四]|常务|执行|名誉)?副?(?:{_HEADS})|(?:首席|特邀|常务)?(?:{_OTHERS})"
)

_OPEN, _CLOSE = "（(〔<《“[【", "）)〕>》”]】"
_COMPOUND_SURNAMES = (
    "欧阳太史端木上官司马东方独孤南宫夏侯诸葛尉迟公羊皇甫澹台公冶宗政濮阳淳于单于太叔申屠公孙仲孙轩辕令狐"
    "钟离宇文长孙慕容鲜于闾丘司徒司空呼延百里东郭西门南门完颜赫连拓跋第五左丘东门"
)
_COMPOUND = frozenset(
    _COMPOUND_SURNAMES[place : place + 2] for place in range(0, len(_COMPOUND_SURNAMES), 2)
)
# The word by which an office ends; what stands before it is the organ.
_RANKS = "(?:党组|党委|党支部|党总支)?(?:第一|常务|执行|总)?副?"
_TITLES = (
    "书记|主任科员|主任|所长|局长|处长|科长|股长|站长|院长|校长|园长|部长|厅长|司长|镇长|乡长|"
    "区长|县长|市长|省长|主席|理事长|会长|秘书长|队长|大队长|中队长|支队长|教导员|指导员|政委|"
    "护士长|负责人|主管|经理|董事长|组长|社长|台长|馆长|团长|委员|专干|干事|科员|职员|组织员|"
    "(?:主任|副主任|主治)?医师|医生|心理治疗师|心理咨询师|治疗师|咨询师|工程师|社工|社会工作者|"
    "(?:心理健康)?(?:教师|老师)|教授|研究员|讲师|专家|会计师|律师|辅导员"
)
_OFFICE = re.compile(rf"(.*?)(?:{_RANKS})(?:{_TITLES})")
_SEAT = re.compile("委员$")  # a seat on a committee, which is not the post that one works in


def unspaced(text: str) -> str:
    """A text without white space: 于涛 of 于　涛."""
    return "".join(text.split())


def is_role(text: str) -> bool:
    """Whether a text is the label of a role: 组长, 常务副组长, 成员."""
    return ROLE.fullmatch(text) is not None


def is_name(text: str) -> bool:
    """Whether a text can be a person's name."""
    return re.fullmatch(NAME, text) is not None


def is_compound_surname(text: str) -> bool:
    """Whether a text is a surname of two characters: 欧阳."""
    return text in _COMPOUND


def is_office(text: str) -> bool:
    """Whether a text ends as offices do: 派出所所长, 主任."""
    return _OFFICE.fullmatch(text) is not None


def is_one_title(before: str, after: str) -> bool:
    """Whether one title is cut between two texts: 二级主任 and 科员."""
    return any(
        re.fullmatch(_TITLES, before[-length:] + after)
        for length in range(1, min(len(before), LONGEST_TITLE) + 1)
    )


def split_outside(text: str, signs: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text between signs that stand outside brackets; empty ones left out."""
    depth = start = 0
    for index, character in enumerate(f"{text}{signs[0]}"):
        if index == len(text) or (depth == 0 and character in signs):
            if text[start:index].strip():
                yield start, index
            start = index + 1
        elif character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(0, depth - 1)


def offices(text: str) -> tuple[str, ...]:
    """The offices of one person: 党工委副书记、政法委员 are two."""
    whole = text.strip().strip("，,、；;。")
    pieces = (whole[start:end] for start, end in split_outside(whole, "、，,；;"))
    return tuple(joined(piece) for piece in pieces)


def joined(text: str) -> str:
    """A text whose spaces beside Chinese are gone; those between Latin words stay, one each."""
    return re.sub(r"(?<![!-~])\s+|\s+(?![!-~])", "", " ".join(text.split()))


def name_and_rest(tokens: list[str]) -> tuple[int, str]:
    """How many tokens a line's name takes and the name; 0 where it does not begin with one.

    A name may be spread (于 涛) and a compound surname stand apart (欧阳 景行).
    """
    single = 0
    while single < min(len(tokens), LONGEST_NAME) and len(tokens[single]) == 1:
        single += 1
    spread = "".join(tokens[:single])
    if single > 1 and is_name(spread):
        return single, spread
    if tokens and not single and is_name(tokens[0]):
        apart = len(tokens) > 1 and re.fullmatch(f"{HANZI}{{1,2}}", tokens[1])
        if tokens[0] in _COMPOUND and apart and not is_office(tokens[1]):
            return 2, tokens[0] + tokens[1]
        return 1, tokens[0]
    return 0, ""


class Organs:
    """The organs that a document may speak of: the register's, and any that it names itself."""

    def __init__(self, dictionary: Dictionary, more: Iterable[str] = ()) -> None:
        self.registered = bool(dictionary.organs)
        pairs = {name: name for name in more}
        for organ in dictionary.organs:
            names = filter(None, (organ.name, *organ.aliases, organ.full_name))
            pairs |= {name: organ.name for name in names}
        self._names = sorted(pairs.items(), key=lambda pair: -len(pair[0]))

    def opening(self, text: str) -> str:
        """The longest name of an organ that a text begins with; empty where there is none."""
        return next((name for name, _ in self._names if text.startswith(name)), "")

    def registered_name(self, name: str) -> str:
        """The name by which the register has an organ; the name itself where it is not there."""
        return dict(self._names).get(name, name)

    def completed(self, name: str) -> str:
        """The one organ of the register whose name begins so (卫计岗 for 卫计); else empty."""
        begun = {full for known, full in self._names if known.startswith(name)}
        return begun.pop() if len(begun) == 1 and len(name) > 1 else ""

    def of_offices(self, offices: tuple[str, ...]) -> str:
        """The organ that a person works in; a mere seat on a committee yields to another office."""
        posts = [office for office in offices if not _SEAT.search(office)]
        found = (self._of_office(office) for office in (*posts, *offices))
        return next(filter(None, found), "")

    def _of_office(self, office: str) -> str:
        if self.registered:
            return self.registered_name(self.opening(office))
        match = _OFFICE.fullmatch(office)
        return match[1] if match and len(match[1]) > 1 else ""
