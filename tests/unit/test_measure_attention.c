/* How steady attention is, and how sure that is, as of 2026-06-30: R15. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "near.h"
#include "partner/rate.h"

static struct interval range_of(const struct scene *scene, const struct measurement *taken)
{
	struct question question = {
		&scene->view, NULL, "relationship", NULL, quantiles_of(&scene->view)};

	assert_int_equal(taken->status, MEASURE_MEASURED);
	return measure_range(measure_find("steady-attention"), &question, taken);
}

static void assert_ends(struct interval got, double low, double high)
{
	if (isinf(low))
		assert_true(got.low == low);
	else
		assert_relative(got.low, low, 1e-11, 0);
	if (isinf(high))
		assert_true(got.high == high);
	else
		assert_relative(got.high, high, 1e-11, 0);
}

/* Contacts of a week each inside one window before today, and before it. */
struct contacts {
	int inside, outside;
	int window_days, other_days;
};

static void put_touchpoint(struct buffer *text, int32_t date, const char *what)
{
	char written[DATE_SIZE];

	buffer_printf(text, "  - {date: %s, %s}\n", date_format(date, written), what);
}

/* The first touchpoint tells from when on there are records; it is no contact of theirs. */
static void open_contacts(
	struct scene *scene, const struct contacts *contacts, const char *confidence)
{
	int32_t today = day("2026-06-30");
	struct buffer text = {0}, policy = {0};
	struct measure_row row;

	buffer_puts(&text, "contract: {end: 2026-06-30, renewal: manual}\ntouchpoints:\n");
	put_touchpoint(&text, today - contacts->window_days - contacts->other_days + 1,
		"initiated_by: us");
	for (int i = 0; i < contacts->inside; i++)
		put_touchpoint(&text, today - 7 * i, "initiated_by: partner");
	for (int i = 1; i <= contacts->outside; i++)
		put_touchpoint(
			&text, today - contacts->window_days - 7 * i, "initiated_by: partner");
	buffer_putc(&text, '\0');
	buffer_printf(&policy, "renewal_window: %dd\nconfidence: %s\n", contacts->window_days,
		confidence);
	row = (struct measure_row){.records = text.data, .policy = policy.data};
	scene_open(scene, &row);
	buffer_free(&text);
	buffer_free(&policy);
}

static struct rate_ratio compare(const struct measurement *taken)
{
	int64_t k = (int64_t)taken->k;

	return rate_compare((struct rate_count){k, taken->inside},
		(struct rate_count){taken->n - k, taken->outside}, 0.95);
}

/* Computed apart from this program. */
static void attention_compares_two_rates(void **state)
{
	static const struct {
		struct contacts contacts;
		double ratio, low, high, p;
	} rows[] = {
		{{2, 9, 17877, 16660}, 0.20709415574325793, 0.02177406275906471, 1.0005491044877215,
			0.9957866808045336},
		{{8, 4, 180, 550}, 6.111111111111112, 1.6371807578182531, 27.732110942566123,
			0.0025295741809236686},
		{{9, 15, 180, 915}, 3.05, 1.176874871553272, 7.439154262244833,
			0.010756861469034647},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measurement taken;
		struct scene scene;

		open_contacts(&scene, &rows[i].contacts, "95%");
		taken = scene_take(&scene, "steady-attention", NULL);
		assert_true(taken.inside == rows[i].contacts.window_days);
		assert_true(taken.outside == rows[i].contacts.other_days);
		assert_near(taken.value, rows[i].ratio);
		assert_ends(range_of(&scene, &taken), rows[i].low, rows[i].high);
		assert_relative(compare(&taken).p, rows[i].p, 1e-11, 0);
		scene_close(&scene);
	}
}

static void few_contacts_are_still_counted(void **state)
{
	static const struct contacts contacts = {3, 0, 90, 275};
	struct measurement taken;
	struct scene scene;

	(void)state;
	open_contacts(&scene, &contacts, "95%");
	taken = scene_take(&scene, "steady-attention", NULL);
	assert_int_equal(taken.status, MEASURE_NO_DATA);
	assert_true(taken.n == 3 && taken.k == 3);
	assert_true(taken.inside == 90 && taken.outside == 275);
	assert_relative(compare(&taken).p, 0.0149916327564091, 1e-11, 0);
	assert_relative(compare(&taken).range.low, 1.2626513625943985, 1e-11, 0);
	scene_close(&scene);
}

/* Of 5 in 5 the least share is 0.025^(1/5). */
static void without_a_contact_outside_there_is_no_bound_above(void **state)
{
	static const struct contacts contacts = {5, 0, 180, 550};
	double least = 0.4781762498950185;
	struct measurement taken;
	struct scene scene;

	(void)state;
	open_contacts(&scene, &contacts, "95%");
	taken = scene_take(&scene, "steady-attention", NULL);
	assert_true(isnan(taken.value));
	assert_ends(range_of(&scene, &taken), least / (1 - least) * 550 / 180, INFINITY);
	scene_close(&scene);
}

static void without_a_contact_inside_the_low_end_is_nought(void **state)
{
	static const struct contacts contacts = {0, 5, 180, 550};
	struct measurement taken;
	struct interval range;
	struct scene scene;

	(void)state;
	open_contacts(&scene, &contacts, "95%");
	taken = scene_take(&scene, "steady-attention", NULL);
	range = range_of(&scene, &taken);
	assert_true(taken.value == 0 && range.low == 0 && range.high > 0 && range.high < 100);
	scene_close(&scene);
}

/* R55. */
static void the_policy_says_how_sure_ratios_are(void **state)
{
	static const struct {
		struct contacts contacts;
		const char *confidence;
		struct interval range;
	} rows[] = {
		{{8, 4, 180, 550}, "100%", {0, HUGE_VAL}},
		{{8, 4, 180, 550}, "0%", {55 / 9.0, 55 / 9.0}},
		{{5, 0, 180, 550}, "100%", {0, HUGE_VAL}},
		{{5, 0, 180, 550}, "0%", {HUGE_VAL, HUGE_VAL}},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(rows); i++) {
		struct measurement taken;
		struct scene scene;

		open_contacts(&scene, &rows[i].contacts, rows[i].confidence);
		taken = scene_take(&scene, "steady-attention", NULL);
		assert_ends(range_of(&scene, &taken), rows[i].range.low, rows[i].range.high);
		scene_close(&scene);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(attention_compares_two_rates),
		cmocka_unit_test(few_contacts_are_still_counted),
		cmocka_unit_test(without_a_contact_outside_there_is_no_bound_above),
		cmocka_unit_test(without_a_contact_inside_the_low_end_is_nought),
		cmocka_unit_test(the_policy_says_how_sure_ratios_are),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
