"""What is no target: document numbers, articles, ages, conditions, scores, counts of items."""

import pytest

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.record import Kind
from tests.extract.told import EMPTY

NONE = {
    "a document number": "国卫办疾控函〔2020〕336号",
    "an article": "第十二条 学校应当建立陪餐制度。",
    "an age": "年满60周岁以上的老年人免费乘坐公交。",
    "a size that is a condition": "200人以上的企业应当设立心理辅导室。",
    "a size with its quality": "建筑面积在500平方米以上的场所应当设置喷淋系统。",
    "two sizes that are a condition": "面积小于90平方米且总价低于150万元的住房适用优惠。",
    "a score": "未按时报送的每次得2分。",
    "a weight": "现场得分占60%，材料得分占40%。",
    "a circle of so many minutes": "打造15分钟生活圈。",
    "a distance on foot": "规划到步行10分钟可达的服务点。",
    "a date": "2023年11月3日召开动员会。",
    "a count of tasks": "明确了14项重点任务。",
    "a count of departments": "民政部等4部门联合印发通知。",
    "a count in a slogan": "落实“两个清单、一个平台”。",
    "a page number": "第一段\n\n- 9 -\n\n第二段",
    "a fine": "处50元以上200元以下罚款。",
    "a subsidy": "按每亩150元标准给予补助。",
    "a validity": "本方案自印发之日起施行，有效期3年。",
    "a staff": "专班由3名干部和12名技术人员组成。",
    "a rank": "排名前10位的事项优先改革。",
    "a tax": "契税减按1%征收。",
    "a title with a range": "从20%到50%",
    "all of them as an object": "对所有患者进行随访。",
    "what was not reached": "未达到80%的，限期整改。",
    "a day of the week": "流动图书车每周三、周六各开放一次。",
    "a case": "就餐人数超过100人的，应当配备管理员。",
    "a trigger": "降雨量达50毫米以上时启动响应。",
    "a height": "身高1.2米以下儿童免票。",
    "a length of rain": "24小时降雨量较大的地区。",
    "an estimate before its verb": "全年重污染天数约减少3天。",
    "by when": "三年内使服务全面提升。",
    "a term": "贷款期限一般不超过3年。",
    "a way between two stations": "限速60公里/小时的路段设置标志。",
    "a unit that is only half known": "降尘量不得高于7吨/月·平方公里。",
    "a telephone number": "来电请拨打0571-88881234。",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_it_is_no_target(text: str) -> None:
    found = targets(text, EMPTY)

    assert [figure for figure in found if figure.kind is Kind.TARGET] == []
