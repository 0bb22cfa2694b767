# Partners with records of every kind from both sides, drawn by a generator of fixed seed: one
# after the other. `jq -n --argjson n 40 -f partners.jq`
def numbers($seed): [limit(700; $seed | recurse(. * 16807 % 2147483647))];
def of($i): .[$i] / 64 | floor;
def pick($i; $choices): $choices[of($i) % ($choices | length)];
def day($d): 1735689600 + 86400 * $d | strftime("%Y-%m-%d");
def day_of($i; $from; $days): day($from + of($i) % $days);
def sides($i): pick($i; ["us", "partner"]);
def absent_or_side($i): pick($i; [null, "us", "us", "partner"]);
def sparse: with_entries(select(.value != null));

def milestone($at): {
	kind: pick($at; ["delivery", "delivery", "delivery", "roadmap"]),
	by: absent_or_side($at + 1),
	promised: pick($at + 2; [null, day(30), day(200)]),
	due: day_of($at + 3; 150; 400),
	delivered: pick($at + 4; [null, day_of($at + 5; 150; 400), day_of($at + 5; 150; 400)]),
	penalty: pick($at + 6; [null, "5.00 EUR"]),
	reward: pick($at + 7; [null, "7.00 EUR"]),
	settled: pick($at + 8; [null, day_of($at + 9; 300; 300)]),
	moved: pick($at + 9; [null, [{on: day(200), to: day_of($at + 10; 300; 240),
		asked_by: sides($at + 11)}]]),
} | sparse;
def incident($at): {
	severity: (1 + of($at) % 4), cause: sides($at + 1), opened: day_of($at + 2; 150; 380),
	acknowledged: pick($at + 3; [null, day_of($at + 2; 151; 380)]),
	resolved: pick($at + 4; [null, day_of($at + 2; 150 + of($at + 5) % 9; 380)]),
	ownership: pick($at + 6; [null, "owned", "partly", "deflected"]),
	effort: pick($at + 7; [null, "surged", "normal", "minimal"]),
	availability: pick($at + 8; [null, "immediate", "prompt", "declined"]),
	credit: pick($at + 9; [null, "9.00 EUR"]),
	claimed: pick($at + 10; [null, day(500)]),
	settled: pick($at + 11; [null, day_of($at + 12; 300; 300)]),
} | sparse;
def goal($at): {
	title: "Goal", for: pick($at; ["us", "partner", "both"]), start: day_of($at + 1; 100; 300),
	due: day_of($at + 2; 450; 300), target: 100, shared: pick($at + 3; [null, day(400)]),
	weight: (1 + of($at + 4) % 3), reviewed: [day_of($at + 5; 200; 345)],
	observations: [{date: day_of($at + 6; 350; 190), value: (of($at + 7) % 100)}],
} | sparse;
def rating($at): {
	date: day_of($at; 300; 240), by: pick($at + 1; ["ann", "bob", "cid"]), of: absent_or_side($at + 2),
	evidence: pick($at + 3; [null, ["https://wiki.example/notes"]]),
	scores: ([range(4) as $c | {key: ["value", "delivery", "support", "people"][$c],
		value: ((2 + of($at + 4 + $c) % 7) / 2)}] | from_entries),
} | sparse;

range($n) as $k | numbers(($k + 1) * 104729) | {
	partner: "p\($k)", name: "P \($k)", kind: pick(1; ["vendor", "channel", "technology"]),
	since: "2020-01-01", cadence: "1mo",
	contract: {start: "2025-01-01", end: "2025-12-31", renewal: "auto", notice: {period: "30d"},
		service_levels: [range(1; 4) as $s
			| {severity: $s, acknowledge: "\(12 * $s)h", resolve: "\(2 * $s)d"}]},
	people: [{id: "ann", name: "Ann"}, {id: "bob", name: "Bob"}, {id: "cid", name: "Cid"}],
	milestones: [range(8) as $i | milestone(10 + 12 * $i) | .id = "m\($i)"],
	incidents: [range(8) as $i | incident(110 + 13 * $i) | .id = "i\($i)"],
	goals: [range(5) as $i | goal(220 + 8 * $i) | .id = "g\($i)"],
	touchpoints: [range(24) as $i | {date: day_of(270 + 3 * $i; 5; 535), kind: "call",
		initiated_by: sides(271 + 3 * $i)}],
	exchanges: [range(7) as $i | {date: day_of(350 + 3 * $i; 200; 340),
		direction: pick(351 + 3 * $i; ["given", "received"]),
		count: (1 + of(352 + 3 * $i) % 5)}],
	feedback: [range(4) as $i | {date: day_of(380 + 4 * $i; 200; 345), text: "So.",
		from: sides(381 + 4 * $i), answered: pick(382 + 4 * $i; [null, day(540)])} | sparse],
	ratings: [range(9) as $i | rating(400 + 10 * $i)],
}
