/* Every rule of partner-check: id, name, level, words of the message, when it is raised. */
#include <assert.h>
#include <string.h>

#include "partner/diag.h"

static const struct diag_rule_info rules[] = {
	/* The text of a file: its bytes, its YAML, its fields and their values. */
	[P001_NOT_UTF8] = {"P001", "not-utf-8", DIAG_ERROR, "invalid byte %s",
		"The file is not UTF-8, or holds a NUL byte."},
	[P002_SYNTAX] = {"P002", "syntax", DIAG_ERROR, "%w",
		"The file is not YAML; a quote that is never closed is shown where it opens."},
	[P003_UNKNOWN_FIELD] = {"P003", "unknown-field", DIAG_ERROR, "unknown field %s",
		"A record has no field of this name."},
	[P004_DUPLICATE_KEY] = {"P004", "duplicate-key", DIAG_ERROR, "duplicate key %s",
		"A map holds the same key twice."},
	[P005_MISSING_REQUIRED] = {"P005", "missing-required", DIAG_ERROR, "missing field %s",
		"A field is absent that must be there, such as partner, name or kind."},
	[P006_WRONG_SHAPE] = {"P006", "wrong-shape", DIAG_ERROR, "wrong shape of %s",
		"A single value, a list or a map stands where another of the three belongs."},
	[P007_WRONG_VALUE] = {"P007", "wrong-value", DIAG_ERROR, "invalid %w %s",
		"A value cannot be read as what its field holds: no such day, no time zone, yes "
		"for true, more decimals than the currency has."},
	[P008_OUT_OF_RANGE] = {"P008", "out-of-range", DIAG_ERROR, "out of range %w %s",
		"A value reads well, but is smaller or larger than its field allows."},
	[P009_UNKNOWN_CHOICE] = {"P009", "unknown-choice", DIAG_ERROR, "unknown %w %s",
		"A value is none of the words that its field may hold."},
	[P010_DUPLICATE_ID] = {"P010", "duplicate-id", DIAG_ERROR, "duplicate %w %s",
		"Two records of a list have one id; companion files count as part of the list."},
	[P011_YAML_FEATURE] = {"P011", "yaml-feature", DIAG_ERROR, "%w %s refused",
		"The file uses an anchor, an alias, a tag or a merge key."},
	[P012_CONTINUED_LINE] = {"P012", "continued-line", DIAG_WARNING,
		"unquoted text %s continues",
		"A text without quotes runs on over the next line, which is often an accident."},

	/* Files and their parts: names, limits, companions, records that say nothing. */
	[P013_ID_NOT_STEM] = {"P013", "id-not-stem", DIAG_ERROR, "partner %s in file %s",
		"The id of a partner differs from the name of its file without the ending."},
	[P014_DUPLICATE_PARTNER] = {"P014", "duplicate-partner", DIAG_ERROR, "duplicate partner %s",
		"An earlier file or document has the same partner id."},
	[P015_LIMIT] = {"P015", "limit", DIAG_ERROR, "more than %w",
		"A file is larger, nests deeper or has more records than is allowed."},
	[P016_NOT_COUNTED] = {"P016", "not-counted", DIAG_WARNING, "no %w in %w %s",
		"A record lacks the field that dates or places it, and so counts nowhere."},
	[P017_COMPANION] = {"P017", "companion", DIAG_ERROR, "field %s in a companion",
		"A companion file holds something else than the lists of records."},
	[P018_ORPHAN_COMPANION] = {"P018", "orphan-companion", DIAG_WARNING,
		"companion %s without a partner",
		"A folder of companion files has no partner file beside it."},
	[P019_EMPTY] = {"P019", "empty", DIAG_ERROR, "nothing in %s",
		"A file holds no document at all."},
	[P020_DUPLICATE_RECORD] = {"P020", "duplicate-record", DIAG_WARNING, "duplicate %w %s",
		"Two records without an id are equal in every field."},

	/* References: what is named must exist. */
	[P101_UNKNOWN_PERSON] = {"P101", "unknown-person", DIAG_ERROR, "unknown person %s",
		"A record names a person who is in no list of people."},
	[P102_UNKNOWN_GOAL] = {"P102", "unknown-goal", DIAG_ERROR, "unknown goal %s",
		"A touchpoint names a goal that does not exist."},
	[P103_UNKNOWN_CRITERION] = {"P103", "unknown-criterion", DIAG_ERROR, "unknown criterion %s",
		"A rating scores a criterion that the policy does not have."},
	[P104_UNKNOWN_RECORD] = {"P104", "unknown-record", DIAG_ERROR, "unknown %w %s",
		"An evidence item or a dispute names a record that does not exist."},
	[P105_UNKNOWN_EVIDENCE] = {"P105", "unknown-evidence", DIAG_ERROR, "unknown evidence %s",
		"An evidence item starts with a word that is neither a kind of record nor a "
		"URL's."},
	[P106_EVIDENCE_MISSING] = {"P106", "evidence-missing", DIAG_ERROR, "missing evidence %s",
		"An evidence path leads to no file, from the partner file or from the repository's "
		"top."},
	[P107_EVIDENCE_OUTSIDE] = {"P107", "evidence-outside", DIAG_ERROR,
		"evidence %s outside the repository",
		"An evidence path is absolute or leads out of the repository."},
	[P108_UNKNOWN_RULE] = {"P108", "unknown-rule", DIAG_ERROR, "unknown sign %s",
		"An exception mutes something that is neither a sign nor a rule."},
	[P109_UNKNOWN_TASK] = {"P109", "unknown-task", DIAG_ERROR, "unknown task %s",
		"The exit plan refers to a task that it does not have."},
	[P110_TASK_CYCLE] = {"P110", "task-cycle", DIAG_ERROR, "cycle through %s",
		"Tasks of the exit plan wait for each other in a circle."},
	[P111_TWO_NAMES] = {"P111", "two-names", DIAG_WARNING, "person %s is also %s",
		"An earlier file gives the person with this id another name."},

	/* Time: an order of dates that cannot be, and dates that need a second look. */
	[P201_END_BEFORE_START] = {"P201", "end-before-start", DIAG_ERROR, "%w %s before %w %s",
		"Something ends before it starts, or a goal is due on the day it starts."},
	[P202_DELIVERED_EARLY] = {"P202", "delivered-early", DIAG_ERROR,
		"delivery %s before promise %s",
		"A milestone is delivered before it was promised."},
	[P203_INCIDENT_ORDER] = {"P203", "incident-order", DIAG_ERROR, "%w %s before %w %s",
		"An incident is resolved or acknowledged before it opened, or resolved before it "
		"was acknowledged."},
	[P204_EVENT_ORDER] = {"P204", "event-order", DIAG_ERROR, "%w %s before %w %s",
		"An answer, settlement, debriefing or move is dated before what it follows."},
	[P205_RATER_LEFT] = {"P205", "rater-left", DIAG_ERROR, "rating by %s after leaving on %s",
		"A rating is dated on or after the day on which its rater left."},
	[P206_AFTER_AS_OF] = {"P206", "after-as-of", DIAG_NOTE, "date %s after %s",
		"A record is dated after the day that is looked at; it is not counted yet."},
	[P207_NO_NOTICE_PERIOD] = {"P207", "no-notice-period", DIAG_ERROR,
		"renewal %s without a notice period",
		"A contract with an end renews by itself and names no notice period."},
	[P208_NOTICE_IMPOSSIBLE] = {"P208", "notice-impossible", DIAG_ERROR,
		"notice window closes on %s before %s",
		"The last day for notice lies before the first one, or before the contract."},
	[P209_LEAP_DAY_END] = {"P209", "leap-day-end", DIAG_NOTE, "term ends on %s",
		"A term ends on 29 February; later terms end on the 28th."},
	[P210_CONTRACT_LAPSED] = {"P210", "contract-lapsed", DIAG_WARNING, "contract ended on %s",
		"A contract without automatic renewal is over, but its partner has not ended."},
	[P211_TERM_ORDER] = {"P211", "term-order", DIAG_WARNING, "earlier end %s not before end %s",
		"The end of an earlier term is not before the end of the present one."},
	[P212_PREPAID_OVERLAP] = {"P212", "prepaid-overlap", DIAG_WARNING,
		"prepaid period %s overlaps %s", "A day is paid for twice."},
	[P213_OBSERVED_TWICE] = {"P213", "observed-twice", DIAG_NOTE, "second observation on %s",
		"A goal or metric has two observations of one day; the later one counts."},

	/* Honesty: what makes ratings and exceptions worth less than they look. */
	[P301_UNEVIDENCED_RATING] = {"P301", "unevidenced-rating", DIAG_WARNING,
		"rating by %s without evidence", "A rating names no evidence and so weighs less."},
	[P302_DECLARED_INTEREST] = {"P302", "declared-interest", DIAG_WARNING,
		"rating by %s with an interest",
		"A rater has declared an interest in the outcome."},
	[P303_ONE_ROLE_PANEL] = {"P303", "one-role-panel", DIAG_WARNING, "only %s on the panel",
		"All raters whose role is known have the same one."},
	[P304_HALO] = {"P304", "halo", DIAG_NOTE, "all scores by %s are %s",
		"A rating gives three or more criteria the same score."},
	[P305_EXCEPTION_EXPIRED] = {"P305", "exception-expired", DIAG_WARNING,
		"exception for %s expired on %s", "An exception is past its last day."},
	[P306_EXCEPTION_INCOMPLETE] = {"P306", "exception-incomplete", DIAG_WARNING,
		"no %w in the exception for %s",
		"An exception lacks a reason, a person or a last day, and so mutes nothing."},
	[P307_RATES_ITSELF] = {"P307", "rates-itself", DIAG_NOTE, "rating by %s of their own side",
		"A person of the partner rates the partner; the rating is not counted."},

	/* Completeness: what a partner of its tier should have; the policy may say otherwise. */
	[P401_MISSING_PLAN] = {"P401", "missing-plan", DIAG_WARNING, "missing %w for tier %s",
		"There is no plan with the day on which it was agreed."},
	[P402_MISSING_GOALS] = {"P402", "missing-goals", DIAG_WARNING, "missing %w for tier %s",
		"There is no active goal for us, or none for the partner."},
	[P403_MISSING_SPONSOR] = {"P403", "missing-sponsor", DIAG_WARNING, "missing %w for tier %s",
		"Nobody on our side who is still there is the sponsor."},
	[P404_MISSING_CONTRACT] = {"P404", "missing-contract", DIAG_WARNING,
		"missing %w for tier %s",
		"The contract has no start, or neither an end nor evergreen renewal."},
	[P405_MISSING_NOTICE] = {"P405", "missing-notice", DIAG_WARNING, "missing %w for tier %s",
		"The contract names no notice period."},
	[P406_MISSING_COSTS] = {"P406", "missing-costs", DIAG_WARNING, "missing %w for tier %s",
		"No cost has a forecast."},
	[P407_MISSING_EXIT] = {"P407", "missing-exit", DIAG_WARNING, "missing %w for tier %s",
		"The exit names no alternative."},
	[P408_MISSING_CADENCE] = {"P408", "missing-cadence", DIAG_WARNING, "missing %w for tier %s",
		"Nothing says how often to be in touch."},
	[P409_MISSING_SERVICE_LEVELS] = {"P409", "missing-service-levels", DIAG_WARNING,
		"missing %w for tier %s", "The contract has no service levels."},
	[P410_MISSING_DOCUMENTS] = {"P410", "missing-documents", DIAG_WARNING,
		"missing %w for tier %s",
		"There is no attestation, or no agreement on data processing."},

	/* History: what was there at the revision of --since, and reads otherwise now. */
	[P501_DUE_EDITED] = {"P501", "due-edited", DIAG_WARNING, "%w of %s edited from %s to %s",
		"The due day of a milestone, or a move of it, is no longer what it was."},
	[P502_RECORD_REMOVED] = {"P502", "record-removed", DIAG_WARNING, "removed %w %s",
		"A record is gone that was there, and dated no later than the revision."},
	[P503_RATING_EDITED] = {"P503", "rating-edited", DIAG_WARNING,
		"%w of %s edited from %s to %s",
		"A rating of the same day, by and of the same, has another score."},
	[P504_GOALPOSTS_MOVED] = {"P504", "goalposts-moved", DIAG_WARNING,
		"%w of %s edited from %s to %s",
		"A goal that was shared by then has another target, baseline, start, due day or "
		"unit."},
	[P505_WEIGHTS_WITH_RATINGS] = {"P505", "weights-with-ratings", DIAG_WARNING,
		"weights and ratings changed together",
		"The criteria of the policy changed, and ratings of a partner that it serves did, "
		"too."},
	[P506_INCIDENT_SOFTENED] = {"P506", "incident-softened", DIAG_WARNING,
		"%w of %s edited from %s to %s",
		"An incident is less severe, has another cause, better conduct or kinder times "
		"than it had."},
	[P507_EXCEPTION_PROLONGED] = {"P507", "exception-prolonged", DIAG_NOTE,
		"exception for %s prolonged to %s", "An exception lasts longer than it did."},
	[P508_TIER_LOWERED] = {"P508", "tier-lowered", DIAG_NOTE, "%w lowered from %s to %s",
		"The tier or the criticality of a partner is lower than it was."},

	/* The policy. */
	[P601_WEIGHTS] = {"P601", "weights", DIAG_ERROR, "weights sum to %s",
		"Weights mix shares and plain numbers, miss 100 %, are negative or all zero."},
	[P602_SCALE] = {"P602", "scale", DIAG_ERROR, "invalid scale of %s",
		"A scale has fewer than two knots, does not ascend, or leaves 0 to 100 points."},
	[P603_UNKNOWN_MEASURE] = {"P603", "unknown-measure", DIAG_ERROR, "unknown %w %s",
		"The policy names a measure, a sign or a parameter that does not exist."},
	[P604_GRADES] = {"P604", "grades", DIAG_ERROR, "invalid grades %s",
		"The grades do not fall from one to the next, or the last does not start at 0."},
	[P605_CALIBRATION] = {"P605", "calibration", DIAG_ERROR, "missing calibration %s",
		"The policy names a calibration that cannot be read."},
	[P606_NO_RATE] = {"P606", "no-rate", DIAG_WARNING, "no rate for %s",
		"An amount is in a currency for which the policy has no rate; it is left out, or exchanges are counted instead."},
};

_Static_assert(sizeof(rules) / sizeof(rules[0]) == DIAG_RULES, "a row for the last rule");

const struct diag_rule_info *diag_rule_info(enum diag_rule rule)
{
	assert(rule < DIAG_RULES);
	return &rules[rule];
}

enum diag_rule diag_rule_find(const char *id_or_name)
{
	enum diag_rule rule = P001_NOT_UTF8;

	while (rule < DIAG_RULES && strcmp(rules[rule].id, id_or_name) != 0 &&
		strcmp(rules[rule].name, id_or_name) != 0)
		rule++;
	return rule;
}
