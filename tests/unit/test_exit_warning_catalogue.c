/* The catalogue of what an exit plan warns of. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/arena.h"
#include "partner/exit_warnings.h"

static void ids_count_from_one(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_int_equal(EXIT_WARNINGS, 34);
	for (int i = 0; i < EXIT_WARNINGS; i++)
		assert_string_equal(exit_warning_info((enum exit_warning)i)->id,
			arena_printf(&arena, "X%02d", i + 1));
	arena_free(&arena);
}

static void rule_names_differ(void **state)
{
	(void)state;
	for (int i = 0; i < EXIT_WARNINGS; i++)
		for (int k = 0; k < i; k++)
			assert_string_not_equal(exit_warning_info((enum exit_warning)i)->rule,
				exit_warning_info((enum exit_warning)k)->rule);
}

static void every_one_is_found_by_id_and_by_name(void **state)
{
	(void)state;
	for (int i = 0; i < EXIT_WARNINGS; i++) {
		const struct exit_warning_info *info = exit_warning_info((enum exit_warning)i);

		assert_int_equal(exit_warning_find(info->id), i);
		assert_int_equal(exit_warning_find(info->rule), i);
	}
}

static void nothing_else_is_found(void **state)
{
	(void)state;
	assert_int_equal(exit_warning_find(""), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("X00"), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("X35"), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("x01"), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("X01 "), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("send-by"), EXIT_WARNINGS);
	assert_int_equal(exit_warning_find("send-by-passed-"), EXIT_WARNINGS);
}

/* By name, what does not stop a plan; what is left stops it. */
static void levels_are_as_the_rules_say(void **state)
{
	static const char *const warnings[] = {"X02", "X08", "X11", "X14", "X16", "X18", "X19",
		"X20", "X21", "X23", "X24", "X25", "X26", "X30", "X31", "X32", "X34"};
	static const char *const notes[] = {"X27", "X33"};
	enum diag_level expected[EXIT_WARNINGS];

	(void)state;
	for (int i = 0; i < EXIT_WARNINGS; i++)
		expected[i] = DIAG_ERROR;
	for (size_t i = 0; i < sizeof(warnings) / sizeof(*warnings); i++)
		expected[exit_warning_find(warnings[i])] = DIAG_WARNING;
	for (size_t i = 0; i < sizeof(notes) / sizeof(*notes); i++)
		expected[exit_warning_find(notes[i])] = DIAG_NOTE;
	for (int i = 0; i < EXIT_WARNINGS; i++)
		assert_int_equal(exit_warning_info((enum exit_warning)i)->level, expected[i]);
}

static void each_says_when_it_is_raised_in_one_line(void **state)
{
	(void)state;
	for (int i = 0; i < EXIT_WARNINGS; i++) {
		const char *doc = exit_warning_info((enum exit_warning)i)->doc;

		assert_true(doc[0] >= 'a' && doc[0] <= 'z');
		assert_null(strchr(doc, '\n'));
		assert_int_not_equal(doc[strlen(doc) - 1], '.');
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(ids_count_from_one),
		cmocka_unit_test(rule_names_differ),
		cmocka_unit_test(every_one_is_found_by_id_and_by_name),
		cmocka_unit_test(nothing_else_is_found),
		cmocka_unit_test(levels_are_as_the_rules_say),
		cmocka_unit_test(each_says_when_it_is_raised_in_one_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
