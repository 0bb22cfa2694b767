/*
 * The tables of the calibration as it is computed. Rows stand in the order in which JSON
 * prints them: by name. YAML takes the order of the file's own tables.
 */
#include "calibrate_design.h"

#define PLACES 4 /* of all numbers with decimals */

static const struct field offset_rows[] = {
	R_COUNT("group", struct offset_result, group,
		"raters of different groups cannot be compared"),
	R_REAL("offset", struct offset_result, offset, PLACES,
		"points above the others; below 0 is strict"),
	R_STRING("rater", struct offset_result, rater, "id of the person"),
	R_COUNT("ratings", struct offset_result, ratings, "ratings of this person"),
	R_REAL("reliability", struct offset_result, reliability, PLACES,
		"how much of the offset the data show, 0 to 1"),
	R_REAL("se", struct offset_result, se, PLACES, "standard error of the offset"),
};
static const struct record offset_record =
	RECORD("rater", struct offset_result, offset_rows, "rater", "how strict one rater is");

static const struct field agreement_rows[] = {
	R_REAL("alpha", struct agreement_result, alpha, PLACES,
		"Krippendorff's alpha, ordinal; null with fewer than ten units, or when all "
		"ratings are equal"),
	R_STRING("criterion", struct agreement_result, criterion, "id of the criterion"),
	R_COUNT("ratings", struct agreement_result, ratings, "ratings of those"),
	R_COUNT("units", struct agreement_result, units, "what several raters have rated"),
};
static const struct record agreement_record = RECORD("agreement", struct agreement_result,
	agreement_rows, NULL, "how far raters agree on one criterion");

static const struct field group_rows[] = {
	R_COUNT("group", struct group_result, group, "its number"),
	R_STRINGS("raters", struct group_result, raters, "ids of its raters"),
};
static const struct record group_record = RECORD("group", struct group_result, group_rows, NULL,
	"raters who have rated the same, directly or by others");

static const struct field bridge_rows[] = {
	R_STRING("partner", struct bridge_result, partner, "whom"),
	R_STRING("rater", struct bridge_result, rater, "who should rate"),
};
static const struct record bridge_record = RECORD("bridge", struct bridge_result, bridge_rows, NULL,
	"the rating that would join two groups of raters");

static const struct field residual_rows[] = {
	R_STRING("criterion", struct residual_result, criterion, "in what"),
	R_WORD("of", struct residual_result, of, side_words, "which side was rated"),
	R_STRING("partner", struct residual_result, partner, "in whose file"),
	R_STRING("rater", struct residual_result, rater, "who rated"),
	R_REAL("residual", struct residual_result, residual, PLACES,
		"points that neither the partner nor the rater's offset explains"),
};
static const struct record residual_record = RECORD("residual", struct residual_result,
	residual_rows, NULL, "a rating that stands out by more than two standard deviations");

static const struct field calibration_rows[] = {
	R_OBJECTS("agreement", struct calibration_result, agreement, &agreement_record,
		"how far the raters agree, criterion by criterion"),
	R_DATE("as_of", struct calibration_result, as_of, "the day up to which ratings were read"),
	R_OBJECTS("bridges", struct calibration_result, bridges, &bridge_record,
		"ratings that would join the groups"),
	R_COUNT("cells", struct calibration_result, cells, "criteria of partners that were rated"),
	R_COUNT("df", struct calibration_result, df, "degrees of freedom behind sigma"),
	R_OBJECTS("groups", struct calibration_result, groups, &group_record,
		"raters who can be compared with one another"),
	R_REAL("lambda", struct calibration_result, lambda, PLACES,
		"how many further ratings without bias were imagined for each rater"),
	R_NULL("partner", "always null: it is about no single partner"),
	R_OBJECTS("raters", struct calibration_result, raters, &offset_record,
		"how strict each rater is"),
	R_COUNT("ratings", struct calibration_result, ratings, "ratings read"),
	R_REAL("reml_lambda", struct calibration_result, reml_lambda, PLACES,
		"the lambda that restricted maximum likelihood would choose; a diagnostic only"),
	R_OBJECTS("residuals", struct calibration_result, residuals, &residual_record,
		"ratings that stand out, the worst first"),
	R_CONSTANT("schema", "partner.calibration/1", "form of this record"),
	R_REAL("sigma", struct calibration_result, sigma, PLACES,
		"standard deviation of a rating that no offset explains"),
	R_CONSTANT("type", "calibration", "kind of this record"),
};
const struct record calibration_result_record = RECORD("calibration", struct calibration_result,
	calibration_rows, NULL, "how strict each rater is, over a whole portfolio");
