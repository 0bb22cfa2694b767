/* Points on the simplex. */
#include "partner/simplex.h"

#include <assert.h>
#include <math.h>

/* Bounds that are the result of arithmetic add up to 1 but for so much. */
#define ROUNDING 1e-12

/* So many steps times n² lie between two points of a walk. */
#define WALK 4

/* Sorts few items; equals stay as they are. */
static void sort_items(struct simplex_item *items, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct simplex_item item = items[i];
		size_t at = i;

		for (; at > 0 && items[at - 1].value > item.value; at--)
			items[at] = items[at - 1];
		items[at] = item;
	}
}

/* Each bound as tight as the others make it; NULL when nothing fits. */
static struct interval *tighten(const struct interval *bounds, size_t n, struct arena *arena)
{
	struct interval *tight = arena_array(arena, n, sizeof(*tight));
	double low = 0, high = 0;

	for (size_t i = 0; i < n; i++) {
		assert(bounds[i].low >= 0 && bounds[i].low <= bounds[i].high);
		low += bounds[i].low;
		high += bounds[i].high;
	}
	if (low > 1 + ROUNDING || high < 1 - ROUNDING)
		return NULL;
	for (size_t i = 0; i < n; i++) {
		tight[i].low = fmax(bounds[i].low, bounds[i].high - fmax(high - 1, 0));
		tight[i].high = fmin(bounds[i].high, bounds[i].low + fmax(1 - low, 0));
	}
	return tight;
}

/* Measures from the side on which less is to be given out; next to nothing is nothing. */
static void choose_side(struct simplex *simplex)
{
	double low = 0, high = 0;

	for (size_t i = 0; i < simplex->n; i++) {
		low += simplex->bounds[i].low;
		high += simplex->bounds[i].high;
	}
	simplex->mirrored = high - 1 < 1 - low;
	simplex->total = simplex->mirrored ? high - 1 : 1 - low;
	if (simplex->total <= ROUNDING)
		simplex->total = 0;
	for (size_t i = 0; i < simplex->n; i++) {
		double slack = simplex->bounds[i].high - simplex->bounds[i].low;

		simplex->order[i] = (struct simplex_item){fmin(slack, simplex->total), i};
	}
	sort_items(simplex->order, simplex->n);
}

/*
 * Candidates come from a box of the parts with the least slack times a simplex of all others
 * but the last, which takes what is left. The volume of that, slack × … × total^m/m!, decides
 * how many go into the box: the smaller, the fewer candidates miss. Parts without slack go first.
 */
static size_t choose_boxed(const struct simplex *simplex)
{
	const struct simplex_item *order = simplex->order;
	size_t last = simplex->n - 1, k = 0, best;
	double volume = 1, least = 1;

	while (k < last && order[k].value <= 0)
		k++;
	for (best = k; k < last; k++) {
		volume *= order[k].value * (double)(last - k) / simplex->total;
		if (volume < least) {
			least = volume;
			best = k + 1;
		}
	}
	return best;
}

/* A walk begins where the importance itself is. */
static bool start_walk(struct simplex *simplex, struct arena *arena)
{
	double sum = 0;

	simplex->point = arena_array(arena, simplex->n, sizeof(*simplex->point));
	for (size_t i = 0; i < simplex->n; i++)
		sum += simplex->importance[i];
	for (size_t i = 0; i < simplex->n; i++) {
		simplex->point[i] = simplex->importance[i] / sum;
		if (!(simplex->point[i] >= simplex->bounds[i].low - ROUNDING &&
			    simplex->point[i] <= simplex->bounds[i].high + ROUNDING))
			return false;
	}
	return true;
}

bool simplex_prepare(struct simplex *simplex, size_t n, const struct interval *bounds,
	const double *importance, struct arena *arena)
{
	assert(n > 0);
	*simplex = (struct simplex){.n = n, .importance = importance};
	simplex->items = arena_array(arena, n, sizeof(*simplex->items));
	simplex->places = arena_array(arena, n, sizeof(*simplex->places));
	if (!bounds)
		return true;
	simplex->bounds = tighten(bounds, n, arena);
	if (!simplex->bounds)
		return false;
	if (importance)
		return start_walk(simplex, arena);
	simplex->order = arena_array(arena, n, sizeof(*simplex->order));
	choose_side(simplex);
	simplex->boxed = choose_boxed(simplex);
	return true;
}

/* The n gaps that n - 1 uniform numbers leave between 0 and 1. Every difference is exact. */
static void draw_gaps(struct random *random, struct simplex_item *gaps, size_t n)
{
	for (size_t i = 0; i + 1 < n; i++)
		gaps[i].value = random_share(random);
	sort_items(gaps, n - 1);
	gaps[n - 1].value = 1;
	for (size_t i = n - 1; i > 0; i--)
		gaps[i].value -= gaps[i - 1].value;
	for (size_t i = 0; i < n; i++)
		gaps[i].part = i;
}

/*
 * Gives the gaps to the parts by importance, the smallest to the least. Which of equal parts
 * comes first is left to the gaps they had: that does not depend on the sizes of the gaps, so the
 * point is uniform where the order holds.
 */
static void order_gaps(struct simplex *simplex, double *weights)
{
	struct simplex_item *items = simplex->items, *places = simplex->places;

	sort_items(items, simplex->n);
	for (size_t i = 0; i < simplex->n; i++) {
		size_t part = items[i].part;

		places[i] = (struct simplex_item){simplex->importance[part], part};
	}
	sort_items(places, simplex->n);
	for (size_t i = 0; i < simplex->n; i++)
		weights[places[i].part] = items[i].value;
}

static void draw_free(struct simplex *simplex, struct random *random, double *weights)
{
	draw_gaps(random, simplex->items, simplex->n);
	if (simplex->importance) {
		order_gaps(simplex, weights);
		return;
	}
	for (size_t i = 0; i < simplex->n; i++)
		weights[i] = simplex->items[i].value;
}

/* Puts the part at place `k` so far from its side; false when that is beyond its slack. */
static bool put(const struct simplex *simplex, size_t k, double distance, double *weights)
{
	size_t part = simplex->order[k].part;
	const struct interval *bounds = &simplex->bounds[part];

	weights[part] = simplex->mirrored ? bounds->high - distance : bounds->low + distance;
	return distance >= 0 && distance <= simplex->order[k].value;
}

static bool draw_candidate(struct simplex *simplex, struct random *random, double *weights)
{
	size_t n = simplex->n, k = 0;
	double left = simplex->total;

	for (; k < simplex->boxed; k++) {
		double distance = random_share(random) * simplex->order[k].value;

		put(simplex, k, distance, weights);
		left -= distance;
	}
	draw_gaps(random, simplex->items, n - k);
	for (; k + 1 < n; k++) {
		double gap = simplex->items[k - simplex->boxed].value * simplex->total;

		if (!put(simplex, k, gap, weights))
			return false;
		left -= gap;
	}
	return put(simplex, k, left, weights);
}

/*
 * How far the weight of `part` may rise for its bounds and the order of the others but `besides`.
 */
static double room_above(const struct simplex *simplex, size_t part, size_t besides)
{
	const double *importance = simplex->importance, *point = simplex->point;
	double most = simplex->bounds[part].high;

	for (size_t k = 0; k < simplex->n; k++) {
		if (k != besides && importance[k] > importance[part] && point[k] < most)
			most = point[k];
	}
	return fmax(most - point[part], 0);
}

static double room_below(const struct simplex *simplex, size_t part, size_t besides)
{
	const double *importance = simplex->importance, *point = simplex->point;
	double least = simplex->bounds[part].low;

	for (size_t k = 0; k < simplex->n; k++) {
		if (k != besides && importance[k] < importance[part] && point[k] > least)
			least = point[k];
	}
	return fmax(point[part] - least, 0);
}

/* How much `to` may take from `from`; between two in order, until they are equal. */
static double room_between(const struct simplex *simplex, size_t from, size_t to)
{
	double room = fmin(room_below(simplex, from, to), room_above(simplex, to, from));

	if (simplex->importance[from] > simplex->importance[to])
		room = fmin(room, (simplex->point[from] - simplex->point[to]) / 2);
	return fmax(room, 0);
}

/*
 * A step of a walk that leaves the uniform distribution as it is: along the line on which two
 * weights exchange, to any of its points alike.
 */
static void exchange(struct simplex *simplex, struct random *random)
{
	size_t i = random_bits(random) % simplex->n;
	size_t j = (i + 1 + random_bits(random) % (simplex->n - 1)) % simplex->n;
	double up = room_between(simplex, j, i), down = room_between(simplex, i, j);
	double moved = random_between(random, -down, up);

	simplex->point[i] += moved;
	simplex->point[j] -= moved;
}

static void walk(struct simplex *simplex, struct random *random, double *weights)
{
	size_t steps = simplex->n > 1 ? WALK * simplex->n * simplex->n : 0;

	for (size_t i = 0; i < steps; i++)
		exchange(simplex, random);
	for (size_t i = 0; i < simplex->n; i++)
		weights[i] = simplex->point[i];
}

bool simplex_draw(struct simplex *simplex, struct random *random, double *weights)
{
	if (!simplex->bounds) {
		draw_free(simplex, random, weights);
		return true;
	}
	if (simplex->point) {
		walk(simplex, random, weights);
		return true;
	}
	for (int i = 0; i < SIMPLEX_TRIES; i++) {
		if (draw_candidate(simplex, random, weights))
			return true;
	}
	return false;
}
