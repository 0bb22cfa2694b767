/*
 * Compositions made up from figures.
 */
#ifndef UNIT_COMPOSED_H
#define UNIT_COMPOSED_H

#include "partner/attribution.h"

/* A criterion with one measure that is all of it, or is not measured. */
#define SINGLE(id, points_, weight_)                                                \
	{                                                                           \
		.criterion = (id), .score = (points_), .weight = (weight_), .n = 1, \
		.measures = &(const struct component)                               \
		{                                                                   \
			.measure = "m", .points = (points_), .share = 1             \
		}                                                                   \
	}
#define UNMEASURED(id)                                                                         \
	{                                                                                      \
		.criterion = (id), .score = NAN, .n = 1, .measures = &(const struct component) \
		{                                                                              \
			.measure = "m", .points = NAN                                          \
		}                                                                              \
	}

/* Of criteria with scores; their weights need not add up to 1, but then do. */
struct composition compose(struct compound *criteria, size_t n);

/* Gives a criterion these measures and the score that they make; the same goes for shares. */
void compose_measures(struct compound *criterion, struct component *measures, size_t n);

/* One step of data between two states, the others alike. */
void attribute_data(struct attribution *attribution, struct arena *arena, struct composition from,
	struct composition to);

#endif
