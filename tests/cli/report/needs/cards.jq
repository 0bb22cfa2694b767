include "card";
def due($level; $day): {signs: [sign("notice-due"; $level)], facts: {renewal: "auto", send_by: $day}};
def missed($day): {facts: {renewal: "auto", send_by: $day, missed: true}};

card({partner: "kim", score: 75}),
card({partner: "ann", score: 75, facts: {owner: "dana", next_term_end: "2027-09-30",
	cost_of_missing: "120000.00 USD"}} * due("critical"; "2026-07-10")),
card({partner: "abe", score: 75, facts: {owner: "dana", owner_name: "Dana Ode",
	next_term_end: "2027-06-30"}} * due("critical"; "2026-06-30")),
card({partner: "amy", score: 75, facts: {cost_of_missing: "7.00 EUR"}}
	* due("critical"; "2026-07-01")),
card({partner: "bea", score: 75, facts: {next_term_end: "2027-08-31",
	cost_of_missing: "5000 JPY"}} * missed("2026-05-31")),
card({partner: "bob", score: 75, facts: {next_term_end: "2027-08-30"}} * missed("2026-05-30")),
card({partner: "cid", score: 75, facts: {next_term_end: "2026-12-31"}}
	* due("warning"; "2026-08-20")),
card({partner: "don", score: 30, standing: "exit", reason: "score below 40",
	facts: {events: [event("conversation-review"; "2026-07-15"; "2026-04-01"),
		event("conversation-review"; "2026-08-01"; "2026-04-02")]}}),
card({partner: "dot", score: 31, standing: "exit", reason: "score below 40"}),
spring({partner: "eve", score: 71}),
card({partner: "eve", score: 71, standing: "talk", reason: "critical sign blame-shifting",
	signs: [sign("blame-shifting"; "critical") + {newest: "2026-06-01"}]}),
spring({partner: "fay", score: 71}),
card({partner: "fay", score: 64.2}),
spring({partner: "fed", score: 64.2}),
card({partner: "fed", score: 55}),
card({partner: "gil", score: 50, standing: "talk", reason: "score below 55"}),
card({partner: "hal", score: 75,
	facts: {events: [event("conversation-review"; "2026-06-30"; "2026-05-12"),
		event("conversation-review"; "2026-07-30"; "2026-05-13")]}}),
spring({partner: "joe", score: 90}),
card({partner: "joe", score: 75, facts: {next_term_end: "2027-09-30"}}
	* due("critical"; "2026-07-14")),
spring({partner: "jim", score: 90}),
card({partner: "jim", score: 39, standing: "exit", reason: "score below 40"}
	* due("critical"; "2026-07-13")),
spring({partner: "jan", score: 90}),
card({partner: "jan", score: 50, standing: "talk", reason: "score below 55",
	facts: {events: [event("conversation-review"; "2026-06-29"; "2026-05-11")]}})
