#define _XOPEN_SOURCE 700 /* nftw */

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <errno.h>
#include <fcntl.h>
#include <ftw.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "../../cmd/output.h"

/* Each test has an empty folder of its own as the current one. */
static char folder[32];
static int home;

static int set_up(void **state)
{
	(void)state;
	strcpy(folder, "/tmp/test_output.XXXXXX");
	home = open(".", O_RDONLY);
	return home >= 0 && mkdtemp(folder) && chdir(folder) == 0 ? 0 : -1;
}

static int drop(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)status;
	(void)kind;
	(void)place;
	return remove(path);
}

static int tear_down(void **state)
{
	(void)state;
	if (fchdir(home) != 0 || close(home) != 0)
		return -1;
	return nftw(folder, drop, 4, FTW_DEPTH | FTW_PHYS);
}

static void write_file(const char *path, const char *text)
{
	FILE *file = fopen(path, "w");

	assert_non_null(file);
	fputs(text, file);
	assert_int_equal(fclose(file), 0);
}

static void expect_file(const char *path, const char *text)
{
	char found[64] = "";
	FILE *file = fopen(path, "r");

	assert_non_null(file);
	found[fread(found, 1, sizeof(found) - 1, file)] = '\0';
	fclose(file);
	assert_string_equal(found, text);
}

static int count_file(const char *path, const struct stat *status, int kind, struct FTW *place)
{
	(void)path;
	(void)status;
	(void)place;
	if (kind != FTW_D)
		errno++;
	return 0;
}

static void expect_files(int n)
{
	errno = 0;
	assert_int_equal(nftw(".", count_file, 4, FTW_PHYS), 0);
	assert_int_equal(errno, n);
}

static void a_new_file_appears_when_closed(void **state)
{
	struct output output;

	(void)state;
	assert_true(output_open(&output, "new"));
	assert_false(output.terminal);
	assert_int_equal(output.columns, 80);
	buffer_puts(&output.buffer, "text\n");
	assert_int_equal(access("new", F_OK), -1);
	assert_true(output_close(&output));
	expect_file("new", "text\n");
	expect_files(1);
}

static void an_old_file_stays_until_closed(void **state)
{
	struct output output;

	(void)state;
	write_file("old", "before");
	assert_true(output_open(&output, "old"));
	buffer_puts(&output.buffer, "after");
	expect_file("old", "before");
	assert_true(output_close(&output));
	expect_file("old", "after");
	expect_files(1);
}

static void an_abandoned_file_stays_as_it_was(void **state)
{
	struct output output;

	(void)state;
	write_file("old", "before");
	assert_true(output_open(&output, "old"));
	buffer_puts(&output.buffer, "after");
	output_abandon(&output);
	assert_true(output_close(&output));
	expect_file("old", "before");
	expect_files(1);
}

static void much_is_written_on_the_way(void **state)
{
	struct output output;
	struct stat status;

	(void)state;
	assert_true(output_open(&output, "much"));
	buffer_fill(&output.buffer, 'x', 1000);
	output_flush_some(&output);
	assert_false(output.used);
	assert_int_equal(output.buffer.length, 1000);
	buffer_fill(&output.buffer, 'x', 99000);
	output_flush_some(&output);
	assert_true(output.used);
	assert_int_equal(output.buffer.length, 0);
	buffer_fill(&output.buffer, 'x', 1);
	assert_true(output_close(&output));
	assert_int_equal(stat("much", &status), 0);
	assert_int_equal(status.st_size, 100001);
}

static mode_t mode_of(const char *path)
{
	struct stat status;

	assert_int_equal(stat(path, &status), 0);
	return status.st_mode & 07777;
}

static void permissions_are_those_of_any_file(void **state)
{
	struct output output;
	mode_t mask = umask(027);

	(void)state;
	assert_true(output_open(&output, "new"));
	assert_true(output_close(&output));
	assert_int_equal(mode_of("new"), 0640);
	assert_int_equal(chmod("new", 0604), 0);
	assert_true(output_open(&output, "new"));
	assert_true(output_close(&output));
	assert_int_equal(mode_of("new"), 0604);
	umask(mask);
}

static void a_link_stays_a_link(void **state)
{
	struct output output;
	struct stat status;

	(void)state;
	assert_int_equal(mkdir("there", 0777), 0);
	write_file("there/file", "before");
	assert_int_equal(symlink("there/file", "link"), 0);
	assert_true(output_open(&output, "link"));
	buffer_puts(&output.buffer, "after");
	assert_true(output_close(&output));
	assert_int_equal(lstat("link", &status), 0);
	assert_true(S_ISLNK(status.st_mode));
	expect_file("there/file", "after");
	expect_files(2);
}

static void what_cannot_be_made_is_said_at_once(void **state)
{
	struct output output;

	(void)state;
	assert_false(output_open(&output, "nowhere/file"));
	assert_int_equal(errno, ENOENT);
	assert_false(output_open(&output, "."));
	assert_int_equal(errno, EISDIR);
	write_file("file", "");
	assert_false(output_open(&output, "file/below"));
	assert_int_equal(errno, ENOTDIR);
	expect_files(1);
}

static void a_device_is_written_to_in_place(void **state)
{
	struct output output;
	struct stat status;

	(void)state;
	assert_true(output_open(&output, "/dev/null"));
	assert_null(output.temporary);
	buffer_puts(&output.buffer, "text");
	assert_true(output_close(&output));
	assert_int_equal(stat("/dev/null", &status), 0);
	assert_true(S_ISCHR(status.st_mode));
}

static void a_full_device_is_an_error(void **state)
{
	struct output output;

	(void)state;
	assert_true(output_open(&output, "/dev/full"));
	buffer_puts(&output.buffer, "text");
	assert_false(output_close(&output));
	assert_int_equal(errno, ENOSPC);
}

static void the_first_error_is_kept(void **state)
{
	struct output output;

	(void)state;
	assert_true(output_open(&output, "/dev/full"));
	buffer_fill(&output.buffer, 'x', 100000);
	output_flush_some(&output);
	assert_int_equal(output.error, ENOSPC);
	assert_int_equal(output.buffer.length, 0);
	close(output.fd); /* what comes later would be EBADF */
	buffer_fill(&output.buffer, 'x', 100000);
	output_flush_some(&output);
	assert_false(output_close(&output));
	assert_int_equal(errno, ENOSPC);
}

static void a_failed_write_leaves_the_old_file(void **state)
{
	struct output output;

	(void)state;
	write_file("old", "before");
	assert_true(output_open(&output, "old"));
	buffer_puts(&output.buffer, "after");
	close(output.fd);
	assert_false(output_close(&output));
	assert_int_equal(errno, EBADF);
	expect_file("old", "before");
	expect_files(1);
}

static void the_temporary_file_can_be_removed_early(void **state)
{
	struct output output;

	(void)state;
	assert_true(output_open(&output, "file"));
	expect_files(1);
	output_remove_temporary();
	expect_files(0);
	output_abandon(&output);
	output_remove_temporary();
}

static void a_reader_gone_is_an_error(void **state)
{
	struct output output;
	int ends[2];

	(void)state;
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(ends), 0);
	assert_true(output_open(&output, NULL));
	output.fd = ends[1];
	close(ends[0]);
	buffer_puts(&output.buffer, "text");
	assert_false(output_close(&output));
	assert_int_equal(errno, EPIPE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(a_new_file_appears_when_closed),
		TEST(an_old_file_stays_until_closed),
		TEST(an_abandoned_file_stays_as_it_was),
		TEST(much_is_written_on_the_way),
		TEST(permissions_are_those_of_any_file),
		TEST(a_link_stays_a_link),
		TEST(what_cannot_be_made_is_said_at_once),
		TEST(a_device_is_written_to_in_place),
		TEST(a_full_device_is_an_error),
		TEST(the_first_error_is_kept),
		TEST(a_failed_write_leaves_the_old_file),
		TEST(the_temporary_file_can_be_removed_early),
		TEST(a_reader_gone_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
