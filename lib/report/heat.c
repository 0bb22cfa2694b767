/* Heat maps: partners against criteria, and against warning signs. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orders.h"
#include "partner/signs.h"

#define HEAT_STEPS 5

static size_t columns_kept(size_t n)
{
	return n < HEAT_COLUMNS_MOST ? n : HEAT_COLUMNS_MOST;
}

/* ---- criteria ---- */

/* All of them by first appearance; each card has its policy's order. */
static struct names name_criteria(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct names names = {.arena = results_of(portfolio)};

	for (size_t i = 0; i < partners.n; i++) {
		struct array criteria = partners.items[i]->criteria;
		const char *const *criterion = criteria.items;

		for (size_t k = 0; k < criteria.n; k++)
			names_add(&names, criterion[k]);
	}
	return names;
}

/* Of the policy's n grades that of rank 1, the best, is step 1, the n-th step 5. */
static int64_t step_of(const struct card_policy *policy, double score)
{
	const struct card_band *band = policy->bands.items;
	size_t n = policy->bands.n, rank = 1;

	if (isnan(score) || !n)
		return 0;
	while (rank < n && score < band[rank - 1].from)
		rank++;
	return (int64_t)((HEAT_STEPS * rank + n - 1) / n);
}

static struct heat_row start_row(const struct member *member)
{
	return (struct heat_row){
		.partner = member->partner, .name = member->name, .standing = member->standing};
}

static struct heat_row make_criteria_row(const struct member *member, struct names *names)
{
	size_t n = columns_kept(names->n);
	double *points = arena_array(names->arena, n, sizeof(*points));
	int64_t *steps = arena_array(names->arena, n, sizeof(*steps));
	const char *const *criterion = member->criteria.items;
	struct heat_row row = start_row(member);

	for (size_t i = 0; i < n; i++)
		points[i] = NAN;
	for (size_t i = 0; i < member->criteria.n; i++) {
		uint32_t column = names_add(names, criterion[i]);

		if (column >= n)
			continue;
		points[column] = member->points[i];
		steps[column] = step_of(member->policy, member->points[i]);
	}
	row.points = (struct array){points, n};
	row.steps = (struct array){steps, n};
	return row;
}

static const struct report_heat_map *map_criteria(const struct portfolio *portfolio)
{
	struct names names = name_criteria(portfolio);
	size_t n = columns_kept(names.n);
	size_t n_rows = rows_cut(portfolio, portfolio->partners.n, HEAT_ROWS_CUT);
	struct heat_column *columns = arena_array(names.arena, n, sizeof(*columns));
	struct heat_row *rows = arena_array(names.arena, n_rows, sizeof(*rows));
	struct report_heat_map *map = ARENA_NEW(names.arena, struct report_heat_map);

	for (size_t i = 0; i < n; i++)
		columns[i].name = names.texts[i];
	for (size_t i = 0; i < n_rows; i++)
		rows[i] = make_criteria_row(portfolio->partners.items[i], &names);
	*map = (struct report_heat_map){{columns, n}, (int64_t)names.n, {rows, n_rows}};
	return map;
}

/* ---- signs ---- */

struct sign_column {
	const char *sign;
	const struct sign_info *info; /* NULL: this version does not know it */
	size_t number;                /* by first appearance */
	int64_t partners;
	const struct member *last; /* that was counted */
};

struct sign_columns {
	struct names names;
	struct sign_column *items; /* by number until they are sorted */
	size_t capacity;
	size_t *places; /* of each number among the sorted ones */
};

static void count_sign(
	struct sign_columns *columns, const struct member *member, const struct member_sign *sign)
{
	size_t known = columns->names.n, number = names_add(&columns->names, sign->sign);
	struct sign_column *column;

	if (number == known) {
		columns->items = arena_grow(columns->names.arena, columns->items, known,
			&columns->capacity, sizeof(*columns->items));
		columns->items[number] = (struct sign_column){
			columns->names.texts[number], sign_find(sign->sign), number, 0, NULL};
	}
	column = &columns->items[number];
	column->partners += column->last != member;
	column->last = member;
}

static int compare_sign_columns(const void *left, const void *right)
{
	const struct sign_column *a = left, *b = right;

	if (a->partners != b->partners)
		return a->partners > b->partners ? -1 : 1;
	if (!a->info != !b->info)
		return a->info ? -1 : 1;
	if (a->info != b->info)
		return a->info < b->info ? -1 : 1;
	return strcmp(a->sign, b->sign);
}

static struct sign_columns order_signs(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct sign_columns columns = {.names = {.arena = results_of(portfolio)}};

	for (size_t i = 0; i < partners.n; i++) {
		const struct member_sign *sign = partners.items[i]->signs.items;

		for (size_t k = 0; k < partners.items[i]->signs.n; k++)
			count_sign(&columns, partners.items[i], &sign[k]);
	}
	if (columns.items)
		qsort(columns.items, columns.names.n, sizeof(*columns.items), compare_sign_columns);
	columns.places = arena_array(columns.names.arena, columns.names.n, sizeof(*columns.places));
	for (size_t i = 0; i < columns.names.n; i++)
		columns.places[columns.items[i].number] = i;
	return columns;
}

static struct heat_row make_signs_row(const struct member *member, struct sign_columns *columns)
{
	size_t n = columns_kept(columns->names.n);
	const char **levels = arena_array(columns->names.arena, n, sizeof(*levels));
	const struct member_sign *sign = member->signs.items;
	struct heat_row row = start_row(member);

	for (size_t i = 0; i < member->signs.n; i++) {
		size_t place = columns->places[names_add(&columns->names, sign[i].sign)];

		if (place < n)
			levels[place] = sign[i].muted ? "muted" : sign_level_words[sign[i].level];
	}
	row.levels = (struct array){levels, n};
	return row;
}

static const struct report_heat_map *map_signs(const struct portfolio *portfolio)
{
	struct arena *arena = results_of(portfolio);
	struct sign_columns signs = order_signs(portfolio);
	size_t n = columns_kept(signs.names.n);
	size_t n_rows = rows_cut(portfolio, portfolio->partners.n, HEAT_ROWS_CUT);
	struct heat_column *columns = arena_array(arena, n, sizeof(*columns));
	struct heat_row *rows = arena_array(arena, n_rows, sizeof(*rows));
	struct report_heat_map *map = ARENA_NEW(arena, struct report_heat_map);

	for (size_t i = 0; i < n; i++)
		columns[i] = (struct heat_column){signs.items[i].sign, signs.items[i].partners};
	for (size_t i = 0; i < n_rows; i++)
		rows[i] = make_signs_row(portfolio->partners.items[i], &signs);
	*map = (struct report_heat_map){{columns, n}, (int64_t)signs.names.n, {rows, n_rows}};
	return map;
}

const struct report_heat *report_heat(const struct portfolio *portfolio)
{
	struct report_heat *heat = ARENA_NEW(results_of(portfolio), struct report_heat);

	*heat = (struct report_heat){map_criteria(portfolio), map_signs(portfolio)};
	return heat;
}
