/* Gauges as Prometheus reads them. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "partner/metrics.h"

static void a_family_is_headed_once(void **state)
{
	(void)state;
	static const struct metrics_label labels[] = {{"partner", "acme"}, {"side", "us"}};
	struct buffer out = {0};
	struct metrics metrics = {.out = &out};

	metrics_family(&metrics, "some_ratio", "Share of it.");
	metrics_real(&metrics, labels, 2, 0.125, 2);
	metrics_whole(&metrics, labels, 1, -3);
	metrics_family(&metrics, "files", "How many.");
	metrics_whole(&metrics, NULL, 0, 0);
	assert_string_equal(written(&out),
		"# HELP some_ratio Share of it.\n# TYPE some_ratio gauge\n"
		"some_ratio{partner=\"acme\",side=\"us\"} 0.13\n"
		"some_ratio{partner=\"acme\"} -3\n"
		"# HELP files How many.\n# TYPE files gauge\nfiles 0\n");
	buffer_free(&out);
}

/* Counts the lines, and takes them away. */
struct taken {
	struct buffer out, all;
	int lines;
};

static void take(void *context)
{
	struct taken *taken = context;

	buffer_add(&taken->all, taken->out.data, taken->out.length);
	buffer_clear(&taken->out);
	taken->lines++;
}

static void lines_can_be_taken_away_as_they_come(void **state)
{
	(void)state;
	struct taken taken = {.lines = 0};
	struct metrics metrics = {.out = &taken.out, .drain = take, .context = &taken};

	metrics_family(&metrics, "a", "A.");
	metrics_whole(&metrics, NULL, 0, 1);
	metrics_real(&metrics, NULL, 0, NAN, 1);
	metrics_real(&metrics, NULL, 0, 2, 1);
	assert_int_equal(taken.lines, 2);
	assert_int_equal(taken.out.length, 0);
	assert_string_equal(written(&taken.all), "# HELP a A.\n# TYPE a gauge\na 1\na 2.0\n");
	buffer_free(&taken.out);
	buffer_free(&taken.all);
}

static void a_family_without_values_leaves_nothing(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct metrics metrics = {.out = &out};

	metrics_family(&metrics, "some_ratio", "Share of it.");
	metrics_real(&metrics, NULL, 0, NAN, 2);
	metrics_real(&metrics, NULL, 0, HUGE_VAL, 2);
	metrics_real(&metrics, NULL, 0, -HUGE_VAL, 2);
	assert_string_equal(written(&out), "");
	buffer_free(&out);
}

static void large_values_are_written_out(void **state)
{
	(void)state;
	struct buffer out = {0};
	struct metrics metrics = {.out = &out};

	metrics_family(&metrics, "a", "A.");
	metrics_real(&metrics, NULL, 0, 8999999999999999, 1);
	metrics_real(&metrics, NULL, 0, -9e15, 1);
	metrics_real(&metrics, NULL, 0, 1e22, 1);
	assert_string_equal(written(&out),
		"# HELP a A.\n# TYPE a gauge\na 8999999999999999.0\na -9000000000000000\n"
		"a 10000000000000000000000\n");
	buffer_free(&out);
}

static void check_label(const char *value, const char *expected)
{
	struct metrics_label label = {"partner", value};
	struct buffer out = {0}, line = {0};
	struct metrics metrics = {.out = &out};

	metrics_family(&metrics, "a", "A.");
	metrics_whole(&metrics, &label, 1, 1);
	buffer_printf(&line, "# HELP a A.\n# TYPE a gauge\na{partner=\"%s\"} 1\n", expected);
	assert_string_equal(written(&out), written(&line));
	buffer_free(&out);
	buffer_free(&line);
}

static void hostile_labels_are_inert(void **state)
{
	(void)state;
	check_label("", "");
	check_label("a\"} 2\na{b=\"", "a\\\"} 2\\na{b=\\\"");
	check_label("back\\slash\\n", "back\\\\slash\\\\n");
	check_label("\x1B[1m\r\xFF", "\\\\x1B[1m\\\\x0D\\\\xFF");
	check_label("\xE2\x80\xAE"
		    "abc",
		"\\\\u{202E}abc");
	check_label(HOSTILE_TAG, HOSTILE_TAG);
	check_label(HOSTILE_FORMULA, HOSTILE_FORMULA);
	check_label(HOSTILE_ARABIC, HOSTILE_ARABIC);
	check_label(HOSTILE_EMOJI, HOSTILE_EMOJI);
	check_label("\n", "\\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_family_is_headed_once),
		cmocka_unit_test(lines_can_be_taken_away_as_they_come),
		cmocka_unit_test(a_family_without_values_leaves_nothing),
		cmocka_unit_test(large_values_are_written_out),
		cmocka_unit_test(hostile_labels_are_inert),
	};

	return cmocka_run_group_tests_name("metrics", tests, NULL, NULL);
}
