/* How far the values of measures can be trusted. */
#include <math.h>

#include "partner/proportion.h"
#include "partner/rate.h"
#include "partner/special.h"
#include "take.h"

struct quantiles quantiles_of(const struct view *view)
{
	double probability = (1 + view->rules->confidence.value) / 2;

	if (probability >= 1)
		return (struct quantiles){INFINITY, INFINITY};
	return (struct quantiles){
		special_normal_quantile(probability),
		special_t_quantile(probability, calibration_noise(view->calibration).df),
	};
}

/* R14: by the effective number of events, for they may differ in weight. */
struct interval range_share(const struct question *question, const struct measurement *measurement)
{
	if (isinf(question->quantiles.z))
		return (struct interval){0, 1};
	return proportion_wilson(
		measurement->value, measurement->effective_n, question->quantiles.z);
}

/* R15. */
struct interval range_attention(
	const struct question *question, const struct measurement *measurement)
{
	double confidence = question->view->rules->confidence.value;
	int64_t k = (int64_t)measurement->k;

	return rate_compare((struct rate_count){k, measurement->inside},
		(struct rate_count){measurement->n - k, measurement->outside}, confidence)
		.range;
}

/* Nothing surrounds a value without doubt, nor one that nobody wants to be sure of. */
struct interval measure_range(const struct measure_info *info, const struct question *question,
	const struct measurement *measurement)
{
	double value = isnan(measurement->value) ? INFINITY : measurement->value;

	if (!info->range || question->view->rules->confidence.value <= 0)
		return (struct interval){value, value};
	return info->range(question, measurement);
}
