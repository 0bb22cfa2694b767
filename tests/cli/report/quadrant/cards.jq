include "card";
def dot($partner; $score; $criticality; $substitutability; $spend):
	card({$partner, $score, $criticality, facts: {$substitutability, $spend}});
dot("at-both-lines"; 55; "routine"; "highly-complex"; null),
dot("below-score"; 54.9; "routine"; "highly-complex"; null),
dot("below-dependence"; 55; "routine"; "difficult"; null),
dot("below-both"; 54.9; null; null; null),
dot("critical"; 60; "critical"; null; null),
dot("important"; 60; "important"; "easy"; null),
dot("impossible"; 60; "critical"; "impossible"; null),
dot("none"; 60; "critical"; "none"; null),
dot("spend-10"; 60; "routine"; null; "10.00 EUR"),
dot("spend-20"; 60; "routine"; null; "20.00 EUR"),
dot("spend-20-too"; 60; "routine"; null; "20.00 EUR"),
dot("spend-40"; 60; "routine"; null; "40.00 EUR"),
dot("spend-alone"; 60; "routine"; null; "99.00 USD"),
dot("spend-all-parts"; 60; "critical"; "easy"; "15.00 EUR"),
dot("ungraded"; null; "critical"; "easy"; null)
