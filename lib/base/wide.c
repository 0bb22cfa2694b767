#include "wide.h"

/* From products of 32-bit halves. */
struct wide wide_product(uint64_t a, uint64_t b)
{
	uint64_t a0 = a & UINT32_MAX, a1 = a >> 32;
	uint64_t b0 = b & UINT32_MAX, b1 = b >> 32;
	uint64_t cross = a1 * b0 + (a0 * b0 >> 32);
	uint64_t middle = a0 * b1 + (cross & UINT32_MAX);

	return (struct wide){a1 * b1 + (cross >> 32) + (middle >> 32), a * b};
}

int wide_compare(struct wide a, struct wide b)
{
	if (a.high != b.high)
		return a.high < b.high ? -1 : 1;
	return (a.low > b.low) - (a.low < b.low);
}

/* Long division in base two: the rest stays below divisor < 2^63, so that doubling it is safe. */
bool wide_divide(struct wide a, uint64_t divisor, uint64_t *quotient, uint64_t *rest)
{
	if (a.high >= divisor)
		return false;
	if (a.high == 0) {
		*quotient = a.low / divisor;
		*rest = a.low % divisor;
		return true;
	}
	for (int bit = 0; bit < 64; bit++) {
		a.high = a.high << 1 | a.low >> 63;
		a.low <<= 1;
		if (a.high >= divisor) {
			a.high -= divisor;
			a.low |= 1;
		}
	}
	*quotient = a.low;
	*rest = a.high;
	return true;
}

uint64_t magnitude_of(int64_t value)
{
	return value < 0 ? (uint64_t)0 - (uint64_t)value : (uint64_t)value;
}
