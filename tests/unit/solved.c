#include "solved.h"

#include <setjmp.h>
#include <stdarg.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"

static struct duration duration(const char *text)
{
	struct duration result = {0, DURATION_DAYS};
	const char *hint;

	assert_int_equal(duration_parse(text, strlen(text), &result, &hint), SCALAR_OK);
	return result;
}

static size_t find_row(const struct solved *solved, const char *id, size_t length)
{
	for (size_t i = 0; i < solved->network.n; i++)
		if (strlen(solved->rows[i].id) == length &&
			memcmp(solved->rows[i].id, id, length) == 0)
			return i;
	fail_msg("no activity %s", id);
	return 0;
}

static void read_after(struct solved *solved, struct activity *activity, const char *text)
{
	size_t *after = arena_array(&solved->arena, strlen(text), sizeof(*after));

	while (*text) {
		size_t length = strcspn(text, " ");

		after[activity->n_after++] = find_row(solved, text, length);
		text += length + strspn(text + length, " ");
	}
	activity->after = after;
}

static void read_row(
	struct solved *solved, struct activity *activity, const struct network_row *row)
{
	*activity = (struct activity){
		.takes = duration(row->takes),
		.business_start = row->business,
		.done = row->state == ROW_DONE,
		.passed = row->state == ROW_PASSED,
		.apart = row->state == ROW_APART,
		.not_before = row->fixed ? day(row->fixed) : DATE_NONE,
		.finish_by = row->due ? day(row->due) : DATE_NONE,
	};
	if (row->after)
		read_after(solved, activity, row->after);
}

bool solved_open(struct solved *solved, const char *start, const struct network_row *rows, size_t n)
{
	static int32_t holiday;
	static const struct calendar calendar = {&holiday, 1};

	holiday = day("2026-01-06");
	*solved = (struct solved){.rows = rows};
	solved->network = (struct network){
		.activities = arena_array(&solved->arena, n, sizeof(struct activity)),
		.n = n,
		.start = day(start),
		.calendar = &calendar,
	};
	for (size_t i = 0; i < n; i++)
		read_row(solved, &solved->network.activities[i], &rows[i]);
	return network_solve(&solved->network, &solved->arena);
}

void solved_close(struct solved *solved)
{
	arena_free(&solved->arena);
}

static void put_day(struct buffer *text, const char *before, int32_t date)
{
	buffer_puts(text, before);
	if (date == DATE_NONE)
		buffer_puts(text, "none");
	else
		date_put(text, date);
}

void assert_days(struct solved *solved, const char *id, const char *expected)
{
	const struct activity *activity =
		&solved->network.activities[find_row(solved, id, strlen(id))];
	struct buffer text = {0};

	put_day(&text, "", activity->early_start);
	put_day(&text, " ", activity->early_finish);
	put_day(&text, " ", activity->late_start);
	put_day(&text, " ", activity->late_finish);
	assert_string_equal(buffer_keep(&text, &solved->arena), expected);
}

static void put_id(struct buffer *text, const struct solved *solved, size_t place)
{
	if (text->length)
		buffer_putc(text, ' ');
	buffer_puts(text, solved->rows[place].id);
}

void assert_critical(struct solved *solved, const char *expected)
{
	struct buffer text = {0};

	for (size_t i = 0; i < solved->network.n; i++)
		if (solved->network.activities[i].critical)
			put_id(&text, solved, i);
	assert_string_equal(buffer_keep(&text, &solved->arena), expected);
}

static void assert_places(
	struct solved *solved, const size_t *places, size_t n, const char *expected)
{
	struct buffer text = {0};

	for (size_t i = 0; i < n; i++)
		put_id(&text, solved, places[i]);
	assert_string_equal(buffer_keep(&text, &solved->arena), expected);
}

void assert_path(struct solved *solved, const char *expected)
{
	assert_places(solved, solved->network.path, solved->network.n_path, expected);
}

void assert_cycle(struct solved *solved, const char *expected)
{
	assert_places(solved, solved->network.cycle, solved->network.n_cycle, expected);
}
