# A partner file with the sides taking each other's place; where none is said it is the partner's.
def other: {us: "partner", partner: "us", given: "received", received: "given"}[.] // .;
.milestones[] |= (.by |= (. // "partner" | other)
	| if .moved then .moved[].asked_by |= other else . end)
| .incidents[].cause |= other
| .goals[].for |= other
| .touchpoints[].initiated_by |= other
| .exchanges[].direction |= other
| .feedback[].from |= other
| .ratings[].of |= (. // "partner" | other)
