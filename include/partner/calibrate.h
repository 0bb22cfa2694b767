/**
 * Calibrate: how strict each rater is, computed over a whole portfolio, and how far the raters
 * agree. Ratings are collected document by document; only they are kept. What comes out is
 * written as YAML, which people review and commit and calibration.h reads, or as JSON.
 *
 * The latest rating in W of each rater, for each partner, side rated and criterion counts once;
 * the cell that is rated is (partner, side, criterion). The model is that of severity.h.
 */
#ifndef PARTNER_CALIBRATE_H
#define PARTNER_CALIBRATE_H

#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/partner.h"
#include "partner/policy.h"
#include "partner/schema.h"

/** The values of λ that ratings can be calibrated with. */
#define LAMBDA_LEAST 0.0001
#define LAMBDA_MOST 1e6

/** So many residuals are listed at most, the worst ones. */
#define RESIDUALS_MOST 1000

/** With fewer units α says nothing. */
#define AGREEMENT_UNITS 10

/* ---- collecting ---- */

/** The ratings collected so far. */
struct collection;

struct collection *collection_new(void);
void collection_free(struct collection *collection);

/**
 * Collects what counts in a document as of `as_of`: no rating by the partner's own people of
 * their own side, none that an upheld dispute took out, only criteria that `rules` (those of
 * this partner) name. The same place, `path` and `line`, counts once. `scratch` may be reset
 * afterwards.
 */
void collect_document(struct collection *collection, const struct partner *partner,
	const struct rules *rules, const char *path, uint32_t line, int32_t as_of,
	struct arena *scratch);

/** The same by hand: the ratings that follow are of this partner. */
void collect_partner(
	struct collection *collection, const char *id, const char *path, uint32_t line);
void collect_rating(struct collection *collection, enum side of, const char *criterion,
	const char *rater, double points);

/* ---- what comes of them ---- */

struct offset_result {
	const char *rater;
	double offset;
	double se;          /**< σ·√[(L + λI)⁻¹]_rr; NaN when σ is */
	double reliability; /**< 1 - λ[(L + λI)⁻¹]_rr */
	int64_t ratings;
	int64_t group;
};

struct agreement_result {
	const char *criterion;
	double alpha;    /**< NaN: fewer than AGREEMENT_UNITS units, or all values equal */
	int64_t units;   /**< partners and sides that two or more have rated */
	int64_t ratings; /**< of those */
};

struct group_result {
	int64_t group;       /**< from 1, in the order of the smallest rater */
	struct array raters; /**< const char * */
};

struct bridge_result {
	const char *rater;
	const char *partner;
};

struct residual_result {
	const char *rater;
	const char *partner;
	const char *of; /**< us, partner */
	const char *criterion;
	double residual;
};

/** One record of type calibration. */
struct calibration_result {
	int32_t as_of;
	double lambda;
	double reml_lambda; /**< NaN when nothing tells, or it has no end */
	double sigma;       /**< NaN when no cell has two ratings */
	int64_t df;
	int64_t ratings;
	int64_t cells;
	struct array raters;    /**< struct offset_result, by id */
	struct array agreement; /**< struct agreement_result, as the policy orders criteria */
	struct array groups;    /**< struct group_result */
	struct array bridges;   /**< struct bridge_result, by the group they join to the largest */
	struct array residuals; /**< struct residual_result, the worst first; beyond 2σ */
	size_t residuals_left_out; /**< beyond RESIDUALS_MOST; not printed */
};

extern const struct record calibration_result_record;

/**
 * Computes the calibration with the policy's λ, which lies within LAMBDA_LEAST and LAMBDA_MOST.
 * Criteria stand in the order of the policy, then of its overrides, then of their ids. Nothing
 * depends on the order of collecting. May be called once; results live in the arena, ids as
 * long as the collection.
 */
void calibrate(struct collection *collection, const struct policy *policy, int32_t as_of,
	struct arena *arena, struct calibration_result *result);

/** Appends the calibration as a file that calibration_record decodes, with a commented head. */
void calibration_put_yaml(struct buffer *buffer, const struct calibration_result *result);

#endif
