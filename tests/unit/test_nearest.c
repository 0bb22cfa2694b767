#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/nearest.h"

static const char *const fields[] = {"owner", "opened", "name", "notice", "note", "tier", "id"};

static const char *nearest(const char *word)
{
	return nearest_word(word, strlen(word), fields, sizeof(fields) / sizeof(*fields));
}

static void finds_each_single_edit(void **state)
{
	(void)state;
	assert_string_equal(nearest("owmer"), "owner");
	assert_string_equal(nearest("ownner"), "owner");
	assert_string_equal(nearest("owne"), "owner");
	assert_string_equal(nearest("wner"), "owner");
}

static void counts_a_swap_as_one_edit(void **state)
{
	static const char *const two[] = {"abcd", "badcx"};

	(void)state;
	assert_string_equal(nearest("onwer"), "owner");
	/* "badc" is two swaps from the first, one insertion from the second */
	assert_string_equal(nearest_word("badc", 4, two, 2), "badcx");
	assert_string_equal(nearest_word("badc", 4, two, 1), "abcd");
}

static void does_not_edit_swapped_bytes_again(void **state)
{
	static const char *const far[] = {"abczz"};

	(void)state;
	/* 3 by optimal string alignment; 2 if the swapped "ca" could get a "b" between */
	assert_null(nearest_word("cazz", 4, far, 1));
}

static void prefers_fewer_edits_then_the_first(void **state)
{
	static const char *const equal[] = {"care", "cart", "card"};

	(void)state;
	assert_string_equal(nearest("notic"), "notice");
	assert_string_equal(nearest("note"), "note");
	assert_string_equal(nearest_word("carx", 4, equal, 3), "care");
	assert_string_equal(nearest_word("card", 4, equal, 3), "card");
}

static void leaves_words_beyond_two_edits(void **state)
{
	(void)state;
	assert_string_equal(nearest("oxxer"), "owner");
	assert_null(nearest("oxxxr"));
	assert_null(nearest("severity"));
	assert_null(nearest_word("owner", 5, NULL, 0));
}

static void needs_fewer_edits_than_bytes(void **state)
{
	(void)state;
	assert_null(nearest(""));
	assert_null(nearest("x"));
	assert_null(nearest("xy"));
	assert_string_equal(nearest("ix"), "id");
	assert_null(nearest("i"));
}

static void looks_at_length_bytes_only(void **state)
{
	(void)state;
	assert_string_equal(nearest_word("tierXXXX", 4, fields, 7), "tier");
}

static void bounds_its_work(void **state)
{
	char word[NEAREST_LONGEST + 2];
	char candidate[NEAREST_LONGEST + 3];
	const char *const candidates[] = {candidate};

	(void)state;
	memset(word, 'a', sizeof(word));
	memset(candidate, 'a', sizeof(candidate));
	candidate[NEAREST_LONGEST + 2] = '\0';
	assert_ptr_equal(nearest_word(word, NEAREST_LONGEST, candidates, 1), candidate);
	assert_null(nearest_word(word, NEAREST_LONGEST + 1, candidates, 1));
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_each_single_edit),
		cmocka_unit_test(counts_a_swap_as_one_edit),
		cmocka_unit_test(does_not_edit_swapped_bytes_again),
		cmocka_unit_test(prefers_fewer_edits_then_the_first),
		cmocka_unit_test(leaves_words_beyond_two_edits),
		cmocka_unit_test(needs_fewer_edits_than_bytes),
		cmocka_unit_test(looks_at_length_bytes_only),
		cmocka_unit_test(bounds_its_work),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
