/* Texts as YAML: without quotes where nobody could misread them, and always read back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/yaml.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static const char *written(struct arena *arena, const char *text)
{
	struct buffer yaml = {0};

	yaml_put_text(&yaml, text, strlen(text));
	return buffer_keep(&yaml, arena);
}

static void plain_texts_stand_as_they_are(void **state)
{
	static const char *const texts[] = {"dana", "nova", "trueman", "Value for both sides",
		"a:b", "more than 50% (or so)", "it's", "a/b.c_d+e-f", "e3"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_string_equal(written(&arena, texts[i]), texts[i]);
	arena_free(&arena);
}

static void what_could_be_something_else_is_quoted(void **state)
{
	static const char *const texts[] = {"", "12", "1e3", "0x1f", "12:30", "2026-01-01",
		"2026-01-01 10:00:00", "NULL", "True", "No", "on", "n", "-", "-1", ".5", "~", "- a",
		"a: b", "a #b", "[a]", "{a}", "a, b", "&a", "*a", "!a", "a ", " a", "'a'", "a:"};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++)
		assert_string_equal(
			written(&arena, texts[i]), arena_printf(&arena, "\"%s\"", texts[i]));
	arena_free(&arena);
}

static void what_yaml_forbids_is_escaped(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(written(&arena, "a\nb\tc"), "\"a\\u000Ab\\u0009c\"");
	assert_string_equal(written(&arena, "say \"a\\b\""), "\"say \\\"a\\\\b\\\"\"");
	assert_string_equal(written(&arena, "a\xe2\x80\xa8z"), "\"a\\u2028z\"");
	assert_string_equal(written(&arena, "Zo\xc3\xab"), "\"Zo\xc3\xab\"");
	arena_free(&arena);
}

/* In a block, and in braces. */
static void every_text_is_read_back(void **state)
{
	static const char *const texts[] = {"", "dana", "a b", "it's", "12", "no", "a: b", "a #b",
		"say \"a\\b\"", "a\nb\tc", "\x7f\xc2\x85\xef\xbb\xbf", "a:b:c", "x%"};
	struct arena arena = {0};
	struct diag_list faults = {.arena = &arena};

	(void)state;
	for (size_t i = 0; i < COUNT(texts); i++) {
		const char *text = written(&arena, texts[i]);
		const char *yaml =
			arena_printf(&arena, "block: %s\nbraces: {a: %s, b: 1}\n", text, text);
		struct yaml_stream *stream =
			yaml_open(&arena, "t.yaml", yaml, strlen(yaml), &faults);
		const struct yaml_node *root;

		assert_int_equal(yaml_next(stream, &root), YAML_DOCUMENT);
		assert_string_equal(root->first->value->text, texts[i]);
		assert_string_equal(root->first->next->value->first->value->text, texts[i]);
		assert_int_equal(faults.n, 0);
		yaml_close(stream);
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_texts_stand_as_they_are),
		cmocka_unit_test(what_could_be_something_else_is_quoted),
		cmocka_unit_test(what_yaml_forbids_is_escaped),
		cmocka_unit_test(every_text_is_read_back),
	};

	return cmocka_run_group_tests_name("yaml_write", tests, NULL, NULL);
}
