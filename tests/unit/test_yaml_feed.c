/* Texts reach the scanner as they are, whatever their length, their end and their characters. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "exact.h"
#include "parsed.h"

/* More than libyaml's buffers hold. */
#define LONG 200000

static void read_bytes(struct parsed *reading, const char *text, size_t length)
{
	char *exact = exact_copy(text, length);

	parsed_open(reading, exact, length);
	yaml_close(reading->stream);
	free(exact);
}

static void end(struct parsed *reading)
{
	arena_free(&reading->arena);
}

static void assert_value(const char *text, const char *value)
{
	struct parsed reading;

	read_bytes(&reading, text, strlen(text));
	assert_int_equal(reading.outcome, YAML_DOCUMENT);
	assert_int_equal(reading.faults.n, 0);
	assert_string_equal(reading.root->first->value->text, value);
	end(&reading);
}

static void a_last_line_needs_no_end(void **state)
{
	(void)state;
	assert_value("a: b", "b");
	assert_value("a: 'b'", "b");
	assert_value("a: |\n  b", "b");
	assert_value("a: b #", "b");
	assert_value("a: b\n...", "b");
	assert_value("a: --", "--");
}

/* No-break space, and sequences of two, three and four bytes. */
#define ALL "\xC2\xA0\xC3\xA9 \xE4\xB8\xAD \xEF\xBF\xBD \xF0\x9F\x98\x80"

static void characters_stay_as_they_are(void **state)
{
	(void)state;
	assert_value("a: x" ALL, "x" ALL);
	assert_value("a: '\t" ALL "'", "\t" ALL);
	assert_value("a: |\n  " ALL "\n  ~\n", ALL "\n~\n");
}

static void long_texts_are_read_to_their_end(void **state)
{
	static const char line[] = "- caf\xC3\xA9 12345\r\n";
	size_t size = strlen(line), lines = LONG / size;
	char *text = malloc(lines * size);
	const struct yaml_node *item;
	struct parsed reading;

	(void)state;
	assert_non_null(text);
	for (size_t i = 0; i < lines; i++)
		memcpy(text + i * size, line, size);
	read_bytes(&reading, text, lines * size);
	assert_int_equal(reading.outcome, YAML_DOCUMENT);
	assert_int_equal(reading.root->length, lines);
	for (item = reading.root->first; item->next; item = item->next)
		assert_string_equal(item->text, "caf\xC3\xA9 12345");
	assert_int_equal(item->at.line, lines);
	assert_int_equal(item->at.end_column, strlen("- cafe 12345"));
	end(&reading);
	free(text);
}

/* The fault of a text that has `bytes` behind `before` characters. */
static void assert_refused(size_t before, const char *bytes)
{
	struct buffer text = {0};
	struct parsed reading;

	buffer_puts(&text, "a: ");
	buffer_fill(&text, 'x', before);
	buffer_puts(&text, bytes);
	read_bytes(&reading, text.data, text.length);
	assert_int_equal(reading.outcome, YAML_BROKEN);
	assert_int_equal(reading.faults.n, 1);
	assert_int_equal(reading.faults.items[0].rule, P002_SYNTAX);
	assert_int_equal(reading.faults.items[0].at.column, before + strlen("a: ") + 1);
	end(&reading);
	buffer_free(&text);
}

static void what_cannot_be_printed_is_refused_where_it_stands(void **state)
{
	static const char *const refused[] = {
		"\x01", "\x1B", "\x7F", "\xC2\x80", "\xC2\x9F", "\xEF\xBF\xBE", "\xEF\xBF\xBF"};

	(void)state;
	for (size_t i = 0; i < sizeof(refused) / sizeof(*refused); i++) {
		for (size_t before = 1; before < 20; before++)
			assert_refused(before, refused[i]);
		assert_refused(LONG, refused[i]);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_last_line_needs_no_end),
		cmocka_unit_test(characters_stay_as_they_are),
		cmocka_unit_test(long_texts_are_read_to_their_end),
		cmocka_unit_test(what_cannot_be_printed_is_refused_where_it_stands),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
