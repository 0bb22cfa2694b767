# Lines of partner-score about partners of whom little is known: what is given replaces it.
#   jq -nc -L "$TREE/tests/cli/report" 'include "card"; card({partner: "ann", score: 61.2})'
def grade: if . == null then "-" elif . >= 85 then "A" elif . >= 70 then "B"
	elif . >= 55 then "C" elif . >= 40 then "D" else "F" end;
def bands($from): [$from | to_entries[] | {grade: .key, from: .value}];
def policy: {
	id: "small", digest: "0", currency: null, exit_below: 40, talk_below: 55,
	unevidenced_weight: 0.5, bands: bands({A: 85, B: 70, C: 55, D: 40, F: 0}),
};
def conduct: {
	feedback: {k: 0, n: 0}, given: 0, incidents: [], milestones: {k: 0, n: 0}, ratings: [],
	received: 0, remedies: {k: 0, n: 0},
};
def facts: {
	alternative_tested: null, converted: null, cost_of_missing: null, cost_to_end_of_life: [],
	critical_functions: 0, days_left: null, events: [], mirror: conduct, missed: false,
	next_term_end: null, notice_earliest: null, owner: null, owner_name: null, renewal: null,
	send_by: null, spend: null, spend_basis: null, substitutability: null,
};
def card($given): $given as {$score} | {
	type: "scorecard", schema: "partner.scorecard/1", partner: null, name: $given.partner,
	kind: "vendor", tier: null, criticality: null, side: "partner", as_of: "2026-06-30",
	ended: null, source: {path: "\($given.partner).yaml", line: 1, revision: null},
	policy: policy, calibration: {digest: null}, score: $score,
	low: (if $score then [$score - 5, 0] | max else null end),
	high: (if $score then [$score + 5, 100] | min else null end),
	floor: ($score // 0), ceiling: ($score // 100), coverage: (if $score then 1 else 0 end),
	grade: ($score | grade), firm: false, tolerance: null,
	standing: (if $score then "keep" else "gather" end), reason: "no reason to change",
	reason_refs: [], change: null, phase: "steady", slope: null, criteria: [], panel: [],
	signs: [], flips: [], disputes: [], upheld: [], trend: [], mirror: null, contract: null,
	facts: facts, next: [], robustness: null,
} * $given;
def spring($given): card($given + {as_of: "2026-03-15"}); # three months before, or longer
def sign($id; $level): {
	sign: $id, level: $level, source: "V1", text: "the text of \($id)", advice: "advice",
	muted: null, newest: null, records: [],
};
def event($kind; $date; $key): {$kind, $date, $key, path: "events.yaml", line: 7};
