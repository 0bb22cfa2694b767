/*
 * Products of 64-bit numbers as 128 bits, and their quotients. Private to lib/base.
 */
#ifndef BASE_WIDE_H
#define BASE_WIDE_H

#include <stdbool.h>
#include <stdint.h>

struct wide {
	uint64_t high, low;
};

struct wide wide_product(uint64_t a, uint64_t b);

/* -1, 0, 1 as a is less than, equal to, greater than b. */
int wide_compare(struct wide a, struct wide b);

/*
 * a ÷ divisor, and what is left; false, and no result, when the quotient has more than 64 bits.
 * `divisor` must be in 1…INT64_MAX.
 */
bool wide_divide(struct wide a, uint64_t divisor, uint64_t *quotient, uint64_t *rest);

/* The absolute value, also of INT64_MIN. */
uint64_t magnitude_of(int64_t value);

#endif
