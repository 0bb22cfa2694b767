#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include <cmocka.h>

#include "../../cmd/yaml_memory.h"

#define BLOCKS 100

static void *take(size_t size, int byte)
{
	void *block = yaml_malloc(size);

	assert_non_null(block);
	return memset(block, byte, size);
}

static void assert_bytes(const char *block, size_t size, int byte)
{
	for (size_t i = 0; i < size; i++)
		assert_int_equal(block[i], byte);
}

static void growing_keeps_what_was_written(void **state)
{
	static const size_t sizes[] = {16, 32, 64, 65, 128, 1000, 100000};
	char *block = take(sizes[0], 'a');

	(void)state;
	for (size_t i = 1; i < sizeof(sizes) / sizeof(*sizes); i++) {
		block = yaml_realloc(block, sizes[i]);
		assert_non_null(block);
		assert_bytes(block, sizes[i - 1], 'a');
		memset(block, 'a', sizes[i]);
	}
	yaml_free(block);
	yaml_free(NULL);
	yaml_memory_release();
}

/* Also with sizes that none of the blocks given back had. */
static void blocks_never_overlap(void **state)
{
	char *blocks[BLOCKS];

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (int i = 0; i < BLOCKS; i++)
			blocks[i] = take(1 + (size_t)(i * 7 + round) % 90, i);
		for (int i = 0; i < BLOCKS; i++)
			assert_bytes(blocks[i], 1 + (size_t)(i * 7 + round) % 90, i);
		for (int i = 0; i < BLOCKS; i++)
			yaml_free(blocks[i]);
	}
	yaml_memory_release();
}

/* As where only some of libyaml's calls come here. */
static void blocks_are_those_of_malloc(void **state)
{
	char *longer = realloc(take(10, 'a'), 200);

	(void)state;
	assert_non_null(longer);
	assert_bytes(longer, 10, 'a');
	yaml_free(longer);
	free(take(10, 'b'));
	yaml_free(malloc(64));
	yaml_free(malloc(10));
	yaml_memory_release();
}

/* Ends with a block kept, which is not lost. */
static void *give_back(void *block)
{
	yaml_free(block);
	return NULL;
}

static void threads_may_pass_blocks_on(void **state)
{
	pthread_t thread;

	(void)state;
	assert_int_equal(pthread_create(&thread, NULL, give_back, take(20, 'a')), 0);
	assert_int_equal(pthread_join(thread, NULL), 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(growing_keeps_what_was_written),
		cmocka_unit_test(blocks_never_overlap),
		cmocka_unit_test(blocks_are_those_of_malloc),
		cmocka_unit_test(threads_may_pass_blocks_on),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
