#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <unistd.h>

#include <cmocka.h>

#include "repository.h"

/* ---- operands ---- */

static void reads_what_was_deleted_or_changed_since(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("sub/b.yaml", "b");
	commit("one");
	tree_put("a.yaml", "# more\npartner: a\nname: N\nkind: vendor\n");
	shell("git rm -q sub/b.yaml");
	commit("two");
	git_check("main~1:a.yaml main:a.yaml main~1:sub/b.yaml",
		"main~1:a.yaml:1 a\nmain:a.yaml:2 a\nmain~1:sub/b.yaml:1 b\n");
}

static void takes_an_existing_path_before_a_revision(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	commit("one");
	tree_put_partner("main:a.yaml", "here");
	git_check("main:a.yaml", "main:a.yaml:1 here\n");
	tree_link("nowhere", "main:b.yaml");
	git_check("main:b.yaml", "main:b.yaml: No such file or directory\n");
}

static void splits_at_the_first_colon_outside_braces(void **state)
{
	(void)state;
	tree_put_partner("x:y.yaml", "x");
	commit("fix:it");
	git_check("HEAD^{/fix:i}:x:y.yaml", "HEAD^{/fix:i}:x:y.yaml:1 x\n");
}

static void takes_the_whole_tree_for_no_path(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("sub/b.yaml", "b");
	commit("one");
	git_check("main:", "main:a.yaml:1 a\nmain:sub/b.yaml:1 b\n");
	git_check("main:sub main:sub/ main:./sub/.",
		"main:sub/b.yaml:1 b\nmain:sub/b.yaml:1 b\nmain:sub/b.yaml:1 b\n");
}

static void reads_paths_from_here_or_from_the_top(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("sub/deep/b.yaml", "b");
	commit("one");
	assert_int_equal(chdir("sub/deep"), 0);
	git_check("main:./b.yaml main:../../a.yaml main:a.yaml main:.. main:.",
		"main:sub/deep/b.yaml:1 b\nmain:a.yaml:1 a\nmain:a.yaml:1 a\n"
		"main:sub/deep/b.yaml:1 b\nmain:sub/deep/b.yaml:1 b\n");
	git_check("main:b.yaml main:../../../a.yaml main:/a.yaml",
		"main:b.yaml: no such path at this revision\n"
		"main:sub/deep/../../../a.yaml: it leads out of the repository\n"
		"main:/a.yaml: it leads out of the repository\n");
}

static void gives_the_full_hash(void **state)
{
	struct arena arena = {0};
	struct source_options options = git_options(), operands = tree_options(&arena, "HEAD:");
	struct source source;
	struct sources *sources;

	(void)state;
	tree_put_partner("a.yaml", "a");
	commit("one");
	options.operands = operands.operands;
	options.n = 1;
	sources = sources_open(&options);
	assert_true(sources_next(sources, &source));
	assert_string_equal(tree_revision(source.tree), "be532d1af11446998207646ab72241ddd2ac2aa6");
	sources_close(sources);
	arena_free(&arena);
}

/* ---- folders ---- */

static void put_many(void)
{
	tree_put_partner("d/a0.yml", "a0");
	tree_put_partner("d/a/b.yaml", "b");
	tree_put_partner("d/a/B/z.yaml", "z");
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/a-c.yaml", "a-c");
	tree_put_partner("d/.hidden.yaml", "h");
	tree_put("d/a.d/more.yaml", "tags: [t]\n");
	tree_put("d/o.d/more.yaml", "tags: [t]\n");
	tree_put("d/README.md", "");
	tree_put("d/calibration.yaml", "");
}

static void walks_a_folder_as_on_disk(void **state)
{
	(void)state;
	put_many();
	commit("one");
	tree_check("d",
		"d/a-c.yaml:1 a-c\nd/a.yaml:1 a\nd/a/B/z.yaml:1 z\nd/a/b.yaml:1 b\n"
		"d/a0.yml:1 a0\nd/o.d orphan\n");
	git_check("main:d",
		"main:d/a-c.yaml:1 a-c\nmain:d/a.yaml:1 a\nmain:d/a/B/z.yaml:1 z\n"
		"main:d/a/b.yaml:1 b\nmain:d/a0.yml:1 a0\nmain:d/o.d orphan\n");
}

static void skips_links_and_submodules_in_folders(void **state)
{
	(void)state;
	tree_put_partner("elsewhere/b.yaml", "b");
	tree_put_partner("d/a.yaml", "a");
	tree_link("a.yaml", "d/link.yaml");
	tree_link("../elsewhere", "d/folder");
	tree_link("a.yaml", "d/README");
	shell("git add -A && git update-index --add --cacheinfo "
	      "160000,1bd0cd7d3ca7f9b7cbbbd8d94ba8d5e4c8dfdb3e,d/module && git commit -q -m one");
	git_check("main:d",
		"main:d/a.yaml:1 a\nmain:d/folder skipped\nmain:d/link.yaml skipped\n"
		"main:d/module skipped\n");
	git_check("main:d/module",
		"main:d/module: a submodule, whose files are in another repository\n");
}

static void follows_links_that_were_named(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_link("d", "folder");
	tree_link("folder/a.yaml", "file.yaml");
	tree_link("../d/../file.yaml", "d/up.yaml");
	commit("one");
	git_check("main:folder main:file.yaml main:d/up.yaml",
		"main:folder/a.yaml:1 a\nmain:folder/up.yaml skipped\nmain:file.yaml:1 a\n"
		"main:d/up.yaml:1 a\n");
}

static void refuses_links_that_lead_nowhere(void **state)
{
	(void)state;
	tree_link("nowhere", "gone.yaml");
	tree_link("../a.yaml", "out.yaml");
	tree_link("/etc/passwd", "absolute.yaml");
	tree_link("loop.yaml", "loop.yaml");
	commit("one");
	git_check("main:gone.yaml main:out.yaml main:absolute.yaml main:loop.yaml",
		"main:gone.yaml: no such path at this revision\n"
		"main:out.yaml: it leads out of the repository\n"
		"main:absolute.yaml: it leads out of the repository\n"
		"main:loop.yaml: Too many levels of symbolic links\n");
}

static void reads_names_of_any_bytes(void **state)
{
	(void)state;
	tree_put_partner("d/a\nb.yaml", "x");
	tree_put_partner("d/c\"d'.yaml", "y");
	tree_put_partner("d/\xc3\xa9\xff.yaml", "z");
	commit("one");
	git_check("main:d main:d/c\"d'.yaml",
		"main:d/a\nb.yaml:1 x\nmain:d/c\"d'.yaml:1 y\nmain:d/\xc3\xa9\xff.yaml:1 z\n"
		"main:d/c\"d'.yaml:1 y\n");
}

/* ---- what comes along ---- */

static void tell_surroundings(struct buffer *buffer, const struct source *source)
{
	const struct policy_file *policy = source->policy;

	buffer_printf(buffer, "%s%s %s%s%s", tree_prefix(source->tree), source->path,
		tree_prefix(policy->tree), policy->path ? policy->path : "built-in",
		policy->error ? "?" : "");
	for (size_t i = 0; i < policy->n_calibrations; i++)
		buffer_printf(buffer, "+%s%s", policy->calibrations[i].path,
			policy->calibrations[i].error ? "?" : "");
	if (source->people)
		buffer_printf(
			buffer, " %s%s", tree_prefix(source->people->tree), source->people->path);
	buffer_printf(buffer, " %zu\n", source->partner->tags.list.n);
}

static void check_surroundings(
	struct source_options options, const char *operands, const char *expected)
{
	options.environment = git_options().environment;
	tree_check_with(options, operands, tell_surroundings, expected);
}

static void takes_what_serves_a_file_from_its_revision(void **state)
{
	const struct source_options search = {0};

	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/raters.yaml", "raters");
	tree_put("d/a.d/more.yaml", "tags: [t, u]\n");
	tree_put("d/policy.yaml", "policy: p\ncalibration: raters.yaml\n");
	tree_put("people.yaml", "people: []\n");
	commit("one");
	shell("git rm -q -r d/a.d d/policy.yaml people.yaml");
	tree_put("policy.yaml", "policy: q\n");
	commit("two");
	tree_put("d/a.d/more.yaml", "tags: [t]\n");
	check_surroundings(search, "main~1:d",
		"main~1:d/a.yaml main~1:d/policy.yaml"
		"+d/raters.yaml main~1:people.yaml 2\n");
	check_surroundings(search, "main:d/a.yaml d/a.yaml",
		"main:d/a.yaml main:policy.yaml 0\nd/a.yaml policy.yaml 1\n");
}

static void takes_named_ones_from_theirs(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("policy.yaml", "policy: p\ncalibration: c.yaml\n");
	tree_put("c.yaml", "raters: []\n");
	tree_put("people.yaml", "people: []\n");
	commit("one");
	shell("git rm -q policy.yaml c.yaml people.yaml");
	commit("two");
	check_surroundings((struct source_options){.policy = "main~1:policy.yaml"},
		"main:a.yaml a.yaml",
		"main:a.yaml main~1:policy.yaml+c.yaml 0\n"
		"a.yaml main~1:policy.yaml+c.yaml 0\n");
	check_surroundings((struct source_options){.people = "main~1:people.yaml"}, "a.yaml",
		"a.yaml built-in main~1:people.yaml 0\n");
	check_surroundings((struct source_options){.policy = "main~1:./policy.yaml"},
		"main~1:", "main~1:a.yaml main~1:policy.yaml+c.yaml main~1:people.yaml 0\n");
}

static void follows_no_link_that_was_only_found(void **state)
{
	const struct source_options search = {0}, named = {.policy = "main:policy.yaml"};

	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("other/c.yaml", "raters: []\n");
	tree_link("other", "sub");
	tree_put("policy.yaml", "policy: p\ncalibration: sub/c.yaml\n");
	commit("one");
	check_surroundings(search, "main:a.yaml", "main:a.yaml main:policy.yaml+sub/c.yaml? 0\n");
	check_surroundings(named, "main:a.yaml", "main:a.yaml main:policy.yaml+sub/c.yaml 0\n");
	tree_put_partner("d/a.yaml", "a");
	tree_link("../policy.yaml", "d/policy.yaml");
	tree_link("other", "a.d");
	tree_put("b.d/.keep", "");
	tree_link("c.yaml", "b.d/more.yaml");
	tree_put_partner("b.yaml", "b");
	commit("two");
	check_surroundings(search, "main:d/a.yaml", "main:d/a.yaml main:d/policy.yaml? 0\n");
	git_check("main:a.yaml main:b.yaml",
		"main:a.d skipped\nmain:a.yaml:1 a\nmain:b.d/more.yaml skipped\n"
		"main:b.yaml:1 b\n");
}

static void check_policy(const char *operand, const char *expected)
{
	struct arena arena = {0};
	struct source_options options = git_options();
	struct sources *sources;
	const char *path;

	options.operands = tree_options(&arena, operand).operands;
	options.n = 1;
	sources = sources_open(&options);
	path = sources_policy(sources)->path;
	assert_string_equal(path ? path : "built-in", expected);
	sources_close(sources);
	arena_free(&arena);
}

static void serves_all_with_the_policy_of_the_first(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_link("d", "link");
	tree_put("d/policy.yaml", "policy: p\n");
	commit("one");
	shell("git rm -q d/policy.yaml");
	commit("two");
	check_policy("main~1:d", "d/policy.yaml");
	check_policy("main~1:d/a.yaml", "d/policy.yaml");
	check_policy("main~1:link", "link/policy.yaml");
	check_policy("main~1:", "built-in");
	check_policy("main:d", "built-in");
}

/* ---- lines ---- */

static void follows_lines_to_their_revision(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("lines",
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"revision\":\"main~1\"}}\n"
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"revision\":\"main~1\"}}\n"
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"revision\":null}}\n"
		"{\"type\":\"scorecard\",\"source\":{\"path\":\"a.yaml\",\"revision\":\"-x\"}}\n");
	commit("one");
	tree_put("a.yaml", "# more\npartner: a\nname: N\nkind: vendor\n");
	commit("two");
	git_check("main:lines",
		"main~1:a.yaml:1 a\na.yaml:2 a\n"
		"-x:a.yaml: a revision does not start with a dash\n");
}

/* ---- evidence ---- */

static void finds_evidence_in_the_same_tree(void **state)
{
	struct arena arena = {0};
	struct source_options options = git_options(), operands = tree_options(&arena, "main:d");
	struct source source;
	struct sources *sources;

	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put("d/beside.md", "");
	tree_put("top.md", "");
	tree_link("../top.md", "d/link.md");
	tree_link("../../etc", "d/out.md");
	commit("one");
	shell("rm d/beside.md top.md");
	tree_put("d/later.md", "");
	options.operands = operands.operands;
	options.n = 1;
	sources = sources_open(&options);
	assert_true(sources_next(sources, &source));
	assert_int_equal(source_target(&source, "d/a.yaml", "beside.md"), SOURCE_TARGET_INSIDE);
	assert_int_equal(source_target(&source, "d/a.yaml", "top.md"), SOURCE_TARGET_INSIDE);
	assert_int_equal(source_target(&source, "d/a.yaml", "link.md"), SOURCE_TARGET_INSIDE);
	assert_int_equal(source_target(&source, "d/a.yaml", "d"), SOURCE_TARGET_INSIDE);
	assert_int_equal(source_target(&source, "d/a.yaml", "out.md"), SOURCE_TARGET_OUTSIDE);
	assert_int_equal(source_target(&source, "d/a.yaml", "later.md"), SOURCE_TARGET_MISSING);
	assert_int_equal(source_target(&source, "a.yaml", "beside.md"), SOURCE_TARGET_MISSING);
	sources_close(sources);
	arena_free(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_what_was_deleted_or_changed_since),
		TEST(takes_an_existing_path_before_a_revision),
		TEST(splits_at_the_first_colon_outside_braces),
		TEST(takes_the_whole_tree_for_no_path),
		TEST(reads_paths_from_here_or_from_the_top),
		TEST(gives_the_full_hash),
		TEST(walks_a_folder_as_on_disk),
		TEST(skips_links_and_submodules_in_folders),
		TEST(follows_links_that_were_named),
		TEST(refuses_links_that_lead_nowhere),
		TEST(reads_names_of_any_bytes),
		TEST(takes_what_serves_a_file_from_its_revision),
		TEST(takes_named_ones_from_theirs),
		TEST(follows_no_link_that_was_only_found),
		TEST(serves_all_with_the_policy_of_the_first),
		TEST(follows_lines_to_their_revision),
		TEST(finds_evidence_in_the_same_tree),
	};

	return cmocka_run_group_tests_name("git", tests, NULL, NULL);
}
