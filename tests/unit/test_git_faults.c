#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cmocka.h>

#include "repository.h"

/* ---- repositories of all kinds ---- */

static void put_two_commits(void)
{
	tree_put_partner("a.yaml", "a");
	commit("one");
	tree_put_partner("a.yaml", "b");
	commit("two");
}

static void reads_a_bare_repository(void **state)
{
	(void)state;
	put_two_commits();
	shell("git clone -q --bare . bare");
	assert_int_equal(chdir("bare"), 0);
	git_check("main~1: main:./a.yaml", "main~1:a.yaml:1 a\nmain:a.yaml:1 b\n");
}

static void reads_a_worktree(void **state)
{
	(void)state;
	put_two_commits();
	shell("git worktree add -q other main~1");
	assert_int_equal(chdir("other"), 0);
	git_check("main:a.yaml HEAD:./a.yaml", "main:a.yaml:1 b\nHEAD:a.yaml:1 a\n");
}

static void reads_names_of_sha256(void **state)
{
	(void)state;
	shell("git init -q -b main --object-format=sha256 other");
	assert_int_equal(chdir("other"), 0);
	tree_put_partner("sub/a.yaml", "a");
	commit("one");
	git_check("main:", "main:sub/a.yaml:1 a\n");
}

static void reads_through_tags(void **state)
{
	(void)state;
	put_two_commits();
	shell("git tag -a -m t v1 main~1");
	git_check("v1:a.yaml", "v1:a.yaml:1 a\n");
}

static void reads_what_was_committed_whatever_replaces_it(void **state)
{
	(void)state;
	put_two_commits();
	shell("git replace main:a.yaml main~1:a.yaml");
	git_check("main:a.yaml", "main:a.yaml:1 b\n");
}

#define DEEP "1/2/3/4/5/6/7/8/9/10/11/12/13/14/15/16/17/18/19/20"

static void finds_its_way_in_deep_folders(void **state)
{
	(void)state;
	tree_put_partner(DEEP "/a.yaml", "a");
	tree_put_partner("1/2/3/b.yaml", "b");
	commit("one");
	git_check("main:1", "main:" DEEP "/a.yaml:1 a\nmain:1/2/3/b.yaml:1 b\n");
}

/* The first link leads through more folders than are kept. */
static void forgets_no_folder_that_it_goes_through(void **state)
{
	(void)state;
	tree_put_partner(DEEP "/a.yaml", "a");
	tree_put_partner("d/b.yaml", "b");
	tree_link("../" DEEP, "d/a");
	tree_link("../1", "d/c");
	commit("one");
	git_check("main:d", "main:d/a skipped\nmain:d/b.yaml:1 b\nmain:d/c skipped\n");
}

/* ---- revisions ---- */

static void hints_at_what_was_not_fetched(void **state)
{
	(void)state;
	put_two_commits();
	git_check("nosuch:a.yaml main~9: main:a.yaml",
		"nosuch:a.yaml: unknown revision 'nosuch'; fetch it first\n"
		"main~9:.: unknown revision 'main~9'; fetch it first\nmain:a.yaml:1 b\n");
}

static void hints_at_what_a_shallow_clone_lacks(void **state)
{
	(void)state;
	put_two_commits();
	shell("git clone -q --depth=1 \"file://$PWD\" shallow");
	assert_int_equal(chdir("shallow"), 0);
	git_check("HEAD:a.yaml HEAD~1:a.yaml",
		"HEAD:a.yaml:1 b\n"
		"HEAD~1:a.yaml: unknown revision 'HEAD~1' in a shallow clone; fetch it first "
		"(git fetch --unshallow)\n");
}

static void takes_no_revision_for_an_option(void **state)
{
	static const char *const names[] = {":a.yaml", "-x:a.yaml", "--batch-all-objects:"};
	struct buffer fault = {0};

	(void)state;
	put_two_commits();
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		buffer_clear(&fault);
		assert_false(source_name_check(names[i], &fault));
		assert_true(fault.length > 0);
	}
	buffer_clear(&fault);
	assert_true(source_name_check("main:a.yaml", &fault));
	assert_true(source_name_check("a.yaml", &fault));
	assert_int_equal(fault.length, 0);
	buffer_free(&fault);
	git_check(":a.yaml -x:a.yaml",
		":a.yaml: no revision before the colon, and the index is not read\n"
		"-x:a.yaml: a revision does not start with a dash\n");
}

static void takes_an_existing_file_whatever_its_name(void **state)
{
	struct buffer fault = {0};

	(void)state;
	tree_put_partner(":a.yaml", "a");
	assert_true(source_name_check(":a.yaml", &fault));
	git_check(":a.yaml", ":a.yaml:1 a\n");
}

static void asks_for_one_object_with_one_revision(void **state)
{
	(void)state;
	put_two_commits();
	git_check("main\nmain~1:a.yaml main..main:a.yaml ^main:a.yaml main:a.yaml:a.yaml",
		"main\nmain~1:a.yaml: unknown revision 'main\nmain~1'; fetch it first\n"
		"main..main:a.yaml: unknown revision 'main..main'; fetch it first\n"
		"^main:a.yaml: unknown revision '^main'; fetch it first\n"
		"main:a.yaml:a.yaml: no such path at this revision\n");
}

static void wants_the_whole_of_an_ambiguous_hash(void **state)
{
	(void)state;
	shell("tree=$(git hash-object -t tree -w /dev/null)\n"
	      "for message in c1169 c1197; do\n"
	      "git commit-tree -m $message $tree; done >/dev/null");
	git_check("1836e:", "1836e:.: '1836e' is ambiguous; write more of it\n");
}

static void wants_a_commit(void **state)
{
	(void)state;
	put_two_commits();
	shell("git tag blob main:a.yaml");
	git_check("blob: main:a.yaml", "blob:.: 'blob' is no commit\nmain:a.yaml:1 b\n");
}

/* ---- where git fails ---- */

static void says_that_git_is_missing(void **state)
{
	(void)state;
	put_two_commits();
	remove_git();
	git_check("main:a.yaml a.yaml",
		"main:a.yaml: git is not installed, or not in PATH\na.yaml:1 b\n");
}

static void says_that_there_is_no_repository(void **state)
{
	(void)state;
	shell("rm -rf .git");
	git_check("main:a.yaml", "main:a.yaml: no such file, and no git repository here\n");
}

static void says_that_the_repository_is_not_trusted(void **state)
{
	(void)state;
	put_two_commits();
	replace_git("export GIT_TEST_ASSUME_DIFFERENT_OWNER=1; exec \"$GIT\" \"$@\"");
	git_check("main:a.yaml main:",
		"main:a.yaml: git does not trust this repository, which belongs to somebody else; "
		"see safe.directory in git-config(1)\n"
		"main:.: git does not trust this repository, which belongs to somebody else; "
		"see safe.directory in git-config(1)\n");
}

static void hands_on_what_else_git_says(void **state)
{
	(void)state;
	put_two_commits();
	shell("git config core.repositoryFormatVersion 99");
	git_check(
		"main:a.yaml", "main:a.yaml: git says: Expected git repo version <= 1, found 99\n");
}

static void survives_the_end_of_git(void **state)
{
	static const char lost[] = "git cannot read it; see git-fsck(1), or fetch it first";
	struct arena arena = {0};

	(void)state;
	put_two_commits();
	replace_git("case $* in *cat-file*) exit 1; esac; exec \"$GIT\" \"$@\"");
	git_check("main:a.yaml main:",
		arena_printf(&arena, "main:a.yaml: %s\nmain:.: %s\n", lost, lost));
	arena_free(&arena);
}

/* More than a socket holds, so that git ends while it is being written to. */
static void survives_the_end_of_git_in_mid_request(void **state)
{
	struct arena arena = {0};
	char *name = arena_alloc(&arena, 4000001);

	(void)state;
	put_two_commits();
	replace_git("case $* in *cat-file*) exit 1; esac; exec \"$GIT\" \"$@\"");
	memset(name, 'x', 4000000);
	git_check(arena_printf(&arena, "%s:", name),
		arena_printf(&arena,
			"%s:.: git cannot read it; see git-fsck(1), or fetch it first\n", name));
	arena_free(&arena);
}

static void says_that_an_object_is_not_there(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("b.yaml", "b");
	commit("one");
	shell("name=$(git rev-parse main:d/a.yaml); cd .git/objects/; "
	      "rm -f $(echo $name | cut -c1-2)/$(echo $name | cut -c3-)");
	git_check("main:",
		"main:b.yaml:1 b\n"
		"main:d/a.yaml: it is not in this copy of the repository; fetch it first\n");
}

static void reads_on_after_a_file_that_is_too_large(void **state)
{
	(void)state;
	tree_put_partner("b.yaml", "b");
	shell("{ printf '# '; head -c 20000000 /dev/zero | tr '\\0' x; } >a.yaml");
	commit("one");
	tree_check("a.yaml", "a.yaml:1 - P015@1\n");
	git_check("main:", "main:a.yaml:1 - P015@1\nmain:b.yaml:1 b\n");
}

/* ---- how git is used ---- */

static void check_log(const char *line)
{
	struct arena arena = {0};

	shell(arena_printf(&arena, "printf '%%s' '%s' | cmp - .git/log", line));
	arena_free(&arena);
}

static void starts_nothing_without_a_revision(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	replace_git("echo \"$@\" >>\"$LOG\"; exec \"$GIT\" \"$@\"");
	git_check(". nosuch.yaml", "a.yaml:1 a\nnosuch.yaml: No such file or directory\n");
	shell("test ! -e .git/log");
}

static void starts_one_process_that_only_reads(void **state)
{
	(void)state;
	put_two_commits();
	replace_git("echo \"$@\" >>\"$LOG\"; exec \"$GIT\" \"$@\"");
	git_check("main:a.yaml main~1:a.yaml HEAD:",
		"main:a.yaml:1 b\nmain~1:a.yaml:1 a\nHEAD:a.yaml:1 b\n");
	check_log("--no-pager -c core.fsmonitor=false -c core.hooksPath=/dev/null "
		  "-c protocol.allow=never rev-parse --is-shallow-repository "
		  "--is-inside-work-tree --show-prefix\n"
		  "--no-pager -c core.fsmonitor=false -c core.hooksPath=/dev/null "
		  "-c protocol.allow=never cat-file --batch\n");
}

static void hands_on_nothing_that_git_does_not_need(void **state)
{
	char home[] = "HOME=/nonexistent", secret[] = "TOKEN=secret", trace[] = "GIT_TRACE=1",
	     locale[] = "LC_ALL=de_DE", safe[] = "GIT_CONFIG_COUNT=0",
	     allow[] = "GIT_ALLOW_PROTOCOL=ext", helper[] = "GIT_ASKPASS=evil";
	char *environment[] = {home, secret, trace, locale, safe, allow, helper, NULL};
	const struct source_options options = {.environment = environment};

	(void)state;
	put_two_commits();
	replace_git(
		"env | grep -E '^(GIT_|HOME|TOKEN|LC_)' | sort >\"$LOG\"; exec \"$GIT\" \"$@\"");
	tree_check_with(options, "main:a.yaml", tree_tell, "a.yaml:1 b\n");
	check_log("GIT_ALLOW_PROTOCOL=none\nGIT_CONFIG_COUNT=0\nGIT_NO_LAZY_FETCH=1\n"
		  "GIT_NO_REPLACE_OBJECTS=1\nGIT_OPTIONAL_LOCKS=0\nGIT_TERMINAL_PROMPT=0\n"
		  "HOME=/nonexistent\nLC_ALL=C\n");
}

static void reads_equal_files_once(void **state)
{
	(void)state;
	put_two_commits();
	tree_put_partner("sub/a.yaml", "b");
	commit("three");
	replace_git("case $* in *cat-file*) tee -a \"$LOG\" | \"$GIT\" \"$@\"; exit; esac\n"
		    "exec \"$GIT\" \"$@\"");
	git_check("main: main~1:", "main:a.yaml:1 b\nmain:sub/a.yaml:1 b\nmain~1:a.yaml:1 b\n");
	shell("test $(grep -c $(git rev-parse main:a.yaml) .git/log) -eq 1");
}

static void leaves_no_process_behind(void **state)
{
	(void)state;
	put_two_commits();
	git_check("main:a.yaml", "main:a.yaml:1 b\n");
	assert_int_equal(waitpid(-1, NULL, WNOHANG), -1);
	assert_int_equal(errno, ECHILD);
}

static void closes_every_descriptor(void **state)
{
	int before, after;

	(void)state;
	put_two_commits();
	before = dup(STDIN_FILENO);
	close(before);
	git_check("main:a.yaml nosuch:",
		"main:a.yaml:1 b\n"
		"nosuch:.: unknown revision 'nosuch'; fetch it first\n");
	after = dup(STDIN_FILENO);
	close(after);
	assert_int_equal(before, after);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_a_bare_repository),
		TEST(reads_a_worktree),
		TEST(reads_names_of_sha256),
		TEST(reads_through_tags),
		TEST(reads_what_was_committed_whatever_replaces_it),
		TEST(finds_its_way_in_deep_folders),
		TEST(forgets_no_folder_that_it_goes_through),
		TEST(hints_at_what_was_not_fetched),
		TEST(hints_at_what_a_shallow_clone_lacks),
		TEST(takes_no_revision_for_an_option),
		TEST(takes_an_existing_file_whatever_its_name),
		TEST(asks_for_one_object_with_one_revision),
		TEST(wants_the_whole_of_an_ambiguous_hash),
		TEST(wants_a_commit),
		TEST(says_that_git_is_missing),
		TEST(says_that_there_is_no_repository),
		TEST(says_that_the_repository_is_not_trusted),
		TEST(hands_on_what_else_git_says),
		TEST(survives_the_end_of_git),
		TEST(survives_the_end_of_git_in_mid_request),
		TEST(says_that_an_object_is_not_there),
		TEST(reads_on_after_a_file_that_is_too_large),
		TEST(starts_nothing_without_a_revision),
		TEST(starts_one_process_that_only_reads),
		TEST(hands_on_nothing_that_git_does_not_need),
		TEST(reads_equal_files_once),
		TEST(leaves_no_process_behind),
		TEST(closes_every_descriptor),
	};

	return cmocka_run_group_tests_name("git_faults", tests, NULL, NULL);
}
