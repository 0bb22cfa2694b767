#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/trail.h"

static void assert_pointer(const struct trail *trail, const char *expected)
{
	struct arena arena = {0};

	assert_string_equal(trail_pointer(&arena, trail), expected);
	arena_free(&arena);
}

static void the_top_is_the_empty_pointer(void **state)
{
	(void)state;
	assert_pointer(NULL, "");
}

static void names_keys_and_places_from_the_top_down(void **state)
{
	struct trail list = {NULL, "incidents", 0};
	struct trail item = {&list, NULL, 2};
	struct trail field = {&item, "opened", 0};

	(void)state;
	assert_pointer(&list, "/incidents");
	assert_pointer(&item, "/incidents/2");
	assert_pointer(&field, "/incidents/2/opened");
}

/* RFC 6901, section 3 and the examples of section 5. */
static void escapes_what_has_a_meaning_in_pointers(void **state)
{
	static const struct {
		const char *key, *pointer;
	} rows[] = {
		{"a/b", "/a~1b"},
		{"m~n", "/m~0n"},
		{"~1", "/~01"},
		{"/", "/~1"},
		{"~/~", "/~0~1~0"},
		{"", "/"},
		{" ", "/ "},
		{"c%d", "/c%d"},
		{"größe", "/größe"},
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct trail trail = {NULL, rows[i].key, 7};

		assert_pointer(&trail, rows[i].pointer);
	}
}

static void writes_places_of_any_size(void **state)
{
	static const struct {
		size_t index;
		const char *pointer;
	} rows[] = {
		{0, "/0"},
		{9, "/9"},
		{10, "/10"},
		{99999, "/99999"},
		{4294967295U, "/4294967295"},
#if SIZE_MAX > 4294967295U
		{SIZE_MAX, "/18446744073709551615"},
#endif
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct trail trail = {NULL, NULL, rows[i].index};

		assert_pointer(&trail, rows[i].pointer);
	}
}

static void a_pointer_outlives_its_trail(void **state)
{
	struct arena arena = {0};
	struct trail trail = {NULL, "first", 0};
	const char *first = trail_pointer(&arena, &trail);

	(void)state;
	trail.key = "second";
	assert_string_equal(trail_pointer(&arena, &trail), "/second");
	assert_string_equal(first, "/first");
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_top_is_the_empty_pointer),
		cmocka_unit_test(names_keys_and_places_from_the_top_down),
		cmocka_unit_test(escapes_what_has_a_meaning_in_pointers),
		cmocka_unit_test(writes_places_of_any_size),
		cmocka_unit_test(a_pointer_outlives_its_trail),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
