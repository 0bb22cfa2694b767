include "card";
def criteria: [to_entries[] | {criterion: .key, score: .value, weight: 0.1, low: .value, high: .value,
	coverage: 1, measures: []}];
def graded($from): {policy: {id: "of \($from | length)", digest: "\($from | length)",
	bands: bands($from)}};
def heat($partner; $from; $scores): card({$partner, score: 61, criteria: ($scores | criteria)}
	+ graded($from));

heat("five"; {A: 85, B: 70, C: 55, D: 40, F: 0}; {v85: 85, w70: 70, x55: 55, y40: 40, z0: 0}),
heat("below"; {A: 85, B: 70, C: 55, D: 40, F: 0}; {v85: 84.9, w70: 69.9, x55: 54.9, y40: 39.9, z0: null}),
heat("three"; {gold: 80, silver: 50, bronze: 0}; {x55: 49.9, v85: 80, w70: 50, other: 79.9})
	* {grade: "silver", signs: [sign("no-plan"; "warning"), sign("captive"; "note")]},
heat("two"; {pass: 50, fail: 0}; {v85: 50, w70: 49.9}) * {grade: "pass", signs: [
	sign("captive"; "critical"), sign("no-plan"; "critical") + {muted: "2026-07-01"}, sign("halo"; "note")]},
heat("seven"; {a: 90, b: 80, c: 70, d: 60, e: 50, f: 40, g: 0};
	{v85: 90, w70: 80, x55: 70, y40: 60, z0: 50, other: 40, more: 39.9}) * {grade: "d", score: 60,
	signs: [sign("captive"; "warning")]}
