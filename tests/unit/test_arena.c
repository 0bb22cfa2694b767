/* Arena: zeroed, aligned, apart from one another; reset reuses, exhaustion ends the process. */
#include <pthread.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>

#include "partner/arena.h"

static bool all_zero(const char *bytes, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (bytes[i])
			return false;
	}
	return true;
}

static void memory_is_zero_also_after_reset(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (int round = 0; round < 3; round++) {
		for (size_t size = 1; size < 3000; size += 7) {
			char *bytes = arena_alloc(&arena, size);
			assert_true(all_zero(bytes, size));
			memset(bytes, 0xAA, size);
		}
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void every_size_is_aligned(void **state)
{
	(void)state;
	struct arena arena = {0};
	for (size_t size = 0; size < 200; size++) {
		uintptr_t address = (uintptr_t)arena_alloc(&arena, size);
		assert_int_equal(address % _Alignof(max_align_t), 0);
	}
	assert_int_equal((uintptr_t)arena_alloc(&arena, 1 << 20) % _Alignof(max_align_t), 0);
	arena_free(&arena);
}

#define OBJECTS 4000

/* Sizes from 1 to 40 000 bytes: within a block, at its end, and on their own. */
static size_t size_of_object(size_t i)
{
	return 1 + i * i % 500 * (i % 40 ? 1 : 80);
}

static void objects_do_not_overlap(void **state)
{
	(void)state;
	struct arena arena = {0};
	static unsigned char *objects[OBJECTS];
	for (size_t i = 0; i < OBJECTS; i++) {
		objects[i] = arena_alloc(&arena, size_of_object(i));
		memset(objects[i], (int)(i % 251), size_of_object(i));
	}
	for (size_t i = 0; i < OBJECTS; i++) {
		assert_int_equal(objects[i][0], i % 251);
		assert_int_equal(objects[i][size_of_object(i) - 1], i % 251);
	}
	arena_free(&arena);
}

static void no_bytes_still_have_an_address_of_their_own(void **state)
{
	(void)state;
	struct arena arena = {0};
	char *first = arena_alloc(&arena, 0);
	char *second = arena_array(&arena, 0, 8);
	char *third = arena_array(&arena, 8, 0);
	assert_non_null(first);
	assert_ptr_not_equal(first, second);
	assert_ptr_not_equal(second, third);
	arena_free(&arena);
}

static void large_object_leaves_the_block_in_use_alone(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_alloc(&arena, 16);
	const char *next = arena.next;
	size_t left = arena.left;
	char *large = arena_alloc(&arena, 5 << 20);
	large[(5 << 20) - 1] = 1;
	assert_ptr_equal(arena.next, next);
	assert_int_equal(arena.left, left);
	arena_free(&arena);
}

static void reset_keeps_the_largest_block(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_alloc(&arena, 16);
	arena_alloc(&arena, 1 << 20);
	arena_reset(&arena);
	if (!arena.blocks) {
		/* Built so that each object is a block of its own. */
		assert_int_equal(arena.left, 0);
		return;
	}
	assert_int_equal(arena.left, 1 << 20);
	const char *kept = arena.next;
	assert_ptr_equal(arena_alloc(&arena, 1 << 19), kept);
	arena_reset(&arena);
	assert_ptr_equal(arena.next, kept);
	arena_free(&arena);
}

static void reset_gives_back_what_a_huge_object_took(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_alloc(&arena, (1 << 20) + 1);
	arena_reset(&arena);
	assert_null(arena.blocks);
	assert_int_equal(arena.left, 0);
	char *bytes = arena_alloc(&arena, 16);
	assert_true(all_zero(bytes, 16));
	arena_alloc(&arena, 3 << 20);
	arena_reset(&arena);
	assert_true(arena.left < 1 << 20);
	arena_free(&arena);
}

static void free_leaves_zeros_and_takes_null(void **state)
{
	(void)state;
	struct arena arena = {0};
	arena_free(&arena);
	arena_reset(&arena);
	arena_alloc(&arena, 100);
	arena_free(&arena);
	arena_free(&arena);
	assert_null(arena.blocks);
	assert_null(arena.next);
	assert_int_equal(arena.left, 0);
	arena_free(NULL);
}

static void array_is_zeroed_and_whole(void **state)
{
	(void)state;
	struct arena arena = {0};
	char *items = arena_array(&arena, 1000, 24);
	assert_true(all_zero(items, 24000));
	memset(items, 1, 24000);
	assert_true(all_zero(arena_array(&arena, 1000, 24), 24000));
	arena_free(&arena);
}

static void copy_takes_any_bytes_and_closes_them(void **state)
{
	(void)state;
	struct arena arena = {0};
	const char bytes[] = {'a', '\0', 'b'};
	const char *copy = arena_copy(&arena, bytes, sizeof(bytes));
	assert_memory_equal(copy, "a\0b", 4);
	assert_string_equal(arena_copy(&arena, "rest is cut", 4), "rest");
	assert_string_equal(arena_copy(&arena, NULL, 0), "");
	arena_free(&arena);
}

static void printf_grows_to_what_is_needed(void **state)
{
	(void)state;
	struct arena arena = {0};
	assert_string_equal(arena_printf(&arena, "%s %d", "goal", 7), "goal 7");
	assert_int_equal(strlen(arena_printf(&arena, "%100000d", 1)), 100000);
	arena_free(&arena);
}

static void new_object_is_zero(void **state)
{
	(void)state;
	struct arena arena = {0};
	struct pair {
		const char *name;
		int64_t value;
	};
	memset(arena_alloc(&arena, 64), 1, 64);
	arena_reset(&arena);
	const struct pair *pair = ARENA_NEW(&arena, struct pair);
	assert_null(pair->name);
	assert_int_equal(pair->value, 0);
	arena_free(&arena);
}

/* Asked by AddressSanitizer alone: malloc is to fail as it does without. */
const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
	return "allocator_may_return_null=1";
}

/* Reads to the end of the stream, as much as fits, and closes it by a NUL. */
static void read_all(int fd, char *text, size_t size)
{
	size_t length = 0;
	ssize_t more;
	while ((more = read(fd, text + length, size - 1 - length)) > 0)
		length += (size_t)more;
	assert_int_equal(more, 0);
	text[length] = '\0';
}

/* Runs `exhaust` in a process of its own: exit status, and what went to standard error. */
static int run_apart(void (*exhaust)(struct arena *), char *said, size_t size)
{
	int ends[2];
	assert_int_equal(pipe(ends), 0);
	pid_t child = fork();
	assert_true(child >= 0);
	if (child == 0) {
		struct arena arena = {0};
		dup2(ends[1], STDERR_FILENO);
		exhaust(&arena);
		_exit(0);
	}
	close(ends[1]);
	read_all(ends[0], said, size);
	close(ends[0]);
	int status;
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static void assert_exhausted(void (*exhaust)(struct arena *))
{
	char said[8192];
	assert_int_equal(run_apart(exhaust, said, sizeof(said)), 2);
	assert_string_equal(said, "out of memory\n");
}

/* Volatile, so that no compiler objects to sizes that cannot be. */
static volatile size_t most = SIZE_MAX;

static void take_most(struct arena *arena)
{
	arena_alloc(arena, most);
}

static void take_most_that_is_aligned(struct arena *arena)
{
	arena_alloc(arena, most - _Alignof(max_align_t) + 1);
}

static void take_array_that_overflows(struct arena *arena)
{
	arena_array(arena, most / 8 + 2, 8);
}

static void copy_most(struct arena *arena)
{
	arena_copy(arena, "", most);
}

static void sizes_that_overflow_count_as_exhaustion(void **state)
{
	(void)state;
	assert_exhausted(take_most);
	assert_exhausted(take_most_that_is_aligned);
	assert_exhausted(take_array_that_overflows);
	assert_exhausted(copy_most);
}

static void take_a_quarter_of_all_addresses(struct arena *arena)
{
	arena_alloc(arena, most / 4);
}

static void exhaustion_is_one_line_and_status_2(void **state)
{
	(void)state;
	char said[8192];
	assert_int_equal(run_apart(take_a_quarter_of_all_addresses, said, sizeof(said)), 2);
	/* A sanitizer may have its say first. */
	const char *line = strstr(said, "out of memory\n");
	assert_non_null(line);
	assert_string_equal(line, "out of memory\n");
}

/* Long enough for the other threads to come to the end of memory, too. */
static void leave_slowly(void)
{
	nanosleep(&(struct timespec){.tv_nsec = 50000000}, NULL);
}

static void *take_most_alone(void *unused)
{
	struct arena arena = {0};

	(void)unused;
	take_most(&arena);
	return NULL;
}

static void take_most_in_threads(struct arena *arena)
{
	pthread_t thread;

	atexit(leave_slowly);
	for (int i = 0; i < 4; i++)
		pthread_create(&thread, NULL, take_most_alone, NULL);
	take_most(arena);
}

static void exhaustion_in_many_threads_ends_the_process_once(void **state)
{
	(void)state;
	assert_exhausted(take_most_in_threads);
}

static void an_array_grows_and_keeps_what_it_holds(void **state)
{
	struct arena arena = {0};
	size_t capacity = 0, copies = 0;
	int *items = NULL;

	(void)state;
	for (int i = 0; i < 1000; i++) {
		int *same = items;

		items = arena_grow(&arena, items, (size_t)i, &capacity, sizeof(*items));
		copies += items != same;
		assert_true(capacity > (size_t)i);
		items[i] = i;
	}
	for (int i = 0; i < 1000; i++)
		assert_int_equal(items[i], i);
	assert_true(copies <= 10); /* by doubling, not one by one */
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zero_also_after_reset),
		cmocka_unit_test(every_size_is_aligned),
		cmocka_unit_test(objects_do_not_overlap),
		cmocka_unit_test(no_bytes_still_have_an_address_of_their_own),
		cmocka_unit_test(large_object_leaves_the_block_in_use_alone),
		cmocka_unit_test(reset_keeps_the_largest_block),
		cmocka_unit_test(reset_gives_back_what_a_huge_object_took),
		cmocka_unit_test(free_leaves_zeros_and_takes_null),
		cmocka_unit_test(array_is_zeroed_and_whole),
		cmocka_unit_test(copy_takes_any_bytes_and_closes_them),
		cmocka_unit_test(printf_grows_to_what_is_needed),
		cmocka_unit_test(new_object_is_zero),
		cmocka_unit_test(sizes_that_overflow_count_as_exhaustion),
		cmocka_unit_test(exhaustion_is_one_line_and_status_2),
		cmocka_unit_test(exhaustion_in_many_threads_ends_the_process_once),
		cmocka_unit_test(an_array_grows_and_keeps_what_it_holds),
	};
	return cmocka_run_group_tests_name("arena", tests, NULL, NULL);
}
