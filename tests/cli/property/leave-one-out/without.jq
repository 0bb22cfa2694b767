# A partner without each of the records that its card names, one after the other.
def lists: {incident: "incidents", milestone: "milestones", goal: "goals", rating: "ratings",
	touchpoint: "touchpoints", exchange: "exchanges", feedback: "feedback"};
def place($ref): ($ref / ":") as [$kind, $id] | lists[$kind] as $list
	| [$list, if $id | startswith("#") then ($id[1:] | tonumber) - 1
		else (.[$list] | map(.id) | index($id)) end];
. as $partner | $effects[] | select(.partner == $partner.partner) as $effect
	| $partner | delpaths([place($effect.ref)])
