#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "parsed.h"

static void open_text(struct parsed *reading, const char *text)
{
	parsed_open(reading, text, strlen(text));
}

static void end(struct parsed *reading)
{
	yaml_close(reading->stream);
	arena_free(&reading->arena);
}

/* The one finding of a text, as it would be printed. */
static void assert_finding(const char *text, const char *line)
{
	struct parsed reading;
	struct buffer printed = {0};

	open_text(&reading, text);
	while (reading.outcome == YAML_DOCUMENT)
		reading.outcome = yaml_next(reading.stream, &reading.root);
	diag_sort(&reading.faults);
	for (size_t i = 0; i < reading.faults.n; i++)
		diag_put_line(&printed, &reading.faults.items[i]);
	buffer_putc(&printed, '\0');
	assert_string_equal(printed.data, line);
	buffer_free(&printed);
	end(&reading);
}

static const struct yaml_node *key_of(const struct yaml_node *map, const char *name)
{
	for (const struct yaml_node *key = map->first; key; key = key->next)
		if (!strcmp(key->text, name))
			return key;
	fail_msg("no key %s", name);
	return map;
}

static void reads_maps_lists_and_scalars(void **state)
{
	struct parsed reading;
	const struct yaml_node *list, *second;

	(void)state;
	open_text(&reading, "name: Ada\ntags: [a, 'b c']\n");
	assert_int_equal(reading.outcome, YAML_DOCUMENT);
	assert_int_equal(reading.root->kind, YAML_MAP);
	assert_int_equal(reading.root->length, 2);
	assert_string_equal(key_of(reading.root, "name")->value->text, "Ada");
	list = key_of(reading.root, "tags")->value;
	assert_int_equal(list->kind, YAML_LIST);
	assert_int_equal(list->length, 2);
	second = list->first->next;
	assert_string_equal(second->text, "b c");
	assert_false(second->plain);
	assert_true(list->first->plain);
	assert_int_equal(yaml_next(reading.stream, &reading.root), YAML_END);
	end(&reading);
}

static void counts_places_from_one_and_includes_the_end(void **state)
{
	struct parsed reading;
	const struct yaml_node *value;

	(void)state;
	open_text(&reading, "# höchst\nläuft: 'Größe'  # x\n");
	value = key_of(reading.root, "läuft")->value;
	assert_int_equal(value->at.line, 2);
	assert_int_equal(value->at.column, 8);
	assert_int_equal(value->at.end_line, 2);
	assert_int_equal(value->at.end_column, 14);
	end(&reading);
}

static void counts_lines_as_an_editor_does(void **state)
{
	static const char *const texts[] = {
		"a: 1\r\nb: 2\r\n", "a: 1\rb: 2\r",
		("\xEF\xBB\xBF"
		 "a: 1\nb: 2\n"),
		"a: \"x\xE2\x80\xA8y\"\nb: 2\n", /* U+2028 */
		"a: \"x\xC2\x85y\"\nb: 2\n",     /* U+0085 */
	};
	struct parsed reading;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		open_text(&reading, texts[i]);
		assert_int_equal(key_of(reading.root, "b")->at.line, 2);
		assert_int_equal(key_of(reading.root, "b")->value->at.column, 4);
		end(&reading);
	}
}

static void keeps_nul_within_quotes(void **state)
{
	struct parsed reading;

	(void)state;
	open_text(&reading, "a: \"x\\0y\"\n");
	assert_int_equal(key_of(reading.root, "a")->value->length, 3);
	end(&reading);
}

static void reads_documents_one_by_one(void **state)
{
	struct parsed reading;

	(void)state;
	open_text(&reading, "a: 1\n---\na: 2\n...\n");
	assert_string_equal(reading.root->first->value->text, "1");
	assert_int_equal(yaml_next(reading.stream, &reading.root), YAML_DOCUMENT);
	assert_string_equal(reading.root->first->value->text, "2");
	assert_int_equal(reading.root->at.line, 3);
	assert_int_equal(yaml_next(reading.stream, &reading.root), YAML_END);
	end(&reading);
}

static void an_empty_text_has_no_document(void **state)
{
	struct parsed reading;

	(void)state;
	open_text(&reading, "# nothing yet\n");
	assert_int_equal(reading.outcome, YAML_END);
	end(&reading);
}

static void locates_syntax_faults(void **state)
{
	(void)state;
	assert_finding("a: [1, 2\n",
		"t.yaml:2:1: error: did not find expected ',' or ']'; "
		"while parsing a flow sequence, line 1 [P002]\n");
	/* An open quote is shown where it opens. */
	assert_finding("a: 1\nb: 'x\nc: 2\n",
		"t.yaml:2:4: error: found unexpected end of stream; "
		"while scanning a quoted scalar, line 2 [P002]\n");
	assert_finding("a: 1\nb\nc: 2\n",
		"t.yaml:2:1: error: could not find expected ':'; "
		"write 'key: value', with a space after the colon [P002]\n");
	assert_finding(
		"a: x\001y\n", "t.yaml:1:5: error: control characters are not allowed [P002]\n");
}

static void locates_bytes_that_are_not_utf8(void **state)
{
	(void)state;
	assert_finding("a: 1\nb: \xC3\xA4\xFF\n",
		"t.yaml:2:5: error: invalid byte '0xFF'; save as UTF-8 [P001]\n");
	assert_finding("\xFF\xFE"
		       "a",
		"t.yaml:1:1: error: invalid byte '0xFF'; save as UTF-8 [P001]\n");
}

static void nul_bytes_are_refused(void **state)
{
	struct parsed reading;

	(void)state;
	parsed_open(&reading, "a: \0\n", 5);
	assert_int_equal(reading.outcome, YAML_BROKEN);
	assert_int_equal(reading.faults.items[0].rule, P001_NOT_UTF8);
	assert_int_equal(reading.faults.items[0].at.column, 4);
	end(&reading);
}

static void refuses_what_hides_a_line(void **state)
{
	(void)state;
	assert_finding("a: &x 1\nb: *x\n",
		"t.yaml:1:4: error: anchor 'x' refused; "
		"write it out: each point is traced to its line [P011]\n"
		"t.yaml:2:4: error: alias 'x' refused; "
		"write it out: each point is traced to its line [P011]\n");
	assert_finding("<<: {a: 1}\n",
		"t.yaml:1:1: error: merge key '<<' refused; "
		"write it out: each point is traced to its line [P011]\n");
	assert_finding("a: !yes 1\n",
		"t.yaml:1:4: error: tag '!yes' refused; "
		"write it out: each point is traced to its line [P011]\n");
	assert_finding("[a, b]: 1\n",
		"t.yaml:1:1: error: key '[…]' refused; "
		"write it out: each point is traced to its line [P011]\n");
}

static void reads_on_after_what_it_refused(void **state)
{
	struct parsed reading;

	(void)state;
	open_text(&reading, "a: &x 1\nb: *x\nc: 3\n");
	assert_false(key_of(reading.root, "a")->value->faulty);
	assert_true(key_of(reading.root, "b")->value->faulty);
	assert_string_equal(key_of(reading.root, "c")->value->text, "3");
	end(&reading);
}

static void sees_duplicate_keys(void **state)
{
	(void)state;
	assert_finding("a: 1\nb: 2\na: 3\na: 4\n",
		"t.yaml:3:1: error: duplicate key 'a'; first on line 1 [P004]\n"
		"t.yaml:4:1: error: duplicate key 'a'; first on line 1 [P004]\n");
}

static void sees_duplicates_among_many_keys(void **state)
{
	struct buffer text = {0};

	(void)state;
	for (int i = 0; i < 100; i++)
		buffer_printf(&text, "k%d: 1\n", i);
	buffer_puts(&text, "k50: 2\n");
	buffer_putc(&text, '\0');
	assert_finding(text.data,
		"t.yaml:101:1: error: duplicate key 'k50'; "
		"first on line 51 [P004]\n");
	buffer_free(&text);
}

static void warns_of_plain_text_that_runs_on(void **state)
{
	(void)state;
	assert_finding("a: one\n  two\nb: 'three\n  four'\n",
		"t.yaml:1:4: warning: unquoted text 'one two' continues; quote it [P012]\n");
}

static void says_that_the_rest_was_not_read(void **state)
{
	(void)state;
	assert_finding("a: [1\n---\nb: 2\n",
		"t.yaml:2:1: error: did not find expected ',' or ']'; while parsing a flow "
		"sequence, line 1; what follows in the file was not read [P002]\n");
	assert_finding("a: 1\n---\nb: @\n",
		"t.yaml:3:4: error: found character that cannot start any token; put text that "
		"begins with this character in quotes; what follows in the file was not read "
		"[P002]\n");
	assert_finding("# alone\n---\nb: @ ---\n----\n",
		"t.yaml:3:4: error: found character that cannot start any token; put text that "
		"begins with this character in quotes [P002]\n");
}

static void put_nested(struct buffer *text, size_t depth)
{
	buffer_puts(text, "a: ");
	buffer_fill(text, '[', depth);
	buffer_puts(text, "x"); /* a scalar is no level */
	buffer_fill(text, ']', depth);
	buffer_puts(text, "\nb: 1\n");
}

static void nests_as_deep_as_the_limit_and_no_deeper(void **state)
{
	struct buffer text = {0};
	struct parsed reading;

	(void)state;
	put_nested(&text, YAML_MAX_DEPTH - 1);
	parsed_open(&reading, text.data, text.length);
	assert_int_equal(reading.outcome, YAML_DOCUMENT);
	end(&reading);
	buffer_clear(&text);
	put_nested(&text, YAML_MAX_DEPTH);
	parsed_open(&reading, text.data, text.length);
	assert_int_equal(reading.outcome, YAML_BROKEN);
	assert_int_equal(reading.faults.items[0].rule, P015_LIMIT);
	assert_int_equal(reading.faults.items[0].at.line, 1);
	end(&reading);
	buffer_free(&text);
}

static void assert_beyond_limit(struct buffer *text)
{
	struct parsed reading;

	parsed_open(&reading, text->data, text->length);
	assert_int_equal(reading.outcome, YAML_BROKEN);
	assert_int_equal(reading.faults.items[0].rule, P015_LIMIT);
	end(&reading);
	buffer_free(text);
}

/* Without a limit libyaml would take minutes for this. */
static void a_bomb_of_brackets_is_refused_at_once(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_fill(&text, '[', 1 << 20);
	assert_beyond_limit(&text);
}

static void too_many_items_are_refused(void **state)
{
	struct buffer text = {0};

	(void)state;
	for (int i = 0; i <= YAML_MAX_ITEMS; i++)
		buffer_puts(&text, "- 1\n");
	assert_beyond_limit(&text);
}

/* libyaml compares each with all others. What is no directive does not count. */
static void too_many_tag_directives_are_refused(void **state)
{
	struct buffer text = {0};
	struct parsed reading;

	(void)state;
	for (int i = 0; i < YAML_MAX_DIRECTIVES; i++)
		buffer_printf(&text, "%%TAG !t%d! tag:example.org,2000:%d\n", i, i);
	buffer_puts(&text, "--- # %TAG\n%TAG: 1\n");
	text.data[text.length - 8] = '-'; /* so that it is a key */
	parsed_open(&reading, text.data, text.length);
	assert_int_equal(reading.outcome, YAML_DOCUMENT);
	end(&reading);
	text.data[text.length - 8] = '%';
	assert_beyond_limit(&text);
}

static void a_text_over_the_size_limit_is_not_read(void **state)
{
	struct buffer text = {0};

	(void)state;
	buffer_fill(&text, ' ', YAML_MAX_SIZE + 1);
	assert_beyond_limit(&text);
}

static void pointers_lead_to_the_fault(void **state)
{
	struct parsed reading;

	(void)state;
	open_text(&reading, "list:\n  - {}\n  - x/y: {k: 1, k: 2}\n");
	assert_int_equal(reading.faults.n, 1);
	assert_string_equal(reading.faults.items[0].pointer, "/list/1/x~1y/k");
	end(&reading);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(reads_maps_lists_and_scalars),
		cmocka_unit_test(counts_places_from_one_and_includes_the_end),
		cmocka_unit_test(counts_lines_as_an_editor_does),
		cmocka_unit_test(keeps_nul_within_quotes),
		cmocka_unit_test(reads_documents_one_by_one),
		cmocka_unit_test(an_empty_text_has_no_document),
		cmocka_unit_test(locates_syntax_faults),
		cmocka_unit_test(locates_bytes_that_are_not_utf8),
		cmocka_unit_test(nul_bytes_are_refused),
		cmocka_unit_test(refuses_what_hides_a_line),
		cmocka_unit_test(reads_on_after_what_it_refused),
		cmocka_unit_test(sees_duplicate_keys),
		cmocka_unit_test(sees_duplicates_among_many_keys),
		cmocka_unit_test(warns_of_plain_text_that_runs_on),
		cmocka_unit_test(says_that_the_rest_was_not_read),
		cmocka_unit_test(nests_as_deep_as_the_limit_and_no_deeper),
		cmocka_unit_test(a_bomb_of_brackets_is_refused_at_once),
		cmocka_unit_test(too_many_items_are_refused),
		cmocka_unit_test(too_many_tag_directives_are_refused),
		cmocka_unit_test(a_text_over_the_size_limit_is_not_read),
		cmocka_unit_test(pointers_lead_to_the_fault),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
