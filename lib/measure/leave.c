/* A weighted mean without one of its parts. */
#include <math.h>

#include "take.h"

/* Of a weighted mean. */
struct parts {
	double sum; /* Σ weight × value */
	double weight;
};

static void add_part(struct parts *parts, const struct used_record *used)
{
	parts->sum += used->value * used->weight;
	parts->weight += used->weight;
}

/*
 * Subtracting a part that is most of the whole leaves little but rounding errors, and nothing
 * can be subtracted from what is beyond all numbers. Few parts are most of a whole.
 */
static bool subtracts(const struct parts *whole, const struct used_record *used)
{
	return isfinite(whole->sum) && isfinite(whole->weight) &&
		used->weight <= whole->weight / 2 &&
		fabs(used->value * used->weight) <= fabs(whole->sum) / 2;
}

static struct parts parts_without(const struct measurement *taken, const struct used_record *used)
{
	struct parts parts = {taken->mean * taken->weight, taken->weight};

	if (subtracts(&parts, used)) {
		parts.sum -= used->value * used->weight;
		parts.weight -= used->weight;
		return parts;
	}
	parts = (struct parts){0, 0};
	for (size_t i = 0; i < taken->n_used; i++)
		if (&taken->used[i] != used)
			add_part(&parts, &taken->used[i]);
	return parts;
}

static double limited(const struct measure_info *info, double mean)
{
	if (info->limits.low < info->limits.high)
		return fmin(fmax(mean, info->limits.low), info->limits.high);
	return mean;
}

void measure_leave(const struct measure_info *info, const struct used_record *used, bool replace,
	struct measurement *taken)
{
	struct parts parts = parts_without(taken, used);
	double factors = taken->factor * (double)taken->n - (1 - used->doubt);

	taken->n--;
	if (replace && used->instead) {
		add_part(&parts, used->instead);
		factors += 1 - used->instead->doubt;
		taken->n++;
	}
	taken->weight = parts.weight;
	if (parts.weight > 0) {
		taken->mean = parts.sum / parts.weight;
		taken->value = limited(info, taken->mean);
		taken->factor = factors / (double)taken->n;
	} else {
		taken->status = taken->empty;
		taken->value = taken->mean = NAN;
		taken->factor = 1;
	}
}
