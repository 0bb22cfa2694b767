/*
 * Stretches of days, which may overlap. Private to lib/measure.
 */
#ifndef MEASURE_STRETCH_H
#define MEASURE_STRETCH_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/measure.h"

/* Days from…to, both counted; empty when to < from. */
struct stretch {
	int32_t from, to;
	struct used_record *used; /* to which they belong; NULL: to none that is listed */
};

/* Days of `within` that some stretch covers; sorts the stretches. */
int64_t stretches_cover(struct stretch *stretches, size_t n, struct stretch within);

bool stretches_have(const struct stretch *stretches, size_t n, int32_t day);

#endif
