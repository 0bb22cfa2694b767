/* P201 to P213: each rule fires, and just does not. */
#include "checked.h"

static struct check_case cases[] = {
	{
		.name = "contract ends before it starts",
		.text = "contract: {start: 2026-02-01, end: 2026-01-31, renewal: evergreen}\n",
		.found = "4:36: error: end '2026-01-31' before start '2026-02-01' [P201]\n",
	},
	{.name = "contract ends on its first day",
		.text = "contract: {start: 2026-02-01, end: 2026-02-01, renewal: evergreen}\n",
		.found = ""},
	{
		.name = "goal due on the day it starts",
		.text = "goals: [{id: g, start: 2026-02-01, due: 2026-02-01}]\n",
		.found = "4:41: error: due '2026-02-01' before start '2026-02-01' [P201]\n",
	},
	{.name = "goal due a day later",
		.text = "goals: [{id: g, start: 2026-02-01, due: 2026-02-02}]\n",
		.found = ""},
	{
		.name = "costs, prepaid periods and the partnership end early",
		.text = "since: 2026-01-02\nended: 2026-01-01\n"
			"costs: [{kind: staff, from: 2026-01-02, to: 2026-01-01}]\n"
			"contract: {prepaid: [{from: 2026-01-02, to: 2026-01-01}]}\n",
		.found = "5:8: error: ended '2026-01-01' before since '2026-01-02' [P201]\n"
			 "6:45: error: to '2026-01-01' before from '2026-01-02' [P201]\n"
			 "7:45: error: to '2026-01-01' before from '2026-01-02' [P201]\n",
	},
	{
		.name = "a faulty date is neither early nor late",
		.text = "contract: {start: 2026-02-01, end: 2026-02-30, renewal: evergreen}\n",
		.found = "4:36: error: invalid date '2026-02-30'; that month has days 01 to 28 "
			 "[P007]\n",
	},
	{
		.name = "delivered before promised",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"delivered: 2026-01-01}]\n",
		.found = "4:72: error: delivery '2026-01-01' before promise '2026-01-02' [P202]\n",
	},
	{.name = "delivered on the day of the promise",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"delivered: 2026-01-02}]\n",
		.found = ""},
	{
		.name = "times of an incident out of order",
		.text = "incidents:\n- id: i\n  opened: 2026-01-02T10:00Z\n"
			"  acknowledged: 2026-01-02T09:59Z\n  resolved: 2026-01-01\n",
		.found = "7:17: error: acknowledgement '2026-01-02T09:59Z' before opening "
			 "'2026-01-02T10:00Z' [P203]\n"
			 "8:13: error: resolution '2026-01-01' before opening '2026-01-02T10:00Z' "
			 "[P203]\n"
			 "8:13: error: resolution '2026-01-01' before acknowledgement "
			 "'2026-01-02T09:59Z' [P203]\n",
	},
	{.name = "coarse times may touch",
		.text = "incidents:\n- id: i\n  opened: 2026-01-02T10:00Z\n"
			"  acknowledged: 2026-01-02T10:00Z\n  resolved: 2026-01-02\n",
		.found = ""},
	{
		.name = "events before what they follow",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"claimed: 2026-03-02, settled: 2026-03-01,\n"
			"  moved: [{on: 2026-01-01, to: 2026-04-01}]}]\n"
			"incidents: [{id: i, opened: 2026-01-02T10:00Z, debriefed: 2026-01-01,\n"
			"  claimed: 2026-01-03, settled: 2026-01-02}]\n"
			"feedback: [{date: 2026-01-02, from: us, answered: 2026-01-01}]\n"
			"disputes: [{record: \"incident:i\", on: 2026-01-02, settled: "
			"2026-01-01}]\n",
		.found =
			"4:91: error: settlement '2026-03-01' before claim '2026-03-02' [P204]\n"
			"5:16: error: move '2026-01-01' before promise '2026-01-02' [P204]\n"
			"6:59: error: debriefing '2026-01-01' before opening '2026-01-02' [P204]\n"
			"7:33: error: settlement '2026-01-02' before claim '2026-01-03' [P204]\n"
			"8:51: error: answer '2026-01-01' before feedback '2026-01-02' [P204]\n"
			"9:60: error: settlement '2026-01-01' before dispute '2026-01-02' [P204]\n",
	},
	{.name = "events on the day of what they follow",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"claimed: 2026-03-02, settled: 2026-03-02,\n"
			"  moved: [{on: 2026-01-02, to: 2026-04-01}]}]\n"
			"incidents: [{id: i, opened: 2026-01-02T10:00Z, debriefed: 2026-01-02,\n"
			"  claimed: 2026-01-03, settled: 2026-01-03}]\n"
			"feedback: [{date: 2026-01-02, from: us, answered: 2026-01-02}]\n"
			"disputes: [{record: \"incident:i\", on: 2026-01-02, settled: "
			"2026-01-02}]\n",
		.found = ""},
	{
		.name = "rated on the day of leaving",
		.text = "people: [{id: dana, left: 2026-03-01}]\n"
			"ratings: [{date: 2026-03-01, by: dana, scores: {value: 4}, "
			"evidence: [\"https://example.org\"]}]\n",
		.found = "5:18: error: rating by 'dana' after leaving on '2026-03-01' [P205]\n",
	},
	{.name = "rated the day before leaving",
		.text = "people: [{id: dana, left: 2026-03-01}]\n"
			"ratings: [{date: 2026-02-28, by: dana, scores: {value: 4}, "
			"evidence: [\"https://example.org\"]}]\n",
		.found = ""},
	{
		.name = "dated after the day that is looked at, once a record",
		.text = "touchpoints: [{date: 2026-07-01}, {date: 2026-06-30}]\n"
			"milestones:\n- {id: m, due: 2027-01-01, promised: 2026-07-02, "
			"delivered: 2026-07-03}\n"
			"incidents: [{id: i, opened: 2026-07-01T00:00Z}, "
			"{id: k, opened: 2026-06-30T23:59Z}]\n"
			"plan: {agreed: 2026-01-01, reviewed: [2026-06-30, 2026-07-01]}\n",
		.found =
			"4:22: note: date '2026-07-01' after '2026-06-30'; not counted yet [P206]\n"
			"6:38: note: date '2026-07-02' after '2026-06-30'; not counted yet [P206]\n"
			"7:29: note: date '2026-07-01' after '2026-06-30'; not counted yet [P206]\n"
			"8:51: note: date '2026-07-01' after '2026-06-30'; not counted yet "
			"[P206]\n",
	},
	{
		.name = "a forecast may begin later, what was spent may not",
		.text = "costs:\n- {kind: staff, from: 2026-07-01, forecast: 1 USD}\n"
			"- {kind: staff, from: 2026-07-01, forecast: 1 USD, actual: 1 USD}\n",
		.found = "6:23: note: date '2026-07-01' after '2026-06-30'; not counted yet "
			 "[P206]\n",
	},
	{
		.name = "renews by itself without notice",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n",
		.found = "7:12: error: renewal 'auto' without a notice period; add notice.period "
			 "[P207]\n",
	},
	{
		.name = "notice that cannot be read is not missing",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: soon}\n",
		.found = "8:20: error: invalid duration 'soon'; write a whole number and a unit, "
			 "as in 90d (min h d bd w mo y) [P007]\n",
	},
	{
		.name = "notice closes before it opens",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 90d, opens: 60d}\n",
		.found = "8:20: error: notice window closes on '2026-10-02' before '2026-11-01' "
			 "[P208]\n",
	},
	{.name = "notice closes on the day it opens",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 90d, opens: 90d}\n",
		.found = ""},
	{
		.name = "notice closes before the contract starts",
		.text = "contract:\n  start: 2026-06-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 12mo}\n",
		.found = "8:20: error: notice window closes on '2025-12-31' before '2026-06-01' "
			 "[P208]\n",
	},
	{
		.name = "a term ends on the leap day",
		.text = "contract: {start: 2026-03-01, end: 2028-02-29}\n",
		.found = "4:36: note: term ends on '2028-02-29'; later ones end on 28 February "
			 "[P209]\n",
	},
	{
		.name = "a contract ended yesterday",
		.text = "contract: {start: 2026-01-01, end: 2026-06-29}\n",
		.found = "4:36: warning: contract ended on '2026-06-29'; write the new end and "
			 "keep this one in earlier_ends, or write ended [P210]\n",
	},
	{.name = "a contract ends today",
		.text = "contract: {start: 2026-01-01, end: 2026-06-30}\n",
		.found = ""},
	{.name = "a contract ended with its partnership",
		.text = "ended: 2026-06-29\ncontract: {start: 2026-01-01, end: 2026-06-29}\n",
		.found = ""},
	{
		.name = "an earlier term ends with this one",
		.text = "contract:\n  end: 2027-12-31\n  earlier_ends: [2026-12-31, 2027-12-31]\n",
		.found = "6:30: warning: earlier end '2027-12-31' not before end '2027-12-31' "
			 "[P211]\n",
	},
	{
		.name = "a day is paid twice",
		.text = "contract:\n  prepaid:\n  - {from: 2026-03-31, to: 2026-04-30}\n"
			"  - {from: 2026-01-01, to: 2026-03-31}\n",
		.found = "6:12: warning: prepaid period '2026-03-31 to 2026-04-30' overlaps "
			 "'2026-01-01 to 2026-03-31' [P212]\n",
	},
	{.name = "periods that follow each other",
		.text = "contract:\n  prepaid:\n  - {from: 2026-04-01, to: 2026-04-30}\n"
			"  - {from: 2026-01-01, to: 2026-03-31}\n",
		.found = ""},
	{
		.name = "two values on one day",
		.text = "metrics:\n- id: m\n  observations:\n  - {date: 2026-01-02, value: 1}\n"
			"  - {date: 2026-01-01, value: 1}\n  - {date: 2026-01-02, value: 2}\n"
			"goals:\n- id: g\n  observations:\n  - {date: 2026-01-01, value: 1}\n"
			"  - {date: 2026-01-01, value: 2}\n",
		.found = "9:12: note: second observation on '2026-01-02'; the later counts [P213]\n"
			 "14:12: note: second observation on '2026-01-01'; the later counts "
			 "[P213]\n",
	},
};

int main(void)
{
	return run_check_cases("time", cases, sizeof(cases) / sizeof(cases[0]));
}
