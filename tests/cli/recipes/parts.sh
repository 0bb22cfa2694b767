# Sourced by the cases: a portfolio that is worth dividing, the day, and what one process makes of it.
. "$TREE/tests/cli/recipes/portfolio.sh"
mkdir partners/birch.d partners/dogwood partners/.hidden
cp partners/acme.yaml partners/.hidden
printf 'feedback: [{from: partner, date: 2026-05-01}]\n' >partners/birch.d/a.yaml
for id in cedar dogwood-2 dogwood/elder fir 'our grove'; do
	name=${id##*/}
	sed "s/acme/${name// /-}/; s/Acme & Sons/Über $name/; s/severity: 1/severity: $((${#name} % 4 + 1))/" partners/acme.yaml >"partners/$id.yaml"
done
sed 's/acme/gone/; s/severity: 1/severity: 9/' partners/acme.yaml >faulty.yaml
partner-score -j --as-of=2026-06-01 partners >once
