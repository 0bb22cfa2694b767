# Sourced by the cases: a repository with a main branch, and the branch of a merge request from it.
# In between main has gone on, which is nobody's change in the request.
export SOURCE_DATE_EPOCH=1780272000 # 2026-06-01
git init -q -b main
mkdir partners
cat >partners/policy.yaml <<'YAML'
policy: small
criteria:
  - id: support
    weight: 60%
    measures: [{measure: incident-conduct}]
  - id: relationship
    weight: 40%
    measures: [{measure: voice}]
YAML
cat >partners/acme.yaml <<'YAML'
partner: acme
name: "Acme & Sons"
kind: vendor
since: 2024-01-01
problem: hosting
incidents:
  - {id: INC-1, opened: 2026-02-01, severity: 2, cause: partner, ownership: owned, effort: surged, resolved: 2026-02-02, debriefed: 2026-02-05}
feedback:
  - {from: partner, date: 2026-03-01, answered: 2026-03-10}
YAML
sed 's/acme/birch/; s/Acme & Sons/Birch/' partners/acme.yaml >partners/birch.yaml
printf 'exceptions: [{mute: notice-due, reason: known, until: 2027-01-01}]\n' >>partners/birch.yaml
git add partners && git commit -qm 'a portfolio, with a doubt about birch'
git checkout -qb request
sed -i '/^feedback/i\  - {id: INC-2, opened: 2026-05-01, severity: 1, cause: partner, ownership: deflected, effort: minimal, resolved: 2026-05-03}' partners/acme.yaml
sed -i '/INC-1/s/severity: 2/severity: 3/' partners/acme.yaml
git commit -qam 'an incident, and another one softened'
git checkout -q main
sed -i 's/hosting/storage/' partners/birch.yaml
git commit -qam 'what others did meanwhile'
git checkout -q request
