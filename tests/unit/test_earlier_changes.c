/* Who changed a file since a revision, as far as git knows. */
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/earlier.h"
#include "repository.h"

/* What is committed next is what files are compared with. */
static void commit_then(void)
{
	commit("then");
	shell("git tag then");
}

/* The words for a path, of the disk when `tree` is NULL. */
static void check_changed(struct earlier *earlier, const char *path, const char *expected)
{
	struct arena arena = {0};
	const char *words = earlier_changed(earlier, &arena, NULL, path);

	assert_string_equal(words ? words : "nothing", expected);
	arena_free(&arena);
}

static struct earlier *open_then(void)
{
	static struct source_options options;

	options = git_options();
	return earlier_open(&options, "then");
}

static void names_who_committed_a_change_last(void **state)
{
	struct earlier *earlier;

	(void)state;
	tree_put("d/a b.yaml", "1\n");
	tree_put("d/same.yaml", "1\n");
	tree_put("d/gone.yaml", "1\n");
	tree_put("d/edited.yaml", "1\n");
	commit_then();
	tree_put("d/a b.yaml", "2\n");
	shell("git rm -q d/gone.yaml && GIT_AUTHOR_NAME=\"Ana O'Hara\" "
	      "GIT_AUTHOR_DATE=2026-02-03T12:00:00Z git commit -q -a -m two");
	tree_put("other.yaml", "1\n");
	commit("three");
	tree_put("d/edited.yaml", "2\n");
	tree_put("d/fresh.yaml", "2\n");
	assert_int_equal(chdir("d"), 0);
	earlier = open_then();
	check_changed(earlier, "d/a b.yaml", "last changed by Ana O'Hara on 2026-02-03");
	check_changed(earlier, "d/gone.yaml", "last changed by Ana O'Hara on 2026-02-03");
	check_changed(earlier, "d/same.yaml", "nothing");
	check_changed(earlier, "d/edited.yaml", "not committed");
	check_changed(earlier, "d/fresh.yaml", "not committed");
	check_changed(earlier, "d/*.yaml", "nothing");
	earlier_close(earlier);
}

static void forgives_other_ends_of_lines(void **state)
{
	struct earlier *earlier;

	(void)state;
	tree_put("a.yaml", "1\n");
	commit_then();
	tree_put("a.yaml", "2\n3\n");
	commit("two");
	tree_put("a.yaml", "2\r\n3\r\n");
	earlier = open_then();
	check_changed(earlier, "a.yaml", "last changed by Tester on 2026-01-01");
	earlier_close(earlier);
	tree_put("a.yaml", "2\r3\n");
	earlier = open_then();
	check_changed(earlier, "a.yaml", "not committed");
	earlier_close(earlier);
}

static void takes_names_as_they_were_written(void **state)
{
	struct earlier *earlier;

	(void)state;
	tree_put("a.yaml", "1\n");
	tree_put(".mailmap", "Somebody Else <tester@example.org>\n");
	commit_then();
	shell("git config log.mailmap true && git config log.showSignature true && git config "
	      "log.follow true && git config format.pretty '%H'");
	tree_put("a.yaml", "2\n");
	commit("two");
	earlier = open_then();
	check_changed(earlier, "a.yaml", "last changed by Tester on 2026-01-01");
	earlier_close(earlier);
}

static void asks_git_once_for_each_file(void **state)
{
	struct earlier *earlier;

	(void)state;
	tree_put("a.yaml", "1\n");
	tree_put("b.yaml", "1\n");
	commit_then();
	tree_put("a.yaml", "2\n");
	tree_put("b.yaml", "2\n");
	commit("two");
	replace_git("printf '%s\\n' \"$*\" >>\"$LOG\"\nexec \"$GIT\" \"$@\"\n");
	earlier = open_then();
	for (int i = 0; i < 3; i++) {
		check_changed(earlier, "a.yaml", "last changed by Tester on 2026-01-01");
		check_changed(earlier, "b.yaml", "last changed by Tester on 2026-01-01");
	}
	earlier_close(earlier);
	restore_git();
	shell("test $(grep -c ' log -1 ' .git/log) = 2 && test $(grep -c cat-file .git/log) = 1");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(names_who_committed_a_change_last),
		TEST(forgives_other_ends_of_lines),
		TEST(takes_names_as_they_were_written),
		TEST(asks_git_once_for_each_file),
	};

	return cmocka_run_group_tests_name("earlier changes", tests, NULL, NULL);
}
