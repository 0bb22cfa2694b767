#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/search.h"

/* Where `sought` would be among the first `n`; also counts how often one was looked at. */
static size_t place(size_t n, int sought, unsigned *looks)
{
	static const int things[] = {1, 3, 3, 3, 5, 7, 9};
	struct search search = {.end = n};

	*looks = 0;
	while (search_on(&search)) {
		assert_true(search.at < n);
		search_halve(&search, things[search.at] < sought);
		++*looks;
	}
	return search.at;
}

static void finds_the_first_that_is_not_before(void **state)
{
	static const size_t places[] = {0, 0, 1, 1, 4, 4, 5, 5, 6, 6, 7};
	unsigned looks;

	(void)state;
	for (int sought = 0; sought <= 10; sought++)
		assert_int_equal(place(7, sought, &looks), places[sought]);
}

static void halves_what_is_left_at_each_look(void **state)
{
	unsigned looks;

	(void)state;
	for (int sought = 0; sought <= 10; sought++) {
		place(7, sought, &looks);
		assert_int_equal(looks, 3);
	}
	assert_int_equal(place(0, 5, &looks), 0);
	assert_int_equal(looks, 0);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_the_first_that_is_not_before),
		cmocka_unit_test(halves_what_is_left_at_each_look),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
