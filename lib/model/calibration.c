/* The calibration as it is read, and what it says of a rater. */
#include "partner/calibration.h"

#include <math.h>

#include "partner/partner.h"

/* Points between the ends of the scale. */
#define SPREAD 4

/* Ratings are rounded to halves: no calibration can be surer than that. */
#define LEAST_SIGMA 0.15
/* What is assumed where nobody has measured. */
#define ASSUMED_SIGMA 0.8
#define ASSUMED_DF 8

static const char *const type_words[] = {"calibration", NULL};
static const char *const schema_words[] = {"partner.calibration/1", NULL};

static const struct field rater_fields[] = {
	F_ID("rater", struct calibrated_rater, rater, "id of the person"),
	F_NUMBER("offset", struct calibrated_rater, offset, 0, 0,
		"points above the others; below 0 is strict"),
	F_NUMBER("se", struct calibrated_rater, se, 0, NO_LIMIT, "standard error of the offset"),
	F_NUMBER("reliability", struct calibrated_rater, reliability, 0, 1,
		"how much of the offset the data show, 0 to 1"),
	F_WHOLE("ratings", struct calibrated_rater, ratings, 0, NO_LIMIT, "ratings of this person"),
	F_WHOLE("group", struct calibrated_rater, group, 1, NO_LIMIT,
		"raters of different groups cannot be compared"),
};
static const struct record rater_record =
	RECORD("rater", struct calibrated_rater, rater_fields, "rater", "how strict one rater is");

static const struct field agreement_fields[] = {
	F_ID("criterion", struct calibrated_agreement, criterion, "id of the criterion"),
	F_NUMBER("alpha", struct calibrated_agreement, alpha, -1, 1,
		"Krippendorff's alpha, ordinal; absent with fewer than ten units"),
	F_WHOLE("units", struct calibrated_agreement, units, 0, NO_LIMIT,
		"what several raters have rated"),
	F_WHOLE("ratings", struct calibrated_agreement, ratings, 0, NO_LIMIT, "ratings of those"),
};
static const struct record agreement_record = RECORD("agreement", struct calibrated_agreement,
	agreement_fields, NULL, "how far raters agree on one criterion");

static const struct field group_fields[] = {
	F_WHOLE("group", struct calibrated_group, group, 1, NO_LIMIT, "its number"),
	F_IDS("raters", struct calibrated_group, raters, "ids of its raters"),
};
static const struct record group_record = RECORD("group", struct calibrated_group, group_fields,
	NULL, "raters who have rated the same, directly or by others");

static const struct field bridge_fields[] = {
	F_ID("rater", struct calibrated_bridge, rater, "who should rate"),
	F_PARTNER_ID("partner", struct calibrated_bridge, partner, "whom"),
};
static const struct record bridge_record = RECORD("bridge", struct calibrated_bridge, bridge_fields,
	NULL, "the rating that would join two groups of raters");

static const struct field residual_fields[] = {
	F_ID("rater", struct calibrated_residual, rater, "who rated"),
	F_PARTNER_ID("partner", struct calibrated_residual, partner, "in whose file"),
	F_WORD("of", struct calibrated_residual, of, side_words, "which side was rated"),
	F_ID("criterion", struct calibrated_residual, criterion, "in what"),
	F_NUMBER("residual", struct calibrated_residual, residual, 0, 0,
		"points that neither the partner nor the rater's offset explains"),
};
static const struct record residual_record = RECORD("residual", struct calibrated_residual,
	residual_fields, NULL, "a rating that stands out by more than two standard deviations");

static const struct field calibration_fields[] = {
	F_WORD("type", struct calibration, type, type_words, "what this file is"),
	F_WORD("schema", struct calibration, schema, schema_words, "name and version of its shape"),
	F_DATE("as_of", struct calibration, as_of, "the day up to which ratings were read"),
	F_NUMBER("lambda", struct calibration, lambda, 0, NO_LIMIT,
		"how many further ratings without bias were imagined for each rater"),
	F_NUMBER("reml_lambda", struct calibration, reml_lambda, 0, NO_LIMIT,
		"the lambda that restricted maximum likelihood would choose; a diagnostic only"),
	F_NUMBER("sigma", struct calibration, sigma, 0, SPREAD,
		"standard deviation of a rating that no offset explains"),
	F_WHOLE("df", struct calibration, df, 0, NO_LIMIT, "degrees of freedom behind sigma"),
	F_WHOLE("ratings", struct calibration, ratings, 0, NO_LIMIT, "ratings read"),
	F_WHOLE("cells", struct calibration, cells, 0, NO_LIMIT,
		"criteria of partners that were rated"),
	F_RECORDS("raters", struct calibration, raters, struct calibrated_rater, &rater_record,
		"how strict each rater is"),
	F_RECORDS("agreement", struct calibration, agreement, struct calibrated_agreement,
		&agreement_record, "how far the raters agree, criterion by criterion"),
	F_RECORDS("groups", struct calibration, groups, struct calibrated_group, &group_record,
		"raters who can be compared with one another"),
	F_RECORDS("bridges", struct calibration, bridges, struct calibrated_bridge, &bridge_record,
		"ratings that would join the groups"),
	F_RECORDS("residuals", struct calibration, residuals, struct calibrated_residual,
		&residual_record, "ratings that stand out"),
	F_TEXT("note", struct calibration, note, "anything else worth knowing about it"),
};
const struct record calibration_record = RECORD("calibration", struct calibration,
	calibration_fields, NULL, "how strict each rater is, over a whole portfolio");

struct rating_noise calibration_noise(const struct calibration_file *file)
{
	struct rating_noise noise = {ASSUMED_SIGMA, ASSUMED_DF};

	if (file && HAS(file->calibration.sigma) && HAS(file->calibration.df) &&
		file->calibration.df.value > 0) {
		noise.sigma = fmax(LEAST_SIGMA, file->calibration.sigma.value);
		noise.df = (double)file->calibration.df.value;
	}
	return noise;
}

double calibration_offset(const struct calibration_file *file, const char *rater)
{
	const struct calibrated_rater *row =
		file ? (const struct calibrated_rater *)index_find(&file->raters, rater) : NULL;

	return row && HAS(row->offset) ? row->offset.value : 0;
}
