/* Text buffer: growth, and numbers as they are to be printed. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "partner/buffer.h"

static void assert_holds(struct buffer *buffer, const char *expected)
{
	assert_int_equal(buffer->length, strlen(expected));
	assert_memory_equal(buffer->data, expected, buffer->length);
}

static void pieces_follow_each_other(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_puts(&buffer, "goal");
	buffer_putc(&buffer, ' ');
	buffer_add(&buffer, "seats and more", 5);
	buffer_fill(&buffer, '.', 3);
	buffer_fill(&buffer, '!', 0);
	buffer_add(&buffer, NULL, 0);
	buffer_printf(&buffer, "%s=%d", "n", 12);
	assert_holds(&buffer, "goal seats...n=12");
	buffer_free(&buffer);
}

static void any_byte_is_kept(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_putc(&buffer, '\0');
	buffer_putc(&buffer, (char)0xFF);
	assert_int_equal(buffer.length, 2);
	assert_memory_equal(buffer.data, "\0\xFF", 2);
	buffer_free(&buffer);
}

static void contents_survive_growth(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	for (int i = 0; i < 100000; i++)
		buffer_putc(&buffer, (char)(i % 127));
	assert_int_equal(buffer.length, 100000);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(buffer.data[i], i % 127);
	buffer_free(&buffer);
}

static void printf_takes_any_length(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	for (int width = 250; width < 262; width++) {
		buffer_clear(&buffer);
		buffer_printf(&buffer, "%*d", width, 7);
		assert_int_equal(buffer.length, width);
		assert_int_equal(buffer.data[width - 1], '7');
		buffer_free(&buffer);
	}
}

static void reserve_makes_room_without_adding(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_puts(&buffer, "ab");
	char *end = buffer_reserve(&buffer, 1000);
	assert_ptr_equal(end, buffer.data + 2);
	assert_int_equal(buffer.length, 2);
	memset(end, 'c', 1000);
	buffer.length += 1000;
	assert_int_equal(buffer.data[1001], 'c');
	buffer_free(&buffer);
}

static void reserve_gives_an_address_even_for_nothing(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	assert_non_null(buffer_reserve(&buffer, 0));
	buffer_free(&buffer);
}

static void clear_keeps_the_memory(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_fill(&buffer, 'x', 5000);
	const char *data = buffer.data;
	buffer_clear(&buffer);
	assert_int_equal(buffer.length, 0);
	buffer_fill(&buffer, 'y', 5000);
	assert_ptr_equal(buffer.data, data);
	buffer_free(&buffer);
}

static void free_leaves_zeros_and_takes_null(void **state)
{
	(void)state;
	struct buffer buffer = {0};
	buffer_puts(&buffer, "x");
	buffer_free(&buffer);
	assert_null(buffer.data);
	assert_int_equal(buffer.length, 0);
	assert_int_equal(buffer.capacity, 0);
	buffer_free(&buffer);
	buffer_free(NULL);
}

static void assert_whole(int64_t value, const char *expected)
{
	struct buffer buffer = {0};
	buffer_put_whole(&buffer, value);
	assert_holds(&buffer, expected);
	buffer_free(&buffer);
}

static void whole_numbers_to_both_ends(void **state)
{
	(void)state;
	assert_whole(0, "0");
	assert_whole(7, "7");
	assert_whole(-7, "-7");
	assert_whole(10, "10");
	assert_whole(INT64_MAX, "9223372036854775807");
	assert_whole(INT64_MIN, "-9223372036854775808");
}

static void assert_fixed(double value, int decimals, const char *expected)
{
	struct buffer buffer = {0};
	buffer_put_fixed(&buffer, value, decimals);
	assert_holds(&buffer, expected);
	buffer_free(&buffer);
}

static void fixed_prints_all_places(void **state)
{
	(void)state;
	assert_fixed(72.4, 1, "72.4");
	assert_fixed(72, 1, "72.0");
	assert_fixed(-0.5, 1, "-0.5");
	assert_fixed(0.05, 4, "0.0500");
	assert_fixed(100, 0, "100");
	assert_fixed(0.000000001, 9, "0.000000001");
	assert_fixed(123456789.123456789, 6, "123456789.123457");
}

static void fixed_carries_into_the_whole_part(void **state)
{
	(void)state;
	assert_fixed(9.96, 1, "10.0");
	assert_fixed(-99.999, 2, "-100.00");
	assert_fixed(0.9999999999, 9, "1.000000000");
}

static void fixed_never_prints_minus_zero(void **state)
{
	(void)state;
	assert_fixed(-0.0, 1, "0.0");
	assert_fixed(-0.04, 1, "0.0");
	assert_fixed(-0.4, 0, "0");
	assert_fixed(-0.06, 1, "-0.1");
}

static void fixed_rounds_halves_away_from_zero(void **state)
{
	(void)state;
	assert_fixed(0.5, 0, "1");
	assert_fixed(1.5, 0, "2");
	assert_fixed(2.5, 0, "3");
	assert_fixed(-2.5, 0, "-3");
	assert_fixed(0.25, 1, "0.3");
}

static void fixed_takes_decimal_halves_for_what_was_meant(void **state)
{
	(void)state;
	assert_fixed(0.15, 1, "0.2");
	assert_fixed(-0.15, 1, "-0.2");
	assert_fixed(1.005, 2, "1.01");
	assert_fixed(0.1 + 0.7 - 0.75, 1, "0.1");
	assert_fixed(999999.85, 1, "999999.9");
	assert_fixed(0.1499999, 1, "0.1");
	assert_fixed(0.149999999999, 1, "0.1");
}

static void fixed_agrees_with_every_decimal_half(void **state)
{
	(void)state;
	for (int n = 0; n < 100000; n++) {
		char expected[32];
		snprintf(expected, sizeof(expected), "%d.%02d", (n + 1) / 100, (n + 1) % 100);
		assert_fixed((10 * n + 5) / 1000.0, 2, expected);
		snprintf(expected, sizeof(expected), "%d.%02d", n / 100, n % 100);
		assert_fixed((1000 * n + 499) / 100000.0, 2, expected);
	}
}

static void fixed_is_exact_for_large_values(void **state)
{
	(void)state;
	assert_fixed(8999999999999999.0, 0, "8999999999999999");
	assert_fixed(-8999999999999999.0, 0, "-8999999999999999");
	assert_fixed(4000000000000000.0, 3, "4000000000000000.000");
	assert_fixed(500000000000.25, 0, "500000000000");
	assert_fixed(999999999.5, 9, "999999999.500000000");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(pieces_follow_each_other),
		cmocka_unit_test(any_byte_is_kept),
		cmocka_unit_test(contents_survive_growth),
		cmocka_unit_test(printf_takes_any_length),
		cmocka_unit_test(reserve_makes_room_without_adding),
		cmocka_unit_test(reserve_gives_an_address_even_for_nothing),
		cmocka_unit_test(clear_keeps_the_memory),
		cmocka_unit_test(free_leaves_zeros_and_takes_null),
		cmocka_unit_test(whole_numbers_to_both_ends),
		cmocka_unit_test(fixed_prints_all_places),
		cmocka_unit_test(fixed_carries_into_the_whole_part),
		cmocka_unit_test(fixed_never_prints_minus_zero),
		cmocka_unit_test(fixed_rounds_halves_away_from_zero),
		cmocka_unit_test(fixed_takes_decimal_halves_for_what_was_meant),
		cmocka_unit_test(fixed_agrees_with_every_decimal_half),
		cmocka_unit_test(fixed_is_exact_for_large_values),
	};
	return cmocka_run_group_tests_name("buffer", tests, NULL, NULL);
}
