/*
 * The tables of the scorecard. Rows stand in the order in which JSON prints them: by name.
 */
#include "partner/scorecard.h"

static const struct field record_rows[] = {
	R_REAL("effect", struct card_record, effect, 1,
		"points of the total score that it accounts for"),
	R_COUNT("line", struct card_record, line, "line in that file"),
	R_STRING("path", struct card_record, path, "file it stands in"),
	R_REAL("points", struct card_record, points, 2,
		"points of its measure that it accounts for; null: without it there are none"),
	R_STRING("ref", struct card_record, ref, "kind and id, or place in its list"),
	R_REAL("value", struct card_record, value, 4, "its own part in the measure's value"),
};
static const struct record card_record_record =
	RECORD("record", struct card_record, record_rows, NULL, "a record that a measure used");

static const struct field measure_rows[] = {
	R_REAL("high", struct card_measure, high, 4,
		"upper end of the value's interval; null when there is none"),
	R_REAL("low", struct card_measure, low, 4, "lower end of the value's interval"),
	R_STRING("measure", struct card_measure, measure, "name of the measure"),
	R_COUNT("n", struct card_measure, n, "records that the value rests on"),
	R_REAL("points", struct card_measure, points, 1, "0 to 100 by the policy's scale"),
	R_REAL("points_high", struct card_measure, points_high, 1,
		"greatest points within the interval"),
	R_REAL("points_low", struct card_measure, points_low, 1,
		"least points within the interval"),
	R_OBJECTS("records", struct card_measure, records, &card_record_record,
		"the records used, with their effects"),
	R_CHOICE("status", struct card_measure, status, measure_status_words,
		"whether it could be measured, and why not"),
	R_STRING("unit", struct card_measure, unit, "unit of the value"),
	R_REAL("value", struct card_measure, value, 4, "the raw value"),
	R_REAL("weight", struct card_measure, weight, 4, "share of its criterion, by the policy"),
};
static const struct record card_measure_record =
	RECORD("measure", struct card_measure, measure_rows, NULL, "one measure of a criterion");

static const struct field criterion_rows[] = {
	R_REAL("coverage", struct card_criterion, coverage, 4,
		"measured share of what applies; null when nothing does"),
	R_STRING("criterion", struct card_criterion, criterion, "id of the criterion"),
	R_REAL("high", struct card_criterion, high, 1, "upper end of the score's interval"),
	R_REAL("low", struct card_criterion, low, 1, "lower end of the score's interval"),
	R_OBJECTS("measures", struct card_criterion, measures, &card_measure_record,
		"its measures, in the policy's order"),
	R_REAL("score", struct card_criterion, score, 1, "0 to 100; null when not measured"),
	R_REAL("weight", struct card_criterion, weight, 4, "share of the policy's weight"),
};
static const struct record card_criterion_record = RECORD(
	"criterion", struct card_criterion, criterion_rows, NULL, "one criterion of the policy");

static const struct field vote_rows[] = {
	R_REAL("adjusted", struct card_vote, adjusted, 4, "less the rater's offset"),
	R_STRING("criterion", struct card_vote, criterion, "criterion that was rated"),
	R_TRUTH("evidence", struct card_vote, evidence, "whether it names evidence"),
	R_COUNT("line", struct card_vote, line, "line in that file"),
	R_STRING("path", struct card_vote, path, "file it stands in"),
	R_STRING("rater", struct card_vote, rater, "person who rated"),
	R_REAL("raw", struct card_vote, raw, 1, "points as given, 1 to 5"),
	R_STRING("ref", struct card_vote, ref, "the rating"),
	R_WORD("role", struct card_vote, role, role_words, "role of that person"),
	R_REAL("weight", struct card_vote, weight, 4, "evidence and age; 0: shown, not counted"),
};
static const struct record card_vote_record = RECORD("vote", struct card_vote, vote_rows, NULL,
	"a rater's newest rating of a criterion in the window");

static const struct field reference_rows[] = {
	R_COUNT("line", struct card_reference, line, "line in that file"),
	R_STRING("path", struct card_reference, path, "file it stands in"),
	R_STRING("ref", struct card_reference, ref, "kind and id, or place in its list"),
};
static const struct record card_reference_record =
	RECORD("reference", struct card_reference, reference_rows, NULL, "a record behind it");

static const struct field sign_rows[] = {
	R_STRING("advice", struct card_sign, advice, "what to do about it"),
	R_CHOICE_FROM(
		"level", struct card_sign, level, SIGN_NOTE, sign_level_words, "how loud it is"),
	R_DATE("muted", struct card_sign, muted,
		"last day on which an exception mutes it; null: it is heard"),
	R_DATE("newest", struct card_sign, newest,
		"day of its newest record; null when none is dated"),
	R_OBJECTS("records", struct card_sign, records, &card_reference_record,
		"the records behind it"),
	R_STRING("sign", struct card_sign, sign, "name of the sign"),
	R_STRING("source", struct card_sign, source, "id of the advice that it answers"),
	R_STRING("text", struct card_sign, text, "what was found, with its numbers"),
};
static const struct record card_sign_record =
	RECORD("sign", struct card_sign, sign_rows, NULL, "a warning sign that is raised");

static const struct field flip_rows[] = {
	R_STRING("grade", struct card_flip, grade, "grade without it"),
	R_REAL("score", struct card_flip, score, 1, "score without it"),
	R_CHOICE("standing", struct card_flip, standing, standing_words, "standing without it"),
	R_STRING("without", struct card_flip, without, "what is left out"),
};
static const struct record card_flip_record = RECORD("flip", struct card_flip, flip_rows, NULL,
	"a rater, criterion or record without which grade or standing would differ");

static const struct field warnings_rows[] = {
	R_COUNT("from", struct card_warnings, from, "how many count today"),
	R_COUNT("to", struct card_warnings, to, "how many it takes"),
};
static const struct record card_warnings_record = RECORD("warnings", struct card_warnings,
	warnings_rows, NULL, "signs of level warning that move the standing");

static const struct field way_rows[] = {
	R_TRUTH("critical", struct card_way, critical, "a critical sign must be raised"),
	R_STRING("grade", struct card_way, grade,
		"grade that the score must earn; null: that of today will do"),
	R_TRUTH("improving", struct card_way, improving,
		"the talk that has had no effect, or a newer one, must have outcome improving"),
	R_REAL("points", struct card_way, points, 1,
		"points that the score must gain, or lose when below 0; null: none"),
	R_CHOICE("standing", struct card_way, standing, standing_words, "where it leads"),
	R_OBJECT("warnings", struct card_way, warnings, struct card_warnings, &card_warnings_record,
		"from how many warnings to how many; null: as today"),
	R_STRINGS("without", struct card_way, without, "critical signs that must go"),
};
static const struct record card_way_record = RECORD("way", struct card_way, way_rows, NULL,
	"all that it takes together for another standing, everything else as it is");

static const struct field change_rows[] = {
	R_OBJECTS("better", struct card_change, better, &card_way_record,
		"ways to the next better standing, of which one is enough"),
	R_OBJECTS("worse", struct card_change, worse, &card_way_record,
		"what would end this standing, one thing each"),
};
static const struct record card_change_record =
	RECORD("change", struct card_change, change_rows, NULL, "what would change the standing");

static const struct field point_rows[] = {
	R_DATE("as_of", struct card_point, as_of, "quarter end"),
	R_STRING("grade", struct card_point, grade, "grade on that day"),
	R_REAL("score", struct card_point, score, 1, "score on that day"),
};
static const struct record card_point_record =
	RECORD("point", struct card_point, point_rows, NULL, "the score at a quarter end");

static const struct field mirror_rows[] = {
	R_REAL("coverage", struct card_mirror, coverage, 4, "measured share of what applies"),
	R_STRING("grade", struct card_mirror, grade, "our own grade"),
	R_REAL("high", struct card_mirror, high, 1, "upper end of its interval"),
	R_REAL("low", struct card_mirror, low, 1, "lower end of its interval"),
	R_REAL("score", struct card_mirror, score, 1, "our own score"),
};
static const struct record card_mirror_record = RECORD("mirror", struct card_mirror, mirror_rows,
	NULL, "our own side of the partnership, measured the same way");

static const struct field robustness_rows[] = {
	R_COUNT("draws", struct card_robustness, draws, "how many were drawn"),
	R_SHARES("grades", struct card_robustness, grades, 4,
		"share of the draws in which each grade came out"),
	R_REAL("least", struct card_robustness, least, 1,
		"least score under any weights that the policy allows"),
	R_REAL("most", struct card_robustness, most, 1, "greatest score under such weights"),
	R_OBJECTS("records", struct card_robustness, records, &card_flip_record,
		"single records without which grade or standing would differ"),
	R_COUNT("seed", struct card_robustness, seed, "of the random numbers"),
};
static const struct record card_robustness_record = RECORD("robustness", struct card_robustness,
	robustness_rows, NULL, "what chance and other weights would make of the grade");

static const struct field dispute_rows[] = {
	R_WORD("by", struct card_dispute, by, side_words, "side that disputes"),
	R_DATE("on", struct card_dispute, on, "since when"),
	R_STRING("reason", struct card_dispute, reason, "why"),
	R_STRING("record", struct card_dispute, record, "the record disputed"),
};
static const struct record card_dispute_record =
	RECORD("dispute", struct card_dispute, dispute_rows, NULL, "an open dispute");

static const struct field contract_rows[] = {
	R_DATE("end", struct card_contract, end, "last day of the present term"),
	R_WORD("per", struct card_contract, per, value_per_words, "period of the value"),
	R_DATE("send_by", struct card_contract, send_by,
		"last day to send notice; null when none is needed or it was given"),
	R_DATE("start", struct card_contract, start, "first day of the contract"),
	R_MONEY("value", struct card_contract, value, "what it costs each period"),
};
static const struct record card_contract_record =
	RECORD("contract", struct card_contract, contract_rows, NULL, "the contract in force");

static const struct field date_rows[] = {
	R_MONEY("cost", struct card_date, cost, "what it costs to miss it; null when nobody knows"),
	R_DATE("date", struct card_date, date, "the day"),
	R_STRING("what", struct card_date, what, "what is due"),
};
static const struct record card_date_record =
	RECORD("date", struct card_date, date_rows, NULL, "a date to keep in mind");

static const struct field band_rows[] = {
	R_REAL("from", struct card_band, from, 4, "the least score that earns it"),
	R_STRING("grade", struct card_band, grade, "the grade"),
};
static const struct record card_band_record =
	RECORD("band", struct card_band, band_rows, NULL, "a grade, and from which score on");

static const struct field policy_rows[] = {
	R_OBJECTS("bands", struct card_policy, bands, &card_band_record,
		"the grades that hold for this partner, the best first"),
	R_STRING("currency", struct card_policy, currency,
		"currency of sums; null: each in its own"),
	R_STRING("digest", struct card_policy, digest, "SHA-256 of the policy's bytes"),
	R_REAL("exit_below", struct card_policy, exit_below, 4,
		"score below which leaving is considered, once talking has not helped"),
	R_STRING("id", struct card_policy, id, "id of the policy"),
	R_REAL("talk_below", struct card_policy, talk_below, 4,
		"score below which it is time to talk"),
	R_REAL("unevidenced_weight", struct card_policy, unevidenced_weight, 4,
		"what a rating without evidence counts"),
};
static const struct record card_policy_record =
	RECORD("policy", struct card_policy, policy_rows, NULL, "the policy that was applied");

static const struct field calibration_rows[] = {
	R_STRING("digest", struct card_calibration, digest,
		"SHA-256 of the calibration's bytes; null: ratings are used as given"),
};
static const struct record card_calibration_record = RECORD("calibration", struct card_calibration,
	calibration_rows, NULL, "the calibration that was applied");

static const struct field scorecard_rows[] = {
	R_DATE("as_of", struct scorecard, as_of, "the day that is judged"),
	R_OBJECT("calibration", struct scorecard, calibration, struct card_calibration,
		&card_calibration_record, "the calibration that was applied"),
	R_REAL("ceiling", struct scorecard, ceiling, 1,
		"the score if everything not recorded were worth 100"),
	R_OBJECT("change", struct scorecard, change, struct card_change, &card_change_record,
		"what would change the standing; null for gather, on side us and when ended"),
	R_OBJECT("contract", struct scorecard, contract, struct card_contract,
		&card_contract_record, "the contract in force; null without one"),
	R_REAL("coverage", struct scorecard, coverage, 4, "measured share of what applies"),
	R_OBJECTS("criteria", struct scorecard, criteria, &card_criterion_record,
		"the policy's criteria, in its order"),
	R_WORD("criticality", struct scorecard, criticality, criticality_words,
		"how much depends on the partner"),
	R_OBJECTS("disputes", struct scorecard, disputes, &card_dispute_record,
		"disputes that are not settled"),
	R_DATE("ended", struct scorecard, ended,
		"last day of the partnership; null while it goes on"),
	R_OBJECT("facts", struct scorecard, facts, struct card_facts, &card_facts_record,
		"what a report needs beyond the judgement; null on side us"),
	R_TRUTH("firm", struct scorecard, firm, "whether the interval lies within one grade"),
	R_OBJECTS("flips", struct scorecard, flips, &card_flip_record,
		"raters and criteria without which grade or standing would differ"),
	R_REAL("floor", struct scorecard, floor, 1,
		"the score if everything not recorded were worth 0"),
	R_STRING("grade", struct scorecard, grade, "of the policy's bands; - is ungraded"),
	R_REAL("high", struct scorecard, high, 1, "upper end of the score's interval"),
	R_WORD("kind", struct scorecard, kind, partner_kind_words, "kind of partner"),
	R_REAL("low", struct scorecard, low, 1, "lower end of the score's interval"),
	R_OBJECT("mirror", struct scorecard, mirror, struct card_mirror, &card_mirror_record,
		"our own score, measured the same way; null on side us"),
	R_STRING("name", struct scorecard, name, "name of the partner"),
	R_OBJECTS("next", struct scorecard, next, &card_date_record,
		"the next two dates to keep in mind"),
	R_OBJECTS("panel", struct scorecard, panel, &card_vote_record,
		"who rated what, raw beside adjusted"),
	R_STRING("partner", struct scorecard, partner, "id of the partner"),
	R_CHOICE("phase", struct scorecard, phase, phase_words,
		"where the partnership is in its life"),
	R_OBJECT("policy", struct scorecard, policy, struct card_policy, &card_policy_record,
		"the policy that was applied"),
	R_STRING("reason", struct scorecard, reason, "why the standing is what it is"),
	R_OBJECTS("reason_refs", struct scorecard, reason_refs, &card_reference_record,
		"the records behind the reason"),
	R_OBJECT("robustness", struct scorecard, robustness, struct card_robustness,
		&card_robustness_record,
		"what chance and other weights would make of the grade; null unless asked for, and when ungraded"),
	R_CONSTANT("schema", "partner.scorecard/1", "name and version of this shape"),
	R_REAL("score", struct scorecard, score, 1, "0 to 100; null when nothing is measured"),
	R_CHOICE("side", struct scorecard, side, side_words, "whose conduct is judged"),
	R_OBJECTS("signs", struct scorecard, signs, &card_sign_record,
		"warning signs, in the order of the catalogue"),
	R_REAL("slope", struct scorecard, slope, 1, "points a quarter; null when unknown"),
	R_OBJECT("source", struct scorecard, source, struct result_source, &result_source_record,
		"where the partner was read"),
	R_CHOICE("standing", struct scorecard, standing, standing_words,
		"what to do; null on side us and when ended"),
	R_WORD("tier", struct scorecard, tier, tier_words, "tier of the partner"),
	R_REAL("tolerance", struct scorecard, tolerance, 4,
		"relative change of all weights that cannot move the grade; 1: none can"),
	R_OBJECTS("trend", struct scorecard, trend, &card_point_record,
		"scores at past quarter ends, the oldest first; none unless asked for"),
	R_CONSTANT("type", "scorecard", "type of this line"),
	R_STRINGS(
		"upheld", struct scorecard, upheld, "records that upheld disputes have taken out"),
};
const struct record scorecard_record = RECORD("scorecard", struct scorecard, scorecard_rows, NULL,
	"the judgement on one partner, from one side, as of one day");
