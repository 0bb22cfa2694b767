/**
 * Rank acceptability (SMAA-2, Lahdelma & Salminen 2001): of all weights one could hold, which
 * share puts an alternative first, second, …? Counts what the caller draws.
 */
#ifndef PARTNER_SMAA_H
#define PARTNER_SMAA_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"

/** An alternative and its score, to be sorted. */
struct smaa_place {
	double score;
	size_t alternative;
};

struct smaa {
	size_t alternatives, criteria;
	uint64_t draws;
	uint64_t *ranked; /**< [alternative × alternatives + rank], rank 0 is the best */
	double *first;    /**< [alternative × criteria]: Σ of the weights that rank it 0 */
	struct smaa_place *order; /**< room to sort in */
};

/** A count of no draws. Memory grows as alternatives². */
void smaa_start(struct smaa *smaa, size_t alternatives, size_t criteria, struct arena *arena);

/**
 * Counts one draw: the scores of all alternatives under these weights; more is better. Equals
 * share the better rank.
 */
void smaa_count(struct smaa *smaa, const double *scores, const double *weights);

/** Share of the draws in which the alternative had that rank; NaN without a draw. */
double smaa_acceptability(const struct smaa *smaa, size_t alternative, size_t rank);

/** Mean weight of a criterion over the draws that ranked the alternative first; NaN if none. */
double smaa_central_weight(const struct smaa *smaa, size_t alternative, size_t criterion);

#endif
