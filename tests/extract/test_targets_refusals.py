"""What is no target: document numbers, articles, ages, conditions, scores, counts of items."""

import pytest

from plangen.extract.targets.assembling import targets
from plangen.extract.targets.record import Kind
from tests.extract.told import EMPTY, told

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
    "a formula": "合格率＝合格批次÷抽检批次×100%。",
    "a majority": "须经到会成员三分之二以上同意。",
    "a share of a cost": "所需经费由市、县两级财政按4:6比例分担。",
    "a share that goes on": "保费由省级财政承担45%、县级25%，其余20%由农户自缴。",
    "a payment in parts": "验收合格后拨付60%。",
    "a price": "住宿费每人每天340元。",
    "a price below its heading": "师资费标准如下：副高级每学时500元。住宿标准为每天340元。",
    "what some article says": "根据《消防法》第五十四条规定，应当在15日内完成整改。",
    "what the article goes on to say": "《劳动法》第十九条规定期限不满一年。工资不得低于80%。",
    "conditions in a list": "应当符合下列条件：\n（一）资本500万元以上；\n（二）人员不少于30人。",
    "a share that is a condition": "满意度低于80%的，当年不得评优。",
    "what must be reached first": "培训合格率达到95%以上后方可上岗。",
    "whom something is for": "对抽检不合格率高于3%的企业开展约谈。",
    "a definition": "规模养殖场是指生猪年出栏500头以上的场户。",
    "a composition": "评估组由5至7人组成，其中纪检机关2人、组织部门1人。",
    "a share of what is there": "其中康复类占55%、托养类占20%。",
    "how a place stands": "老年人口占比为18.6%，高于全省平均水平3.2个百分点。",
    "a share too exact to be set": "抽检合格率98.6%，满意率96.8%。",
    "a report of a part of the year": "上半年受理信访事项1864件次，同比下降9.7%。",
    "a report that goes on": "去年，全市检查企业642家。投入资金2600万元，建成平台1个。",
    "what somebody came to": "近三年来，全县粮食产量稳定在50万吨以上。",
    "a goal of the past": "到2020年底普及率达到90%以上的目标提前一年实现。",
    "a result in brackets": "固定献血者比例（2023年为33.5%）进一步提高。",
    "a step of a scale": "化解率每下降1个百分点扣0.5分。",
    "a time of day": "校外培训结束时间不晚于20:30。",
    "the scale of a map": "完成1:10000风险调查。",
    "a temperature of storing": "疫苗于2℃至8℃避光保存。",
    "a count in brackets": "推进四好农村路建设（6项）",
    "whose rate it is": "十个重点小区的问题整改情况通报。",
    "what an event has": "活动于5月25日举行，主会场设6个展区。",
    "an age in full": "年龄不超过45周岁。",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE.keys())
def test_it_is_no_target(text: str) -> None:
    found = targets(text, EMPTY)

    assert [figure for figure in found if figure.kind is Kind.TARGET] == []


def test_below_a_heading_of_whom_all_is_for_nothing_is_a_target() -> None:
    found = told(
        "二、整治范围\n居住人数10人以上或者层数3层及以上的自建房。\n三、任务\n整治率达到90%。"
    )

    assert found == ["整治率 >= 90 percent «整治率达到90%»"]
