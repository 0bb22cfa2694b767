# Writes the weights of a printed policy as plain numbers, times `by`.
/^    weight(_low|_high)?: / { sub(/%$/, ""); $0 = "    " $1 " " by * $2 }
/^      - \{measure: / && !/weight: / { sub(/, scale/, ", weight: 1, scale") }
/^      - \{measure: / && match($0, /weight: [0-9.]+/) {
	weight = substr($0, RSTART + 8, RLENGTH - 8)
	$0 = substr($0, 1, RSTART + 7) by * weight substr($0, RSTART + RLENGTH)
}
{ print }
