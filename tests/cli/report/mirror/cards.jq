include "card";
def conduct($partner; $mirror; $seen): card({$partner, score: 61, facts: {$mirror},
	mirror: {score: $seen, low: $seen, high: $seen, coverage: 1, grade: ($seen | grade)}});

conduct("a"; {milestones: {k: 1, n: 1}, incidents: [{severity: 1, k: 1, n: 2}, {severity: 3, k: 0, n: 3}],
	remedies: {k: 0, n: 2}, feedback: {k: 1, n: 1}, given: 2, received: 3,
	ratings: [{criterion: "value", n: 2, sum: 7.5}, {criterion: "cost", n: 1, sum: 3}]}; 80),
conduct("b"; {milestones: {k: 7, n: 9}, incidents: [{severity: 3, k: 1, n: 1}], given: 5,
	ratings: [{criterion: "delivery", n: 1, sum: 1}, {criterion: "value", n: 1, sum: 3}]}; 54.9),
conduct("c"; {}; 55), conduct("d"; {}; null), conduct("e"; {}; 30), conduct("f"; {}; 90),
conduct("g"; {}; 30), conduct("h"; {}; 99),
(conduct("z"; {milestones: {k: 0, n: 100}}; 1) * {ended: "2026-05-31", standing: null, reason: null})
