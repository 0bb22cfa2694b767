/* What documents were at a revision: which file is taken, and with what policy. */
#include "partner/earlier.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/date.h"
#include "repository.h"

/* ---- what is found ---- */

static void tell_earlier(struct buffer *buffer, struct earlier *earlier, const struct source *now)
{
	const struct source *then = earlier_find(earlier, now);

	buffer_printf(buffer, "%s%s: ", tree_prefix(now->tree), now->path);
	if (then)
		buffer_printf(buffer, "%s%s:%u %s %s\n", tree_prefix(then->tree), then->path,
			(unsigned)then->line, then->partner->id.text,
			then->policy->error          ? "?"
				: then->policy->path ? then->policy->path
						     : "built-in");
	else
		buffer_printf(
			buffer, "%s\n", earlier_reason(earlier) ? earlier_reason(earlier) : "none");
}

/* The documents of the operands, each with what it was at `then`. */
static void check_with(struct source_options options, const char *operands, const char *expected)
{
	struct arena arena = {0};
	struct source_options named = tree_options(&arena, operands);
	struct buffer told = {0};
	struct earlier *earlier;
	struct sources *sources;
	struct source source;

	options.environment = git_options().environment;
	options.operands = named.operands;
	options.n = named.n;
	earlier = earlier_open(&options, "then");
	assert_null(earlier_reason(earlier));
	sources = sources_open(&options);
	while (sources_next(sources, &source))
		tell_earlier(&told, earlier, &source);
	sources_close(sources);
	earlier_close(earlier);
	assert_string_equal(buffer_keep(&told, &arena), expected);
	arena_free(&arena);
}

static void check(const char *operands, const char *expected)
{
	check_with((struct source_options){0}, operands, expected);
}

/* What is committed next is what documents are compared with. */
static void commit_then(void)
{
	commit("then");
	shell("git tag then");
}

static void takes_the_same_path(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/b.yaml", "b");
	commit_then();
	tree_put("d/a.yaml", "# more\npartner: a\nname: N\nkind: vendor\n");
	check("d d/a.yaml",
		"d/a.yaml: then:d/a.yaml:1 a built-in\n"
		"d/b.yaml: then:d/b.yaml:1 b built-in\n"
		"d/a.yaml: then:d/a.yaml:1 a built-in\n");
}

static void takes_the_same_path_from_wherever_it_is_named(void **state)
{
	struct arena arena = {0};
	char here[4096];

	(void)state;
	tree_put_partner("d/sub/a.yaml", "a");
	commit_then();
	tree_link("d", "link");
	assert_non_null(getcwd(here, sizeof(here)));
	assert_int_equal(chdir("d/sub"), 0);
	check(arena_printf(&arena, "a.yaml ../sub/./a.yaml ../../link/sub HEAD:./a.yaml"),
		"a.yaml: then:d/sub/a.yaml:1 a built-in\n"
		"../sub/./a.yaml: then:d/sub/a.yaml:1 a built-in\n"
		"../../link/sub/a.yaml: then:d/sub/a.yaml:1 a built-in\n"
		"HEAD:d/sub/a.yaml: then:d/sub/a.yaml:1 a built-in\n");
	check(arena_printf(&arena, "%s/link/sub/a.yaml", here),
		arena_printf(&arena, "%s/link/sub/a.yaml: then:d/sub/a.yaml:1 a built-in\n", here));
	arena_free(&arena);
}

static void takes_the_same_path_before_the_same_id(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/b.yaml", "b");
	commit_then();
	tree_put_partner("d/a.yaml", "b");
	check("d/a.yaml", "d/a.yaml: then:d/a.yaml:1 a built-in\n");
}

static void takes_the_same_id_of_several(void **state)
{
	(void)state;
	tree_put("all.yaml",
		"partner: a\nname: N\nkind: vendor\n---\npartner: b\nname: N\nkind: vendor\n");
	tree_put_partner("c.yaml", "c");
	commit_then();
	tree_put("all.yaml",
		"partner: b\nname: N\nkind: vendor\n---\npartner: c\nname: N\nkind: vendor\n"
		"---\npartner: x\nname: N\nkind: vendor\n");
	check("all.yaml",
		"all.yaml: then:all.yaml:5 b built-in\nall.yaml: then:c.yaml:1 c built-in\n"
		"all.yaml: none\n");
}

static void follows_the_id_of_a_moved_file(void **state)
{
	(void)state;
	tree_put_partner("d/old/a.yaml", "a");
	tree_put("d/old/calibration.yaml", "partner: a\n");
	tree_put_partner("other/b.yaml", "b");
	commit_then();
	shell("mkdir d/new && git mv d/old/a.yaml d/new/ && git mv other/b.yaml d/");
	check("d", "d/b.yaml: none\nd/new/a.yaml: then:d/old/a.yaml:1 a built-in\n");
	check("d/new", "d/new/a.yaml: then:d/old/a.yaml:1 a built-in\n");
	check(".",
		"d/b.yaml: then:other/b.yaml:1 b built-in\n"
		"d/new/a.yaml: then:d/old/a.yaml:1 a built-in\n");
}

static void follows_a_folder_that_was_renamed(void **state)
{
	(void)state;
	tree_put_partner("d/sub/a.yaml", "a");
	commit_then();
	shell("git mv d e");
	check("e/sub e/sub/a.yaml",
		"e/sub/a.yaml: then:d/sub/a.yaml:1 a built-in\n"
		"e/sub/a.yaml: then:d/sub/a.yaml:1 a built-in\n");
}

static void takes_the_first_of_those_with_one_id(void **state)
{
	(void)state;
	tree_put_partner("d/y.yaml", "a");
	tree_put_partner("d/x.yaml", "a");
	commit_then();
	shell("git mv d/x.yaml d/a.yaml && git rm -q d/y.yaml");
	check("d", "d/a.yaml: then:d/x.yaml:1 a built-in\n");
}

static void finds_nothing_for_what_was_not_there(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	commit_then();
	tree_put_partner("d/b.yaml", "b");
	tree_put("d/c.yaml", "name: N\nkind: vendor\n");
	check("d", "d/a.yaml: then:d/a.yaml:1 a built-in\nd/b.yaml: none\nd/c.yaml: none\n");
}

static void finds_nothing_for_what_was_faulty(void **state)
{
	(void)state;
	tree_put("a.yaml", "partner: a\nname: N\nkind: vendor\ntier: none\n");
	tree_put("b.yaml", "partner: b\nname: N\nkind: vendor\ntags: [\n");
	tree_put("c.yaml", "# nothing\n");
	tree_put_partner("d.yaml", "d");
	tree_put("d.d/more.yaml", "incidents: 1\n");
	tree_put_partner("elsewhere/b.yaml", "b");
	commit_then();
	shell("rm -r elsewhere d.d");
	tree_put_partner("a.yaml", "a");
	tree_put_partner("b.yaml", "b");
	tree_put_partner("c.yaml", "c");
	check(".", "a.yaml: none\nb.yaml: none\nc.yaml: none\nd.yaml: none\n");
}

static void finds_nothing_for_standard_input(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	commit_then();
	tree_feed("a.yaml");
	check("-", "-: none\n");
}

static void reads_companions_of_then(void **state)
{
	struct source_options options = git_options();
	struct source now = {.path = "a.yaml", .alone = true};
	struct partner partner = {0};
	struct earlier *earlier;
	const struct source *then;

	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("a.d/more.yaml", "tags: [t, u]\n");
	commit_then();
	shell("git rm -q -r a.d");
	now.partner = &partner;
	earlier = earlier_open(&options, "then");
	then = earlier_find(earlier, &now);
	assert_non_null(then);
	assert_int_equal(then->partner->tags.list.n, 2);
	earlier_close(earlier);
}

/* ---- policies ---- */

static void takes_the_nearest_policy_of_then(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("policy.yaml", "policy: p\n");
	commit_then();
	shell("git mv policy.yaml d/");
	check("d", "d/a.yaml: then:d/a.yaml:1 a policy.yaml\n");
}

static void takes_a_named_policy_as_it_was(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("other.yaml", "policy: p\n");
	commit_then();
	tree_put("new.yaml", "policy: p\n");
	tree_put("../outside.yaml", "policy: p\n");
	commit("now");
	check_with((struct source_options){.policy = "./other.yaml"}, "d",
		"d/a.yaml: then:d/a.yaml:1 a other.yaml\n");
	check_with((struct source_options){.policy = "HEAD:other.yaml"}, "d",
		"d/a.yaml: then:d/a.yaml:1 a other.yaml\n");
	check_with((struct source_options){.policy = "new.yaml"}, "d",
		"d/a.yaml: then:d/a.yaml:1 a ?\n");
	check_with((struct source_options){.policy = "../outside.yaml"}, "d",
		"d/a.yaml: then:d/a.yaml:1 a ../outside.yaml\n");
	shell("rm ../outside.yaml");
}

/* ---- what cannot be looked for ---- */

static void check_reason(const char *revision, const char *expected)
{
	struct source_options options = git_options();
	struct earlier *earlier = earlier_open(&options, revision);

	if (!earlier_reason(earlier))
		fail_msg("'%s' is good", revision);
	assert_string_equal(earlier_reason(earlier), expected);
	earlier_close(earlier);
}

static void says_why_a_revision_cannot_be_read(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	commit_then();
	check_reason("nowhere", "unknown revision 'nowhere'; fetch it first");
	check_reason("then:a.yaml", "'then:a.yaml' is no commit");
	check_reason("-x", "a revision does not start with a dash");
	shell("git clone -q --depth=1 \"file://$PWD\" clone");
	assert_int_equal(chdir("clone"), 0);
	check_reason("HEAD~1",
		"unknown revision 'HEAD~1' in a shallow clone; fetch it first (git fetch "
		"--unshallow)");
	shell("rm -rf .git ../.git");
	check_reason("main", "no git repository here");
	remove_git();
	check_reason("main", "git is not installed, or not in PATH");
}

static void says_what_lies_outside(void **state)
{
	(void)state;
	tree_put_partner("sub/b.yaml", "b");
	tree_put_partner("a.yaml", "a");
	shell("cd sub && git init -q -b main . && git add -A && git commit -q -m then && git tag "
	      "then");
	assert_int_equal(chdir("sub"), 0);
	check("../a.yaml b.yaml",
		"../a.yaml: it lies outside of the repository\n"
		"b.yaml: then:b.yaml:1 b built-in\n");
}

static void says_when_git_cannot_read(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("b.yaml", "# other\npartner: b\nname: N\nkind: vendor\n");
	commit_then();
	shell("rm -f .git/objects/$(git rev-parse HEAD:a.yaml | sed 's,^..,&/,')");
	check(".",
		"a.yaml: it is not in this copy of the repository; fetch it first\n"
		"b.yaml: then:b.yaml:2 b built-in\n");
}

/* ---- days ---- */

static void gives_the_day_of_the_commit_in_utc(void **state)
{
	struct source_options options = git_options();
	struct earlier *earlier;
	char day[DATE_SIZE];

	(void)state;
	shell("GIT_COMMITTER_DATE=2026-03-04T23:30:00-02:00 GIT_COMMITTER_NAME='> 1 +0000' "
	      "git commit -q --allow-empty -m 'committer x <y> 0 +0000' && git tag -a -m t v1");
	earlier = earlier_open(&options, "v1");
	assert_string_equal(date_format(earlier_day(earlier), day), "2026-03-05");
	earlier_close(earlier);
	shell("git cat-file commit HEAD | sed '/^committer/d' | "
	      "git hash-object -t commit -w --stdin --literally >hash && "
	      "cp hash .git/refs/tags/odd");
	check_reason("odd", "its commit has no date");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(takes_the_same_path),
		TEST(takes_the_same_path_from_wherever_it_is_named),
		TEST(takes_the_same_path_before_the_same_id),
		TEST(takes_the_same_id_of_several),
		TEST(follows_the_id_of_a_moved_file),
		TEST(follows_a_folder_that_was_renamed),
		TEST(takes_the_first_of_those_with_one_id),
		TEST(finds_nothing_for_what_was_not_there),
		TEST(finds_nothing_for_what_was_faulty),
		TEST(finds_nothing_for_standard_input),
		TEST(reads_companions_of_then),
		TEST(takes_the_nearest_policy_of_then),
		TEST(takes_a_named_policy_as_it_was),
		TEST(says_why_a_revision_cannot_be_read),
		TEST(says_what_lies_outside),
		TEST(says_when_git_cannot_read),
		TEST(gives_the_day_of_the_commit_in_utc),
	};

	return cmocka_run_group_tests_name("earlier", tests, NULL, NULL);
}
