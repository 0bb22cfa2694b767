include "card";
def talk($i; $text): card({partner: "p\($i)", name: $text, score: (30 + $i), standing: "talk",
	reason: $text,
	source: {path: $text, line: 1, revision: null},
	facts: {owner: $text, owner_name: $text, spend: "5.00 EUR", events: [event("term-end"; "2026-07-01"; "2026-07-01")]},
	criteria: [{criterion: $text, weight: 1, score: 50, low: 40, high: 60, coverage: 1, measures: [{
		measure: $text, status: "measured", value: 1, unit: $text, n: 1, low: null, high: null, points: 50,
		points_low: 40, points_high: 60, weight: 1, records: []}]}],
	panel: [{criterion: $text, rater: $text, role: null, raw: 3, adjusted: 3, weight: 1, evidence: false,
		ref: "rating:#1", path: $text, line: 3}],
	signs: [sign("no-plan"; "warning") + {text: $text, advice: $text}]});
def long: [range(300) | "x"] | add;
[
	"<script>alert(1)</script>",
	"=cmd|' /C calc'!A0",
	"a \"quoted\nBEGIN:EVIL\r\nline",
	"\u202eright to left\u202c \u2066x\u2069 \u0007\u001b[31mred",
	long,
	"شركة الاختبار, فرع ١",
	"测试公司；第一分部",
	"🦊 & 👩‍👩‍👧 Co",
	"![x](javascript:alert(1)) | <img src=x onerror=alert(1)> `@team` #1",
	"``` <b>code</b>",
	"\\n;,:\\ {{x}} ${HOME} %s"
] | to_entries[] | talk(.key; .value)
