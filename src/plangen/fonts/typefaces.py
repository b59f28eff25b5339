"""The typefaces that may set each class of type: the true ones, the stand-ins, the fallbacks.

A typeface is recognised by its full or PostScript name as the font's own name table gives it,
never by its family alone: FandolSong has one family and one stated weight for Regular and Bold.
File names only say where to look first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from plangen.fonts.roles import FontRole


def key(name: str) -> str:
    """A name of a font or of a font file as it is compared: no case, no spaces, - or _."""
    return name.casefold().translate(_SEPARATORS)


_SEPARATORS = str.maketrans("", "", " -_")


@dataclass(frozen=True, slots=True)
class Typeface:
    """One typeface: what it calls itself, and the stems of the files it usually comes in.

    ``families`` and ``weight`` find it in a variable font, which holds many weights of a family.
    """

    names: tuple[str, ...]
    files: tuple[str, ...] = ()
    true: bool = False
    families: tuple[str, ...] = ()
    weight: int | None = None

    def is_called(self, names: tuple[str, ...]) -> bool:
        """Whether one of a face's own names is a name of this typeface."""
        return not {key(name) for name in self.names}.isdisjoint(map(key, names))

    def is_of_family(self, family: str) -> bool:
        """Whether a variable font of a family holds this typeface."""
        return key(family) in map(key, self.families)

    def stems(self) -> tuple[str, ...]:
        """The stems of its files as they are compared; a file may be called after the font."""
        return tuple(dict.fromkeys(key(name) for name in (*self.files, *self.names)))


def _true(*names: str, files: tuple[str, ...] = ()) -> Typeface:
    return Typeface(names, files, true=True)


def _other(*names: str, files: tuple[str, ...] = ()) -> Typeface:
    return Typeface(names, files)


_WEIGHTS = {"Regular": 400, "SemiBold": 600, "Bold": 700}


def _noto(kind: str, chinese: str, weight: str) -> Typeface:
    """思源宋体 or 思源黑体 by either maker: for one language, in a collection, or variable."""
    families = [f"Noto {kind} CJK SC", f"Noto {kind} SC", chinese]
    families += [f"Source Han {kind} {region}" for region in ("SC", "CN")]
    names = [f"{family} {weight}" for family in families]
    if weight == "Regular":
        names += families
    files = [f"Noto{kind}CJK-{weight}", f"SourceHan{kind}-{weight}"]
    files.append(f"Noto{kind}SC{_WEIGHTS[weight]}{weight}")
    variable = [f"{family} VF" for family in families]
    files += variable
    files += [f"{family}{ending}" for family in families for ending in _VARIABLE_ENDINGS]
    files += [f"Noto{kind}CJK-VF.otf", f"Noto{kind}CJK-VF.ttf", f"SourceHan{kind}-VF.otf"]
    return Typeface(
        tuple(names),
        tuple(files),
        families=(*families, *variable),
        weight=_WEIGHTS[weight],
    )


_VARIABLE_ENDINGS = ("[wght]", "-VariableFont_wght", "-VF.otf", "-VF.ttf")

FANDOL_FANG = _other("FandolFang R", "FandolFang-Regular")
FANDOL_KAI = _other("FandolKai", "FandolKai-Regular")
FANDOL_HEI = _other("FandolHei", "FandolHei-Regular")
FANDOL_SONG = _other("FandolSong", "FandolSong-Regular")
WENKAI = _other("LXGW WenKai", "LXGWWenKai-Regular", "霞鹜文楷", "LXGW WenKai GB", "霞鹜文楷 GB")
WENKAI_LIGHT = _other("LXGW WenKai Light", "霞鹜文楷 Light", "LXGW WenKai GB Light")
SANS = _noto("Sans", "思源黑体", "Regular")
SERIF = _noto("Serif", "思源宋体", "Regular")
SERIF_BOLD = _noto("Serif", "思源宋体", "Bold")
SERIF_SEMIBOLD = _noto("Serif", "思源宋体", "SemiBold")
PINGFANG = _other("PingFang SC Regular", "PingFangSC-Regular", files=("PingFang",))
YAHEI = _other("Microsoft YaHei", "微软雅黑", files=("msyh",))

# The best first. Of two true ones the one with more characters: _GB2312 lacks those of many names.
TYPEFACES: Mapping[FontRole, tuple[Typeface, ...]] = MappingProxyType(
    {
        FontRole.XIAOBIAOSONG: (
            _true(
                "方正小标宋简体",
                "FZXiaoBiaoSong-B05S",
                "FZXBSJW--GB1-0",
                files=("FZXBSJW", "FZXBSJ", "方正小标宋简", "方正小标宋"),
            ),
            _true(
                "方正小标宋_GBK",
                "FZXiaoBiaoSong-B05",
                "FZXBSK--GBK1-0",
                files=("FZXBSK", "FZXBSGBK", "FZXBS_GBK"),
            ),
            SERIF_BOLD,
            SERIF_SEMIBOLD,
            _other("华文中宋", "STZhongsong", files=("STZHONGS",)),
            _other("Songti SC Bold", "STSongti-SC-Bold", files=("Songti",)),
            _other("FandolSong Bold", "FandolSong-Bold"),
        ),
        FontRole.FANGSONG: (
            _true("仿宋", "FangSong", files=("simfang",)),
            _true("仿宋_GB2312", "FangSong_GB2312", files=("simfang", "SIMFANG_GB2312")),
            FANDOL_FANG,
            _other("华文仿宋", "STFangsong", files=("STFANGSO",)),
            _other("方正仿宋_GBK", "FZFangSong-Z02", "FZFSK--GBK1-0", files=("FZFSK",)),
            _other("方正仿宋简体", "FZFangSong-Z02S", "FZFSJW--GB1-0", files=("FZFSJW",)),
            _other("朱雀仿宋", "Zhuque Fangsong (technical preview)", "ZhuqueFangsong-Regular"),
        ),
        FontRole.KAITI: (
            _true("楷体", "KaiTi", files=("simkai",)),
            _true("楷体_GB2312", "KaiTi_GB2312", files=("simkai", "SIMKAI_GB2312")),
            FANDOL_KAI,
            _other("华文楷体", "STKaiti", files=("STKAITI", "Kaiti")),
            _other("Kaiti SC Regular", "STKaitiSC-Regular", "楷体-简 常规体", files=("Kaiti",)),
            _other("方正楷体_GBK", "FZKai-Z03", "FZKTK--GBK1-0", files=("FZKTK",)),
            _other("方正楷体简体", "FZKai-Z03S", "FZKTJW--GB1-0", files=("FZKTJW",)),
            WENKAI,
            _other("AR PL UKai CN", files=("ukai",)),
        ),
        FontRole.HEITI: (
            _true("黑体", "SimHei", files=("simhei",)),
            FANDOL_HEI,
            SANS,
            _other("方正黑体_GBK", "FZHei-B01", "FZHTK--GBK1-0", files=("FZHTK",)),
            _other("方正黑体简体", "FZHei-B01S", "FZHTJW--GB1-0", files=("FZHTJW",)),
            _other("华文黑体", "STHeiti", files=("STHEITI", "STHeiti Medium")),
            _other("Heiti SC Medium", "STHeitiSC-Medium", files=("STHeiti Medium",)),
            PINGFANG,
            YAHEI,
        ),
        FontRole.SONGTI: (
            _true("宋体", "SimSun", files=("simsun",)),
            FANDOL_SONG,
            SERIF,
            _other("华文宋体", "STSong", files=("STSONG", "Songti")),
            _other("Songti SC Regular", "STSongti-SC-Regular", files=("Songti",)),
            _other("方正书宋_GBK", "FZShuSong-Z01", "FZSSK--GBK1-0", files=("FZSSK",)),
            _other("方正书宋简体", "FZShuSong-Z01S", "FZSSJW--GB1-0", files=("FZSSJW",)),
            _other("AR PL UMing CN", files=("uming",)),
        ),
    }
)

# What lends a role the characters that its own typefaces lack: nearest in weight first.
FALLBACKS: Mapping[FontRole, tuple[Typeface, ...]] = MappingProxyType(
    {
        FontRole.XIAOBIAOSONG: (SERIF_BOLD, SERIF),
        FontRole.FANGSONG: (WENKAI_LIGHT, WENKAI),
        FontRole.KAITI: (WENKAI,),
        FontRole.HEITI: (SANS,),
        FontRole.SONGTI: (SERIF,),
    }
)

# Asked last: fonts of rare characters, then of signs and of other scripts.
WIDE: tuple[Typeface, ...] = (
    _other("SimSun-ExtB", "宋体-ExtB", files=("simsunb",)),
    _other("SimSun-ExtG", "宋体-ExtG", files=("SimsunExtG",)),
    SERIF,
    SANS,
    _other("HanaMinA", "花園明朝A"),
    _other("HanaMinB", "花園明朝B"),
    _other("BabelStone Han", files=("BabelStoneHan",)),
    _other("Plangothic P1 Regular", "PlangothicP1-Regular", "遍黑体P1 Regular"),
    _other("Plangothic P2 Regular", "PlangothicP2-Regular", "遍黑体P2 Regular"),
    YAHEI,
    PINGFANG,
    _other("WenQuanYi Zen Hei", "WenQuanYi Micro Hei", "文泉驿正黑", files=("wqy-zenhei",)),
    _other("Times New Roman", "TimesNewRomanPSMT", files=("times", "Times New Roman")),
    _other("Liberation Serif", files=("LiberationSerif-Regular",)),
    _other("Segoe UI Symbol", files=("seguisym",)),
    _other("DejaVu Sans"),
)
