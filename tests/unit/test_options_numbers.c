/* Options that take a number: whole or not, within bounds, and nothing that only looks like one. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../../cmd/options.h"

static const struct option own_options[] = {
	{.name = "trend",
		.letter = 't',
		SETS_WHOLE(trend),
		.argument = "N",
		.least = -3,
		.most = 400,
		.preset = "8",
		.doc = "add so many quarters"},
	{.name = "fail-under",
		SETS_NUMBER(fail_under),
		.argument = "N",
		.least = 0,
		.most = 100,
		.doc = "demand a score"},
	{.name = NULL},
};

static const char *const formats[] = {"text", NULL};

static const struct command example = {
	.name = "example", .operands = "FILE…", .formats = formats, .options = own_options};

/* What a command line gave. */
struct parsed {
	struct arena arena;
	struct settings settings;
	struct operands operands;
	struct buffer fault;
	enum request request;
};

static void parse(struct parsed *parsed, const char *option, const char *argument)
{
	char *argv[] = {(char *)"partner-example", NULL, NULL};

	*parsed = (struct parsed){0};
	if (option)
		argv[1] = arena_printf(&parsed->arena, "%s%s", option, argument);
	parsed->request = options_parse(&example, argv, &parsed->arena, &parsed->settings,
		&parsed->operands, &parsed->fault);
	buffer_putc(&parsed->fault, '\0');
}

static void forget(struct parsed *parsed)
{
	arena_free(&parsed->arena);
	buffer_free(&parsed->fault);
}

static void check_whole(const char *option, const char *argument, int expected)
{
	struct parsed parsed;

	parse(&parsed, option, argument);
	assert_string_equal(parsed.fault.data, "");
	assert_int_equal(parsed.request, REQUEST_RUN);
	assert_int_equal(parsed.settings.trend, expected);
	forget(&parsed);
}

static void check_number(const char *option, const char *argument, double expected)
{
	struct parsed parsed;

	parse(&parsed, option, argument);
	assert_string_equal(parsed.fault.data, "");
	assert_int_equal(parsed.request, REQUEST_RUN);
	assert_true(parsed.settings.fail_under == expected ||
		(isnan(expected) && isnan(parsed.settings.fail_under)));
	forget(&parsed);
}

static void check_fault(const char *option, const char *argument, const char *expected)
{
	struct parsed parsed;

	parse(&parsed, option, argument);
	assert_string_equal(parsed.fault.data, expected);
	assert_int_equal(parsed.request, REQUEST_FAULT);
	forget(&parsed);
}

static void takes_whole_numbers_within_their_bounds(void **state)
{
	(void)state;
	check_whole(NULL, NULL, 8);
	check_whole("--trend=", "-3", -3);
	check_whole("--trend=", "0", 0);
	check_whole("--trend=", "400", 400);
	check_whole("-t", "12", 12);
	check_whole("--trend=", "12.0", 12);
}

static void takes_numbers_within_their_bounds(void **state)
{
	(void)state;
	check_number(NULL, NULL, NAN);
	check_number("--fail-under=", "0", 0);
	check_number("--fail-under=", "-0", 0);
	check_number("--fail-under=", "54.95", 54.95);
	check_number("--fail-under=", "100", 100);
}

static void names_the_bounds_of_what_is_beyond_them(void **state)
{
	(void)state;
	check_fault("--trend=", "401",
		"out of range value '401' of '--trend'; write a whole number from -3 to 400");
	check_fault(
		"-t", "-4", "out of range value '-4' of '-t'; write a whole number from -3 to 400");
	check_fault("--trend=", "99999999999999999999",
		"out of range value '99999999999999999999' of '--trend';"
		" write a whole number from -3 to 400");
	check_fault("--fail-under=", "100.01",
		"out of range value '100.01' of '--fail-under'; write a number from 0 to 100");
	check_fault("--fail-under=", "-0.5",
		"out of range value '-0.5' of '--fail-under'; write a number from 0 to 100");
}

static void refuses_a_part_where_a_whole_is_wanted(void **state)
{
	(void)state;
	check_fault("--trend=", "1.5",
		"invalid value '1.5' of '--trend'; write a whole number from -3 to 400");
	check_fault("--trend=", "-0.1",
		"invalid value '-0.1' of '--trend'; write a whole number from -3 to 400");
}

/* Also what strtod takes. */
static void refuses_what_is_no_number(void **state)
{
	static const char *const texts[] = {"nan", "NaN", "-nan", "inf", "-inf", "infinity", "0x10",
		"1e1", "", " 1", "1 ", "1x", "+1", ".5", "5.", "5,5", "50%", "many", "１"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		check_fault("--trend=", texts[i],
			arena_printf(&arena,
				"invalid value '%s' of '--trend';"
				" write a whole number from -3 to 400",
				texts[i]));
		check_fault("--fail-under=", texts[i],
			arena_printf(&arena,
				"invalid value '%s' of '--fail-under';"
				" write a number from 0 to 100",
				texts[i]));
	}
	arena_free(&arena);
}

static void refuses_a_missing_number(void **state)
{
	(void)state;
	check_fault("--trend", "", "missing N after '--trend'");
	check_fault("-t", "", "missing N after '-t'");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(takes_whole_numbers_within_their_bounds),
		cmocka_unit_test(takes_numbers_within_their_bounds),
		cmocka_unit_test(names_the_bounds_of_what_is_beyond_them),
		cmocka_unit_test(refuses_a_part_where_a_whole_is_wanted),
		cmocka_unit_test(refuses_what_is_no_number),
		cmocka_unit_test(refuses_a_missing_number),
	};

	return cmocka_run_group_tests_name("option numbers", tests, NULL, NULL);
}
