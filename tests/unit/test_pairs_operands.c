#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "pair_tell.h"

/* ---- operands of all kinds ---- */

static void compares_folders_named_from_below(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	put_changed("d/sub/c.yaml", "c");
	assert_int_equal(chdir("d/sub"), 0);
	pairs_check("main:./", ".", "both main:d/sub/c.yaml:1 c | c.yaml:1 c\n");
	pairs_check("main:..", "..",
		"both main:d/b.yaml:1 b | ../b.yaml:1 b\n"
		"both main:d/sub/c.yaml:1 c | ../sub/c.yaml:1 c\n");
	pairs_check("main:d", "../../d/",
		"both main:d/b.yaml:1 b | ../../d/b.yaml:1 b\n"
		"both main:d/sub/c.yaml:1 c | ../../d/sub/c.yaml:1 c\n");
}

static void reads_a_bare_repository(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	commit("two");
	shell("git clone -q --bare . bare");
	assert_int_equal(chdir("bare"), 0);
	pairs_check("main~1:d", "main:d", "both main~1:d/b.yaml:1 b | main:d/b.yaml:1 b\n");
}

static void compares_in_a_worktree(void **state)
{
	(void)state;
	put_three();
	shell("git worktree add -q other");
	assert_int_equal(chdir("other"), 0);
	put_changed("d/b.yaml", "b");
	pairs_check("main:d", "d", "both main:d/b.yaml:1 b | d/b.yaml:1 b\n");
}

/* git would list what differs elsewhere. */
static void reads_all_where_git_looks_elsewhere(void **state)
{
	(void)state;
	put_three();
	shell("mkdir elsewhere && cp -R d elsewhere && git config core.worktree \"$PWD/elsewhere\" "
	      "&& git update-index -q --refresh");
	put_changed("d/b.yaml", "b");
	pairs_check("main:d", "d",
		"both main:d/a.yaml:1 a | d/a.yaml:1 a\nboth main:d/b.yaml:1 b | d/b.yaml:1 b\n"
		"both main:d/sub/c.yaml:1 c | d/sub/c.yaml:1 c\n");
}

/* A way back through a name may not be the way that it looks. */
static void reads_all_of_folders_named_in_other_ways(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	commit("one");
	pairs_check("main:d", "d/../d", "both main:d/a.yaml:1 a | d/../d/a.yaml:1 a\n");
	tree_put_partner("-/a.yaml", "a");
	commit("two");
	tree_feed("d/a.yaml");
	pairs_check("main:-", "-", "both main:-/a.yaml:1 a | -:1 a\n");
	pairs_check("main:-", "./-", "");
}

/* ---- operands that are not there ---- */

static void takes_what_old_has_not_for_empty(void **state)
{
	(void)state;
	put_three();
	tree_put_partner("e/x.yaml", "x");
	commit("two");
	pairs_check("main~1:e", "e",
		"absent from main~1:e: no such path at this revision\nadded e/x.yaml:1 x\n");
	pairs_check("main~1:e/x.yaml", "main:e/x.yaml",
		"absent from main~1:e/x.yaml: no such path at this revision\n"
		"added main:e/x.yaml:1 x\n");
	pairs_check("main:e", "main~1:e", "problem to main~1:e: no such path at this revision\n");
	pairs_check("main~1:e", NULL, "problem to main~1:e: no such path at this revision\n");
}

static void needs_revisions_that_are_there(void **state)
{
	(void)state;
	put_three();
	pairs_check("nosuch:d", "d",
		"problem from nosuch:d: unknown revision 'nosuch'; fetch it first\n");
	pairs_check("main:d", "nosuch:d",
		"problem to nosuch:d: unknown revision 'nosuch'; fetch it first\n");
}

static void pairs_a_file_with_itself_before(void **state)
{
	struct pairs_options options = {
		.sources = git_options(), .from = "main:d/b.yaml", .to = "d/b.yaml"};
	struct pair pair;
	struct pairs *pairs;

	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	pairs_check("main:d/b.yaml", "d/b.yaml", "both main:d/b.yaml:1 b | d/b.yaml:1 b\n");
	pairs = pairs_open(&options);
	assert_int_equal(strlen(pairs_revision(pairs, PAIR_FROM)), 40);
	assert_null(pairs_revision(pairs, PAIR_TO));
	assert_int_equal(pairs_next(pairs, &pair), PAIR_BOTH);
	assert_string_equal(pair.sources[PAIR_FROM]->partner->name.text, "N");
	assert_string_equal(pair.sources[PAIR_TO]->partner->name.text, "Other");
	assert_false(pairs_lines(pairs, PAIR_FROM) || pairs_lines(pairs, PAIR_TO));
	pairs_close(pairs);
}

static void reads_each_side_through_one_process(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	commit("two");
	replace_git("echo \"$@\" >>\"$LOG\"; exec \"$GIT\" \"$@\"");
	pairs_check("main~1:d", "main:d", "both main~1:d/b.yaml:1 b | main:d/b.yaml:1 b\n");
	shell("test $(grep -c cat-file .git/log) -eq 1 && test $(wc -l <.git/log) -eq 3");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(compares_folders_named_from_below),
		TEST(reads_a_bare_repository),
		TEST(compares_in_a_worktree),
		TEST(reads_all_where_git_looks_elsewhere),
		TEST(reads_all_of_folders_named_in_other_ways),
		TEST(takes_what_old_has_not_for_empty),
		TEST(needs_revisions_that_are_there),
		TEST(pairs_a_file_with_itself_before),
		TEST(reads_each_side_through_one_process),
	};

	return cmocka_run_group_tests_name("operands of pairs", tests, NULL, NULL);
}
