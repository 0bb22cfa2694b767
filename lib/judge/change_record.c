/*
 * The tables of the change. Rows stand in the order in which JSON prints them: by name.
 */
#include "partner/change.h"

#include "partner/match.h"

const char *const change_status_words[] = {
	[CHANGE_ADDED] = "added",
	[CHANGE_CHANGED] = "changed",
	[CHANGE_REMOVED] = "removed",
	NULL,
};

const char *const record_change_words[] = {
	[RECORD_ADDED] = "added",
	[RECORD_CHANGED] = "changed",
	[RECORD_REMOVED] = "removed",
	[RECORD_ENTERED] = "entered",
	[RECORD_LEFT] = "left",
	[RECORD_AGED] = "aged",
	[RECORD_JOINT] = "joint",
	NULL,
};

static const struct field end_rows[] = {
	R_DATE("as_of", struct change_end, as_of, "the day as of which it was scored"),
	R_REAL("coverage", struct change_end, coverage, 4, "measured share of what applies"),
	R_STRING("grade", struct change_end, grade, "of the policy's bands; - is ungraded"),
	R_STRING("reason", struct change_end, reason, "why the standing is what it is"),
	R_STRING("revision", struct change_end, revision,
		"full hash of the commit it was read from; null for what lies on disk"),
	R_REAL("score", struct change_end, score, 1, "0 to 100; null when nothing is measured"),
	R_CHOICE("standing", struct change_end, standing, standing_words,
		"what to do; null when ended"),
};
static const struct record end_record =
	RECORD("end", struct change_end, end_rows, NULL, "the partner before or after");

static const struct field causes_rows[] = {
	R_REAL("calibration", struct change_causes, calibration, 1,
		"points that another calibration made"),
	R_REAL("data", struct change_causes, data, 1, "points that other records made"),
	R_REAL("policy", struct change_causes, policy, 1, "points that another policy made"),
	R_REAL("time", struct change_causes, time, 1, "points that the passing of time made"),
};
static const struct record causes_record = RECORD("causes", struct change_causes, causes_rows, NULL,
	"where the difference comes from; adds up to delta");

static const struct field shift_rows[] = {
	R_CHOICE("change", struct change_record, change, record_change_words,
		"what became of it; joint: what changes do only together"),
	R_REAL("effect", struct change_record, effect, 1,
		"points of the total score; null between scorecards"),
	R_LINE("line", struct change_record, line, "line in that file; null when joint"),
	R_STRING("path", struct change_record, path, "file it stands in, or stood in"),
	R_STRING("ref", struct change_record, ref,
		"kind and id, or place in its list; null when joint"),
};
static const struct record shift_record =
	RECORD("record", struct change_record, shift_rows, NULL, "what a record did to a measure");

static const struct field measure_rows[] = {
	R_REAL("effect", struct change_measure, effect, 1, "points of the total score"),
	R_STRING("measure", struct change_measure, measure, "name of the measure"),
	R_OBJECTS("records", struct change_measure, records, &shift_record,
		"the records behind it, by the size of their effect"),
};
static const struct record measure_record =
	RECORD("measure", struct change_measure, measure_rows, NULL, "what a measure did");

static const struct field criterion_rows[] = {
	R_STRING("criterion", struct change_criterion, criterion, "id of the criterion"),
	R_OBJECTS("measures", struct change_criterion, measures, &measure_record,
		"the measures behind it"),
	R_REAL("value_effect", struct change_criterion, value_effect, 1,
		"points of the total by another score of it"),
	R_REAL("weight_effect", struct change_criterion, weight_effect, 1,
		"points of the total by another weight of it"),
};
static const struct record criterion_record =
	RECORD("criterion", struct change_criterion, criterion_rows, NULL, "what a criterion did");

static const struct field signs_rows[] = {
	R_STRINGS("cleared", struct change_signs, cleared, "were heard, and are gone"),
	R_STRINGS("eased", struct change_signs, eased, "still there, but less serious"),
	R_STRINGS("muted", struct change_signs, muted, "were heard, and an exception mutes them"),
	R_STRINGS("raised", struct change_signs, raised,
		"new, heard again, or more serious than before"),
};
static const struct record signs_record =
	RECORD("signs", struct change_signs, signs_rows, NULL, "warning signs that changed");

static const struct field disputes_rows[] = {
	R_STRINGS("closed", struct change_disputes, closed, "records no longer disputed"),
	R_STRINGS("opened", struct change_disputes, opened, "records newly disputed"),
};
static const struct record disputes_record = RECORD(
	"disputes", struct change_disputes, disputes_rows, NULL, "open disputes that changed");

static const struct field reference_rows[] = {
	R_COUNT("line", struct card_reference, line, "line in that file"),
	R_STRING("path", struct card_reference, path, "file it stands in, or stood in"),
	R_STRING("ref", struct card_reference, ref, "kind and id, or place in its list"),
};
static const struct record reference_record =
	RECORD("reference", struct card_reference, reference_rows, NULL, "a record");

static const struct field field_rows[] = {
	R_STRING("field", struct field_change, field, "its name; of nested ones their way"),
	R_STRING("from", struct field_change, from, "the value before, as YAML; null: none"),
	R_STRING("to", struct field_change, to, "the value after; null: none"),
};
static const struct record field_record =
	RECORD("field", struct field_change, field_rows, NULL, "a value that is another one");

static const struct field changed_rows[] = {
	R_OBJECTS("fields", struct changed_record, fields, &field_record, "what differs in it"),
	R_COUNT("line", struct changed_record, line, "line in that file"),
	R_STRING("path", struct changed_record, path, "file it stands in"),
	R_STRING("ref", struct changed_record, ref, "kind and id, or place in its list"),
};
static const struct record changed_record =
	RECORD("changed", struct changed_record, changed_rows, NULL, "a record that is another");

static const struct field records_rows[] = {
	R_OBJECTS("added", struct change_records, added, &reference_record, "only there after"),
	R_OBJECTS("changed", struct change_records, changed, &changed_record, "there both times"),
	R_OBJECTS(
		"removed", struct change_records, removed, &reference_record, "only there before"),
};
static const struct record records_record =
	RECORD("records", struct change_records, records_rows, NULL, "records that differ");

static const struct field change_rows[] = {
	R_DATE("as_of", struct change, as_of, "the day of the newer end"),
	R_OBJECT("causes", struct change, causes, struct change_causes, &causes_record,
		"the parts of delta; null when unknown, or a score is missing"),
	R_OBJECTS("criteria", struct change, criteria, &criterion_record,
		"the same by criteria; none when a score is missing"),
	R_REAL("delta", struct change, delta, 1, "score after less score before"),
	R_OBJECT("disputes", struct change, disputes, struct change_disputes, &disputes_record,
		"what is newly disputed, and what no longer"),
	R_OBJECT("from", struct change, from, struct change_end, &end_record,
		"before; null when added, or when the older file was faulty"),
	R_STRING("partner", struct change, partner, "id of the partner"),
	R_OBJECT("records", struct change, records, struct change_records, &records_record,
		"records added, changed and removed"),
	R_CONSTANT("schema", "partner.change/1", "name and version of this shape"),
	R_OBJECT("signs", struct change, signs, struct change_signs, &signs_record,
		"warning signs raised, cleared, eased and muted"),
	R_CHOICE("status", struct change, status, change_status_words,
		"whether the partner is new, gone, or another"),
	R_OBJECT("to", struct change, to, struct change_end, &end_record,
		"after; null when removed"),
	R_CONSTANT("type", "change", "type of this line"),
};
const struct record change_record = RECORD("change", struct change, change_rows, NULL,
	"what became of a partner between two states, and why");

static const struct field changes_end_rows[] = {
	R_DATE("as_of", struct changes_end, as_of,
		"the day as of which it was scored; null when scorecards bring theirs"),
	R_STRING("operand", struct changes_end, operand, "as it was named"),
	R_STRING("revision", struct changes_end, revision,
		"full hash of the commit; null for what lies on disk"),
};
static const struct record changes_end_record =
	RECORD("end", struct changes_end, changes_end_rows, NULL, "one side of the comparison");

static const struct field gate_rows[] = {
	R_STRING("gate", struct changes_gate, gate, "as --fail-on names it"),
	R_STRINGS("partners", struct changes_gate, partners, "who meets it"),
};
static const struct record gate_record =
	RECORD("gate", struct changes_gate, gate_rows, NULL, "what must not be found");

static const struct field changes_rows[] = {
	R_COUNT("added", struct changes, added, "partners that are new"),
	R_DATE("as_of", struct changes, as_of, "the day of the newer side"),
	R_COUNT("changed", struct changes, changed, "partners that are other than before"),
	R_COUNT("compared", struct changes, compared,
		"partners on both sides whose files, policy or day may differ"),
	R_COUNT("faulty", struct changes, faulty, "partners left out, their newer file being so"),
	R_OBJECT("from", struct changes, from, struct changes_end, &changes_end_record,
		"the older side"),
	R_OBJECTS("gates", struct changes, gates, &gate_record, "all that were asked for"),
	R_NULL("partner", "always null: it is about no single partner"),
	R_COUNT("removed", struct changes, removed, "partners that are gone"),
	R_CONSTANT("schema", "partner.changes/1", "name and version of this shape"),
	R_OBJECT("to", struct changes, to, struct changes_end, &changes_end_record,
		"the newer side"),
	R_CONSTANT("type", "changes", "type of this line"),
	R_COUNT("unchanged", struct changes, unchanged, "of those compared"),
};
const struct record changes_record = RECORD(
	"changes", struct changes, changes_rows, NULL, "what was compared, and what came of it");
