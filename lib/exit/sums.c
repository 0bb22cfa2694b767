#include "sums.h"

#include <math.h>

#include "partner/measure.h"

static double converted(const struct view *view, const struct exact *part)
{
	const struct money one = {.minor = 1, .currency = part->currency};
	double rate;

	if (part->broken || !money_convert(view, one, &rate))
		return NAN;
	return rate * exact_units(part) / money_units(one);
}

static bool is_zero(const struct exact *part)
{
	return !part->broken && !part->whole && !part->numerator;
}

/* Nothing of another currency does not mix with what there is. */
void sums_add(struct sums *sums, const struct exact *part, int sign)
{
	struct exact *sum = &sums->exact;

	if (is_zero(part) && (!part->currency || sum->currency))
		return;
	sums->converted += sign * converted(sums->view, part);
	if (is_zero(sum))
		sum->currency = part->currency;
	if (part->currency != sum->currency)
		sums->mixed = true;
	else if (sign > 0)
		exact_add_sum(sum, part);
	else
		exact_subtract_sum(sum, part);
}

void sums_add_money(struct sums *sums, struct money money, int sign)
{
	struct exact part = {0};

	exact_add(&part, money, 1, 1);
	sums_add(sums, &part, sign);
}

void sums_match(struct sums *a, struct sums *b)
{
	bool differ = a->mixed || b->mixed || a->exact.currency != b->exact.currency;

	if (differ && !isnan(a->converted) && !isnan(b->converted))
		a->mixed = b->mixed = true;
}

struct money money_of_minor(double minor, uint16_t currency)
{
	double nearest = nearbyint(minor); /* halves to even */

	if (!(fabs(nearest) < 9e18))
		return (struct money){0};
	return (struct money){(int64_t)nearest, currency};
}

struct money sums_round(const struct sums *sums)
{
	const struct text_field *code = &sums->view->rules->currency;
	struct money one = {.minor = 1}, sum = {0};

	if (!sums->mixed)
		return exact_round(&sums->exact, &sum) ? sum : (struct money){0};
	if (!HAS(*code))
		return sum;
	one.currency = currency_find(code->text, code->length);
	return money_of_minor(sums->converted / money_units(one), one.currency);
}
