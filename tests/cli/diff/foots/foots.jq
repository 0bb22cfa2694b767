# Whether parts add up to the whole as printed: tenths, and nothing but tenths.
def tenths: . * 10 | if (. - round | fabs) < 1e-6 then round else error("\(.) tenths") end;
def sum: map(tenths) | add // 0;
def causes: .delta == null or ([.causes[]] | sum) == (.delta | tenths);
def criteria: .delta == null or .causes == null or
	([.criteria[] | .value_effect, .weight_effect] | sum) == (.delta | tenths);
# Where a criterion was judged at one end of a step only, its measures share its weight effect.
def measures: all(.criteria[]?; ([.measures[].effect] | sum) as $sum |
	$sum == (.value_effect | tenths) or
	$sum == (.value_effect + .weight_effect | tenths));
def records: .causes == null or .causes.policy != 0 or .causes.calibration != 0 or
	all(.criteria[].measures[];
		any(.records[]; .effect == null) or ([.records[].effect] | sum) == (.effect | tenths));
def ends: .delta == null or ((.to.score | tenths) - (.from.score | tenths)) == (.delta | tenths);

[.[] | select(.partner)] |
[length, ([.[].criteria[]?.measures[].records[]] | length), (map(select(.causes)) | length > 0),
	all(.[]; causes), all(.[]; criteria), all(.[]; measures), all(.[]; records), all(.[]; ends)]
