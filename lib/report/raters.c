/* The panel: how strict its raters are, and how far they agree. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orders.h"

/* From so much alpha on ratings are reliable, or at least allow tentative conclusions
 * (Krippendorff 2004, "Content Analysis", chapter 11). */
#define ALPHA_RELIABLE 0.8
#define ALPHA_TENTATIVE 0.667

static double number_of(struct number_field field)
{
	return HAS(field) ? field.value : NAN;
}

static int64_t whole_of(struct whole_field field)
{
	return HAS(field) ? field.value : 0;
}

/* ---- raters ---- */

/* Of equal ones, in two calibrations, the one that came first. */
static int compare_raters(const void *left, const void *right)
{
	const struct report_rater *a = *(const struct report_rater *const *)left;
	const struct report_rater *b = *(const struct report_rater *const *)right;
	double x = isnan(a->offset) ? -1 : fabs(a->offset);
	double y = isnan(b->offset) ? -1 : fabs(b->offset);
	int order = strcmp(a->rater, b->rater);

	if (x != y)
		return x > y ? -1 : 1;
	return order ? order : (a > b) - (a < b);
}

static struct array sort_raters(struct arena *arena, const struct report_rater *raters, size_t n)
{
	const struct report_rater **order = arena_array(arena, n, sizeof(*order));
	struct report_rater *sorted = arena_array(arena, n, sizeof(*sorted));

	for (size_t i = 0; i < n; i++)
		order[i] = &raters[i];
	if (n)
		qsort(order, n, sizeof(*order), compare_raters);
	for (size_t i = 0; i < n; i++)
		sorted[i] = *order[i];
	return (struct array){sorted, n};
}

struct raters {
	struct names names;
	struct report_rater *items;
	size_t capacity;
};

static void count_ratings(struct raters *raters, const struct member_rater *rater)
{
	size_t known = raters->names.n, at = names_add(&raters->names, rater->rater);

	raters->items = arena_grow(raters->names.arena, raters->items, known, &raters->capacity,
		sizeof(*raters->items));
	if (at == known)
		raters->items[at] =
			(struct report_rater){raters->names.texts[at], NAN, NAN, NAN, 0, 0};
	raters->items[at].n += rater->n;
}

/* Cards only tell how many criteria somebody has rated. */
static struct array raters_of_cards(const struct portfolio *portfolio)
{
	struct raters raters = {.names = {.arena = results_of(portfolio)}};

	for (size_t i = 0; i < portfolio->partners.n; i++) {
		struct array list = portfolio->partners.items[i]->raters;
		const struct member_rater *rater = list.items;

		for (size_t k = 0; k < list.n; k++)
			count_ratings(&raters, &rater[k]);
	}
	return sort_raters(raters.names.arena, raters.items, raters.names.n);
}

/* ---- what calibrations say ---- */

struct collected {
	struct arena *arena;
	struct report_rater *raters;
	struct report_agreement *agreement;
	struct report_group *groups;
	struct report_bridge *bridges;
	size_t n_raters, n_agreement, n_groups, n_bridges;
};

static const struct calibration *calibration_at(const struct portfolio *portfolio, size_t i)
{
	const struct calibration_file *const *files = portfolio->calibrations.items;

	return &files[i]->calibration;
}

static struct collected make_room(const struct portfolio *portfolio)
{
	struct collected room = {.arena = results_of(portfolio)};
	size_t raters = 0, agreement = 0, groups = 0, bridges = 0;

	for (size_t i = 0; i < portfolio->calibrations.n; i++) {
		const struct calibration *calibration = calibration_at(portfolio, i);

		raters += calibration->raters.list.n;
		agreement += calibration->agreement.list.n;
		groups += calibration->groups.list.n;
		bridges += calibration->bridges.list.n;
	}
	room.raters = arena_array(room.arena, raters, sizeof(*room.raters));
	room.agreement = arena_array(room.arena, agreement, sizeof(*room.agreement));
	room.groups = arena_array(room.arena, groups, sizeof(*room.groups));
	room.bridges = arena_array(room.arena, bridges, sizeof(*room.bridges));
	return room;
}

static void collect_raters(struct collected *all, const struct calibration *calibration)
{
	EACH (struct calibrated_rater, rater, calibration->raters)
		if (HAS(rater->rater))
			all->raters[all->n_raters++] = (struct report_rater){
				.rater = rater->rater.text,
				.offset = number_of(rater->offset),
				.se = number_of(rater->se),
				.reliability = number_of(rater->reliability),
				.n = whole_of(rater->ratings),
				.group = whole_of(rater->group),
			};
}

static const char *verdict_of(double alpha)
{
	if (isnan(alpha))
		return NULL;
	if (alpha >= ALPHA_RELIABLE)
		return "reliable";
	return alpha >= ALPHA_TENTATIVE ? "tentative" : "do not rely on it";
}

static void collect_agreement(struct collected *all, const struct calibration *calibration)
{
	EACH (struct calibrated_agreement, agreement, calibration->agreement)
		if (HAS(agreement->criterion))
			all->agreement[all->n_agreement++] = (struct report_agreement){
				.criterion = agreement->criterion.text,
				.alpha = number_of(agreement->alpha),
				.units = whole_of(agreement->units),
				.ratings = whole_of(agreement->ratings),
				.verdict = verdict_of(number_of(agreement->alpha)),
			};
}

static struct array name_raters(struct arena *arena, const struct calibrated_group *group)
{
	const char **names = arena_array(arena, group->raters.list.n, sizeof(*names));
	size_t n = 0;

	EACH (struct text_field, rater, group->raters)
		if (HAS(*rater))
			names[n++] = rater->text;
	return (struct array){names, n};
}

static void collect_groups(struct collected *all, const struct calibration *calibration)
{
	EACH (struct calibrated_group, group, calibration->groups)
		all->groups[all->n_groups++] = (struct report_group){
			whole_of(group->group), name_raters(all->arena, group)};
	EACH (struct calibrated_bridge, bridge, calibration->bridges)
		if (HAS(bridge->rater) && HAS(bridge->partner))
			all->bridges[all->n_bridges++] =
				(struct report_bridge){bridge->rater.text, bridge->partner.text};
}

static struct collected collect(const struct portfolio *portfolio)
{
	struct collected all = make_room(portfolio);

	for (size_t i = 0; i < portfolio->calibrations.n; i++) {
		const struct calibration *calibration = calibration_at(portfolio, i);

		collect_raters(&all, calibration);
		collect_agreement(&all, calibration);
		collect_groups(&all, calibration);
	}
	return all;
}

/* Cards tell as well whether they were calibrated, if not by what. */
static bool is_calibrated(const struct portfolio *portfolio)
{
	if (portfolio->calibrations.n)
		return true;
	for (size_t i = 0; i < portfolio->partners.n; i++)
		if (portfolio->partners.items[i]->calibration)
			return true;
	return false;
}

const struct report_panel *report_panel(const struct portfolio *portfolio)
{
	struct collected all = collect(portfolio);
	struct report_panel *panel = ARENA_NEW(all.arena, struct report_panel);

	*panel = (struct report_panel){
		.calibrated = is_calibrated(portfolio),
		.raters = portfolio->calibrations.n
			? sort_raters(all.arena, all.raters, all.n_raters)
			: raters_of_cards(portfolio),
		.agreement = {all.agreement, all.n_agreement},
		.groups = {all.groups, all.n_groups},
		.bridges = {all.bridges, all.n_bridges},
	};
	return panel;
}
