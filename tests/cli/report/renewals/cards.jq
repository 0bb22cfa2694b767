include "card";
def renewal($partner; $to; $facts): card({$partner, score: 61, $facts,
	contract: (if $to then {start: "2020-01-01", end: $to, send_by: null, value: null, per: null}
		else null end)});
def auto($partner; $to; $send_by; $cost): renewal($partner; $to; {renewal: "auto", $send_by,
	next_term_end: "2029-12-31", cost_of_missing: $cost});

auto("auto"; "2026-12-31"; "2026-09-30"; "1000.00 EUR"),
auto("auto-dollars"; "2026-12-30"; "2026-09-29"; "1000.00 USD"),
auto("auto-same-day"; "2026-12-31"; "2026-09-30"; null) * {criticality: "critical"},
auto("auto-unknown"; "2026-12-31"; "2026-09-30"; null),
auto("auto-yen"; "2026-12-31"; "2026-09-30"; "1 JPY"),
auto("missed"; "2026-08-31"; "2026-05-29"; "500.00 EUR") * {facts: {missed: true}},
renewal("given"; "2026-10-31"; {renewal: "auto", cost_of_missing: "100.00 EUR"}),
renewal("manual"; "2026-11-30"; {renewal: "manual", spend: "700.00 EUR",
	cost_of_missing: "90.00 EUR"}),
renewal("evergreen"; null; {renewal: "evergreen", notice_earliest: "2026-07-15", spend: "3.00 EUR"}),
renewal("evergreen-open"; null; {renewal: "evergreen", spend: "3.00 EUR"}),
renewal("none"; null; {}),
renewal("edge-today"; "2026-06-30"; {renewal: "manual"}),
renewal("edge-yesterday"; "2026-06-29"; {renewal: "manual"}),
renewal("edge-year"; "2027-06-30"; {renewal: "manual"}),
renewal("edge-beyond"; "2027-07-01"; {renewal: "manual"}),
auto("far"; "2028-01-31"; "2027-06-30"; "4.00 EUR"),
auto("opens"; "2027-12-31"; "2027-08-01"; "5.00 EUR") * {facts: {notice_earliest: "2026-07-01"}}
