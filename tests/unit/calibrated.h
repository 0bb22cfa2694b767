/*
 * Portfolios as tests of calibrating want them: documents from short texts, and what comes of
 * them.
 */
#ifndef UNIT_CALIBRATED_H
#define UNIT_CALIBRATED_H

#include "partner/calibrate.h"

/* The day as of which all tests look: 2026-06-30. */
#define AS_OF 20634

/* A portfolio in the making, its policy, and in the end its calibration. */
struct calibrated {
	struct arena arena;
	struct collection *collection;
	struct policy policy;
	size_t documents;
	struct calibration_result result;
};

/* With the built-in policy, and what `over` (NULL: nothing) changes in it. */
void calibrated_open(struct calibrated *portfolio, const char *over);
void calibrated_close(struct calibrated *portfolio);

/* Collects a document; `text` stands below its id and name. */
void calibrated_add(struct calibrated *portfolio, const char *id, const char *text);

/* Parts of such a text: of a vendor, and one rating of its support. */
#define VENDOR "kind: vendor\nratings:\n"
#define RATES(by, points) "- {date: 2026-05-01, by: " by ", scores: {support: " points "}}\n"

/*
 * Four partners in a ring of three raters, solved in exact fractions for λ = 3: offsets
 * -4/11, 4/11, 0, variance 45/88, reliabilities 28/99 and 2/9.
 */
void calibrated_add_ring(struct calibrated *portfolio);

/* Fills portfolio->result. */
void calibrated_solve(struct calibrated *portfolio);

/* Its parts; without them the test fails. */
const struct offset_result *rater_of(const struct calibrated *portfolio, const char *id);
const struct agreement_result *agreement_of(const struct calibrated *portfolio, size_t i);

#endif
