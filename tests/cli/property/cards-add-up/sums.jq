# A weighted mean of [value, weight] pairs, null of none.
def mean: if length == 0 then null else (map(.[0] * .[1]) | add) / (map(.[1]) | add) end;
# Printed figures are rounded to a tenth; a sum of them is off by as much.
def near($x): if . == null or $x == null then . == $x else (. - $x | fabs) <= 0.11 end;
# What opinion weighs: half of what has no evidence.
def evidence($panel): [$panel[] | select(.weight > 0) | [if .evidence then 1 else 0.5 end, 1]] | mean;
def criterion($panel):
	. as $criterion
	| [.measures[] | select(.status == "measured") | [.points,
		.weight * if .measure == "panel" then
			evidence([$panel[] | select(.criterion == $criterion.criterion)])
		else 1 end]]
	| mean;
def coverage:
	[.measures[] | select(.status == "measured" or .status == "no-data")
		| [if .status == "measured" then 1 else 0 end, .weight]] | mean;

.panel as $panel
| [.partner,
	all(.criteria[]; .score as $score | criterion($panel) | near($score)),
	(.score as $score | [.criteria[] | select(.score) | [.score, .weight]] | mean | near($score)),
	(.coverage as $share | [.criteria[] | coverage as $c | select($c) | [$c, .weight]] | mean
		| . - $share | fabs < 0.0002)]
