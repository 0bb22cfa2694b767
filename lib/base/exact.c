/* Exact sums of money. Fractions are kept in lowest terms, so that they fit as long as can be. */
#include "partner/exact.h"

#include <assert.h>
#include <math.h>

#include "wide.h"

static int64_t gcd(int64_t a, int64_t b)
{
	while (b) {
		int64_t rest = a % b;

		a = b;
		b = rest;
	}
	return a < 0 ? -a : a;
}

static int64_t denominator_of(const struct exact *sum)
{
	return sum->denominator ? sum->denominator : 1;
}

static void reduce(int64_t *numerator, int64_t *denominator)
{
	int64_t common = gcd(*denominator, *numerator);

	*numerator /= common;
	*denominator /= common;
}

/* ---- adding ---- */

static void take_currency(struct exact *sum, uint16_t currency)
{
	if (!sum->currency)
		sum->currency = currency;
	else if (currency && sum->currency != currency)
		sum->broken = true;
}

static void add_whole(struct exact *sum, int64_t whole)
{
	if (whole > 0 ? sum->whole > INT64_MAX - whole : sum->whole < INT64_MIN - whole)
		sum->broken = true;
	else
		sum->whole += whole;
}

/* Adds numerator ÷ denominator, which is 0 or more, and below 1. */
static void add_part(struct exact *sum, int64_t numerator, int64_t denominator)
{
	int64_t own = denominator_of(sum), times;

	reduce(&numerator, &denominator);
	times = denominator / gcd(own, denominator);
	if (own > INT64_MAX / 2 / times) {
		sum->broken = true;
		return;
	}
	sum->denominator = own * times;
	sum->numerator = sum->numerator * times + numerator * (sum->denominator / denominator);
	if (sum->numerator >= sum->denominator) {
		sum->numerator -= sum->denominator;
		add_whole(sum, 1);
	}
	reduce(&sum->numerator, &sum->denominator);
}

/* Adds minor × numerator ÷ denominator. */
static void add_scaled(struct exact *sum, int64_t minor, int64_t numerator, int64_t denominator)
{
	bool negative = (minor < 0) != (numerator < 0);
	uint64_t whole, rest;

	if (!wide_divide(wide_product(magnitude_of(minor), magnitude_of(numerator)),
		    (uint64_t)denominator, &whole, &rest) ||
		whole > INT64_MAX) {
		sum->broken = true;
		return;
	}
	add_whole(sum, negative ? -(int64_t)whole : (int64_t)whole);
	if (negative && rest) {
		add_whole(sum, -1);
		rest = (uint64_t)denominator - rest;
	}
	add_part(sum, (int64_t)rest, denominator);
}

void exact_add(struct exact *sum, struct money amount, int64_t numerator, int64_t denominator)
{
	assert(amount.currency && denominator > 0);
	take_currency(sum, amount.currency);
	add_scaled(sum, amount.minor, numerator, denominator);
}

void exact_add_sum(struct exact *sum, const struct exact *other)
{
	take_currency(sum, other->currency);
	sum->broken |= other->broken;
	add_whole(sum, other->whole);
	add_part(sum, other->numerator, denominator_of(other));
}

void exact_subtract_sum(struct exact *sum, const struct exact *other)
{
	take_currency(sum, other->currency);
	sum->broken |= other->broken;
	add_scaled(sum, other->whole, -1, 1);
	add_scaled(sum, other->numerator, -1, denominator_of(other));
}

/* ---- the rest ---- */

void exact_scale(struct exact *sum, int64_t numerator, int64_t denominator)
{
	struct exact scaled = {.currency = sum->currency, .broken = sum->broken};
	int64_t part = sum->numerator, parts = denominator_of(sum);

	assert(denominator > 0);
	reduce(&numerator, &denominator);
	add_scaled(&scaled, sum->whole, numerator, denominator);
	if (part) {
		reduce(&numerator, &parts);
		reduce(&part, &denominator);
		if (parts > INT64_MAX / denominator)
			scaled.broken = true;
		else
			add_scaled(&scaled, part, numerator, parts * denominator);
	}
	*sum = scaled;
}

void exact_floor_zero(struct exact *sum)
{
	if (sum->whole < 0)
		*sum = (struct exact){.currency = sum->currency, .broken = sum->broken};
}

int exact_compare(const struct exact *a, const struct exact *b)
{
	assert(!a->broken && !b->broken);
	assert(a->currency == b->currency || !a->currency || !b->currency);
	if (a->whole != b->whole)
		return a->whole < b->whole ? -1 : 1;
	return wide_compare(wide_product((uint64_t)a->numerator, (uint64_t)denominator_of(b)),
		wide_product((uint64_t)b->numerator, (uint64_t)denominator_of(a)));
}

bool exact_round(const struct exact *sum, struct money *money)
{
	int64_t rest = denominator_of(sum) - sum->numerator;
	bool up = sum->numerator > rest || (sum->numerator == rest && sum->whole % 2);

	if (sum->broken || !sum->currency || (up && sum->whole == INT64_MAX))
		return false;
	*money = (struct money){sum->whole + up, sum->currency};
	return true;
}

double exact_units(const struct exact *sum)
{
	if (sum->broken)
		return (double)NAN;
	if (!sum->currency)
		return 0;
	return money_units((struct money){sum->whole, sum->currency}) +
		money_units((struct money){1, sum->currency}) *
		((double)sum->numerator / (double)denominator_of(sum));
}
