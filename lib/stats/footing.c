/* The method of largest remainders, for parts of either sign and without memory of its own. */
#include "partner/footing.h"

#include <math.h>
#include <stdbool.h>

/* Errors are compared in millionths of a tenth, so that noise decides nothing. */
#define GRAIN 1e6

/* Parts that move by a tenth, the same way, beyond what all of them do. */
struct movers {
	double way;    /* 1 or −1 */
	double least;  /* the error, to the way, that the last of them has */
	size_t equals; /* how many of those with that very error move: the first ones */
};

static bool counts(double part)
{
	return fabs(part) >= FOOTING_NOISE;
}

/* In tenths; halves away from 0, so that a change and its reverse are printed alike. */
static double nearest(double part)
{
	return copysign(floor(fabs(10 * part) + 0.5 + 1 / GRAIN), part);
}

double footing_tenth(double part)
{
	return nearest(part) / 10 + 0.0; /* -0 becomes 0 */
}

/* By how much the rounded part falls short, to the way. */
static double error_of(double part, double way)
{
	return floor(way * (10 * part - nearest(part)) * GRAIN + 0.5);
}

static size_t count_errors(const double *parts, size_t n, double way, double least)
{
	size_t found = 0;

	for (size_t i = 0; i < n; i++)
		found += counts(parts[i]) && error_of(parts[i], way) >= least;
	return found;
}

/* The `most` largest errors, fewer than there are parts. */
static struct movers find_movers(const double *parts, size_t n, double way, size_t most)
{
	double low = -GRAIN, high = GRAIN; /* `low` has enough of them, `high` has not */

	while (high - low > 1) {
		double middle = floor((low + high) / 2);

		if (count_errors(parts, n, way, middle) > most)
			low = middle;
		else
			high = middle;
	}
	return (struct movers){way, low, most - count_errors(parts, n, way, high)};
}

static bool moves(struct movers *movers, double part)
{
	double error = error_of(part, movers->way);

	if (error == movers->least && movers->equals > 0) {
		movers->equals--;
		return true;
	}
	return error > movers->least;
}

void footing_round(const double *parts, size_t n, double total, double *rounded)
{
	double missing = nearest(total), number = 0, rest, whole;
	struct movers movers;

	for (size_t i = 0; i < n; i++) {
		if (counts(parts[i])) {
			missing -= nearest(parts[i]);
			number++;
		}
	}
	rest = number > 0 && isfinite(missing) ? fmod(missing, number) : 0;
	whole = number > 0 ? (missing - rest) / number : 0;
	movers = find_movers(parts, n, missing < 0 ? -1 : 1, (size_t)fabs(rest));
	for (size_t i = 0; i < n; i++) {
		double tenths = 0;

		if (counts(parts[i])) {
			tenths = nearest(parts[i]) + whole;
			tenths += moves(&movers, parts[i]) ? movers.way : 0;
		}
		rounded[i] = (tenths + 0.0) / 10; /* -0 becomes 0 */
	}
}
