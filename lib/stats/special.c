/* Special functions: incomplete beta, and the quantiles that come of it. */
#include "partner/special.h"

#include <assert.h>
#include <float.h>
#include <math.h>
#include <stdbool.h>
#include <stddef.h>

#define PI 3.14159265358979323846

/*
 * lnΓ(n + 1) less Stirling's formula, n > 0. The series of DLMF 5.11.1 is exact to double from
 * 16 on; smaller n climb there by the recurrence of Γ.
 */
static double stirling_error(double n)
{
	static const double series[] = {1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188,
		-691.0 / 360360, 1.0 / 156};
	double error = 0, sum = 0;

	while (n < 16) {
		error += (n + 0.5) * log1p(1 / n) - 1;
		n++;
	}
	for (int i = 6; i >= 0; i--)
		sum = sum / (n * n) + series[i];
	return error + sum / n;
}

/*
 * observed·log(observed/expected) + expected - observed, without the cancellation near equality:
 * there log(o/e) = 2 artanh v, v = (o - e)/(o + e), as a series.
 */
static double deviance(double observed, double expected)
{
	double v = (observed - expected) / (observed + expected);
	double sum = (observed - expected) * v, term = 2 * observed * v, last;

	if (fabs(v) > 0.1)
		return observed * log(observed / expected) + expected - observed;
	for (int odd = 3;; odd += 2) {
		term *= v * v;
		last = sum;
		sum += term / odd;
		if (sum == last)
			return sum;
	}
}

/* The two parameters, and what of the weight below does not depend on x. */
struct shape {
	double a, b;
	double lead;
};

static struct shape shape_of(double a, double b)
{
	double n = a + b;
	double error = stirling_error(n) - stirling_error(a) - stirling_error(b);

	return (struct shape){a, b, sqrt(a / n * b / (2 * PI)) * exp(error)};
}

/* x^a y^b/B(a, b), y = 1 - x: the density of the beta distribution times xy. */
static double beta_weight(double x, double y, const struct shape *shape)
{
	double a = shape->a, b = shape->b, n = a + b;

	if (x <= 0 || y <= 0)
		return 0;
	return shape->lead * exp(-deviance(a, n * x) - deviance(b, n * y));
}

/*
 * I_x(a, b) is the weight above ÷ (β₁ + α₁/(β₂ + α₂/(β₃ + …))), for x up to the mean a/(a + b).
 * y goes in so that nothing cancels when x is close to 1; `below` is a - (a + b)x.
 */
static double beta_fraction(double x, double y, double a, double b, double below)
{
	double fraction = a / (a + 1) * (below + 1), c = fraction, d = 0;

	for (int i = 1; i < 100000; i++) {
		double n = i, m = a + 2 * n, factor;
		double alpha =
			(a + n - 1) * (a + b + n - 1) / ((m - 1) * (m - 1)) * n * (b - n) * x * x;
		double beta = n + n * (b - n) * x / (m - 1) +
			(a + n) / (m + 1) * (below + 1 + n * (1 + y));

		d = 1 / (beta + alpha * d);
		c = beta + alpha / c;
		factor = c * d;
		fraction *= factor;
		if (fabs(factor - 1) < DBL_EPSILON)
			break;
	}
	return fraction;
}

/* I_x(a, b) when both x and y = 1 - x are known well; also the weight above. */
static double beta_of(double x, double y, const struct shape *shape, double *weight)
{
	double a = shape->a, b = shape->b;
	double below = a > b ? (a + b) * y - b : a - (a + b) * x;

	*weight = beta_weight(x, y, shape);
	if (x <= 0)
		return 0;
	if (y <= 0)
		return 1;
	if (below >= 0)
		return *weight / beta_fraction(x, y, a, b, below);
	return 1 - *weight / beta_fraction(y, x, b, a, -below);
}

double special_beta(double x, double a, double b)
{
	struct shape shape;
	double weight;

	assert(x >= 0 && x <= 1 && a > 0 && b > 0);
	shape = shape_of(a, b);
	return beta_of(x, 1 - x, &shape, &weight);
}

/* A probability as a function of x > 0, monotone, and its slope. */
typedef double probability(double x, const struct shape *shape, double *slope);

/* A place between two ends, by ratio where that is possible. */
static double between(double low, double high)
{
	if (low > 0)
		return isinf(high) ? 2 * low : sqrt(low) * sqrt(high);
	return high / 2;
}

/*
 * Solves curve(x) = p for 0 < x < high; `rising` tells which way the curve goes. Newton's method
 * on log probability against log x, where the curves are close to straight in the tails; a
 * bracket takes over when it steps outside.
 */
static double solve(probability *curve, const struct shape *shape, bool rising, double p,
	double start, double high)
{
	double low = 0, x = start;

	for (int i = 0; i < 200; i++) {
		double slope, value = curve(x, shape, &slope), next;

		if ((value < p) == rising)
			low = x;
		else
			high = x;
		next = x * exp(log(p / value) * (value / (slope * x)));
		if (fabs(next - x) <= 2 * DBL_EPSILON * x)
			return next;
		x = next > low && next < high ? next : between(low, high);
	}
	return x;
}

static double beta_curve(double x, const struct shape *shape, double *slope)
{
	double weight, value = beta_of(x, 1 - x, shape, &weight);

	*slope = weight / (x * (1 - x));
	return value;
}

/* 0 < p <= 0.5. */
static double lower_beta_quantile(double p, double a, double b)
{
	struct shape shape = shape_of(a, b);

	return solve(beta_curve, &shape, true, p, a / (a + b), 1);
}

double special_beta_quantile(double p, double a, double b)
{
	assert(p >= 0 && p <= 1 && a > 0 && b > 0);
	if (p <= 0 || p >= 1)
		return p;
	return p > 0.5 ? 1 - lower_beta_quantile(1 - p, b, a) : lower_beta_quantile(p, a, b);
}

/* The beta distribution behind Student's t. */
static struct shape t_shape(double df)
{
	return shape_of(df / 2, 0.5);
}

/* Probability of more than t > 0. */
static double t_tail(double t, const struct shape *shape, double *slope)
{
	double df = 2 * shape->a, n = df + t * t, weight;
	double tail = beta_of(df / n, t * t / n, shape, &weight) / 2;

	*slope = -weight / t;
	return tail;
}

static double normal_tail(double z, const struct shape *shape, double *slope)
{
	(void)shape;
	*slope = -exp(-z * z / 2) / sqrt(2 * PI);
	return erfc(z / sqrt(2)) / 2;
}

double special_normal_quantile(double p)
{
	double tail = fmin(p, 1 - p), z;

	assert(p > 0 && p < 1);
	if (tail == 0.5)
		return 0;
	z = solve(normal_tail, NULL, false, tail, sqrt(-2 * log(2 * tail)), INFINITY);
	return p < 0.5 ? -z : z;
}

double special_t_quantile(double p, double df)
{
	double tail = fmin(p, 1 - p), t;
	struct shape shape;

	assert(p > 0 && p < 1 && df >= 1);
	if (tail == 0.5)
		return 0;
	shape = t_shape(df);
	t = solve(t_tail, &shape, false, tail, fabs(special_normal_quantile(p)), INFINITY);
	return p < 0.5 ? -t : t;
}
