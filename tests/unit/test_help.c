#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "../../cmd/help.h"
#include "partner/utf8.h"

static const char *const formats[] = {"text", "json", NULL};
static const char *const levels[] = {"note", "warning", "error", NULL};
static const char *const types[] = {"partner", "policy", NULL};
static const char *const examples[] = {"partner-example x", "what it answers", NULL};

static const struct option options[] = {
	{.name = "fail-on",
		SETS_CHOOSE(fail_on),
		.argument = "LEVEL",
		.choices = levels,
		.preset = "error",
		.doc = "exit with 1 from this level up"},
	{.name = "schema",
		SETS_CHOICE(schema),
		.argument = "TYPE",
		.optional = true,
		.choices = types,
		.doc = "print a schema"},
	{.name = "explain", .letter = 'e', SETS_FLAG(explain), .doc = "list the records"},
	{.name = NULL},
};

static const struct command example = {
	.name = "example",
	.summary = "show what a command is",
	.operands = "FILE…",
	.formats = formats,
	.options = options,
	.examples = examples,
	.found = "the example was found",
};

static struct buffer text;

static int tear_down(void **state)
{
	(void)state;
	buffer_free(&text);
	return 0;
}

static const char *help_at(size_t columns)
{
	buffer_clear(&text);
	help_put(&text, &example, columns);
	buffer_putc(&text, '\0');
	return text.data;
}

static void lines_keep_to_the_columns(void **state)
{
	const char *line = help_at(80);

	(void)state;
	while (*line) {
		size_t length = strcspn(line, "\n");

		assert_true(utf8_width(line, length) <= 80);
		assert_true(length == 0 || line[length - 1] != ' ');
		line += length + 1;
	}
}

static size_t count_lines(const char *lines)
{
	size_t n = 0;

	for (; *lines; lines++)
		n += *lines == '\n';
	return n;
}

static void a_wide_terminal_needs_fewer_lines(void **state)
{
	size_t narrow = count_lines(help_at(80));

	(void)state;
	assert_true(count_lines(help_at(200)) < narrow);
}

static void names_what_the_tables_hold(void **state)
{
	static const char *const parts[] = {
		"usage: partner-example [--fail-on=LEVEL] [--schema[=TYPE]] [--explain] ",
		"[OPTION…]\n                       FILE…\n",
		"\n\nshow what a command is\n\n",
		"      --fail-on=LEVEL     exit with 1 from this level up (note, warning, error;\n",
		"                          default error)\n",
		"      --schema[=TYPE]     print a schema (partner, policy)\n",
		"  -e, --explain           list the records\n",
		"  -j                      the same as -O json\n",
		"\nFormats, the first by default:\n  text ",
		"  partner-example x\n      what it answers\n",
		"  1         the example was found\n",
	};
	const char *help = help_at(80);

	(void)state;
	for (size_t i = 0; i < sizeof(parts) / sizeof(*parts); i++)
		if (!strstr(help, parts[i]))
			fail_msg("not in the help: %s", parts[i]);
}

static void expect_wrapped(const char *words, size_t at, size_t indent, const char *expected)
{
	buffer_clear(&text);
	help_put_wrapped(&text, words, at, indent, 10);
	buffer_putc(&text, '\0');
	assert_string_equal(text.data, expected);
}

static void wraps_between_words(void **state)
{
	(void)state;
	expect_wrapped("", 0, 0, "\n");
	expect_wrapped("one two", 0, 0, "one two\n");
	expect_wrapped("one two to", 0, 0, "one two to\n");
	expect_wrapped("one two two", 0, 0, "one two\ntwo\n");
	expect_wrapped("one two", 4, 2, "one\n  two\n");
	expect_wrapped("a longer-than-all b", 0, 2, "a\n  longer-than-all\n  b\n");
	expect_wrapped("ääää ääää ä", 0, 0, "ääää ääää\nä\n");
}

#define TEST(name) cmocka_unit_test_teardown(name, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(lines_keep_to_the_columns),
		TEST(a_wide_terminal_needs_fewer_lines),
		TEST(names_what_the_tables_hold),
		TEST(wraps_between_words),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
