"""How many characters of a document the extraction of targets reads in a second.

After that, texts made to be slow: one piece of the grammar's own words again and again, and many
of them in disorder. The time for eight times the text is told as a multiple.
"""

from __future__ import annotations

import gc
import random
import time
from pathlib import Path

from plangen.extract.targets.assembling import targets
from plangen.load.documents import Library
from plangen.load.workspace import Workspace
from plangen.model.dictionary import Dictionary

ROOT = Path(__file__).resolve().parents[1]
SECTION = (
    "（{n}）完善服务网络。各县区要加强统筹，健全工作机制，畅通群众诉求反映渠道，及时了解和掌握需求，\n"
    "定期开展分析研判和风险评估。到2026年底，覆盖率、合格率均达到90%以上，为有需求的居民提供\n"
    "健康教育、答疑释惑等服务。建设示范点{n}个，每半年至少召开1次会议，协调解决重点难点问题。\n"
    "建筑面积500平方米以上的场所应当配备专人，所有街道均建立台账，组织社会工作者、网格员、志\n"
    "愿者等力量参与，形成合力，逐步扩大服务覆盖面，为弱势群体提供公益性服务，确保取得实效。\n"
    "要把这项工作列入重要议事日程，主要负责同志亲自抓、分管负责同志具体抓，层层压实责任，及时研\n"
    "究解决工作中遇到的困难和问题。充分运用报纸、广播、电视、网络等多种形式，广泛宣传政策措施和\n"
    "先进典型，营造良好氛围。财政部门要统筹现有资金渠道，加强资金监管，提高使用效益。各成员单位\n"
    "要按照职责分工，密切配合，加强信息共享，定期通报进展情况，对工作不力的，要督促限期整改。\n"
)
GOAL = 300_000  # characters a second
PIECES = [
    "80%、",
    "所有",
    "全部",
    "“",
    "（",
    "比",
    "每",
    "由1个",
    "、A率",
    "2024年",
    "达到",
    "不发生",
    "一",
    "1 ",
    "1\n",
    "力争",
    "到2025年，",
    "第",
    "建成",
    "的",
    "覆盖率80%",
    "每年至少",
    "要均都分别",
    "零伤亡",
    "系数0.6",
    "（%）≥9",
    "a  b  1%\n",
    "9月底前",
    "不超过的",
    "占",
    "清零",
]
SHORT, LONG = 12_500, 100_000
MOST = 20  # times as long for eight times the text


def _timed(text: str, dictionary: Dictionary) -> tuple[float, int]:
    gc.collect()
    begun = time.process_time()
    found = targets(text, dictionary)
    return time.process_time() - begun, len(found)


def main() -> None:
    dictionary = Library(Workspace.at(ROOT)).dictionary("-/-")
    targets(SECTION, dictionary)
    for sections in (100, 1000, 5000):
        text = "".join(SECTION.format(n=number) for number in range(1, sections + 1))
        seconds, found = min(_timed(text, dictionary) for _ in range(3))
        speed = len(text) / seconds
        verdict = "" if speed >= GOAL else f"  (below {GOAL:,})"
        print(f"{len(text):>9,} characters {found:>6} figures {speed:>10,.0f} a second{verdict}")
    print()
    worst = max(((_growth(piece), piece) for piece in PIECES), key=lambda pair: pair[0])
    mixed = "".join(random.Random(1).choices(PIECES, k=LONG // 3))
    print(f"worst growth {worst[0]:.1f}, of {worst[1]!r}: at most {MOST} for 8 times the text")
    print(f"{len(mixed):,} characters in disorder: {_timed(mixed, dictionary)[0]:.2f} s")


def _growth(piece: str) -> float:
    dictionary = Dictionary({})
    short, long = (piece * (size // len(piece)) for size in (SHORT, LONG))
    return _timed(long, dictionary)[0] / max(_timed(short, dictionary)[0], 0.002)


if __name__ == "__main__":
    main()
