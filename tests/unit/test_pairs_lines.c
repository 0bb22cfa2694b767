#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "pair_tell.h"

#define LINE(id, kind, side)                                                           \
	"{\"type\":\"scorecard\",\"schema\":\"partner.scorecard/1\",\"partner\":\"" id \
	"\",\"kind\":\"" kind "\",\"side\":\"" side "\"}\n"
#define CARD(id) LINE(id, "vendor", "partner")

/* ---- both sides are lines ---- */

static void pairs_lines_by_id(void **state)
{
	(void)state;
	tree_put("old", CARD("a") CARD("b") CARD("c"));
	tree_put("new", CARD("a") CARD("c") CARD("d"));
	pairs_check("old", "new",
		"both old:1 a | new:1 a\nboth old:3 c | new:2 c\n"
		"removed old:2 b\nadded new:3 d\n");
}

static void pairs_lines_in_any_order(void **state)
{
	(void)state;
	tree_put("old", CARD("a") CARD("b") CARD("c"));
	tree_put("new", CARD("c") CARD("b") CARD("a"));
	pairs_check("old", "new",
		"both old:2 b | new:2 b\nboth old:3 c | new:1 c\nboth old:1 a | new:3 a\n");
}

static void gives_the_text_of_lines_at_once_or_later(void **state)
{
	struct pairs_options options = {.from = "old", .to = "new"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	tree_put("old", CARD("a") "\n" CARD("b"));
	tree_put("new", CARD("b"));
	pairs = pairs_open(&options);
	for (int i = 0; i < 2; i++) {
		const char *expected = i ? CARD("a") : CARD("b");
		enum pair_event event = pairs_next(pairs, &pair);
		const struct source *source = pair.sources[PAIR_FROM];

		assert_int_equal(event, i ? PAIR_REMOVED : PAIR_BOTH);
		assert_int_equal(source->kind, SOURCE_LINE);
		assert_int_equal(source->length, strlen(expected) - 1);
		assert_memory_equal(source->text, expected, source->length);
		assert_int_equal(source->line, i ? 1 : 3);
	}
	assert_true(pairs_lines(pairs, PAIR_FROM) && pairs_lines(pairs, PAIR_TO));
	assert_null(pairs_revision(pairs, PAIR_FROM));
	pairs_close(pairs);
}

static void takes_the_side_of_the_partner(void **state)
{
	(void)state;
	tree_put("old",
		LINE("a", "vendor", "us") CARD("a") LINE("me", "self", "partner")
			LINE("me", "self", "us"));
	tree_put("new",
		CARD("a") LINE("a", "vendor", "us") LINE("me", "self", "us")
			LINE("me", "self", "partner"));
	pairs_check("old", "new", "both old:2 a | new:1 a\nboth old:4 me | new:3 me\n");
}

static void reports_lines_that_come_twice(void **state)
{
	(void)state;
	tree_put("old", CARD("a") CARD("a"));
	tree_put("new", CARD("a"));
	pairs_check(
		"old", "new", "both old:1 a | new:1 a\nrepeated from old:2 a, first at old:1\n");
}

static void finds_fault_with_all_but_scorecards(void **state)
{
	struct pairs_options options = {.from = "old", .to = "new"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	tree_put("old", "{\"type\":\"finding\",\"partner\":\"a\"}\n" CARD("a") "{\n");
	tree_put("new", "{\"type\":\"scorecard\",\"partner\":null}\n" CARD("a"));
	pairs_check("old", "new",
		"removed old:1 -!\nadded new:1 -!\nboth old:2 a | new:2 a\nremoved old:3 -!\n");
	pairs = pairs_open(&options);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_REMOVED);
	assert_int_equal(pair.sources[PAIR_FROM]->faults.items[0].rule, P002_SYNTAX);
	assert_int_equal(pair.sources[PAIR_FROM]->kind, SOURCE_DOCUMENT);
	pairs_close(pairs);
}

/* ---- one side, and mixed ---- */

static void pairs_one_operand_of_lines_with_itself(void **state)
{
	(void)state;
	tree_put("old", CARD("a") LINE("a", "vendor", "us") CARD("b") CARD("a") "{\n");
	pairs_check("old", NULL,
		"both old:1 a | old:1 a\nboth old:3 b | old:3 b\n"
		"repeated to old:4 a, first at old:1\nboth old:5 -! | old:5 -!\n");
}

static void pairs_lines_with_a_folder(void **state)
{
	(void)state;
	tree_put("old", CARD("c") CARD("a") CARD("x"));
	tree_put_partner("new/a.yaml", "a");
	tree_put_partner("new/b.yaml", "b");
	tree_put_partner("new/c.yaml", "c");
	pairs_check("old", "new",
		"both old:2 a | new/a.yaml:1 a\nboth old:1 c | new/c.yaml:1 c\n"
		"removed old:3 x\nadded new/b.yaml:1 b\n");
	pairs_check("new", "old",
		"both new/a.yaml:1 a | old:2 a\nboth new/c.yaml:1 c | old:1 c\n"
		"removed new/b.yaml:1 b\nadded old:3 x\n");
}

static void reads_lines_from_standard_input(void **state)
{
	(void)state;
	tree_put("old", CARD("a") CARD("b"));
	tree_put("new", CARD("b") CARD("a"));
	tree_feed("old");
	pairs_check("-", "new", "both -:2 b | new:1 b\nboth -:1 a | new:2 a\n");
	tree_feed("new");
	pairs_check("old", "-", "both old:2 b | -:1 b\nboth old:1 a | -:2 a\n");
}

static void reads_lines_at_a_revision(void **state)
{
	(void)state;
	tree_put("cards", CARD("a") CARD("b"));
	commit("one");
	tree_put("cards", CARD("b"));
	pairs_check(
		"main:cards", "cards", "both main:cards:2 b | cards:1 b\nremoved main:cards:1 a\n");
}

/* A line waits with its text; many do, when the order is another one. */
static void keeps_as_many_lines_as_it_takes(void **state)
{
	struct arena arena = {0};
	struct buffer old = {0}, new = {0}, expected = {0};

	(void)state;
	for (int i = 0; i < 300; i++) {
		buffer_printf(&old, "{\"type\":\"scorecard\",\"partner\":\"p%d\"}\n", i);
		buffer_printf(&new, "{\"type\":\"scorecard\",\"partner\":\"q%d\"}\n", i);
		buffer_printf(&expected, "removed old:%d p%d\n", i + 1, i);
	}
	for (int i = 0; i < 300; i++)
		buffer_printf(&expected, "added new:%d q%d\n", i + 1, i);
	tree_put("old", buffer_keep(&old, &arena));
	tree_put("new", buffer_keep(&new, &arena));
	pairs_check("old", "new", buffer_keep(&expected, &arena));
	arena_free(&arena);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pairs_lines_by_id),
		TEST(pairs_lines_in_any_order),
		TEST(gives_the_text_of_lines_at_once_or_later),
		TEST(takes_the_side_of_the_partner),
		TEST(reports_lines_that_come_twice),
		TEST(finds_fault_with_all_but_scorecards),
		TEST(pairs_one_operand_of_lines_with_itself),
		TEST(pairs_lines_with_a_folder),
		TEST(reads_lines_from_standard_input),
		TEST(reads_lines_at_a_revision),
		TEST(keeps_as_many_lines_as_it_takes),
	};

	return cmocka_run_group_tests_name("pairs of lines", tests, NULL, NULL);
}
