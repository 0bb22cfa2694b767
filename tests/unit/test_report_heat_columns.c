/* Heat maps of cards that name more criteria and signs than a map has room for. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

#define CARDS 3
#define OWN_EACH 50

static const char *numbered(struct filed *filed, int i, int k)
{
	return arena_printf(&filed->arena, "x%03d", OWN_EACH * i + k);
}

/* Three cards, each with 50 criteria and signs of its own: x000 to x149. The
 * last two have the sign z-common besides. */
static const struct report_heat *heat_of(struct filed *filed)
{
	filed_open(filed);
	for (int i = 0; i < CARDS; i++) {
		struct scorecard *card =
			filed_card(filed, arena_printf(&filed->arena, "p%d", i), 50 + i);

		for (int k = 0; k < OWN_EACH; k++) {
			filed_criterion(filed, card, numbered(filed, i, k), 60);
			filed_sign(filed, card, numbered(filed, i, k), SIGN_NOTE);
		}
		if (i > 0)
			filed_sign(filed, card, "z-common", SIGN_WARNING);
		filed_add(filed, card);
	}
	filed_done(filed);
	return report_heat(&filed->portfolio);
}

static const char *column_of(const struct report_heat_map *map, size_t i)
{
	return ((const struct heat_column *)map->columns.items)[i].name;
}

static void the_first_criteria_are_columns_and_all_are_counted(void **state)
{
	const struct report_heat_map *map;
	const struct heat_row *row;
	struct filed filed;

	(void)state;
	map = heat_of(&filed)->criteria;
	assert_int_equal(map->columns.n, HEAT_COLUMNS_MOST);
	assert_int_equal(map->columns_all, CARDS * OWN_EACH);
	assert_string_equal(column_of(map, 0), "x000");
	assert_string_equal(column_of(map, HEAT_COLUMNS_MOST - 1), "x099");
	row = map->rows.items;
	for (int i = 0; i < CARDS; i++) {
		const double *points = row[i].points.items;
		const int64_t *steps = row[i].steps.items;

		assert_int_equal(row[i].points.n, HEAT_COLUMNS_MOST);
		assert_int_equal(row[i].steps.n, HEAT_COLUMNS_MOST);
		for (int k = 0; k < HEAT_COLUMNS_MOST; k++) {
			assert_int_equal(!isnan(points[k]), k / OWN_EACH == i);
			assert_int_equal(steps[k] > 0, k / OWN_EACH == i);
		}
	}
	filed_close(&filed);
}

/* Unknown signs that are equally frequent stand by name. */
static void the_most_frequent_signs_are_columns_and_all_are_counted(void **state)
{
	const struct report_heat_map *map;
	const struct heat_row *row;
	struct filed filed;

	(void)state;
	map = heat_of(&filed)->signs;
	assert_int_equal(map->columns.n, HEAT_COLUMNS_MOST);
	assert_int_equal(map->columns_all, CARDS * OWN_EACH + 1);
	assert_string_equal(column_of(map, 0), "z-common");
	assert_string_equal(column_of(map, 1), "x000");
	assert_string_equal(column_of(map, HEAT_COLUMNS_MOST - 1), "x098");
	row = map->rows.items;
	for (int i = 0; i < CARDS; i++) {
		const char *const *levels = row[i].levels.items;

		assert_int_equal(row[i].levels.n, HEAT_COLUMNS_MOST);
		assert_int_equal(levels[0] != NULL, i > 0);
		for (int k = 1; k < HEAT_COLUMNS_MOST; k++)
			assert_int_equal(levels[k] != NULL, (k - 1) / OWN_EACH == i);
	}
	filed_close(&filed);
}

static void what_fits_is_all_there_is(void **state)
{
	const struct report_heat *heat;
	struct scorecard *card;
	struct filed filed;

	(void)state;
	filed_open(&filed);
	card = filed_card(&filed, "acme", 60);
	filed_criterion(&filed, card, "support", 60);
	filed_criterion(&filed, card, "price", 60);
	filed_sign(&filed, card, "notice-due", SIGN_NOTE);
	filed_add(&filed, card);
	filed_done(&filed);
	heat = report_heat(&filed.portfolio);
	assert_int_equal(heat->criteria->columns.n, 2);
	assert_int_equal(heat->criteria->columns_all, 2);
	assert_int_equal(heat->signs->columns.n, 1);
	assert_int_equal(heat->signs->columns_all, 1);
	filed_close(&filed);
}

static void check_rows(bool uncut, size_t rows)
{
	const struct report_heat *heat;
	struct filed filed;
	char id[16];

	filed_open(&filed);
	filed.portfolio.options.uncut = uncut;
	for (int i = 0; i <= HEAT_ROWS_CUT; i++) {
		snprintf(id, sizeof(id), "p%02d", i);
		filed_add_score(&filed, id, 60, NULL);
	}
	filed_done(&filed);
	heat = report_heat(&filed.portfolio);
	assert_int_equal(heat->criteria->rows.n, rows);
	assert_int_equal(heat->signs->rows.n, rows);
	filed_close(&filed);
}

static void the_first_rows_will_do_unless_all_are_asked_for(void **state)
{
	(void)state;
	check_rows(false, HEAT_ROWS_CUT);
	check_rows(true, HEAT_ROWS_CUT + 1);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_first_criteria_are_columns_and_all_are_counted),
		cmocka_unit_test(the_most_frequent_signs_are_columns_and_all_are_counted),
		cmocka_unit_test(what_fits_is_all_there_is),
		cmocka_unit_test(the_first_rows_will_do_unless_all_are_asked_for),
	};

	return cmocka_run_group_tests_name("report heat: columns and rows", tests, NULL, NULL);
}
