/**
 * Values that may be unknown, compared.
 */
#ifndef PARTNER_SAME_H
#define PARTNER_SAME_H

#include <math.h>
#include <stdbool.h>
#include <string.h>

/** NULL is the same as NULL only. */
static inline bool same_text(const char *one, const char *other)
{
	return one && other ? strcmp(one, other) == 0 : one == other;
}

/** NaN is the same as NaN. */
static inline bool same_real(double one, double other)
{
	return one == other || (isnan(one) && isnan(other));
}

#endif
