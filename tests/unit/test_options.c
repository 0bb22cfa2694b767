#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../cmd/options.h"
#include "partner/date.h"

static const char *const formats[] = {"text", "json", "junit", "table", NULL};
static const char *const levels[] = {"note", "warning", "error", NULL};
static const char *const types[] = {"partner", "policy", NULL};

static const struct option own_options[] = {
	{.name = "fail-on",
		SETS_CHOOSE(fail_on),
		.argument = "LEVEL",
		.choices = levels,
		.base = DIAG_NOTE,
		.preset = "error",
		.doc = "exit with 1 from this level up"},
	{.name = "schema",
		SETS_CHOICE(schema),
		.argument = "TYPE",
		.optional = true,
		.set = "partner",
		.choices = types,
		.standalone = true,
		.doc = "print a schema"},
	{.name = "template",
		.letter = 't',
		SETS_TEXT(template),
		.argument = "KIND",
		.doc = "write a starter file"},
	{.name = "explain", .letter = 'e', SETS_FLAG(explain), .doc = "list the records"},
	{.name = NULL},
};

static const struct command example = {
	.name = "example",
	.summary = "show what a command is",
	.operands = "FILE…",
	.formats = formats,
	.options = own_options,
};

/* What a command line gave. */
struct parsed {
	struct arena arena;
	struct settings settings;
	struct operands operands;
	struct buffer fault;
	enum request request;
};

static struct parsed result;

static void forget(void)
{
	arena_free(&result.arena);
	buffer_free(&result.fault);
	result = (struct parsed){0};
}

static int tear_down(void **state)
{
	(void)state;
	forget();
	return 0;
}

/* Parses the words after the program's name. */
#define PARSE(...) parse((char *const[]){(char *)"partner-example", __VA_ARGS__, NULL})

static const struct settings *parse(char *const *argv)
{
	forget();
	result.request = options_parse(
		&example, argv, &result.arena, &result.settings, &result.operands, &result.fault);
	return &result.settings;
}

static void expect_fault(const char *message)
{
	buffer_putc(&result.fault, '\0');
	assert_string_equal(result.fault.data, message);
	assert_int_equal(result.request, REQUEST_FAULT);
}

static void expect_operands(size_t n, ...)
{
	va_list names;

	assert_int_equal(result.request, REQUEST_RUN);
	assert_int_equal(result.operands.n, n);
	va_start(names, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(result.operands.items[i], va_arg(names, const char *));
	va_end(names);
}

static void presets_hold_without_options(void **state)
{
	const struct settings *settings = PARSE(NULL);

	(void)state;
	expect_operands(0);
	assert_int_equal(settings->fail_on, DIAG_ERROR);
	assert_int_equal(settings->color, COLOR_AUTO);
	assert_int_equal(settings->as_of, DATE_NONE);
	assert_null(settings->format);
	assert_null(settings->schema);
	assert_false(settings->standalone);
}

static void survives_an_empty_argv(void **state)
{
	char *const argv[] = {NULL};

	(void)state;
	parse(argv);
	expect_operands(0);
}

static void takes_an_argument_in_each_way(void **state)
{
	(void)state;
	assert_string_equal(PARSE("--output=a.json")->output, "a.json");
	assert_string_equal(PARSE("--output", "a.json")->output, "a.json");
	assert_string_equal(PARSE("-oa.json")->output, "a.json");
	assert_string_equal(PARSE("-o", "a.json")->output, "a.json");
	assert_string_equal(PARSE("--output=a=b")->output, "a=b");
	assert_string_equal(PARSE("-o", "--")->output, "--");
	expect_operands(0);
}

static void bundles_letters(void **state)
{
	const struct settings *settings = PARSE("-jqeofile", "x");

	(void)state;
	assert_string_equal(settings->format, "json");
	assert_true(settings->quiet);
	assert_true(settings->explain);
	assert_string_equal(settings->output, "file");
	expect_operands(1, "x");
}

static void mixes_options_and_operands(void **state)
{
	const struct settings *settings = PARSE("a", "-q", "-", "--explain", "b");

	(void)state;
	assert_true(settings->quiet);
	assert_true(settings->explain);
	expect_operands(3, "a", "-", "b");
}

static void two_dashes_end_the_options(void **state)
{
	const struct settings *settings = PARSE("-e", "--", "-q", "--", "--bogus");

	(void)state;
	assert_true(settings->explain);
	assert_false(settings->quiet);
	expect_operands(3, "-q", "--", "--bogus");
}

static void the_last_of_equal_options_wins(void **state)
{
	(void)state;
	assert_string_equal(PARSE("-Ojunit", "-j")->format, "json");
	assert_string_equal(PARSE("-j", "--format", "junit")->format, "junit");
}

static void chooses_by_place(void **state)
{
	(void)state;
	assert_int_equal(PARSE("--fail-on=note")->fail_on, DIAG_NOTE);
	assert_int_equal(PARSE("--fail-on=warning")->fail_on, DIAG_WARNING);
	assert_int_equal(PARSE("--color=never")->color, COLOR_NEVER);
}

static void an_optional_argument_is_only_attached(void **state)
{
	(void)state;
	assert_string_equal(PARSE("--schema", "policy")->schema, "partner");
	expect_operands(1, "policy");
	assert_string_equal(PARSE("--schema=policy")->schema, "policy");
	assert_true(result.settings.standalone);
}

static void reads_dates(void **state)
{
	(void)state;
	assert_int_equal(PARSE("--as-of=1970-01-31")->as_of, 30);
}

static void help_and_version_end_the_reading(void **state)
{
	(void)state;
	PARSE("-q", "--help", "--bogus");
	assert_int_equal(result.request, REQUEST_HELP);
	PARSE("-qh");
	assert_int_equal(result.request, REQUEST_HELP);
	PARSE("-V", "--bogus");
	assert_int_equal(result.request, REQUEST_VERSION);
	PARSE("--bogus", "--version");
	assert_int_equal(result.request, REQUEST_FAULT);
}

static void names_the_nearest_option(void **state)
{
	(void)state;
	PARSE("--exlain");
	expect_fault("unknown option '--exlain'; did you mean '--explain'");
	PARSE("--colour=never");
	expect_fault("unknown option '--colour'; did you mean '--color'");
	PARSE("-explan");
	expect_fault("unknown option '-x'; did you mean '--explain'");
	PARSE("--frobnicate");
	expect_fault("unknown option '--frobnicate'");
}

static void names_the_unknown_letter(void **state)
{
	(void)state;
	PARSE("-qx");
	expect_fault("unknown option '-x'");
	PARSE("-é");
	expect_fault("unknown option '-é'");
}

static void refuses_a_missing_argument(void **state)
{
	(void)state;
	PARSE("x", "--output");
	expect_fault("missing FILE after '--output'");
	PARSE("-qo");
	expect_fault("missing FILE after '-o'");
	PARSE("--output=", "x");
	expect_fault("missing FILE after '--output'");
	assert_string_equal(PARSE("--template=")->template, "");
}

static void refuses_an_argument_of_a_flag(void **state)
{
	(void)state;
	PARSE("--quiet=yes");
	expect_fault("option '--quiet' takes no argument");
	PARSE("--help=");
	expect_fault("option '--help' takes no argument");
}

static void lists_the_choices(void **state)
{
	(void)state;
	PARSE("--fail-on", "eror");
	expect_fault("unknown value 'eror' of '--fail-on'; did you mean 'error', "
		     "one of note, warning, error");
	PARSE("-Oyaml");
	expect_fault("unknown value 'yaml' of '-O'; write one of text, json, junit, table");
}

static void refuses_what_is_no_date(void **state)
{
	const char *hint;
	int32_t date;
	char expected[160] = "invalid value '5/3/26' of '--as-of'; ";

	(void)state;
	assert_int_equal(date_parse("5/3/26", 6, &date, &hint), SCALAR_INVALID);
	strncat(expected, hint, 100);
	PARSE("--as-of=5/3/26");
	expect_fault(expected);
}

static void visits_own_options_then_common_ones(void **state)
{
	const struct command bare = {.options = NULL};
	const struct option *row = option_next(&example, NULL);

	(void)state;
	assert_ptr_equal(row, own_options);
	for (int i = 0; i < 3; i++)
		row = option_next(&example, row);
	assert_ptr_equal(option_next(&example, row), common_options);
	assert_ptr_equal(option_next(&bare, NULL), common_options);
	for (row = NULL; option_next(&bare, row) != NULL;)
		row = option_next(&bare, row);
	assert_string_equal(row->name, "version");
}

static void no_two_options_share_a_name(void **state)
{
	const struct command bare = {.options = NULL};

	(void)state;
	for (const struct option *a = option_next(&bare, NULL); a; a = option_next(&bare, a)) {
		for (const struct option *b = option_next(&bare, a); b; b = option_next(&bare, b)) {
			assert_false(a->letter && a->letter == b->letter);
			assert_false(a->name && b->name && strcmp(a->name, b->name) == 0);
		}
	}
}

#define TEST(name) cmocka_unit_test_teardown(name, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(presets_hold_without_options),
		TEST(survives_an_empty_argv),
		TEST(takes_an_argument_in_each_way),
		TEST(bundles_letters),
		TEST(mixes_options_and_operands),
		TEST(two_dashes_end_the_options),
		TEST(the_last_of_equal_options_wins),
		TEST(chooses_by_place),
		TEST(an_optional_argument_is_only_attached),
		TEST(reads_dates),
		TEST(help_and_version_end_the_reading),
		TEST(names_the_nearest_option),
		TEST(names_the_unknown_letter),
		TEST(refuses_a_missing_argument),
		TEST(refuses_an_argument_of_a_flag),
		TEST(lists_the_choices),
		TEST(refuses_what_is_no_date),
		TEST(visits_own_options_then_common_ones),
		TEST(no_two_options_share_a_name),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
