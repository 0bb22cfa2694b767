#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/yaml.h"
#include "tree.h"

#define MINIMAL(id) "partner: " id "\nname: N\nkind: vendor\n"

/* ---- folders ---- */

static void walks_in_byte_order_of_paths(void **state)
{
	(void)state;
	tree_put_partner("d/a0.yml", "a0");
	tree_put_partner("d/a/b.yaml", "b");
	tree_put_partner("d/a/B/z.yaml", "z");
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/a-c.yaml", "a-c");
	tree_put_partner("d/B.yaml", "b2");
	tree_check("d",
		"d/B.yaml:1 b2\nd/a-c.yaml:1 a-c\nd/a.yaml:1 a\nd/a/B/z.yaml:1 z\n"
		"d/a/b.yaml:1 b\nd/a0.yml:1 a0\n");
}

static void leaves_out_what_is_no_partner(void **state)
{
	static const char *const others[] = {".hidden.yaml", ".git/a.yaml", "README.md", "a.yaml~",
		".yaml", "yaml", "people.yaml", "policy.yaml", "calibration.yaml", "a.d/more.yaml",
		"a.d/deeper/b.yaml", "sub/people.yaml", "sub/calibration.yaml"};

	(void)state;
	for (size_t i = 0; i < sizeof(others) / sizeof(others[0]); i++)
		tree_put(others[i], i == 7 ? "policy: p\n" : "people: []\n");
	tree_put_partner("a.yaml", "a");
	tree_check(".", "a.yaml:1 a\n");
}

static void leaves_out_the_calibration_of_the_policy(void **state)
{
	(void)state;
	tree_put("d/policy.yaml",
		"policy: p\ncalibration: sub/raters.yaml\n"
		"overrides: [{tier: trial, calibration: trial.yaml}]\n");
	tree_put("d/sub/raters.yaml", "raters: []\n");
	tree_put("d/trial.yaml", "raters: []\n");
	tree_put_partner("d/raters.yaml", "raters");
	tree_check("d", "d/raters.yaml:1 raters\n");
	tree_check("d/./ ./d", "d/raters.yaml:1 raters\n./d/raters.yaml:1 raters\n");
}

static void passes_links_and_devices_over(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put_partner("elsewhere/b.yaml", "b");
	tree_put("d/.keep", "");
	tree_link("../a.yaml", "d/a.yaml");
	tree_link("nowhere", "d/gone.yml");
	tree_link("../elsewhere", "d/folder");
	tree_link("../a.yaml", "d/README");
	tree_link("..", "d/.up");
	assert_int_equal(mkfifo("d/pipe.yaml", 0600), 0);
	assert_int_equal(mkfifo("d/pipe", 0600), 0);
	tree_check("d",
		"d/a.yaml skipped\nd/folder skipped\nd/gone.yml skipped\n"
		"d/pipe.yaml skipped\n");
}

static void follows_a_link_that_was_named(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_link("d", "folder");
	tree_link("d/a.yaml", "file.yaml");
	tree_check("folder file.yaml", "folder/a.yaml:1 a\nfile.yaml:1 a\n");
}

static void names_companions_without_a_partner(void **state)
{
	(void)state;
	tree_put("d/a.d/x.yaml", "tags: [t]\n");
	tree_put("d/b.d/README", "");
	tree_put("d/c.d/x.yml", "tags: [t]\n");
	tree_put_partner("d/c.yml", "c");
	tree_check("d", "d/a.d orphan\nd/c.yml:1 c\n");
}

static void gives_nothing_for_an_empty_folder(void **state)
{
	(void)state;
	tree_put("d/sub/deeper/.keep", "");
	tree_check("d", "");
}

static void names_paths_as_the_operand_was_named(void **state)
{
	struct arena arena = {0};
	char here[256];

	(void)state;
	tree_put_partner("d/sub/a.yaml", "a");
	assert_int_equal(chdir("d/sub"), 0);
	tree_check(".", "a.yaml:1 a\n");
	tree_check("../", "../sub/a.yaml:1 a\n");
	tree_check("./", "a.yaml:1 a\n");
	tree_check("./a.yaml", "./a.yaml:1 a\n");
	assert_non_null(getcwd(here, sizeof(here)));
	tree_check(here, arena_printf(&arena, "%s/a.yaml:1 a\n", here));
	arena_free(&arena);
}

/* ---- files ---- */

static void reads_a_file_of_any_name(void **state)
{
	(void)state;
	tree_put_partner("acme", "acme");
	tree_put_partner("sub/people.yaml", "a");
	tree_put_partner(".hidden", "b");
	tree_check(
		"acme sub/people.yaml .hidden", "acme:1 acme\nsub/people.yaml:1 a\n.hidden:1 b\n");
}

static void goes_on_behind_what_cannot_be_read(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_link("loop", "loop");
	tree_check("gone a.yaml loop a.yaml/x",
		"gone unreadable ENOENT\na.yaml:1 a\nloop unreadable ELOOP\n"
		"a.yaml/x unreadable Not a directory\n");
}

static void gives_each_document_of_a_stream(void **state)
{
	(void)state;
	tree_put("s.yaml", "# two\n---\n" MINIMAL("a") "---\n" MINIMAL("b") "---\n");
	tree_check("s.yaml", "s.yaml:3 a of several\ns.yaml:7 b of several\n");
	tree_put("s.yaml", "---\n---\n" MINIMAL("a") "---\n");
	tree_check("s.yaml", "s.yaml:3 a\n");
}

static void finds_empty_files(void **state)
{
	(void)state;
	tree_put("none.yaml", "");
	tree_put("comment.yaml", "# nothing\n");
	tree_put("dashes.yaml", "---\n---\n");
	tree_check("none.yaml comment.yaml dashes.yaml",
		"none.yaml:1 - P019@1\ncomment.yaml:1 - P019@1\ndashes.yaml:1 - P019@1\n");
}

static void keeps_what_stands_before_a_break(void **state)
{
	(void)state;
	tree_put("s.yaml", MINIMAL("a") "---\npartner: b\nname: \"N\nkind: vendor\n");
	tree_check("s.yaml", "s.yaml:1 a of several\ns.yaml:6 - of several P002@6\n");
	tree_put("s.yaml", "partner: a\nname: \xff\n");
	tree_check("s.yaml", "s.yaml:2 - P001@2\n");
}

static void keeps_the_faults_of_documents_apart(void **state)
{
	(void)state;
	tree_put("s.yaml", MINIMAL("a") "tier: x\n---\n" MINIMAL("b") "since: x\nsince: y\n");
	tree_check("s.yaml",
		"s.yaml:1 a of several P009@4\n"
		"s.yaml:6 b of several P007@9 P004@10\n");
}

static void has_no_partner_without_a_map(void **state)
{
	(void)state;
	tree_put("s.yaml", "just words\n---\n[a]\n");
	tree_check("s.yaml", "s.yaml:1 - of several P006@1\ns.yaml:3 - of several P006@3\n");
}

/* A file of so many bytes: a partner, then a comment. */
static void put_sized(const char *path, size_t size)
{
	FILE *file = fopen(path, "w");
	size_t start = sizeof(MINIMAL("a") "#") - 1;

	assert_non_null(file);
	fputs(MINIMAL("a") "#", file);
	for (size_t i = start; i < size; i++)
		putc('x', file);
	assert_int_equal(fclose(file), 0);
}

static void reads_up_to_the_limit(void **state)
{
	(void)state;
	put_sized("a.yaml", YAML_MAX_SIZE);
	tree_check("a.yaml", "a.yaml:1 a\n");
	put_sized("a.yaml", (size_t)YAML_MAX_SIZE + 1);
	tree_check("a.yaml", "a.yaml:1 - P015@1\n");
}

/* ---- standard input ---- */

static void tell_input(struct buffer *buffer, const struct source *source)
{
	buffer_puts(buffer, source->standard_input ? "input " : "file ");
	tree_tell(buffer, source);
}

static void reads_standard_input(void **state)
{
	(void)state;
	tree_put_partner("a.yaml", "a");
	tree_put("-.d/x.yaml", "tags: [t]\n");
	tree_feed("a.yaml");
	tree_check_with((struct source_options){0}, "- a.yaml -", tell_input,
		"input -:1 a\nfile a.yaml:1 a\ninput -:1 - P019@1\n");
	tree_feed(".");
	tree_check("-", "- unreadable EISDIR\n");
}

/* ---- lines of JSON ---- */

#define LINE(path) "{\"type\":\"scorecard\",\"source\":{\"path\":" path "}}\n"

static void follows_lines_to_their_files(void **state)
{
	(void)state;
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("b", "b");
	tree_put("lines",
		LINE("\"d/a.yaml\"") LINE("null") LINE("\"d/a.yaml\"") "\n" LINE("\"b\"")
			LINE("\"gone\"") LINE("\"d\"") LINE("\"d/a.yaml\""));
	tree_feed("lines");
	tree_check_with((struct source_options){0}, "- lines", tell_input,
		"file d/a.yaml:1 a\nfile b:1 b\nfile gone unreadable ENOENT\n"
		"file d unreadable EISDIR\nfile d/a.yaml:1 a\n"
		"file d/a.yaml:1 a\nfile b:1 b\nfile gone unreadable ENOENT\n"
		"file d unreadable EISDIR\nfile d/a.yaml:1 a\n");
}

static void goes_on_behind_a_malformed_line(void **state)
{
	(void)state;
	tree_put_partner("a", "a");
	tree_put("lines", LINE("\"a\"") "{\"type\": nul}\n[]\n" LINE("\"a\"") LINE("\"-\"") "{");
	tree_check("lines",
		"a:1 a\nlines:2 - of several P002@2\nlines:3 - of several P002@3\n"
		"lines:5 - of several P002@5\nlines:6 - of several P002@6\n");
}

static void locates_a_malformed_line(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "lines");
	struct sources *sources = sources_open(&options);
	struct source source;

	(void)state;
	tree_put("lines", LINE("null") "{\"type\": nul}\n");
	assert_true(sources_next(sources, &source));
	assert_int_equal(source.faults.items[0].at.line, 2);
	assert_int_equal(source.faults.items[0].at.column, 12);
	assert_string_equal(source.faults.items[0].path, "lines");
	sources_close(sources);
	arena_free(&arena);
}

static void takes_partner_files_for_what_they_are_called(void **state)
{
	(void)state;
	tree_put("a.yaml", "{partner: a, name: N, kind: vendor}\n");
	tree_put("lines", LINE("\"a.yaml\""));
	tree_check("a.yaml . lines", "a.yaml:1 a\na.yaml:1 a\na.yaml:1 a\n");
}

static void put_long_lines(const char *path, size_t length)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs("{\"type\":\"x\",\"name\":\"", file);
	for (size_t i = 0; i < length; i++)
		putc('x', file);
	fputs("\"}\n" LINE("\"a\""), file);
	assert_int_equal(fclose(file), 0);
}

static void reads_long_lines(void **state)
{
	(void)state;
	tree_put_partner("a", "a");
	put_long_lines("lines", 300000);
	tree_check("lines", "a:1 a\n");
	put_long_lines("lines", YAML_MAX_SIZE);
	tree_check("lines", "lines:1 - of several P015@1\n");
}

static void survives_closing_in_the_middle(void **state)
{
	struct arena arena = {0};
	struct source_options options = tree_options(&arena, "d");
	struct sources *sources = sources_open(&options);
	struct source source;

	(void)state;
	tree_put_partner("d/a/b/c.yaml", "c");
	tree_put_partner("d/z.yaml", "z");
	assert_true(sources_next(sources, &source));
	assert_string_equal(source.path, "d/a/b/c.yaml");
	sources_close(sources);
	sources_close(NULL);
	arena_free(&arena);
}

#define IN_TREE(test) cmocka_unit_test_setup_teardown(test, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		IN_TREE(walks_in_byte_order_of_paths),
		IN_TREE(leaves_out_what_is_no_partner),
		IN_TREE(leaves_out_the_calibration_of_the_policy),
		IN_TREE(passes_links_and_devices_over),
		IN_TREE(follows_a_link_that_was_named),
		IN_TREE(names_companions_without_a_partner),
		IN_TREE(gives_nothing_for_an_empty_folder),
		IN_TREE(names_paths_as_the_operand_was_named),
		IN_TREE(reads_a_file_of_any_name),
		IN_TREE(goes_on_behind_what_cannot_be_read),
		IN_TREE(gives_each_document_of_a_stream),
		IN_TREE(finds_empty_files),
		IN_TREE(keeps_what_stands_before_a_break),
		IN_TREE(keeps_the_faults_of_documents_apart),
		IN_TREE(has_no_partner_without_a_map),
		IN_TREE(reads_up_to_the_limit),
		IN_TREE(reads_standard_input),
		IN_TREE(follows_lines_to_their_files),
		IN_TREE(goes_on_behind_a_malformed_line),
		IN_TREE(locates_a_malformed_line),
		IN_TREE(takes_partner_files_for_what_they_are_called),
		IN_TREE(reads_long_lines),
		IN_TREE(survives_closing_in_the_middle),
	};

	return cmocka_run_group_tests_name("source", tests, NULL, NULL);
}
