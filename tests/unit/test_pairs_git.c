#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "pair_tell.h"

/* What is told when all is read. */
#define ALL(from, to)                                      \
	"both " from "d/a.yaml:1 a | " to "d/a.yaml:1 a\n" \
	"both " from "d/b.yaml:1 b | " to "d/b.yaml:1 b\n" \
	"both " from "d/sub/c.yaml:1 c | " to "d/sub/c.yaml:1 c\n"

/* ---- only what differs is read ---- */

static void tells_nothing_when_nothing_differs(void **state)
{
	(void)state;
	put_three();
	tree_put("README.md", "");
	commit("two");
	pairs_check("main~1:d", "main:d", "");
	pairs_check("main:d", "d", "");
	pairs_check("d", "main:d", "");
	pairs_check("main~1:", "main:", "");
	pairs_check("main:", ".", "");
}

static void reads_all_when_told_so(void **state)
{
	struct pairs_options options = {.sources = git_options(), .all = true};

	(void)state;
	put_three();
	pairs_check_with(options, "main:d", "main:d", ALL("main:", "main:"));
	pairs_check_with(options, "main:d", "d", ALL("main:", ""));
}

static void reads_what_differs_between_two_revisions(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	shell("git mv d/sub/c.yaml d/0.yaml && git rm -q d/a.yaml");
	tree_put_partner("d/new.yaml", "new");
	commit("two");
	pairs_check("main~1:d", "main:d",
		"both main~1:d/b.yaml:1 b | main:d/b.yaml:1 b\n"
		"both main~1:d/sub/c.yaml:1 c | main:d/0.yaml:1 c\n"
		"removed main~1:d/a.yaml:1 a\nadded main:d/new.yaml:1 new\n");
}

static void reads_what_differs_on_disk(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	shell("rm d/a.yaml; echo '*.yaml' >.gitignore");
	tree_put_partner("d/sub/new.yaml", "new");
	pairs_check("main:d", "d",
		"both main:d/b.yaml:1 b | d/b.yaml:1 b\n"
		"removed main:d/a.yaml:1 a\nadded d/sub/new.yaml:1 new\n");
	pairs_check("d", "main:d",
		"both d/b.yaml:1 b | main:d/b.yaml:1 b\n"
		"added main:d/a.yaml:1 a\nremoved d/sub/new.yaml:1 new\n");
}

/* What is in the index makes no difference. */
static void looks_through_the_index(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	tree_put_partner("d/new.yaml", "new");
	shell("git add d && git rm -q --cached d/a.yaml && cp d/b.yaml b && git show main:d/b.yaml "
	      ">d/b.yaml && rm d/new.yaml");
	pairs_check("main:d", "d",
		"both main:d/a.yaml:1 a | d/a.yaml:1 a\nboth main:d/b.yaml:1 b | d/b.yaml:1 b\n");
}

static void knows_another_id_for_another_partner(void **state)
{
	(void)state;
	put_three();
	tree_put_partner("d/b.yaml", "other");
	pairs_check("main:d", "d", "removed main:d/b.yaml:1 b\nadded d/b.yaml:1 other\n");
}

static void reports_an_id_that_comes_twice(void **state)
{
	(void)state;
	put_three();
	put_changed("d/a.yaml", "a");
	put_changed("d/b.yaml", "a");
	pairs_check("main:d", "d",
		"both main:d/a.yaml:1 a | d/a.yaml:1 a\n"
		"repeated to d/b.yaml:1 a, first at d/a.yaml:1\nremoved main:d/b.yaml:1 b\n");
}

static void reads_the_partner_whose_companion_differs(void **state)
{
	(void)state;
	put_three();
	tree_put("d/sub/c.d/x.yaml", "tags: [t]\n");
	tree_put("d/b.d/x.yaml", "tags: [t]\n");
	commit("two");
	pairs_check("main~1:d", "main:d",
		"both main~1:d/b.yaml:1 b | main:d/b.yaml:1 b\n"
		"both main~1:d/sub/c.yaml:1 c | main:d/sub/c.yaml:1 c\n");
	tree_put("d/sub/c.d/x.yaml", "tags: [u]\n");
	shell("rm -r d/b.d; ln -s c.d d/sub/d.d");
	tree_put("d/o.d/x.yaml", "tags: [t]\n");
	pairs_check("main:d", "d",
		"both main:d/b.yaml:1 b | d/b.yaml:1 b\nproblem to d/o.d orphan\n"
		"both main:d/sub/c.yaml:1 c | d/sub/c.yaml:1 c\n"
		"problem to d/sub/d.d skipped\n");
}

static void passes_over_what_no_walk_reads(void **state)
{
	(void)state;
	put_three();
	tree_put_partner("d/.hidden.yaml", "h");
	tree_put_partner("d/.git2/h.yaml", "h");
	tree_put_partner("d/calibration.yaml", "h");
	tree_put("d/README", "");
	tree_put_partner("e.yaml", "e");
	tree_link("../e.yaml", "d/link.yaml");
	tree_link("nowhere", "d/README.txt");
	pairs_check("main:d", "d", "problem to d/link.yaml skipped\n");
	commit("two");
	pairs_check("main~1:d", "main:d", "problem to main:d/link.yaml skipped\n");
}

static void sees_a_folder_that_became_a_link(void **state)
{
	(void)state;
	put_three();
	shell("mv d/sub elsewhere && ln -s ../elsewhere d/sub");
	pairs_check("main:d", "d", "problem to d/sub skipped\nremoved main:d/sub/c.yaml:1 c\n");
	commit("two");
	pairs_check("main~1:d", "main:d",
		"problem to main:d/sub skipped\nremoved main~1:d/sub/c.yaml:1 c\n");
}

static void takes_names_of_any_bytes(void **state)
{
	(void)state;
	put_three();
	tree_put_partner("d/ü ä/new\nline.yaml", "n");
	tree_put_partner("d/*?[a].yaml", "g");
	commit("two");
	put_changed("d/ü ä/new\nline.yaml", "n");
	put_changed("d/*?[a].yaml", "g");
	pairs_check("main:d", "d",
		"both main:d/*?[a].yaml:1 g | d/*?[a].yaml:1 g\n"
		"both main:d/ü ä/new\nline.yaml:1 n | d/ü ä/new\nline.yaml:1 n\n");
	pairs_check("main:d/ü ä", "./d/ü ä/",
		"both main:d/ü ä/new\nline.yaml:1 n | ./d/ü ä/new\nline.yaml:1 n\n");
}

static void leaves_out_what_the_other_side_cannot_read(void **state)
{
	(void)state;
	put_three();
	put_changed("d/b.yaml", "b");
	tree_put("d/sub/c.d/x.yaml", "tags: [lost]\n");
	shell("rm d/a.yaml");
	commit("two");
	shell("for path in d/b.yaml d/sub/c.d/x.yaml; do name=$(git rev-parse main:$path) && "
	      "rm -f .git/objects/${name%${name#??}}/${name#??}; done");
	pairs_check("main~1:d", "main:d",
		"problem to main:d/b.yaml: it is not in this copy of the repository; fetch it first\n"
		"problem to main:d/sub/c.d/x.yaml: it is not in this copy of the repository; fetch it "
		"first\nremoved main~1:d/a.yaml:1 a\n");
}

/* ---- when all is read ---- */

static void reads_all_when_the_policy_differs(void **state)
{
	(void)state;
	put_three();
	tree_put("policy.yaml", "policy: 1\n");
	commit("two");
	pairs_check("main~1:d", "main:d", ALL("main~1:", "main:"));
	pairs_check("main~1:d", "d", ALL("main~1:", ""));
	pairs_check("main:d", "d", "");
	tree_put("d/sub/policy.yaml", "policy: 1\n");
	pairs_check("main:d", "d", ALL("main:", ""));
}

static void reads_all_when_people_differ(void **state)
{
	(void)state;
	tree_put("people.yaml", "people: []\n");
	put_three();
	tree_put("people.yaml", "people:\n  - {id: p, name: P}\n");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("git checkout -q people.yaml");
	pairs_check("main:d", "d", "");
	tree_put("d/sub/people.yaml", "people: []\n");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("rm people.yaml d/sub/people.yaml");
	pairs_check("main:d", "d", ALL("main:", ""));
}

static void needs_no_surroundings_when_they_are_named(void **state)
{
	struct pairs_options options = {.sources = git_options()};

	(void)state;
	put_three();
	tree_put("p.yaml", "policy: 1\n");
	tree_put("policy.yaml", "policy: 1\n");
	tree_put("d/people.yaml", "people: []\n");
	options.sources.policy = "p.yaml";
	pairs_check_with(options, "main:d", "d", ALL("main:", ""));
	options.sources.people = "d/people.yaml";
	pairs_check_with(options, "main:d", "d", "");
}

static void reads_all_when_a_calibration_differs(void **state)
{
	(void)state;
	tree_put("policy.yaml", "policy: 1\ncalibration: raters.yaml\n");
	tree_put("raters.yaml", "type: calibration\n");
	tree_put("d/sub/policy.yaml", "policy: 1\ncalibration: below/raters.yaml\n");
	tree_put("d/sub/below/raters.yaml", "type: calibration\n");
	put_three();
	pairs_check("main:d", "d", "");
	tree_put("raters.yaml", "type: calibration\n# more\n");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("git checkout -q raters.yaml");
	shell("rm d/sub/below/raters.yaml");
	pairs_check("main:d", "d", ALL("main:", ""));
}

/* A policy may name what no walk reads. */
static void reads_all_when_a_calibration_of_any_name_differs(void **state)
{
	(void)state;
	tree_put("d/sub/policy.yaml", "policy: 1\ncalibration: raters.txt\n");
	tree_put("d/sub/raters.txt", "type: calibration\n");
	tree_put("d/hid/policy.yaml", "policy: 1\ncalibration: .cal/raters.yaml\n");
	tree_put("d/hid/.cal/raters.yaml", "type: calibration\n");
	put_three();
	tree_put("d/sub/other.txt", "");
	tree_put("d/hid/.cal/policy.yaml", "policy: 1\n");
	tree_put("d/hid/.cal/people.yaml", "people: []\n");
	pairs_check("main:d", "d", "");
	tree_put("d/sub/raters.txt", "type: calibration\n# more\n");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("git checkout -q d/sub/raters.txt");
	tree_put("d/hid/.cal/raters.yaml", "type: calibration\n# more\n");
	commit("two");
	pairs_check("main~1:d", "main:d", ALL("main~1:", "main:"));
}

static void reads_all_when_git_was_told_to_look_away(void **state)
{
	(void)state;
	put_three();
	shell("git update-index --assume-unchanged d/b.yaml");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("git update-index --no-assume-unchanged d/b.yaml && "
	      "git update-index --skip-worktree d/b.yaml");
	pairs_check("main:d", "d", ALL("main:", ""));
}

static void reads_all_when_other_repositories_lie_there(void **state)
{
	(void)state;
	put_three();
	shell("git init -q d/inner && git -C d/inner commit -q --allow-empty -m x");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("git add d 2>/dev/null && git commit -q -m two");
	pairs_check("main:d", "d",
		"both main:d/a.yaml:1 a | d/a.yaml:1 a\nboth main:d/b.yaml:1 b | d/b.yaml:1 b\n"
		"problem from main:d/inner skipped\n"
		"both main:d/sub/c.yaml:1 c | d/sub/c.yaml:1 c\n");
	pairs_check("main~1:d", "main:d", "problem to main:d/inner skipped\n");
}

static void reads_all_through_a_link(void **state)
{
	(void)state;
	put_three();
	tree_link("d", "link");
	pairs_check("main:d", "link",
		"both main:d/a.yaml:1 a | link/a.yaml:1 a\n"
		"both main:d/b.yaml:1 b | link/b.yaml:1 b\n"
		"both main:d/sub/c.yaml:1 c | link/sub/c.yaml:1 c\n");
}

static void reads_all_of_two_folders_on_disk(void **state)
{
	(void)state;
	put_three();
	replace_git("echo called >>\"$LOG\"; exec \"$GIT\" \"$@\"");
	pairs_check("d", "d", ALL("", ""));
	shell("test ! -e .git/log");
}

static void reads_all_when_a_listing_fails(void **state)
{
	(void)state;
	put_three();
	replace_git("case $* in *diff-*) exit 1; esac; exec \"$GIT\" \"$@\"");
	pairs_check("main:d", "main:d", ALL("main:", "main:"));
	replace_git("case $* in *ls-files*) printf 'half'; exit; esac; exec \"$GIT\" \"$@\"");
	pairs_check("main:d", "d", ALL("main:", ""));
}

/* Files whose times say nothing are compared by git, which would run them through a filter. */
static void runs_no_filter_of_the_repository(void **state)
{
	(void)state;
	tree_put(".gitattributes", "*.yaml filter=evil\n");
	put_three();
	shell("git config filter.evil.clean 'touch .git/ran; cat' && "
	      "git config filter.evil.process 'touch .git/ran' && "
	      "git config filter.evil.required true && "
	      "touch -d @1000000000 d/*.yaml && git -c filter.evil.clean= -c filter.evil.process= "
	      "-c filter.evil.required=false add d && touch -d @1000000000 .git/index");
	pairs_check("main:d", "d", "");
	shell("test ! -e .git/ran");
	shell("git config 'filter.e=vil.clean' 'touch .git/ran'");
	pairs_check("main:d", "d", ALL("main:", ""));
	shell("test ! -e .git/ran");
}

#define TEST(test) cmocka_unit_test_setup_teardown(test, repository_begin, repository_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(tells_nothing_when_nothing_differs),
		TEST(reads_all_when_told_so),
		TEST(reads_what_differs_between_two_revisions),
		TEST(reads_what_differs_on_disk),
		TEST(looks_through_the_index),
		TEST(knows_another_id_for_another_partner),
		TEST(reports_an_id_that_comes_twice),
		TEST(reads_the_partner_whose_companion_differs),
		TEST(passes_over_what_no_walk_reads),
		TEST(sees_a_folder_that_became_a_link),
		TEST(takes_names_of_any_bytes),
		TEST(leaves_out_what_the_other_side_cannot_read),
		TEST(reads_all_when_the_policy_differs),
		TEST(reads_all_when_people_differ),
		TEST(needs_no_surroundings_when_they_are_named),
		TEST(reads_all_when_a_calibration_differs),
		TEST(reads_all_when_a_calibration_of_any_name_differs),
		TEST(reads_all_when_git_was_told_to_look_away),
		TEST(reads_all_when_other_repositories_lie_there),
		TEST(reads_all_through_a_link),
		TEST(reads_all_of_two_folders_on_disk),
		TEST(reads_all_when_a_listing_fails),
		TEST(runs_no_filter_of_the_repository),
	};

	return cmocka_run_group_tests_name("pairs in git", tests, NULL, NULL);
}
