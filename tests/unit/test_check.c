/* P010 to P020 and P101 to P111: each rule fires, and just does not. */
#include "checked.h"

static struct check_case cases[] = {
	/* Structure. */
	{.name = "four lines are enough", .text = "note: fine\n", .found = ""},
	{
		.name = "ids twice in a list",
		.text = "incidents:\n- {id: i, opened: 2026-01-01}\n"
			"- {id: k, opened: 2026-01-01}\n- {id: i, opened: 2026-01-02}\n"
			"exit:\n  functions: [{id: f}, {id: F}]\n  tasks: [{id: t}, {id: t}]\n",
		.found = "7:8: error: duplicate incident 'i'; first at acme.yaml:5 [P010]\n"
			 "10:25: error: duplicate task 't'; first at acme.yaml:10 [P010]\n",
	},
	{.name = "one id in two lists",
		.text = "incidents: [{id: x, opened: 2026-01-01}]\ngoals: [{id: x}]\n",
		.found = ""},
	{.name = "a person of the shared list completed",
		.text = "people: [{id: dana, interest: shares}]\n",
		.people = "people: [{id: dana, name: Dana}]\n",
		.found = ""},
	{
		.name = "a person twice in the shared list",
		.text = "people: [{id: li}]\n",
		.people = "people:\n- {id: dana, name: Dana}\n- {id: dana, name: Dana}\n",
		.found = "people.yaml:3:8: error: duplicate person 'dana'; first at people.yaml:2 "
			 "[P010]\n",
	},
	{
		.name = "two names in one shared list",
		.people = "people:\n- {id: dana, name: Dana}\n- {id: dana, name: Dan}\n",
		.text = "exceptions: [{mute: P111, reason: r, by: b, until: 2026-12-31}]\n",
		.found = "people.yaml:3:8: error: duplicate person 'dana'; first at people.yaml:2 "
			 "[P010]\n",
	},
	{
		.name = "one shared person written twice without an id",
		.people = "people:\n- {name: Dana}\n- {name: Dana}\n",
		.text = "",
		.found = "people.yaml:3:4: warning: duplicate person '#2'; first at people.yaml:2 "
			 "[P020]\n",
	},
	{
		.name = "nobody is unknown while the shared people have errors",
		.text = "owner: li\ntier: strategic\n",
		.policy = "policy: p\ncompleteness: {strategic: [sponsor]}\n",
		.people = "people: [{id: dana}\n",
		.found =
			"people.yaml:2:1: error: did not find expected ',' or ']'; while parsing a "
			"flow sequence, line 1 [P002]\n",
	},
	{
		.name = "unknown and doubled fields make no equals",
		.text = "touchpoints:\n- {date: 2026-01-01, 'a:b': 1}\n"
			"- {date: 2026-01-01, 'b:c': 1}\n- {date: 2026-01-01, date: 2026-01-02}\n",
		.found = "5:22: error: unknown field 'a:b'; write a space after the colon [P003]\n"
			 "6:22: error: unknown field 'b:c'; write a space after the colon [P003]\n"
			 "7:22: error: duplicate key 'date'; first on line 7 [P004]\n",
	},
	{
		.name = "an empty item is no evidence",
		.text = "people: [{id: dana}]\nratings:\n- date: 2026-01-01\n  by: dana\n"
			"  scores: {value: 4}\n  evidence: [\"\"]\n",
		.found = "6:3: warning: rating by 'dana' without evidence; it counts half [P301]\n"
			 "9:14: error: missing evidence '' [P106]\n",
	},
	{
		.name = "records that count nowhere",
		.text = "incidents: [{id: i, severity: 1}, {title: no id}]\n"
			"milestones: [{id: d}, {id: r, kind: roadmap}]\n"
			"touchpoints: [{kind: call, initiated_by: us}]\n"
			"exchanges: [{date: 2026-01-01, kind: lead}]\ncosts: [{forecast: 1 USD}]\n"
			"feedback: [{date: 2026-01-01}]\nratings: [{date: 2026-01-01}]\n"
			"metrics: [{id: m, observations: [{value: 1}]}]\n",
		.found =
			"4:14: warning: no opened in incident 'i'; it counts nowhere [P016]\n"
			"4:36: warning: no opened in incident '#2'; it counts nowhere [P016]\n"
			"5:15: warning: no due in milestone 'd'; it counts nowhere [P016]\n"
			"5:24: warning: no promised in milestone 'r'; it counts nowhere [P016]\n"
			"6:16: warning: no date in touchpoint 'call us'; it counts nowhere [P016]\n"
			"7:14: warning: no direction in exchange '2026-01-01 lead'; it counts "
			"nowhere [P016]\n"
			"8:10: warning: no kind in cost '#1'; it counts nowhere [P016]\n"
			"9:13: warning: no from in feedback '2026-01-01'; it counts nowhere "
			"[P016]\n"
			"10:12: warning: no by in rating '2026-01-01'; it counts nowhere [P016]\n"
			"10:12: warning: no scores in rating '2026-01-01'; it counts nowhere "
			"[P016]\n"
			"11:35: warning: no date in observation '#1'; it counts nowhere [P016]\n",
	},
	{.name = "records that count",
		.text = "incidents: [{id: i, opened: 2026-01-01}]\n"
			"milestones: [{id: d, due: 2026-01-01}, "
			"{id: r, kind: roadmap, promised: 2026-01-01}]\n"
			"touchpoints: [{date: 2026-01-01}]\n"
			"exchanges: [{date: 2026-01-01, direction: given}]\n"
			"costs: [{kind: staff}]\nfeedback: [{date: 2026-01-01, from: us}]\n",
		.found = ""},
	{
		.name = "what cannot be read is not missing",
		.text = "incidents: [{id: i, opened: monday}]\n"
			"milestones: [{id: m, kind: sometime}]\n",
		.found = "4:29: error: invalid time 'monday'; write year, month and day as in "
			 "2026-03-04 [P007]\n"
			 "5:28: error: unknown kind 'sometime'; one of delivery, roadmap [P009]\n",
	},
	{
		.name = "the same record twice",
		.text = "touchpoints:\n- {date: 2026-01-01, kind: call, initiated_by: us}\n"
			"- {date: 2026-01-01, kind: call, initiated_by: us}\n"
			"- {initiated_by: us, kind: call, date: 2026-01-01}\n"
			"costs: [{kind: staff}, {kind: staff}]\n",
		.found = "6:4: warning: duplicate touchpoint '2026-01-01 call us'; first at "
			 "acme.yaml:5 [P020]\n"
			 "7:4: warning: duplicate touchpoint '2026-01-01 call us'; first at "
			 "acme.yaml:5 [P020]\n"
			 "8:25: warning: duplicate cost 'staff'; first at acme.yaml:8 [P020]\n",
	},
	{.name = "records that differ in one value",
		.text = "people: [{id: li}, {id: bo}]\n"
			"touchpoints:\n- {date: 2026-01-01, kind: call, people: [li]}\n"
			"- {date: 2026-01-01, kind: call, people: [bo]}\n"
			"- {date: 2026-01-01, kind: call, people: []}\n"
			"- {date: 2026-01-01, kind: call}\n"
			"costs: [{kind: staff, forecast: 1 USD}, {kind: staff, forecast: 1 EUR},\n"
			"  {kind: staff, actual: 1 USD}]\n",
		.policy = "policy: p\ncurrency: USD\nrates: [{currency: EUR, rate: 2}]\n",
		.found = ""},
	{
		.name = "a faulty record is no double",
		.text = "touchpoints:\n- {date: 2026-01-01, kind: cal}\n"
			"- {date: 2026-01-01, kind: cal}\n",
		.found = "5:28: error: unknown kind 'cal'; did you mean 'call'; one of review, "
			 "call, visit, email, escalation, negotiation, training, social [P009]\n"
			 "6:28: error: unknown kind 'cal'; did you mean 'call'; one of review, "
			 "call, visit, email, escalation, negotiation, training, social [P009]\n",
	},

	/* References. */
	{
		.name = "people who are nowhere",
		.text = "owner: dna\npeople: [{id: dana}]\n"
			"touchpoints: [{date: 2026-01-01, people: [dana, somebody]}]\n"
			"documents: [{id: d, by: nobody}]\n"
			"exit:\n  tasks: [{id: t, owner: nobody}]\n"
			"  knowledge: [{topic: x, holder: dana, successor: nobody}]\n",
		.found =
			"4:8: error: unknown person 'dna'; did you mean 'dana' [P101]\n"
			"6:49: error: unknown person 'somebody'; add the person to people, here or in people.yaml [P101]\n"
			"7:25: error: unknown person 'nobody'; add the person to people, here or in people.yaml [P101]\n"
			"9:26: error: unknown person 'nobody'; add the person to people, here or in people.yaml [P101]\n"
			"10:51: error: unknown person 'nobody'; add the person to people, here or in people.yaml [P101]\n",
	},
	{.name = "people of either list",
		.text = "owner: li\npeople: [{id: dana}]\n"
			"touchpoints: [{date: 2026-01-01, people: [dana, li]}]\n",
		.people = "people: [{id: li, name: Li}]\n",
		.found = ""},
	{
		.name = "nobody is unknown while the people cannot be read",
		.text = "owner: li\npeople: [{id: \"d d\"}]\n",
		.found = "5:15: error: invalid id 'd d'; use A-Z, a-z, 0-9, '.', '_', '-', a "
			 "letter or digit first [P007]\n",
	},
	{
		.name = "goals that do not exist",
		.text = "goals: [{id: growth}]\n"
			"touchpoints: [{date: 2026-01-01, goals: [growth, growht]}]\n",
		.found = "5:50: error: unknown goal 'growht'; did you mean 'growth' [P102]\n",
	},
	{
		.name = "no goal is unknown while the goals cannot be read",
		.text = "goals: [{id: growth}, 7]\n"
			"touchpoints: [{date: 2026-01-01, goals: [growht]}]\n",
		.found = "4:23: error: wrong shape of 'goal'; write a map of its fields [P006]\n",
	},
	{
		.name = "a criterion that the policy does not have",
		.text = "people: [{id: dana}]\nratings:\n- date: 2026-01-01\n  by: dana\n"
			"  evidence: [\"https://example.org\"]\n  scores: {value: 4, suport: 2}\n",
		.found = "9:22: error: unknown criterion 'suport'; did you mean 'support' [P103]\n",
	},
	{
		.name = "a criterion of this partner's policy",
		.text = "people: [{id: dana}]\nratings:\n- date: 2026-01-01\n  by: dana\n"
			"  evidence: [\"https://example.org\"]\n  scores: {taste: 4, value: 2}\n",
		.policy = "policy: p\noverrides:\n- partner: acme\n  criteria:\n"
			  "  - {id: taste, weight: 1, measures: [{measure: panel}]}\n",
		.found = "9:22: error: unknown criterion 'value'; one of taste [P103]\n",
	},
	{
		.name = "evidence and disputes of records that do not exist",
		.text = "goals: [{id: g, observations: [{date: 2026-01-01, value: 1,\n"
			"  evidence: [\"incident:INC-7\", \"incident:INC-8\", \"goal:g\"]}]}]\n"
			"incidents: [{id: INC-7, opened: 2026-01-01, evidence: "
			"[\"milestone:m\"]}]\n"
			"disputes:\n- {record: \"incident:INC-9\", on: 2026-01-01}\n"
			"- {record: \"incident:#1\", on: 2026-01-01}\n"
			"- {record: \"incident:#2\", on: 2026-01-02}\n"
			"- {record: INC-7, on: 2026-01-01}\n"
			"- {record: \"ticket:INC-7\", on: 2026-01-01}\n",
		.found = "5:32: error: unknown incident 'INC-8'; did you mean 'INC-7' [P104]\n"
			 "6:56: error: unknown milestone 'm' [P104]\n"
			 "8:12: error: unknown incident 'INC-9'; did you mean 'INC-7' [P104]\n"
			 "10:12: error: unknown incident '#2'; the list ends at #1 [P104]\n"
			 "11:12: error: unknown record 'INC-7'; for example incident:INC-7 or "
			 "rating:#2 [P104]\n"
			 "12:12: error: unknown record 'ticket:INC-7'; for example incident:INC-7 "
			 "or rating:#2 [P104]\n",
	},
	{
		.name = "evidence of an unknown kind",
		.text = "incidents:\n- id: i\n  opened: 2026-01-01\n"
			"  evidence: [\"ticket:7\", \"https://example.org/7\", \"rating:#1\"]\n",
		.found = "7:14: error: unknown evidence 'ticket:7'; write goal:ID, milestone:ID, "
			 "incident:ID, a URL or a path [P105]\n"
			 "7:51: error: unknown evidence 'rating:#1'; write goal:ID, milestone:ID, "
			 "incident:ID, a URL or a path [P105]\n",
	},
	{
		.name = "exceptions of nothing",
		.text = "exceptions:\n"
			"- {mute: halos, reason: r, by: b, until: 2026-12-31}\n"
			"- {mute: halo, reason: r, by: b, until: 2026-12-31}\n"
			"- {mute: P016, reason: r, by: b, until: 2026-12-31}\n"
			"- {mute: not-counted, reason: r, by: b, until: 2026-12-31}\n"
			"- {mute: no-plan, reason: r, by: b, until: 2026-12-31}\n",
		.found = "5:10: error: unknown sign 'halos'; did you mean 'halo' [P108]\n",
	},
	{
		.name = "tasks that do not exist",
		.text = "exit:\n  tasks: [{id: a, after: [gate, b, honour-open-deals]}]\n"
			"  drop: [a, migration, migraton]\n",
		.found = "5:33: error: unknown task 'b' [P109]\n"
			 "5:36: error: unknown task 'honour-open-deals' [P109]\n"
			 "6:10: error: unknown task 'a' [P109]\n"
			 "6:24: error: unknown task 'migraton'; did you mean 'migration' [P109]\n",
	},
	{.name = "tasks that the policy adds",
		.text = "exit:\n  tasks: [{id: a, after: [audit]}]\n  drop: [audit]\n",
		.policy = "policy: p\nexit: {templates: [{task: audit, takes: 5d}]}\n",
		.found = ""},
	{
		.name = "tasks that wait for each other",
		.text = "exit:\n  tasks:\n  - {id: a, after: [b]}\n  - {id: b, after: [c, d]}\n"
			"  - {id: c, after: [a]}\n  - {id: d, after: [d]}\n"
			"  - {id: e, after: [a]}\n",
		.found = "8:21: error: cycle through 'a'; a, b, c, a [P110]\n"
			 "9:21: error: cycle through 'd'; d, d [P110]\n",
	},
	{
		.name = "tasks that wait for one another in turn",
		.text = "exit:\n  tasks:\n  - {id: a, after: [b, c]}\n  - {id: b, after: [c]}\n"
			"  - {id: c}\n",
		.found = "",
	},
};

int main(void)
{
	return run_check_cases("check", cases, sizeof(cases) / sizeof(cases[0]));
}
