/* P301 to P307, P401 to P410, P606 and exceptions: each fires, and just does not. */
#include "checked.h"

#define PEOPLE                                                                              \
	"people:\n- {id: a, role: sales}\n- {id: b, role: sales}\n- {id: c, role: legal}\n" \
	"- {id: d}\n- {id: p, side: partner, role: legal}\n"
#define RATING(by, more) \
	"- {date: 2026-05-01, by: " by ", evidence: [\"https://example.org\"], " more "}\n"
#define WHOLE                                                                            \
	"plan: {agreed: 2026-01-01}\ngoals: [{id: g, for: us}, {id: h, for: partner}]\n" \
	"people: [{id: s, sponsor: true}]\ncosts: [{kind: staff, forecast: 1 USD}]\n"    \
	"cadence: 1mo\nexit: {alternatives: [{name: other}]}\n"                          \
	"documents: [{id: x, kind: attestation}, {id: y, kind: data-processing}]\n"
#define CONTRACT                                                                          \
	"contract:\n  start: 2026-01-01\n  renewal: evergreen\n  notice: {period: 90d}\n" \
	"  service_levels: [{severity: 1}]\n"

static struct check_case cases[] = {
	{
		.name = "a rating without evidence",
		.text = PEOPLE "ratings:\n- {date: 2026-05-01, by: a, scores: {value: 4}}\n"
			       "- {date: 2026-05-02, by: c, evidence: [], scores: {value: 4}}\n",
		.found = "11:4: warning: rating by 'a' without evidence; it counts half [P301]\n"
			 "12:4: warning: rating by 'c' without evidence; it counts half [P301]\n",
	},
	{
		.name = "a rating without evidence that hardly counts",
		.text = PEOPLE "ratings:\n- {date: 2026-05-01, by: a, scores: {value: 4}}\n",
		.policy = "policy: p\nunevidenced_weight: 10%\n",
		.found = "11:4: warning: rating by 'a' without evidence; it counts 10% [P301]\n",
	},
	{.name = "a rating with evidence",
		.text = PEOPLE "ratings:\n" RATING("a", "scores: {value: 4}"),
		.found = ""},
	{
		.name = "a rater with an interest",
		.text = "people: [{id: i, interest: shares}]\nratings:\n" RATING(
			"i", "scores: {value: 4}"),
		.found = "6:26: warning: rating by 'i' with an interest [P302]\n",
	},
	{
		.name = "one role only",
		.text = PEOPLE "ratings:\n" RATING("a", "scores: {value: 4}")
			RATING("b", "scores: {support: 3}") RATING("d", "scores: {value: 2}"),
		.found = "11:4: warning: only 'sales' on the panel; ask another role [P303]\n",
	},
	{.name = "two roles",
		.text = PEOPLE "ratings:\n" RATING("a", "scores: {value: 4}")
			RATING("c", "scores: {support: 3}"),
		.found = ""},
	{.name = "one rater is no panel",
		.text = PEOPLE "ratings:\n" RATING("a", "scores: {value: 4}")
			RATING("a", "scores: {support: 3}"),
		.found = ""},
	{
		.name = "all scores alike",
		.text = PEOPLE
		"ratings:\n" RATING("a", "scores: {value: 3.5, support: 3.5, people: 3.5}")
			RATING("c", "scores: {value: 4, support: 4, people: 3.5}")
				RATING("d", "scores: {value: 4, support: 4}"),
		.found = "11:64: note: all scores by 'a' are '3.5' [P304]\n",
	},
	{
		.name = "of their own side",
		.text = PEOPLE "ratings:\n" RATING("p", "scores: {value: 4}")
			RATING("p", "of: us, scores: {value: 4}"),
		.found = "11:26: note: rating by 'p' of their own side; not counted [P307]\n",
	},
	{
		.name = "an exception that expired yesterday",
		.text = "exceptions:\n- {mute: halo, reason: r, by: b, until: 2026-06-29}\n"
			"- {mute: halo, reason: r, by: b, until: 2026-06-30}\n",
		.found = "5:41: warning: exception for 'halo' expired on '2026-06-29'; renew or "
			 "remove it [P305]\n",
	},
	{
		.name = "an exception that says too little",
		.text = "exceptions:\n- {mute: halo}\n"
			"- {mute: halo, reason: r, by: b, until: soon}\n",
		.found =
			"5:4: warning: no reason in the exception for 'halo'; it mutes nothing "
			"[P306]\n"
			"5:4: warning: no by in the exception for 'halo'; it mutes nothing [P306]\n"
			"5:4: warning: no until in the exception for 'halo'; it mutes nothing "
			"[P306]\n"
			"6:41: error: invalid date 'soon'; write year, month and day as in "
			"2026-03-04 [P007]\n",
	},

	{
		.name = "a strategic partner who has nothing",
		.text = "tier: strategic\n",
		.found = "1:1: warning: missing plan for tier 'strategic'; add plan.agreed [P401]\n"
			 "1:1: warning: missing goals for tier 'strategic'; add an active goal "
			 "for us and one for the partner, or one for both [P402]\n"
			 "1:1: warning: missing sponsor for tier 'strategic'; add 'sponsor: true' "
			 "to one of our people [P403]\n"
			 "1:1: warning: missing contract for tier 'strategic'; add "
			 "contract.start, and contract.end or 'renewal: evergreen' [P404]\n"
			 "1:1: warning: missing costs for tier 'strategic'; add a cost with its "
			 "forecast [P406]\n"
			 "1:1: warning: missing exit for tier 'strategic'; add exit.alternatives "
			 "[P407]\n"
			 "1:1: warning: missing cadence for tier 'strategic'; add cadence [P408]\n"
			 "1:1: warning: missing service-levels for tier 'strategic'; add "
			 "contract.service_levels [P409]\n"
			 "1:1: warning: missing documents for tier 'strategic'; add documents of "
			 "kind attestation and data-processing [P410]\n",
	},
	{
		.name = "a preferred partner who has nothing",
		.text = "tier: preferred\n",
		.found = "1:1: warning: missing plan for tier 'preferred'; add plan.agreed [P401]\n"
			 "1:1: warning: missing goals for tier 'preferred'; add an active goal "
			 "for us and one for the partner, or one for both [P402]\n"
			 "1:1: warning: missing contract for tier 'preferred'; add "
			 "contract.start, and contract.end or 'renewal: evergreen' [P404]\n"
			 "1:1: warning: missing cadence for tier 'preferred'; add cadence [P408]\n"
			 "1:1: warning: missing service-levels for tier 'preferred'; add "
			 "contract.service_levels [P409]\n",
	},
	{.name = "an approved partner needs nothing", .text = "tier: approved\n", .found = ""},
	{.name = "a strategic partner who has all",
		.text = "tier: strategic\n" WHOLE CONTRACT,
		.found = ""},
	{
		.name = "a strategic partner who has parts of all",
		.text = "tier: strategic\nplan: {review_every: 6mo}\n"
			"goals: [{id: g, for: us}, {id: h, due: 2026-06-29}]\n"
			"people: [{id: s, sponsor: true, left: 2026-06-30}, "
			"{id: t, sponsor: true, side: partner}]\n"
			"contract: {start: 2026-01-01, renewal: auto}\n"
			"costs: [{kind: staff, actual: 1 USD}]\n"
			"exit: {decommission: 1 USD}\ndocuments: [{id: x, kind: attestation}]\n",
		.found = "1:1: warning: missing goals for tier 'strategic'; add an active goal "
			 "for us and one for the partner, or one for both [P402]\n"
			 "1:1: warning: missing sponsor for tier 'strategic'; add 'sponsor: true' "
			 "to one of our people [P403]\n"
			 "1:1: warning: missing costs for tier 'strategic'; add a cost with its "
			 "forecast [P406]\n"
			 "1:1: warning: missing cadence for tier 'strategic'; add cadence [P408]\n"
			 "1:1: warning: missing documents for tier 'strategic'; add documents of "
			 "kind attestation and data-processing [P410]\n"
			 "5:8: warning: missing plan for tier 'strategic'; add plan.agreed [P401]\n"
			 "8:12: warning: missing contract for tier 'strategic'; add "
			 "contract.start, and contract.end or 'renewal: evergreen' [P404]\n"
			 "8:12: warning: missing notice for tier 'strategic'; add "
			 "contract.notice.period [P405]\n"
			 "8:12: warning: missing service-levels for tier 'strategic'; add "
			 "contract.service_levels [P409]\n"
			 "10:8: warning: missing exit for tier 'strategic'; add exit.alternatives "
			 "[P407]\n",
	},
	{
		.name = "what cannot be read is not incomplete",
		.text = "tier: strategic\nplan: {agreed: once}\ngoals: 7\npeople: 7\ncosts: 7\n"
			"contract: 7\nexit: 7\ncadence: often\ndocuments: 7\n",
		.found =
			"5:16: error: invalid date 'once'; write year, month and day as in "
			"2026-03-04 [P007]\n"
			"6:8: error: wrong shape of 'goals'; write a list [P006]\n"
			"7:9: error: wrong shape of 'people'; write a list [P006]\n"
			"8:8: error: wrong shape of 'costs'; write a list [P006]\n"
			"9:11: error: wrong shape of 'contract'; write a map of its fields [P006]\n"
			"10:7: error: wrong shape of 'exit'; write a map of its fields [P006]\n"
			"11:10: error: invalid duration 'often'; write a whole number and a "
			"unit, as in 90d (min h d bd w mo y) [P007]\n"
			"12:12: error: wrong shape of 'documents'; write a list [P006]\n",
	},
	{.name = "an ended partnership is complete",
		.text = "tier: strategic\nended: 2026-06-30\n",
		.found = ""},
	{
		.name = "a policy that demands something else",
		.text = "tier: trial\n",
		.policy = "policy: p\ncompleteness: {trial: [service_levels, cadence]}\n",
		.found = "1:1: warning: missing cadence for tier 'trial'; add cadence [P408]\n"
			 "1:1: warning: missing service-levels for tier 'trial'; add "
			 "contract.service_levels [P409]\n",
	},
	{.name = "no demands of a faulty policy",
		.text = "tier: strategic\n",
		.policy = "policy: p\nwindow: long\n",
		.found = ""},

	{
		.name = "amounts that cannot be added up",
		.text = "exchanges:\n- {date: 2026-01-01, direction: given, value: 1 USD}\n"
			"- {date: 2026-01-02, direction: given, value: 1 EUR}\n"
			"- {date: 2026-01-03, direction: given, value: 2 EUR}\n"
			"- {date: 2026-01-04, direction: given, value: 2 GBP}\n",
		.policy = "policy: p\ncurrency: USD\nrates: [{currency: GBP, rate: 2}]\n",
		.found = "6:47: warning: no rate for 'EUR'; all exchanges are counted instead; add "
			 "it to the policy's rates [P606]\n",
	},
	{
		.name = "exchanges in two currencies, of which the policy names none",
		.text = "exchanges:\n- {date: 2026-01-01, direction: given, value: 1 USD}\n"
			"- {date: 2026-01-02, direction: given, value: 9 EUR}\n"
			"- {date: 2026-01-03, direction: given, value: 9 EUR}\n"
			"- {date: 2026-01-04, direction: given, value: 1 USD}\n",
		.found = "6:47: warning: no rate for 'EUR'; all exchanges are counted instead; the "
			 "policy names no currency [P606]\n",
	},
	{.name = "exchanges too few to be measured",
		.text = "exchanges:\n- {date: 2026-01-01, direction: given, value: 1 USD}\n"
			"- {date: 2026-01-02, direction: given, value: 1 EUR}\n"
			"- {date: 2026-01-03, direction: given, value: 1 EUR}\n"
			"- {date: 2024-06-30, direction: given, value: 1 EUR}\n",
		.found = ""},
	{.name = "one exchange without a value: all are counted anyway",
		.text = "exchanges:\n- {date: 2026-01-01, direction: given, value: 1 USD}\n"
			"- {date: 2026-01-02, direction: given, value: 1 EUR}\n"
			"- {date: 2026-01-03, direction: given, value: 1 EUR}\n"
			"- {date: 2026-01-04, direction: given}\n",
		.found = ""},
	{.name = "amounts in one currency need no rate",
		.text = "exchanges:\n- {date: 2026-01-02, direction: given, value: 1 EUR}\n"
			"- {date: 2026-01-03, direction: given, value: 2 EUR}\n"
			"costs: [{kind: staff, forecast: 1 GBP}]\n",
		.policy = "policy: p\ncurrency: USD\n",
		.found = ""},
	{
		.name = "a rate of tomorrow is none",
		.text = "costs:\n- {kind: staff, from: 2026-01-01, forecast: 1 GBP, actual: 1 GBP}\n"
			"- {kind: other, from: 2026-01-01, forecast: 1 USD, actual: 1 USD}\n",
		.policy = "policy: p\ncurrency: USD\n"
			  "rates: [{currency: GBP, rate: 2, on: 2026-07-01}]\n",
		.found = "5:45: warning: no rate for 'GBP'; left out; add it to the policy's "
			 "rates [P606]\n",
	},
	{
		.name = "without a currency the largest forecast stays",
		.text = "costs:\n- {kind: staff, from: 2026-01-01, forecast: 1 GBP, actual: 9 GBP}\n"
			"- {kind: other, from: 2026-01-01, forecast: 2 USD, actual: 2 USD}\n",
		.found = "5:45: warning: no rate for 'GBP'; left out; the policy names no "
			 "currency [P606]\n",
	},
	{.name = "lines that are not compared need no rate",
		.text = "costs:\n- {kind: staff, from: 2026-01-01, forecast: 1 GBP, actual: 9 GBP}\n"
			"- {kind: other, from: 2026-01-01, forecast: 2 USD}\n"
			"- {kind: exit, from: 2026-01-01, forecast: 2 USD, actual: 2 USD}\n"
			"- {kind: other, from: 2026-07-01, forecast: 2 USD}\n"
			"- {kind: other, from: 2024-01-01, forecast: 2 USD, actual: 2 USD}\n",
		.found = ""},
};

int main(void)
{
	return run_check_cases("honesty", cases, sizeof(cases) / sizeof(cases[0]));
}
