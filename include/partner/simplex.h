/**
 * Random weights: points uniform on the simplex {w >= 0, Σw = 1}, or on the part of it that
 * bounds and an order of importance leave. Addition, subtraction, multiplication and comparison
 * alone: the same bits everywhere, given the same generator.
 */
#ifndef PARTNER_SIMPLEX_H
#define PARTNER_SIMPLEX_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/interval.h"
#include "partner/random.h"

/** So many candidates are tried for one point within bounds. */
#define SIMPLEX_TRIES (1 << 20)

/** A weight and the part that it is of, to be sorted. */
struct simplex_item {
	double value;
	size_t part;
};

/** Where to draw from, prepared by simplex_prepare. */
struct simplex {
	size_t n;
	const struct interval *bounds; /**< as tight as the others make them; NULL: none */
	const double *importance;      /**< NULL: no order */
	bool mirrored;                 /**< slack is measured from the upper bounds down */
	double total;                  /**< Σ of what lies between the weights and that side */
	struct simplex_item *order;    /**< within bounds: the parts, least slack first */
	size_t boxed;                  /**< so many of them are drawn on their own, then gaps */
	struct simplex_item *items;    /**< room to sort in */
	struct simplex_item *places;   /**< the same */
	double *point;                 /**< within bounds and in order: where the walk stands */
};

/**
 * Prepares draws of n >= 1 weights. `bounds`: NULL, or the range of each. `importance`: NULL, or
 * numbers whose order the weights must keep: w_i >= w_j wherever importance_i > importance_j;
 * it is read while drawing, the rest lives in `arena`. False when no weights fit the bounds.
 *
 * With bounds and an order, the importance must be at least 0 and, divided by its sum, lie within
 * the bounds, as the weights of a policy do; false when it does not.
 */
bool simplex_prepare(struct simplex *simplex, size_t n, const struct interval *bounds,
	const double *importance, struct arena *arena);

/**
 * Draws one point; they add up to 1 within 1e-12.
 *
 * Without bounds: the gaps between sorted uniform numbers (Rubin 1981), put in order by
 * permutation. Exactly uniform. With bounds: by rejection, from the smallest of the regions
 * box × simplex around. Exactly uniform; false after SIMPLEX_TRIES candidates, which takes many
 * parts with bounds of very different widths. The weights hold nothing then.
 *
 * With bounds and an order: a walk of 4n² steps from the last point, each to a uniform place on
 * the line on which two weights exchange (Gibbs sampling, hit-and-run along these lines; Smith
 * 2014 shows n log n steps to be enough on the whole simplex). It tends to uniform, and points in
 * a row depend on one another but little.
 */
bool simplex_draw(struct simplex *simplex, struct random *random, double *weights);

#endif
