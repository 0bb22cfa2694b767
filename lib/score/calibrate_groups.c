/*
 * Groups of raters who share no cell, and what would join them at the least cost. The raters
 * of a cell are of one group, so a cell has a group as well.
 */
#include "calibrate_design.h"

static size_t *count_members(const struct severity *fit, struct arena *arena)
{
	size_t *members = arena_array(arena, fit->groups, sizeof(*members));

	for (size_t r = 0; r < fit->raters; r++)
		members[fit->group[r]]++;
	return members;
}

static void list_groups(const struct design *design, const struct severity *fit,
	struct arena *arena, struct calibration_result *result)
{
	struct group_result *groups = arena_array(arena, fit->groups, sizeof(*groups));
	const char ***raters = arena_array(arena, fit->groups, sizeof(*raters));
	const size_t *members = count_members(fit, arena);

	for (size_t g = 0; g < fit->groups; g++)
		raters[g] = arena_array(arena, members[g], sizeof(**raters));
	for (size_t g = 0; g < fit->groups; g++)
		groups[g] = (struct group_result){(int64_t)g + 1, {raters[g], 0}};
	for (size_t r = 0; r < fit->raters; r++) {
		size_t g = fit->group[r];

		raters[g][groups[g].raters.n++] = design->raters[r];
	}
	result->groups = (struct array){groups, fit->groups};
}

/* ---- bridges ---- */

static size_t find_largest(const struct severity *fit, struct arena *arena)
{
	size_t *rated = arena_array(arena, fit->groups, sizeof(*rated)), largest = 0;

	for (size_t r = 0; r < fit->raters; r++)
		rated[fit->group[r]] += fit->rated[r];
	for (size_t g = 0; g < fit->groups; g++)
		if (rated[g] > rated[largest])
			largest = g;
	return largest;
}

/* The rater of the group who has rated most. */
static size_t find_busiest(const struct severity *fit, size_t group)
{
	size_t best = fit->raters;

	for (size_t r = 0; r < fit->raters; r++)
		if (fit->group[r] == group &&
			(best == fit->raters || fit->rated[r] > fit->rated[best]))
			best = r;
	return best;
}

/* Of each group the partner with the most cells, among those looked at so far. */
struct favourites {
	const size_t *group; /* of each cell */
	size_t *count;       /* of each group: cells of the partner at hand */
	size_t *most;
	size_t *partner;
};

/* Takes in the cells from `from` to `end`, which are those of one partner. */
static void compare_partner(
	const struct favourites *of, const struct design *design, size_t from, size_t end)
{
	for (size_t i = from; i < end; i++)
		of->count[of->group[i]]++;
	for (size_t i = from; i < end; i++) {
		size_t group = of->group[i];

		if (of->count[group] > of->most[group]) {
			of->most[group] = of->count[group];
			of->partner[group] = design->cells[i].partner;
		}
		of->count[group] = 0;
	}
}

/* The partner of each group with the most cells; equals: the first by id. */
static size_t *find_favourites(
	const struct design *design, const struct severity *fit, struct arena *arena)
{
	size_t *group = arena_array(arena, design->n_cells, sizeof(*group));
	const struct favourites of = {group, arena_array(arena, fit->groups, sizeof(size_t)),
		arena_array(arena, fit->groups, sizeof(size_t)),
		arena_array(arena, fit->groups, sizeof(size_t))};

	for (size_t i = 0; i < design->n; i++)
		group[design->ratings[i].cell] = fit->group[design->ratings[i].rater];
	for (size_t from = 0, end; from < design->n_cells; from = end) {
		end = from + 1;
		while (end < design->n_cells &&
			design->cells[end].partner == design->cells[from].partner)
			end++;
		compare_partner(&of, design, from, end);
	}
	return of.partner;
}

static void list_bridges(const struct design *design, const struct severity *fit,
	struct arena *arena, struct calibration_result *result)
{
	struct bridge_result *bridges = arena_array(arena, fit->groups, sizeof(*bridges));
	size_t largest = find_largest(fit, arena), n = 0;
	size_t rater = find_busiest(fit, largest);
	const size_t *partner = find_favourites(design, fit, arena);

	for (size_t g = 0; g < fit->groups; g++)
		if (g != largest)
			bridges[n++] = (struct bridge_result){
				design->raters[rater], design->partners[partner[g]]};
	result->bridges = (struct array){bridges, n};
}

void find_groups(const struct design *design, const struct severity *fit, struct arena *arena,
	struct calibration_result *result)
{
	list_groups(design, fit, arena, result);
	list_bridges(design, fit, arena, result);
}
