#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../cmd/options.h"
#include "partner/date.h"

static const char *const formats[] = {"text", "json", "junit", "table", NULL};
static const struct command example = {.formats = formats};

static struct settings settings;
static struct buffer fault;

static int tear_down(void **state)
{
	(void)state;
	buffer_free(&fault);
	return 0;
}

static bool resolve(const char *source_date_epoch, int64_t now)
{
	buffer_clear(&fault);
	return options_resolve(&example, source_date_epoch, now, &settings, &fault);
}

static void expect_fault(const char *message)
{
	buffer_putc(&fault, '\0');
	assert_string_equal(fault.data, message);
}

static const char *format_for(const char *output)
{
	settings = (struct settings){.output = output};
	assert_true(resolve(NULL, 0));
	return settings.format;
}

static void infers_the_format_from_the_output(void **state)
{
	(void)state;
	assert_string_equal(format_for(NULL), "text");
	assert_string_equal(format_for("out/r.json"), "json");
	assert_string_equal(format_for("r.jsonl"), "json");
	assert_string_equal(format_for("r.xml"), "junit");
	assert_string_equal(format_for("r.json/x"), "text");
	assert_string_equal(format_for("json"), "text");
}

/* Text in a file that says it is something else would be found out too late. */
static void refuses_the_extension_of_a_format_it_lacks(void **state)
{
	(void)state;
	settings = (struct settings){.output = "r.html"};
	assert_false(resolve(NULL, 0));
	expect_fault("no format for 'r.html'; choose one with -O");
	settings = (struct settings){.output = "r.html", .format = "text"};
	assert_true(resolve(NULL, 0));
	settings = (struct settings){.output = "r.pdf"};
	assert_false(resolve(NULL, 0));
	expect_fault("no format for 'r.pdf'; choose one with -O");
}

static void a_format_given_is_not_inferred(void **state)
{
	(void)state;
	settings = (struct settings){.format = "junit", .output = "r.json"};
	assert_true(resolve(NULL, 0));
	assert_string_equal(settings.format, "junit");
}

static void a_dash_is_standard_output(void **state)
{
	(void)state;
	format_for("-");
	assert_null(settings.output);
}

static void the_date_comes_from_option_epoch_clock(void **state)
{
	(void)state;
	settings.as_of = 7;
	assert_true(resolve("864000", 86400));
	assert_int_equal(settings.as_of, 7);
	settings.as_of = DATE_NONE;
	assert_true(resolve("864000", 86400));
	assert_int_equal(settings.as_of, 10);
	settings.as_of = DATE_NONE;
	assert_true(resolve(NULL, 86399));
	assert_int_equal(settings.as_of, 0);
	settings.as_of = DATE_NONE;
	assert_true(resolve("-1", 0));
	assert_int_equal(settings.as_of, -1);
}

static void refuses_a_bad_epoch(void **state)
{
	(void)state;
	settings.as_of = DATE_NONE;
	assert_false(resolve("1e9", 0));
	assert_false(resolve("", 0));
	assert_false(resolve("253402300800", 0)); /* year 10 000 */
	expect_fault("invalid SOURCE_DATE_EPOCH '253402300800'; "
		     "write seconds since 1970, of the years 1 to 9999");
	assert_true(resolve("253402300799", 0));
	assert_int_equal(settings.as_of, DATE_MAX);
}

static void does_not_read_an_epoch_it_does_not_need(void **state)
{
	(void)state;
	settings.as_of = 7;
	assert_true(resolve("1e9", 0));
	assert_int_equal(fault.length, 0);
}

static void colour_depends_on_the_terminal(void **state)
{
	(void)state;
	assert_true(options_color(COLOR_AUTO, NULL, "xterm", true));
	assert_true(options_color(COLOR_AUTO, "", "xterm", true));
	assert_false(options_color(COLOR_AUTO, "1", "xterm", true));
	assert_false(options_color(COLOR_AUTO, NULL, "dumb", true));
	assert_false(options_color(COLOR_AUTO, NULL, NULL, true));
	assert_false(options_color(COLOR_AUTO, NULL, "xterm", false));
	assert_true(options_color(COLOR_ALWAYS, "1", "dumb", false));
	assert_false(options_color(COLOR_NEVER, NULL, "xterm", true));
}

#define TEST(name) cmocka_unit_test_teardown(name, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(infers_the_format_from_the_output),
		TEST(refuses_the_extension_of_a_format_it_lacks),
		TEST(a_format_given_is_not_inferred),
		TEST(a_dash_is_standard_output),
		TEST(the_date_comes_from_option_epoch_clock),
		TEST(refuses_a_bad_epoch),
		TEST(does_not_read_an_epoch_it_does_not_need),
		TEST(colour_depends_on_the_terminal),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
