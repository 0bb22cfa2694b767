#include "measured.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"

int32_t day(const char *text)
{
	const char *hint;
	int32_t date = DATE_NONE;

	assert_int_equal(date_parse(text, strlen(text), &date, &hint), SCALAR_OK);
	return date;
}

int32_t day_or_none(const char *text)
{
	return text ? day(text) : DATE_NONE;
}

void assert_day(int32_t date, const char *expected)
{
	char text[DATE_SIZE];

	assert_string_equal(date == DATE_NONE ? "none" : date_format(date, text), expected);
}

static void read_policy(struct scene *scene, const char *over)
{
	struct policy *policy = decoded(&scene->arena, &policy_record, default_policy_yaml);

	if (over) {
		const char *text = arena_printf(&scene->arena, "policy: test\n%s", over);
		const struct policy *changes = decoded(&scene->arena, &policy_record, text);

		rules_merge(&scene->arena, &policy->rules, &changes->rules);
	}
	measure_resolve(&scene->arena, policy);
	policy_rules_for(&scene->arena, policy, scene->partner, &scene->rules);
}

void scene_open(struct scene *scene, const struct measure_row *row)
{
	const char *text;

	*scene = (struct scene){0};
	text = arena_printf(&scene->arena, "partner: acme\nname: Acme\nkind: %s\n%s",
		row->kind ? row->kind : "vendor", row->records);
	scene->partner = decoded(&scene->arena, &partner_record, text);
	read_policy(scene, row->policy);
	view_init(&scene->view, &scene->arena, scene->partner, &scene->rules, NULL,
		day(row->as_of ? row->as_of : "2026-06-30"), row->us ? SIDE_US : SIDE_PARTNER);
}

void scene_open_as_of(struct scene *scene, const char *records, const char *as_of)
{
	struct measure_row row = {.records = records, .as_of = as_of};

	scene_open(scene, &row);
}

void scene_close(struct scene *scene)
{
	arena_free(&scene->arena);
}

static const struct policy_measure *find_how(const struct criterion *criterion, const char *measure)
{
	EACH (struct policy_measure, how, criterion->measures)
		if (!strcmp(how->measure.text, measure))
			return how;
	return NULL;
}

struct measurement scene_take(struct scene *scene, const char *measure, const char *criterion)
{
	struct policy_measure plain = {.measure = {.text = measure}};
	struct question question = {.view = &scene->view,
		.how = &plain,
		.criterion = criterion,
		.arena = &scene->arena};
	const struct measure_info *info = measure_find(measure);
	struct measurement result;

	assert_non_null(info);
	EACH (struct criterion, row, scene->rules.criteria) {
		const struct policy_measure *how = find_how(row, measure);

		if (!how || (criterion && strcmp(row->id.text, criterion) != 0))
			continue;
		question.how = how;
		question.criterion = row->id.text;
		break;
	}
	measure_take(info, &question, &result);
	return result;
}

static bool same_value(double expected, double value)
{
	if (isnan(expected) || isnan(value))
		return isnan(expected) && isnan(value);
	return fabs(expected - value) < 1e-12 * fmax(1, fabs(expected));
}

static bool as_expected(const struct measure_row *row, const struct measurement *result)
{
	if (row->status != result->status)
		return false;
	return row->status != MEASURE_MEASURED ||
		(row->n == result->n && same_value(row->value, result->value));
}

static bool row_holds(const char *measure, const struct measure_row *row)
{
	struct scene scene;
	struct measurement result;
	bool holds;

	scene_open(&scene, row);
	result = scene_take(&scene, measure, NULL);
	holds = as_expected(row, &result);
	if (!holds)
		print_error("%s: %s: %s %.15g of %d, not %s %.15g of %d\n", measure, row->says,
			measure_status_words[result.status], result.value, (int)result.n,
			measure_status_words[row->status], row->value, (int)row->n);
	scene_close(&scene);
	return holds;
}

void check_measure(const char *measure, const struct measure_row *rows, size_t n)
{
	size_t failed = 0;

	assert_true(n > 0);
	for (size_t i = 0; i < n; i++)
		failed += !row_holds(measure, &rows[i]);
	assert_int_equal(failed, 0);
}

struct clock clock_of(const char *contract, const char *as_of)
{
	struct measure_row row = {.records = contract, .as_of = as_of};
	struct scene scene;
	struct clock clock;

	scene_open(&scene, &row);
	clock_read(&clock, &scene.partner->contract, scene.view.as_of, &scene.view.calendar);
	scene_close(&scene);
	return clock;
}
