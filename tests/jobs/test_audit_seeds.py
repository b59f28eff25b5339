"""The audits of the seeds: every row that people who know the documents expect."""

from datetime import date

import pytest

from plangen.jobs.audit import audit
from plangen.load.workspace import Workspace
from plangen.model.verdicts import Audit, Row

SCHEME, TASKS_2020, TASKS_2021 = (
    "national/scheme-2018",
    "national/tasks-2020",
    "national/tasks-2021",
)
STREET, CITY = "shancheng/plan-2020", "wuhan/tasks-2021"
NO_DATE_OF_ITS_OWN = "没有成文日期，按2021年3月11日的要求核对"


@pytest.fixture(scope="module")
def workspace(pytestconfig: pytest.Config) -> Workspace:
    return Workspace.at(pytestconfig.rootpath)


def the_audit(workspace: Workspace, name: str, as_of: date | None = None) -> Audit:
    (found,) = audit(workspace, [name], as_of=as_of).audits
    return found


def rows(found: Audit, document: str) -> dict[str, str]:
    """The verdicts on the requirements of a document above, by indicator."""
    return {
        row.requirement.indicator: " ".join((row.verdict.value, *row.also))
        for row in found.rows
        if row.requirement.document == document
    }


def the_row(found: Audit, document: str, indicator: str) -> Row:
    (row,) = (
        row
        for row in found.rows
        if (row.requirement.document, row.requirement.indicator) == (document, indicator)
    )
    return row


MET_BY_THE_STREET = dict.fromkeys(
    [
        "village_counseling_room_coverage",
        "special_group_counseling_coverage",
        "mental_health_knowledge_awareness",
        "registered_patient_management_rate",
        "registered_patient_treatment_rate",
        "schizophrenia_treatment_rate",
        "community_rehab_participation",
        "home_patient_counseling_coverage",
    ],
    "meets",
)
# Whether the street has any of them is recorded nowhere in the plan.
UNKNOWN_OF_THE_STREET = dict.fromkeys(
    [
        "psychiatric_hospital_clinic_rate",
        "general_hospital_clinic_rate",
        "university_counselor_ratio",
        "family_school_coverage",
    ],
    "unknown",
)


def test_the_street_against_the_scheme(workspace: Workspace) -> None:
    found = the_audit(workspace, STREET)

    assert (found.as_of, found.against) == (date(2020, 9, 6), (SCHEME, TASKS_2020))
    assert rows(found, SCHEME) == {
        **MET_BY_THE_STREET,
        **UNKNOWN_OF_THE_STREET,
        "hotline_hours": "missing",
        "pilot_city_count": "not_applicable",
    }


def test_the_street_against_the_tasks_of_its_year(workspace: Workspace) -> None:
    found = the_audit(workspace, STREET)

    missing = [
        "leading_group_meeting_frequency",
        "employee_psych_service_coverage",
        "science_popularization_frequency",
        "crisis_team_training_frequency",
        "hotline_hours",
        "hotline_operator_training_frequency",
        "sector_lecture_frequency",
        "comprehensive_mgmt_group_coverage",
        "reported_prevalence",
        "regular_medication_rate",
        "schizophrenia_medication_rate",
        "special_project_count",
    ]
    assert rows(found, TASKS_2020) == {
        "village_counseling_room_coverage": "late",
        "school_counseling_room_coverage": "late narrower",
        "registered_patient_management_rate": "meets",
        "community_rehab_participation": "exceeds",
        "university_counselor_ratio": "unknown",
        "general_hospital_clinic_rate": "unknown",
        "province_joint_assessment_frequency": "not_applicable",
        "county_joint_assessment_frequency": "not_applicable",
        **dict.fromkeys(missing, "missing"),
    }
    schools = the_row(found, TASKS_2020, "school_counseling_room_coverage")
    assert schools.left_out == ("中学",)
    assert str(schools.reason) == (
        "到2021年底才达到80%以上，晚于要求的2020年底，虽然数值更严；对象没有包括中学"
    )


def test_the_street_on_a_day_of_the_next_year(workspace: Workspace) -> None:
    found = the_audit(workspace, STREET, date(2021, 6, 30))

    assert found.against == (SCHEME, TASKS_2021)
    assert rows(found, SCHEME) == rows(the_audit(workspace, STREET), SCHEME)
    schools = the_row(found, TASKS_2021, "school_counseling_room_coverage")
    assert (schools.verdict.value, schools.left_out) == ("below", ("中学",))
    assert [str(note) for note in schools.notes] == [
        "本地文件成文于2020年9月6日，早于2021年3月11日印发的"
        "《全国社会心理服务体系建设试点2021年重点工作任务》"
    ]
    assert rows(found, TASKS_2021)["hotline_operator_training_frequency"] == "missing"


def test_the_minimum_that_is_in_force_is_not_the_strictest_of_all_time(
    workspace: Workspace,
) -> None:
    values = {
        day: str(
            the_row(
                the_audit(workspace, STREET, day), document, "hotline_operator_training_frequency"
            ).requirement.bound.quantity.amount  # type: ignore[union-attr]  # it is decided
        )
        for day, document in ((date(2020, 9, 6), TASKS_2020), (date(2021, 6, 30), TASKS_2021))
    }

    assert values == {date(2020, 9, 6): "4", date(2021, 6, 30): "2"}


def test_the_targets_of_the_street_that_nobody_asks_for(workspace: Workspace) -> None:
    found = the_audit(workspace, STREET)

    assert [entry.promise.indicator for entry in found.coverage if entry.own] == [
        "feature_school_count",
        "minor_counseling_center_count",
        "enterprise_counseling_room_count",
    ]


def test_the_city_against_all_that_binds_it(workspace: Workspace) -> None:
    found = the_audit(workspace, CITY)

    assert found.against == (SCHEME, TASKS_2021)
    meets = [
        "village_counseling_room_coverage",
        "psychiatric_hospital_clinic_rate",
        "general_hospital_clinic_rate",
        "university_counselor_ratio",
    ]
    missing = [
        "hotline_hours",
        "special_group_counseling_coverage",
        "mental_health_knowledge_awareness",
        "registered_patient_management_rate",
        "registered_patient_treatment_rate",
        "schizophrenia_treatment_rate",
        "home_patient_counseling_coverage",
    ]
    assert rows(found, SCHEME) == {
        **dict.fromkeys([*meets, "community_rehab_participation"], "meets"),
        **dict.fromkeys(missing, "missing"),
        "family_school_coverage": "unknown",
        "pilot_city_count": "not_applicable",
    }
    further = [
        "school_counseling_room_coverage",
        "school_psych_education_frequency",
        "employee_psych_service_coverage",
        "crisis_team_training_frequency",
        "sector_lecture_frequency",
    ]
    assert rows(found, TASKS_2021) == {
        **dict.fromkeys([*meets, *further], "meets"),
        "hotline_hours": "missing",
        "hotline_operator_training_frequency": "missing",
    }


def test_the_targets_of_the_city_without_a_national_minimum_in_force(
    workspace: Workspace,
) -> None:
    """Meetings and publicity had a minimum in 2020; what is known of 2021 has none."""
    found = the_audit(workspace, CITY)

    assert [entry.promise.indicator for entry in found.coverage if entry.own] == [
        "selected_trainee_count",
        "selected_trainee_training_years",
        "union_psych_service_site_coverage",
        "severe_incident_count",
        "special_project_count",
        "leading_group_meeting_frequency",
        "county_joint_assessment_frequency",
        "science_popularization_frequency",
    ]
    assert str(found.findings[0].message) == NO_DATE_OF_ITS_OWN


def test_the_city_against_the_tasks_of_2020_where_that_is_asked_for(
    workspace: Workspace,
) -> None:
    (found,) = audit(workspace, [CITY], [TASKS_2020]).audits

    verdicts = rows(found, TASKS_2020)
    assert found.against == (TASKS_2020,)
    assert verdicts["leading_group_meeting_frequency"] == "meets"
    assert verdicts["science_popularization_frequency"] == "meets"
