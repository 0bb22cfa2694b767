#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "pair_tell.h"

/* ---- two folders ---- */

static void pairs_what_is_on_both_sides(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/sub/b.yml", "b");
	tree_put_partner("new/a.yaml", "a");
	tree_put_partner("new/sub/b.yml", "b");
	pairs_check("old", "new",
		"both old/a.yaml:1 a | new/a.yaml:1 a\n"
		"both old/sub/b.yml:1 b | new/sub/b.yml:1 b\n");
}

static void tells_what_was_added_and_removed(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/b.yaml", "b");
	tree_put_partner("old/d.yaml", "d");
	tree_put_partner("new/b.yaml", "b");
	tree_put_partner("new/c.yaml", "c");
	tree_put_partner("new/e.yaml", "e");
	pairs_check("old", "new",
		"both old/b.yaml:1 b | new/b.yaml:1 b\n"
		"removed old/a.yaml:1 a\nadded new/c.yaml:1 c\n"
		"removed old/d.yaml:1 d\nadded new/e.yaml:1 e\n");
}

static void knows_a_moved_file_by_its_id(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/m.yaml", "m");
	tree_put_partner("old/x/z.yaml", "z");
	tree_put_partner("new/c.yaml", "z");
	tree_put_partner("new/m.yaml", "m");
	tree_put_partner("new/x/a.yaml", "a");
	pairs_check("old", "new",
		"both old/m.yaml:1 m | new/m.yaml:1 m\n"
		"both old/a.yaml:1 a | new/x/a.yaml:1 a\n"
		"both old/x/z.yaml:1 z | new/c.yaml:1 z\n");
}

static void takes_a_new_id_for_a_new_partner(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("new/a.yaml", "b");
	pairs_check("old", "new", "removed old/a.yaml:1 a\nadded new/a.yaml:1 b\n");
}

static void finds_ids_that_were_swapped(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/b.yaml", "b");
	tree_put_partner("new/a.yaml", "b");
	tree_put_partner("new/b.yaml", "a");
	pairs_check("old", "new",
		"both old/b.yaml:1 b | new/a.yaml:1 b\nboth old/a.yaml:1 a | new/b.yaml:1 a\n");
}

static void reads_again_with_companions_and_people(void **state)
{
	struct pairs_options options = {.from = "old", .to = "new"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put("old/a.d/more.yaml", "tags: [t]\n");
	tree_put("old/people.yaml", "people:\n  - {id: p, name: P}\n");
	tree_put_partner("new/b.yaml", "b");
	pairs = pairs_open(&options);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_REMOVED);
	assert_int_equal(pair.sources[PAIR_FROM]->partner->tags.list.n, 1);
	assert_int_equal(pair.sources[PAIR_FROM]->partner->people.list.n, 1);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_ADDED);
	assert_non_null(sources_people_at(pairs_sources(pairs, PAIR_FROM), 0));
	assert_null(sources_people_at(pairs_sources(pairs, PAIR_FROM), 1));
	assert_null(sources_people_at(pairs_sources(pairs, PAIR_TO), 0));
	pairs_close(pairs);
}

/* ---- twice ---- */

static void reports_an_id_that_comes_twice(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("new/1.yaml", "a");
	tree_put("new/2.yaml", "\npartner: a\nname: N\nkind: vendor\n");
	tree_put_partner("new/a.yaml", "a");
	pairs_check("old", "new",
		"both old/a.yaml:1 a | new/1.yaml:1 a\n"
		"repeated to new/2.yaml:2 a, first at new/1.yaml:1\n"
		"repeated to new/a.yaml:1 a, first at new/1.yaml:1\n");
	pairs_check("new", "old",
		"both new/1.yaml:1 a | old/a.yaml:1 a\n"
		"repeated from new/2.yaml:2 a, first at new/1.yaml:1\n"
		"repeated from new/a.yaml:1 a, first at new/1.yaml:1\n");
}

static void reports_an_id_that_comes_twice_on_one_side_only(void **state)
{
	(void)state;
	tree_put("old", NULL);
	tree_put_partner("new/a.yaml", "a");
	tree_put_partner("new/b.yaml", "a");
	pairs_check("old", "new",
		"repeated to new/b.yaml:1 a, first at new/a.yaml:1\nadded new/a.yaml:1 a\n");
}

/* ---- what has no id ---- */

static void pairs_what_has_no_id_by_its_path(void **state)
{
	(void)state;
	tree_put("old/a.yaml", "[broken\n");
	tree_put("old/b.yaml", "[broken\n");
	tree_put_partner("old/c.yaml", "c");
	tree_put("old/d.yaml", "[broken\n");
	tree_put_partner("new/a.yaml", "a");
	tree_put("new/b.yaml", "[broken\n");
	tree_put("new/c.yaml", "name: [\n");
	pairs_check("old", "new",
		"both old/a.yaml:2 -! | new/a.yaml:1 a\n"
		"both old/b.yaml:2 -! | new/b.yaml:2 -!\n"
		"both old/c.yaml:1 c | new/c.yaml:2 -!\n"
		"removed old/d.yaml:2 -!\n");
}

/* The id counts more: its partner may have moved. */
static void pairs_by_id_before_it_pairs_by_path(void **state)
{
	(void)state;
	tree_put("old/a.yaml", "[broken\n");
	tree_put_partner("old/z.yaml", "a");
	tree_put_partner("new/a.yaml", "a");
	pairs_check(
		"old", "new", "both old/z.yaml:1 a | new/a.yaml:1 a\nremoved old/a.yaml:2 -!\n");
}

/* ---- what cannot be read ---- */

static void tells_problems_of_each_side(void **state)
{
	(void)state;
	tree_put("old/o.d/x.yaml", "tags: [t]\n");
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("new/a.yaml", "a");
	tree_link("a.yaml", "new/b.yaml");
	pairs_check("old", "new",
		"both old/a.yaml:1 a | new/a.yaml:1 a\n"
		"problem from old/o.d orphan\nproblem to new/b.yaml skipped\n");
}

static void leaves_out_what_the_other_side_may_have_unread(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/b/c.yaml", "c");
	tree_put_partner("old/x.yaml", "x");
	tree_put_partner("new/a.yaml", "a");
	tree_put("new/a.d", NULL);
	tree_put_partner("new/b/c.yaml", "c");
	assert_int_equal(chmod("new/a.d", 0), 0);
	assert_int_equal(chmod("new/b", 0), 0);
	if (geteuid() != 0)
		pairs_check("old", "new",
			"problem to new/a.d unreadable EACCES\n"
			"problem to new/b unreadable EACCES\nremoved old/x.yaml:1 x\n");
	assert_int_equal(chmod("new/a.d", 0700), 0);
	assert_int_equal(chmod("new/b", 0700), 0);
}

static void tells_nothing_of_one_side_when_the_other_is_not_there(void **state)
{
	(void)state;
	tree_put_partner("old/a.yaml", "a");
	pairs_check("old", "new", "problem to new unreadable ENOENT\n");
	pairs_check("new", "old", "problem from new unreadable ENOENT\n");
}

static void sees_that_a_file_changed_while_it_was_read(void **state)
{
	struct pairs_options options = {.from = "old", .to = "new"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	tree_put_partner("old/a.yaml", "a");
	tree_put_partner("old/b.yaml", "b");
	tree_put_partner("new/b.yaml", "b");
	pairs = pairs_open(&options);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_BOTH);
	tree_put_partner("old/a.yaml", "other");
	assert_int_equal(pairs_next(pairs, &pair), PAIR_PROBLEM);
	assert_string_equal(pair.sources[PAIR_FROM]->path, "old/a.yaml");
	assert_non_null(pair.sources[PAIR_FROM]->reason);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_END);
	pairs_close(pairs);
}

/* ---- single files ---- */

static void pairs_two_files_by_id(void **state)
{
	(void)state;
	tree_put_partner("old.yaml", "a");
	tree_put_partner("new.yaml", "a");
	tree_put_partner("other.yaml", "b");
	pairs_check("old.yaml", "new.yaml", "both old.yaml:1 a | new.yaml:1 a\n");
	pairs_check("old.yaml", "other.yaml", "removed old.yaml:1 a\nadded other.yaml:1 b\n");
}

static void pairs_two_broken_files(void **state)
{
	(void)state;
	tree_put("old.yaml", "[broken\n");
	tree_put_partner("new.yaml", "a");
	pairs_check("old.yaml", "new.yaml", "both old.yaml:2 -! | new.yaml:1 a\n");
}

static void pairs_the_documents_of_files(void **state)
{
	(void)state;
	tree_put("old.yaml",
		"partner: a\nname: N\nkind: vendor\n---\npartner: b\nname: N\nkind: vendor\n---\n"
		"partner: c\nname: N\nkind: vendor\n");
	tree_put("new.yaml",
		"partner: c\nname: N\nkind: vendor\n---\npartner: d\nname: N\nkind: vendor\n---\n"
		"partner: a\nname: N\nkind: vendor\n");
	pairs_check("old.yaml", "new.yaml",
		"both old.yaml:9 c | new.yaml:1 c\nboth old.yaml:1 a | new.yaml:9 a\n"
		"removed old.yaml:5 b\nadded new.yaml:5 d\n");
}

static void pairs_standard_input_with_a_file_or_folder(void **state)
{
	(void)state;
	tree_put("both",
		"partner: b\nname: N\nkind: vendor\n---\npartner: a\nname: N\nkind: vendor\n");
	tree_put_partner("new/a.yaml", "a");
	tree_put_partner("new/c.yaml", "c");
	tree_feed("both");
	pairs_check(
		"-", "new", "both -:5 a | new/a.yaml:1 a\nremoved -:1 b\nadded new/c.yaml:1 c\n");
	tree_feed("both");
	pairs_check("new/a.yaml", "-", "both new/a.yaml:1 a | -:5 a\nadded -:1 b\n");
}

/* ---- one operand ---- */

static void pairs_one_operand_with_itself(void **state)
{
	struct pairs_options options = {.from = "d"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/b.yaml", "a");
	tree_put("d/c.yaml", "[broken\n");
	tree_link("a.yaml", "d/d.yaml");
	pairs_check("d", NULL,
		"both d/a.yaml:1 a | d/a.yaml:1 a\n"
		"repeated to d/b.yaml:1 a, first at d/a.yaml:1\n"
		"both d/c.yaml:2 -! | d/c.yaml:2 -!\nproblem to d/d.yaml skipped\n");
	pairs = pairs_open(&options);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_BOTH);
	assert_ptr_equal(pair.sources[PAIR_FROM], pair.sources[PAIR_TO]);
	assert_ptr_equal(pairs_sources(pairs, PAIR_FROM), pairs_sources(pairs, PAIR_TO));
	pairs_close(pairs);
	pairs_close(NULL);
}

static void finds_many_that_moved(void **state)
{
	struct arena arena = {0};
	struct buffer expected = {0};

	(void)state;
	for (int i = 0; i < 200; i++) {
		const char *id = arena_printf(&arena, "p%03d", i);

		tree_put_partner(arena_printf(&arena, "old/%s.yaml", id), id);
		tree_put_partner(arena_printf(&arena, "new/sub/%s.yaml", id), id);
		buffer_printf(&expected, "both old/%s.yaml:1 %s | new/sub/%s.yaml:1 %s\n", id, id,
			id, id);
	}
	pairs_check("old", "new", buffer_keep(&expected, &arena));
	arena_free(&arena);
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(pairs_what_is_on_both_sides),
		TEST(tells_what_was_added_and_removed),
		TEST(knows_a_moved_file_by_its_id),
		TEST(takes_a_new_id_for_a_new_partner),
		TEST(finds_ids_that_were_swapped),
		TEST(reads_again_with_companions_and_people),
		TEST(reports_an_id_that_comes_twice),
		TEST(reports_an_id_that_comes_twice_on_one_side_only),
		TEST(pairs_what_has_no_id_by_its_path),
		TEST(pairs_by_id_before_it_pairs_by_path),
		TEST(tells_problems_of_each_side),
		TEST(leaves_out_what_the_other_side_may_have_unread),
		TEST(tells_nothing_of_one_side_when_the_other_is_not_there),
		TEST(sees_that_a_file_changed_while_it_was_read),
		TEST(pairs_two_files_by_id),
		TEST(pairs_two_broken_files),
		TEST(pairs_the_documents_of_files),
		TEST(pairs_standard_input_with_a_file_or_folder),
		TEST(pairs_one_operand_with_itself),
		TEST(finds_many_that_moved),
	};

	return cmocka_run_group_tests_name("pairs", tests, NULL, NULL);
}
