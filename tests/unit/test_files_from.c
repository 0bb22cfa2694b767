#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../cmd/files_from.h"

static char path[32];
static struct arena arena;
static struct operands operands;

static int set_up(void **state)
{
	(void)state;
	operands = (struct operands){0};
	strcpy(path, "/tmp/test_files_from.XXXXXX");
	return close(mkstemp(path));
}

static int tear_down(void **state)
{
	(void)state;
	arena_free(&arena);
	return unlink(path);
}

static bool take(const char *text, size_t length, bool zero)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	assert_int_equal(fwrite(text, 1, length, file), length);
	assert_int_equal(fclose(file), 0);
	return files_from(path, zero, &arena, &operands);
}

#define TAKE(text, zero) take(text, sizeof(text) - 1, zero)

static void expect_operands(size_t n, ...)
{
	va_list names;

	assert_int_equal(operands.n, n);
	va_start(names, n);
	for (size_t i = 0; i < n; i++)
		assert_string_equal(operands.items[i], va_arg(names, const char *));
	va_end(names);
}

static void reads_a_name_a_line(void **state)
{
	(void)state;
	assert_true(TAKE("a.yaml\nb c.yaml\n", false));
	expect_operands(2, "a.yaml", "b c.yaml");
}

static void needs_no_end_of_the_last_line(void **state)
{
	(void)state;
	assert_true(TAKE("a\nb", false));
	expect_operands(2, "a", "b");
}

static void skips_empty_lines(void **state)
{
	(void)state;
	assert_true(TAKE("\n\na\n\n", false));
	expect_operands(1, "a");
}

static void reads_names_with_newlines(void **state)
{
	(void)state;
	assert_true(TAKE("a\nb\0c\0\0d", true));
	expect_operands(3, "a\nb", "c", "d");
}

static void refuses_a_nul_in_a_line(void **state)
{
	(void)state;
	assert_false(TAKE("a\0b\n", false));
	assert_int_equal(errno, EILSEQ);
	expect_operands(0);
}

static void appends_to_what_is_there(void **state)
{
	char *items[] = {(char *)"first"};

	(void)state;
	operands = (struct operands){items, 1};
	assert_true(TAKE("second\n", false));
	expect_operands(2, "first", "second");
	assert_true(TAKE("", false));
	expect_operands(2, "first", "second");
}

static void an_empty_list_is_fine(void **state)
{
	(void)state;
	assert_true(TAKE("", false));
	expect_operands(0);
}

static void a_long_list_is_read_whole(void **state)
{
	static char text[200000];

	(void)state;
	for (size_t i = 0; i < sizeof(text); i += 2)
		memcpy(text + i, "x\n", 2);
	assert_true(take(text, sizeof(text), false));
	assert_int_equal(operands.n, sizeof(text) / 2);
	assert_string_equal(operands.items[operands.n - 1], "x");
}

static void says_why_it_cannot_read(void **state)
{
	(void)state;
	assert_false(files_from("/nonexistent/list", false, &arena, &operands));
	assert_int_equal(errno, ENOENT);
	assert_false(files_from("/", false, &arena, &operands));
	assert_int_equal(errno, EISDIR);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(reads_a_name_a_line),
		TEST(needs_no_end_of_the_last_line),
		TEST(skips_empty_lines),
		TEST(reads_names_with_newlines),
		TEST(refuses_a_nul_in_a_line),
		TEST(appends_to_what_is_there),
		TEST(an_empty_list_is_fine),
		TEST(a_long_list_is_read_whole),
		TEST(says_why_it_cannot_read),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
