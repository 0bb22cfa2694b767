include "card";
card({partner: "early", score: 60, as_of: "2026-05-01"}),
card({partner: "early", score: 70, as_of: "2026-06-30"}),
card({partner: "notice", score: 75, as_of: "2026-06-20", signs: [sign("notice-due"; "critical")],
	facts: {renewal: "auto", send_by: "2026-06-25", days_left: 5, next_term_end: "2027-06-30"}}),
card({partner: "late", score: 80, as_of: "2026-07-26"})
