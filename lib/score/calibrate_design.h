/*
 * The steps of calibrating: what was collected becomes a design of sorted ratings, which is
 * fitted and looked at from several sides. Private to lib/score.
 */
#ifndef SCORE_CALIBRATE_DESIGN_H
#define SCORE_CALIBRATE_DESIGN_H

#include "partner/names.h"
#include "partner/calibrate.h"
#include "partner/severity.h"

/* A partner document whose ratings were collected. */
struct collected_partner {
	const char *id;
	const char *path;
	uint32_t line;
};

struct collected_rating {
	uint32_t partner; /* numbers by first appearance; in a design by rank */
	uint32_t criterion;
	uint32_t rater;
	uint32_t of; /* enum side */
	double points;
};

struct collection {
	struct arena arena;
	struct names raters;
	struct names criteria;
	struct collected_partner *partners;
	size_t n_partners, capacity;
	struct buffer ratings; /* of struct collected_rating: it grows without leaving copies */
};

/* What was rated. */
struct cell {
	uint32_t partner;
	uint32_t criterion;
	enum side of;
};

/*
 * Ratings sorted by partner, side, criterion and rater; partners and raters by id, criteria as
 * the policy has them. Each rating knows its cell and its rater.
 */
struct design {
	struct severity_rating *ratings;
	size_t n;
	struct cell *cells;
	size_t n_cells;
	const char **raters;
	size_t n_raters;
	const char **partners; /* their ids */
	size_t n_partners;
	const char **criteria;
	size_t n_criteria;
};

/* In the arena, but for the names. The collection is used up. */
void design_make(struct design *design, struct collection *collection, const struct policy *policy,
	struct arena *arena);

/* Fills result->agreement. */
void find_agreement(
	const struct design *design, struct arena *arena, struct calibration_result *result);

/* Fills result->groups and result->bridges. */
void find_groups(const struct design *design, const struct severity *fit, struct arena *arena,
	struct calibration_result *result);

/* Fills result->residuals. */
void find_residuals(const struct design *design, const struct severity *fit, struct arena *arena,
	struct calibration_result *result);

#endif
