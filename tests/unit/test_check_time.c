/* P201 to P213: each rule fires, and just does not. */
#include "checked.h"

static const struct check_case cases[] = {
	{.name = "contract ends before it starts",
		.text = "contract: {start: 2026-02-01, end: 2026-01-31, renewal: evergreen}\n",
		.found = ""},
	{.name = "contract ends on its first day",
		.text = "contract: {start: 2026-02-01, end: 2026-02-01, renewal: evergreen}\n",
		.found = ""},
	{.name = "goal due on the day it starts",
		.text = "goals: [{id: g, start: 2026-02-01, due: 2026-02-01}]\n",
		.found = ""},
	{.name = "goal due a day later",
		.text = "goals: [{id: g, start: 2026-02-01, due: 2026-02-02}]\n",
		.found = ""},
	{.name = "costs, prepaid periods and the partnership end early",
		.text = "since: 2026-01-02\nended: 2026-01-01\n"
			"costs: [{kind: staff, from: 2026-01-02, to: 2026-01-01}]\n"
			"contract: {prepaid: [{from: 2026-01-02, to: 2026-01-01}]}\n",
		.found = ""},
	{.name = "a faulty date is neither early nor late",
		.text = "contract: {start: 2026-02-01, end: 2026-02-30, renewal: evergreen}\n",
		.found = ""},
	{.name = "delivered before promised",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"delivered: 2026-01-01}]\n",
		.found = ""},
	{.name = "delivered on the day of the promise",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"delivered: 2026-01-02}]\n",
		.found = ""},
	{.name = "times of an incident out of order",
		.text = "incidents:\n- id: i\n  opened: 2026-01-02T10:00Z\n"
			"  acknowledged: 2026-01-02T09:59Z\n  resolved: 2026-01-01\n",
		.found = ""},
	{.name = "coarse times may touch",
		.text = "incidents:\n- id: i\n  opened: 2026-01-02T10:00Z\n"
			"  acknowledged: 2026-01-02T10:00Z\n  resolved: 2026-01-02\n",
		.found = ""},
	{.name = "events before what they follow",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"claimed: 2026-03-02, settled: 2026-03-01,\n"
			"  moved: [{on: 2026-01-01, to: 2026-04-01}]}]\n"
			"incidents: [{id: i, opened: 2026-01-02T10:00Z, debriefed: 2026-01-01,\n"
			"  claimed: 2026-01-03, settled: 2026-01-02}]\n"
			"feedback: [{date: 2026-01-02, from: us, answered: 2026-01-01}]\n"
			"disputes: [{record: \"incident:i\", on: 2026-01-02, settled: 2026-01-01}]\n",
		.found = ""},
	{.name = "events on the day of what they follow",
		.text = "milestones: [{id: m, due: 2026-02-01, promised: 2026-01-02, "
			"claimed: 2026-03-02, settled: 2026-03-02,\n"
			"  moved: [{on: 2026-01-02, to: 2026-04-01}]}]\n"
			"incidents: [{id: i, opened: 2026-01-02T10:00Z, debriefed: 2026-01-02,\n"
			"  claimed: 2026-01-03, settled: 2026-01-03}]\n"
			"feedback: [{date: 2026-01-02, from: us, answered: 2026-01-02}]\n"
			"disputes: [{record: \"incident:i\", on: 2026-01-02, settled: 2026-01-02}]\n",
		.found = ""},
	{.name = "rated on the day of leaving",
		.text = "people: [{id: dana, left: 2026-03-01}]\n"
			"ratings: [{date: 2026-03-01, by: dana, scores: {value: 4}, "
			"evidence: [\"https://example.org\"]}]\n",
		.found = ""},
	{.name = "rated the day before leaving",
		.text = "people: [{id: dana, left: 2026-03-01}]\n"
			"ratings: [{date: 2026-02-28, by: dana, scores: {value: 4}, "
			"evidence: [\"https://example.org\"]}]\n",
		.found = ""},
	{.name = "dated after the day that is looked at, once a record",
		.text = "touchpoints: [{date: 2026-07-01}, {date: 2026-06-30}]\n"
			"milestones:\n- {id: m, due: 2027-01-01, promised: 2026-07-02, "
			"delivered: 2026-07-03}\n"
			"incidents: [{id: i, opened: 2026-07-01T00:00Z}, "
			"{id: k, opened: 2026-06-30T23:59Z}]\n"
			"plan: {agreed: 2026-01-01, reviewed: [2026-06-30, 2026-07-01]}\n",
		.found = ""},
	{.name = "a forecast may begin later, what was spent may not",
		.text = "costs:\n- {kind: staff, from: 2026-07-01, forecast: 1 USD}\n"
			"- {kind: staff, from: 2026-07-01, forecast: 1 USD, actual: 1 USD}\n",
		.found = ""},
	{.name = "renews by itself without notice",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n",
		.found = ""},
	{.name = "notice that cannot be read is not missing",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: soon}\n",
		.found = ""},
	{.name = "notice closes before it opens",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 90d, opens: 60d}\n",
		.found = ""},
	{.name = "notice closes on the day it opens",
		.text = "contract:\n  start: 2026-01-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 90d, opens: 90d}\n",
		.found = ""},
	{.name = "notice closes before the contract starts",
		.text = "contract:\n  start: 2026-06-01\n  end: 2026-12-31\n  renewal: auto\n"
			"  notice: {period: 12mo}\n",
		.found = ""},
	{.name = "a term ends on the leap day",
		.text = "contract: {start: 2026-03-01, end: 2028-02-29}\n",
		.found = ""},
	{.name = "a contract ended yesterday",
		.text = "contract: {start: 2026-01-01, end: 2026-06-29}\n",
		.found = ""},
	{.name = "a contract ends today",
		.text = "contract: {start: 2026-01-01, end: 2026-06-30}\n",
		.found = ""},
	{.name = "a contract ended with its partnership",
		.text = "ended: 2026-06-29\ncontract: {start: 2026-01-01, end: 2026-06-29}\n",
		.found = ""},
	{.name = "an earlier term ends with this one",
		.text = "contract:\n  end: 2027-12-31\n  earlier_ends: [2026-12-31, 2027-12-31]\n",
		.found = ""},
	{.name = "a day is paid twice",
		.text = "contract:\n  prepaid:\n  - {from: 2026-03-31, to: 2026-04-30}\n"
			"  - {from: 2026-01-01, to: 2026-03-31}\n",
		.found = ""},
	{.name = "periods that follow each other",
		.text = "contract:\n  prepaid:\n  - {from: 2026-04-01, to: 2026-04-30}\n"
			"  - {from: 2026-01-01, to: 2026-03-31}\n",
		.found = ""},
	{.name = "two values on one day",
		.text = "metrics:\n- id: m\n  observations:\n  - {date: 2026-01-02, value: 1}\n"
			"  - {date: 2026-01-01, value: 1}\n  - {date: 2026-01-02, value: 2}\n"
			"goals:\n- id: g\n  observations:\n  - {date: 2026-01-01, value: 1}\n"
			"  - {date: 2026-01-01, value: 2}\n",
		.found = ""},
};

int main(void)
{
	return run_check_cases("time", cases, sizeof(cases) / sizeof(cases[0]));
}
