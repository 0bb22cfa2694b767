#include "shifted.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/footing.h"

static void take_states(struct shifted *of, const struct two_states *states)
{
	const struct measure_row from = {
		.records = states->from, .as_of = states->since, .policy = states->policy};
	const struct measure_row to = {.records = states->to, .policy = states->policy};

	scene_open(&of->from, &from);
	scene_open(&of->to, &to);
	view_move(&of->now, &of->from.view, day("2026-06-30"), SIDE_PARTNER);
	score_take(&of->scores[0], &of->from.arena, &of->from.view, true);
	score_take(&of->scores[1], &of->from.arena, &of->now, true);
	score_take(&of->scores[2], &of->to.arena, &of->to.view, true);
}

static double sum_rows(const struct array *rows)
{
	const struct change_record *records = rows->items;
	double sum = 0;

	for (size_t i = 0; i < rows->n; i++) {
		assert_true(fabs(records[i].effect) >= FOOTING_NOISE);
		assert_true(i == 0 ||
			fabs(records[i].effect) <= fabs(records[i - 1].effect) + FOOTING_NOISE);
		sum += records[i].effect;
	}
	return sum;
}

/* Whatever it is, it foots and is in order. */
static void assert_rows_foot(const struct shifted *of)
{
	for (size_t i = 0; i < of->attribution.n; i++) {
		const struct criterion_effect *criterion = &of->attribution.criteria[i];

		for (size_t k = 0; k < criterion->n; k++)
			assert_close(sum_rows(&of->rows[i][k]),
				criterion->measures[k].effects[STEP_TIME] +
					criterion->measures[k].effects[STEP_DATA]);
	}
}

void open_shifts(struct shifted *of, const struct two_states *states)
{
	struct arena *arena = &of->to.arena;
	struct composition old, now;
	struct shifts_request request;

	take_states(of, states);
	old = composition_of_score(arena, &of->scores[0]);
	now = composition_of_score(arena, &of->scores[1]);
	match_partners(&of->matching, arena, of->from.partner, of->to.partner);
	attribute(&of->attribution, arena,
		(const struct composition[]){
			old, old, old, now, composition_of_score(arena, &of->scores[2])});
	request = (struct shifts_request){
		.views = {&of->from.view, &of->from.view, &of->from.view, &of->now, &of->to.view},
		.scores = {&of->scores[0], &of->scores[0], &of->scores[0], &of->scores[1],
			&of->scores[2]},
		.matching = &of->matching,
		.attribution = &of->attribution,
	};
	of->rows = shifts_find(arena, &request);
	assert_rows_foot(of);
}

void close_shifts(struct shifted *of)
{
	scene_close(&of->from);
	scene_close(&of->to);
}

/* ---- rows ---- */

void assert_row(const struct change_record *record, const struct row *row)
{
	if (row->ref)
		assert_string_equal(record->ref, row->ref);
	else
		assert_null(record->ref);
	assert_int_equal(record->change, row->change);
	assert_close(record->effect, row->effect);
	assert_int_equal(record->path != NULL, row->ref != NULL);
	assert_int_equal(record->line != 0, row->ref != NULL);
}

void assert_rows(
	const struct two_states *states, const char *measure, const struct row *rows, size_t n)
{
	const struct array *found = NULL;
	struct shifted of;

	open_shifts(&of, states);
	for (size_t i = 0; !found && i < of.attribution.n; i++)
		for (size_t k = 0; !found && k < of.attribution.criteria[i].n; k++)
			if (!strcmp(of.attribution.criteria[i].measures[k].measure, measure))
				found = &of.rows[i][k];
	assert_non_null(found);
	for (size_t i = 0; i < n && i < found->n; i++)
		assert_row(&((const struct change_record *)found->items)[i], &rows[i]);
	assert_int_equal(found->n, n);
	close_shifts(&of);
}
