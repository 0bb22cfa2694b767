# true for each sum that is right; else what the report says, and what it should say
def money: if . == null then null else split(" ") | {currency: .[1], amount: (.[0] | tonumber)} end;
def cents: if . == null then null else (money.amount * 100 | round) end;
def same($name; $one; $other): if $one == $other then "\($name): true"
	else "\($name): \($one) is not \($other)" end;
. as $report
| [$cards[] | select(.kind != "self" and .side == "partner" and .ended == null)] as $partners
| [$partners[] | {spend: (.facts.converted.spend // .facts.spend), grade} | select(.spend)] as $spent
| ([$spent[].spend | money.amount] | add) as $all
| same("partners"; .inputs.partners; $partners | length),
same("ended"; .inputs.ended; [$cards[] | select(.ended)] | length),
same("standings"; [.portfolio.standings[] | select(.n > 0)] | sort_by(.name);
	$partners | group_by(.standing) | map({n: length, name: .[0].standing})),
same("grades"; [.portfolio.grades[] | select(.n > 0)] | sort_by(.name);
	$partners | group_by(.grade) | map({n: length, name: .[0].grade})),
same("histogram"; .portfolio.histogram; [range(20)] | map(. as $bin | [$partners[] | select(.grade != "-")
	| .score / 5 | floor | if . > 19 then 19 else . end | select(. == $bin)] | length)),
same("coverage"; .portfolio.coverage * 1000 | round; ([$partners[].coverage] | add / length * 1000 | round)),
same("spend"; [.portfolio.spend[] | [.grade, .partners, (.amount | cents)]] | sort;
	$spent | group_by(.grade) | map([.[0].grade, length, (map(.spend | cents) | add)])),
same("total"; [.portfolio.spend_total[].amount | cents]; [$spent | map(.spend | cents) | add]),
same("unknown spend"; .portfolio.unknown_spend; ($partners | length) - ($spent | length)),
same("hhi"; .portfolio.concentration[0].hhi; [$spent[].spend | money.amount / $all | . * .] | add * 10000 | round),
same("functions"; .portfolio.functions.critical; [$partners[].facts.critical_functions] | add),
same("renewals"; [.renewals[].at_stake | cents] | map(. // 0) | add; [.renewal_months[].at_stake | cents] | map(. // 0) | add),
same("incidents"; .mirror.ratios[] | select(.name == "incidents") | [.k, .n];
	[$partners[].facts.mirror.incidents[]] | [(map(.k) | add), (map(.n) | add)]),
same("milestones"; .mirror.ratios[] | select(.name == "milestones") | [.k, .n];
	[$partners[].facts.mirror.milestones] | [(map(.k) | add), (map(.n) | add)]),
same("exchanges"; [.mirror.given, .mirror.received]; [$partners[].facts.mirror] | [(map(.given) | add), (map(.received) | add)]),
same("ratings of us"; .mirror.ratings | map([.criterion, .n]) | sort;
	[$partners[].facts.mirror.ratings[]] | group_by(.criterion) | map([.[0].criterion, (map(.n) | add)])),
same("raters"; .panel.raters | map([.rater, .n]); [$partners[].panel[] | select(.weight > 0)]
	| group_by(.rater) | map([.[0].rater, length])),
same("costs"; .costs | map({partner, currency, low, expected, high, npv}) | sort;
	[$plans[] | . as $plan | select([$partners[].partner] | index($plan.partner))
	| .cost_to_end_of_life[] | {partner: $plan.partner, currency, low, expected, high, npv}] | sort),
same("sums of costs"; .cost_totals | map([.currency, .partners, (.low, .expected, .high | cents)]);
	.costs | group_by(.currency) | map([.[0].currency, length, (map(.low | cents) | add),
	(map(.expected | cents) | add), (map(.high | cents) | add)])),
same("without costs"; .without_cost; ($partners | length) - ([.costs[].partner] | unique | length))
