/* Rank acceptability: counting who comes where. */
#include "partner/smaa.h"

#include <math.h>
#include <stdlib.h>

void smaa_start(struct smaa *smaa, size_t alternatives, size_t criteria, struct arena *arena)
{
	*smaa = (struct smaa){.alternatives = alternatives, .criteria = criteria};
	smaa->ranked = arena_array(arena, alternatives, alternatives * sizeof(*smaa->ranked));
	smaa->first = arena_array(arena, alternatives, criteria * sizeof(*smaa->first));
	smaa->order = arena_array(arena, alternatives, sizeof(*smaa->order));
}

static int compare_places(const void *left, const void *right)
{
	const struct smaa_place *a = left, *b = right;

	return (a->score < b->score) - (a->score > b->score);
}

void smaa_count(struct smaa *smaa, const double *scores, const double *weights)
{
	struct smaa_place *order = smaa->order;
	size_t rank = 0;

	for (size_t i = 0; i < smaa->alternatives; i++)
		order[i] = (struct smaa_place){scores[i], i};
	qsort(order, smaa->alternatives, sizeof(*order), compare_places);
	for (size_t i = 0; i < smaa->alternatives; i++) {
		size_t alternative = order[i].alternative;

		if (i > 0 && order[i].score < order[i - 1].score)
			rank = i;
		smaa->ranked[alternative * smaa->alternatives + rank]++;
		for (size_t c = 0; rank == 0 && c < smaa->criteria; c++)
			smaa->first[alternative * smaa->criteria + c] += weights[c];
	}
	smaa->draws++;
}

double smaa_acceptability(const struct smaa *smaa, size_t alternative, size_t rank)
{
	uint64_t times = smaa->ranked[alternative * smaa->alternatives + rank];

	return smaa->draws ? (double)times / (double)smaa->draws : NAN;
}

double smaa_central_weight(const struct smaa *smaa, size_t alternative, size_t criterion)
{
	uint64_t times = smaa->ranked[alternative * smaa->alternatives];

	return times ? smaa->first[alternative * smaa->criteria + criterion] / (double)times : NAN;
}
