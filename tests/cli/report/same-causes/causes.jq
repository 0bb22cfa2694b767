# What both say of each partner that has moved; true when they agree.
def along($delta): if $delta < 0 then -. else . end;
def first_by(f): reduce .[] as $one (null; if . == null or ($one | f) > f then $one else . end);
[.partners[] | select(.kind != "self").partner] as $partners
| .movers as $movers | [$movers.falls[], $movers.rises[]] as $moved
| [$changes[] | select(.type == "change" and .delta != null and (.delta | fabs) >= 2
	and .from.grade != "-" and .to.grade != "-") | select([.partner] | inside($partners))] as $changed
| ($moved | map([.partner, .delta]) | sort) == ($changed | map([.partner, .delta]) | sort),
($moved[] | . as $mover | ($changed[] | select(.partner == $mover.partner)) as $change
| ([$change.criteria[] | .criterion as $criterion | .measures[] | {$criterion} + .]
	| first_by(.effect | along($mover.delta))) as $most
| [.partner, .delta, .cause.criterion, .cause.measure, .cause.effect, .cause.ref,
	.cause.criterion == $most.criterion, .cause.measure == $most.measure,
	.cause.effect == $most.effect,
	(.cause.ref as $ref | $ref == null or ([$most.records[].ref] | index($ref) != null))])
