/* Diagnostics: collecting, ordering and wording them. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/date.h"
#include "partner/diag.h"

/* ---- collecting ---- */

/* A list in an arena of its own. */
struct fixture {
	struct arena arena;
	struct diag_list list;
	struct buffer buffer;
};

static int set_up(void **state)
{
	static struct fixture fixture;

	fixture = (struct fixture){0};
	fixture.list.arena = &fixture.arena;
	*state = &fixture;
	return 0;
}

static int tear_down(void **state)
{
	struct fixture *fixture = *state;

	buffer_free(&fixture->buffer);
	arena_free(&fixture->arena);
	return 0;
}

static const struct span line_7 = {7, 3, 7, 12};

static void add_keeps_everything_it_is_given(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P010_DUPLICATE_ID, "a.yaml", line_7,
		"/incidents/1/id", "first at a.yaml:2", "incident", "INC-1");

	assert_ptr_equal(diag, fixture->list.items);
	assert_int_equal(fixture->list.n, 1);
	assert_int_equal(diag->rule, P010_DUPLICATE_ID);
	assert_string_equal(diag->path, "a.yaml");
	assert_memory_equal(&diag->at, &line_7, sizeof(line_7));
	assert_string_equal(diag->pointer, "/incidents/1/id");
	assert_string_equal(diag->hint, "first at a.yaml:2");
	assert_string_equal(diag->subjects[0], "incident");
	assert_string_equal(diag->subjects[1], "INC-1");
	assert_null(diag->subjects[2]);
	assert_null(diag->partner);
	assert_int_equal(diag->muted_until, DATE_NONE);
}

static void add_copies_what_will_be_overwritten(void **state)
{
	struct fixture *fixture = *state;
	char subject[] = "colour", pointer[] = "/colour", hint[] = "color";
	const struct diag *diag = diag_add(
		&fixture->list, P003_UNKNOWN_FIELD, "a.yaml", line_7, pointer, hint, subject);

	memset(subject, 'x', sizeof(subject) - 1);
	memset(pointer, 'x', sizeof(pointer) - 1);
	memset(hint, 'x', sizeof(hint) - 1);
	assert_string_equal(diag->subjects[0], "colour");
	assert_string_equal(diag->pointer, "/colour");
	assert_string_equal(diag->hint, "color");
}

static struct diag *add_at(struct fixture *fixture, enum diag_rule rule, const char *path,
	uint32_t line, uint32_t column)
{
	struct span at = {line, column, line, column};

	return diag_add(&fixture->list, rule, path, at, "", NULL, "a", "b", "c", "d");
}

static void errors_are_noticed(void **state)
{
	struct fixture *fixture = *state;

	add_at(fixture, P012_CONTINUED_LINE, "a.yaml", 1, 1);
	add_at(fixture, P304_HALO, "a.yaml", 1, 1);
	assert_false(fixture->list.errors);
	add_at(fixture, P004_DUPLICATE_KEY, "a.yaml", 1, 1);
	assert_true(fixture->list.errors);
}

static void beyond_the_most_findings_are_only_counted(void **state)
{
	struct fixture *fixture = *state;

	for (uint32_t i = 0; i < DIAG_MOST; i++)
		assert_non_null(add_at(fixture, P304_HALO, "a.yaml", i + 1, 1));
	assert_null(add_at(fixture, P304_HALO, "a.yaml", 1, 1));
	assert_false(fixture->list.errors);
	assert_null(add_at(fixture, P004_DUPLICATE_KEY, "a.yaml", 1, 1));
	assert_int_equal(fixture->list.n, DIAG_MOST);
	assert_int_equal(fixture->list.dropped, 2);
	assert_int_equal(fixture->list.dropped_by[P304_HALO], 1);
	assert_int_equal(fixture->list.dropped_by[P004_DUPLICATE_KEY], 1);
	assert_true(fixture->list.errors);
	for (uint32_t i = 0; i < DIAG_MOST; i++)
		assert_int_equal(fixture->list.items[i].at.line, i + 1);
}

/* ---- ordering ---- */

static void assert_order(const struct fixture *fixture, const char *const *lines, size_t n)
{
	struct buffer buffer = {0};

	assert_int_equal(fixture->list.n, n);
	for (size_t i = 0; i < n; i++) {
		buffer_clear(&buffer);
		diag_put_line(&buffer, &fixture->list.items[i]);
		if (buffer.length < strlen(lines[i]) ||
			memcmp(buffer.data, lines[i], strlen(lines[i])) != 0)
			fail_msg("'%s' is not at place %zu", lines[i], i);
	}
	buffer_free(&buffer);
}

static void sorted_by_path_line_column_and_id(void **state)
{
	struct fixture *fixture = *state;
	static const char *const expected[] = {
		"a.yaml: error: missing field",
		"a.yaml:2:9: warning: unquoted",
		"a.yaml:10:2: error: unknown field",
		"a.yaml:10:2: error: duplicate key",
		"a.yaml:10:11: error: invalid byte",
		"b.yaml:1:1: error: invalid byte",
	};

	add_at(fixture, P001_NOT_UTF8, "b.yaml", 1, 1);
	add_at(fixture, P004_DUPLICATE_KEY, "a.yaml", 10, 2);
	add_at(fixture, P001_NOT_UTF8, "a.yaml", 10, 11);
	add_at(fixture, P003_UNKNOWN_FIELD, "a.yaml", 10, 2);
	add_at(fixture, P012_CONTINUED_LINE, "a.yaml", 2, 9);
	add_at(fixture, P005_MISSING_REQUIRED, "a.yaml", 0, 0);
	diag_sort(&fixture->list);
	assert_order(fixture, expected, sizeof(expected) / sizeof(expected[0]));
}

static void equal_places_keep_their_order(void **state)
{
	struct fixture *fixture = *state;

	for (uint32_t i = 0; i < 500; i++) {
		struct diag *diag = add_at(fixture, P304_HALO, "a.yaml", 500 - i / 50, 1);

		diag->at.end_line = i;
	}
	diag_sort(&fixture->list);
	for (size_t i = 1; i < 500; i++) {
		const struct diag *before = &fixture->list.items[i - 1];
		const struct diag *diag = &fixture->list.items[i];

		assert_true(before->at.line <= diag->at.line);
		if (before->at.line == diag->at.line)
			assert_int_equal(before->at.end_line + 1, diag->at.end_line);
	}
}

static void sorting_nothing_and_one_is_fine(void **state)
{
	struct fixture *fixture = *state;

	diag_sort(&fixture->list);
	assert_int_equal(fixture->list.n, 0);
	add_at(fixture, P304_HALO, "a.yaml", 3, 1);
	diag_sort(&fixture->list);
	assert_int_equal(fixture->list.items[0].at.line, 3);
}

/* ---- wording ---- */

static void assert_holds(const struct buffer *buffer, const char *expected)
{
	assert_int_equal(buffer->length, strlen(expected));
	assert_memory_equal(buffer->data, expected, buffer->length);
}

static void line_has_place_level_message_hint_and_id(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P009_UNKNOWN_CHOICE, "p/acme.yaml",
		line_7, "/tier", "did you mean 'strategic'", "tier", "strategc");

	diag_put_line(&fixture->buffer, diag);
	assert_holds(&fixture->buffer,
		"p/acme.yaml:7:3: error: unknown tier 'strategc'; "
		"did you mean 'strategic' [P009]\n");
}

static void line_without_hint_and_place(void **state)
{
	struct fixture *fixture = *state;
	const struct span nowhere = {0};
	const struct diag *diag = diag_add(
		&fixture->list, P018_ORPHAN_COMPANION, "acme.d", nowhere, "", NULL, "acme.d");

	diag_put_line(&fixture->buffer, diag);
	assert_holds(
		&fixture->buffer, "acme.d: warning: companion 'acme.d' without a partner [P018]\n");
}

static void message_mixes_bare_and_quoted_subjects(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P016_NOT_COUNTED, "a.yaml", line_7, "",
		"it counts nowhere", "date", "rating", "R-4");

	diag_put_message(&fixture->buffer, diag);
	assert_holds(&fixture->buffer, "no date in rating 'R-4'");
}

static void message_with_four_subjects(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P203_INCIDENT_ORDER, "a.yaml", line_7,
		"", NULL, "resolved", "2026-03-01", "opened", "2026-03-04");

	diag_put_message(&fixture->buffer, diag);
	assert_holds(&fixture->buffer, "resolved '2026-03-01' before opened '2026-03-04'");
}

static void messages_end_in_words_or_subjects(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P002_SYNTAX, "a.yaml", line_7, "", NULL,
		"mapping values are not allowed");

	diag_put_message(&fixture->buffer, diag);
	assert_holds(&fixture->buffer, "mapping values are not allowed");
	buffer_clear(&fixture->buffer);
	diag = diag_add(&fixture->list, P012_CONTINUED_LINE, "a.yaml", line_7, "", NULL, "100%");
	diag_put_message(&fixture->buffer, diag);
	assert_holds(&fixture->buffer, "unquoted text '100%' continues");
}

static void untrusted_text_is_escaped_wherever_it_stands(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(&fixture->list, P007_WRONG_VALUE, "a\n.yaml", line_7, "",
		"not \x1B[2J", "da\te", "\xE2\x80\xAEx");

	diag_put_line(&fixture->buffer, diag);
	assert_holds(&fixture->buffer,
		"a\\x0A.yaml:7:3: error: invalid da\\x09e '\\u{202E}x'; "
		"not \\x1B[2J [P007]\n");
}

static void a_subject_is_no_format(void **state)
{
	struct fixture *fixture = *state;
	const struct diag *diag = diag_add(
		&fixture->list, P014_DUPLICATE_PARTNER, "a%s.yaml", line_7, "", "%n", "%s%w");

	diag_put_line(&fixture->buffer, diag);
	assert_holds(
		&fixture->buffer, "a%s.yaml:7:3: error: duplicate partner '%s%w'; %n [P014]\n");
}

static void levels_have_words(void **state)
{
	(void)state;
	assert_string_equal(diag_level_word(DIAG_OFF), "off");
	assert_string_equal(diag_level_word(DIAG_NOTE), "note");
	assert_string_equal(diag_level_word(DIAG_WARNING), "warning");
	assert_string_equal(diag_level_word(DIAG_ERROR), "error");
}

#define WITH_LIST(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		WITH_LIST(add_keeps_everything_it_is_given),
		WITH_LIST(add_copies_what_will_be_overwritten),
		WITH_LIST(errors_are_noticed),
		WITH_LIST(beyond_the_most_findings_are_only_counted),
		WITH_LIST(sorted_by_path_line_column_and_id),
		WITH_LIST(equal_places_keep_their_order),
		WITH_LIST(sorting_nothing_and_one_is_fine),
		WITH_LIST(line_has_place_level_message_hint_and_id),
		WITH_LIST(line_without_hint_and_place),
		WITH_LIST(message_mixes_bare_and_quoted_subjects),
		WITH_LIST(message_with_four_subjects),
		WITH_LIST(messages_end_in_words_or_subjects),
		WITH_LIST(untrusted_text_is_escaped_wherever_it_stands),
		WITH_LIST(a_subject_is_no_format),
		cmocka_unit_test(levels_have_words),
	};
	return cmocka_run_group_tests_name("diag", tests, NULL, NULL);
}
