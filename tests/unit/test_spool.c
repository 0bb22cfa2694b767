/* Spools: pieces put away in memory, in a file, and where neither can be had. */
#include <errno.h>
#include <setjmp.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/spool.h"

static struct spool_piece add(struct spool *spool, const char *text)
{
	return spool_add(spool, text, strlen(text));
}

static void assert_reads(struct spool *spool, struct spool_piece piece, const char *expected)
{
	struct buffer out = {0};

	buffer_puts(&out, "of before");
	assert_true(spool_read(spool, piece, &out));
	assert_int_equal(out.length, strlen(expected));
	assert_memory_equal(out.data, expected, out.length);
	buffer_free(&out);
}

static void assert_lost(struct spool *spool, struct spool_piece piece, int error)
{
	struct buffer out = {0};

	assert_false(spool_read(spool, piece, &out));
	assert_int_equal(spool->error, error);
	buffer_free(&out);
}

/* ---- in memory ---- */

static void few_bytes_stay_in_memory(void **state)
{
	struct spool spool = {0};
	struct spool_piece one = add(&spool, "one"), none = add(&spool, ""),
			   two = add(&spool, "second");

	(void)state;
	assert_null(spool.file);
	assert_reads(&spool, two, "second");
	assert_reads(&spool, none, "");
	assert_reads(&spool, one, "one");
	spool_free(&spool);
}

static void nothing_at_all_can_be_read(void **state)
{
	struct spool spool = {0};

	(void)state;
	assert_reads(&spool, add(&spool, ""), "");
	spool_free(&spool);
}

static void as_many_as_allowed_stay(void **state)
{
	struct spool spool = {.most = 6};

	(void)state;
	add(&spool, "one");
	add(&spool, "two");
	assert_null(spool.file);
	add(&spool, "!");
	assert_non_null(spool.file);
	spool_free(&spool);
}

static void the_default_holds_4_megabytes(void **state)
{
	static char block[1 << 20];
	struct spool spool = {0};

	(void)state;
	for (int i = 0; i < 4; i++)
		spool_add(&spool, block, sizeof(block));
	assert_null(spool.file);
	add(&spool, "!");
	assert_non_null(spool.file);
	assert_null(spool.memory.data);
	spool_free(&spool);
}

/* ---- in a file ---- */

static void pieces_of_before_the_file_are_in_it(void **state)
{
	struct spool spool = {.most = 4};
	struct spool_piece one = add(&spool, "one"), two = add(&spool, "two"),
			   three = add(&spool, "three");

	(void)state;
	assert_non_null(spool.file);
	assert_reads(&spool, three, "three");
	assert_reads(&spool, one, "one");
	assert_reads(&spool, two, "two");
	assert_int_equal(spool.error, 0);
	spool_free(&spool);
}

static void a_piece_larger_than_memory_goes_to_the_file(void **state)
{
	struct spool spool = {.most = 1};
	struct spool_piece piece = add(&spool, "larger");

	(void)state;
	assert_non_null(spool.file);
	assert_reads(&spool, piece, "larger");
	spool_free(&spool);
}

/* Each is read back when the next has been added: the file is written and read by turns. */
static void reading_and_adding_take_turns(void **state)
{
	struct spool spool = {.most = 10};
	struct spool_piece before = add(&spool, "0000");
	char text[12], last[12] = "0000";

	(void)state;
	for (int i = 1; i < 3000; i++) {
		struct spool_piece piece;

		snprintf(text, sizeof(text), "%04d", i);
		piece = add(&spool, text);
		assert_reads(&spool, before, last);
		before = piece;
		memcpy(last, text, sizeof(last));
	}
	assert_int_equal(spool.length, 12000);
	spool_free(&spool);
}

/* ---- errors ---- */

/* Lowers a limit of the process; returns the one to put back. */
static struct rlimit lower(int what, rlim_t to)
{
	struct rlimit before, now;

	assert_int_equal(getrlimit(what, &before), 0);
	now = before;
	now.rlim_cur = to;
	assert_int_equal(setrlimit(what, &now), 0);
	return before;
}

static void without_a_file_memory_is_still_read(void **state)
{
	struct spool spool = {.most = 4};
	struct spool_piece one = add(&spool, "one"), two, three;
	struct rlimit before = lower(RLIMIT_NOFILE, 0);

	(void)state;
	two = add(&spool, "two");
	assert_int_equal(setrlimit(RLIMIT_NOFILE, &before), 0);
	three = add(&spool, "3");
	assert_reads(&spool, one, "one");
	assert_lost(&spool, two, EMFILE);
	assert_lost(&spool, three, EMFILE);
	spool_free(&spool);
}

static void a_full_file_loses_what_comes_then(void **state)
{
	static char block[1 << 16];
	struct spool spool = {.most = 4};
	struct rlimit before = lower(RLIMIT_FSIZE, sizeof(block) + 4);
	struct spool_piece one, two, three;
	struct buffer out = {0};

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	one = spool_add(&spool, block, sizeof(block));
	two = spool_add(&spool, block, sizeof(block));
	three = add(&spool, "3");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_lost(&spool, two, EFBIG);
	assert_lost(&spool, three, EFBIG);
	assert_true(spool_read(&spool, one, &out));
	assert_memory_equal(out.data, block, sizeof(block));
	buffer_free(&out);
	spool_free(&spool);
}

static void what_is_moved_may_not_fit_either(void **state)
{
	static char block[1 << 16];
	struct spool spool = {.most = sizeof(block)};
	struct spool_piece one = spool_add(&spool, block, sizeof(block)), two;
	struct rlimit before = lower(RLIMIT_FSIZE, 4096);
	struct buffer out = {0};

	(void)state;
	signal(SIGXFSZ, SIG_IGN);
	two = add(&spool, "two");
	assert_int_equal(setrlimit(RLIMIT_FSIZE, &before), 0);
	signal(SIGXFSZ, SIG_DFL);
	assert_lost(&spool, two, EFBIG);
	assert_null(spool.file);
	assert_true(spool_read(&spool, one, &out));
	assert_int_equal(out.length, sizeof(block));
	buffer_free(&out);
	spool_free(&spool);
}

static void a_file_cut_short_is_an_error(void **state)
{
	static char block[1 << 16];
	struct spool spool = {.most = 1};
	struct spool_piece one = spool_add(&spool, block, sizeof(block)), two = add(&spool, "2");

	(void)state;
	assert_reads(&spool, two, "2");
	assert_int_equal(ftruncate(fileno(spool.file), 3), 0);
	assert_lost(&spool, one, EIO);
	spool_free(&spool);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(few_bytes_stay_in_memory),
		cmocka_unit_test(nothing_at_all_can_be_read),
		cmocka_unit_test(as_many_as_allowed_stay),
		cmocka_unit_test(the_default_holds_4_megabytes),
		cmocka_unit_test(pieces_of_before_the_file_are_in_it),
		cmocka_unit_test(a_piece_larger_than_memory_goes_to_the_file),
		cmocka_unit_test(reading_and_adding_take_turns),
		cmocka_unit_test(without_a_file_memory_is_still_read),
		cmocka_unit_test(a_full_file_loses_what_comes_then),
		cmocka_unit_test(what_is_moved_may_not_fit_either),
		cmocka_unit_test(a_file_cut_short_is_an_error),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
