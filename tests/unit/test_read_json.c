/* Records read from JSON: each kind of row, what is nothing, and what is refused. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>

#include "every.h"
#include "kept.h"
#include "partner/read.h"

/* ---- what is read ---- */

static void read_every(struct arena *arena, const char *line, struct every *every)
{
	struct read_fault fault = {0};

	*every = (struct every){0};
	if (!read_json_record(arena, &every_record, line, strlen(line), every, &fault))
		fail_msg("%s: %s", line, fault.message);
	assert_null(fault.message);
	assert_int_equal(fault.column, 0);
}

static void plain_values_are_read(void **state)
{
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"choice\":\"red\",\"count\":-5,\"date\":\"1970-03-01\","
		"\"later\":\"blue\",\"money\":\"12.30 USD\",\"nothing\":7,\"real\":72.4,"
		"\"string\":\"\xC3\xA9\\\"\",\"truth\":true,\"word\":\"green\"}\n",
		&every);
	assert_int_equal(every.choice, 0);
	assert_int_equal(every.count, -5);
	assert_int_equal(every.date, 59);
	assert_int_equal(every.later, 2);
	assert_int_equal(every.money.minor, 1230);
	assert_string_equal(currency_code(every.money.currency), "USD");
	assert_true(every.real == 72.4);
	assert_string_equal(every.string, "\xC3\xA9\"");
	assert_true(every.truth);
	assert_string_equal(every.word, "green");
	arena_free(&arena);
}

static void assert_nothing(const struct every *every)
{
	assert_int_equal(every->choice, CHOICE_NONE);
	assert_int_equal(every->later, CHOICE_NONE);
	assert_int_equal(every->count, 0);
	assert_int_equal(every->date, DATE_NONE);
	assert_int_equal(every->money.currency, 0);
	assert_null(every->object);
	assert_null(every->counts.items);
	assert_null(every->objects.items);
	assert_null(every->reals.items);
	assert_int_equal(every->objects.n, 0);
	assert_true(isnan(every->real));
	assert_null(every->shares.items);
	assert_null(every->string);
	assert_null(every->strings.items);
	assert_false(every->truth);
	assert_null(every->word);
	assert_int_equal(every->hidden, 0);
}

static void what_is_missing_or_null_is_nothing(void **state)
{
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena, "{\"type\":\"every\"}", &every);
	assert_nothing(&every);
	read_every(&arena,
		"{\"choice\":null,\"count\":null,\"counts\":null,\"date\":null,\"later\":null,\"money\":null,"
		"\"object\":null,\"objects\":null,\"real\":null,\"reals\":null,\"shares\":null,\"string\":null,"
		"\"strings\":null,\"truth\":null,\"type\":\"every\",\"word\":null}",
		&every);
	assert_nothing(&every);
	arena_free(&arena);
}

static void unknown_keys_are_passed_over(void **state)
{
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"newer\":{\"count\":[1]},\"hidden\":3,\"count\":2}", &every);
	assert_int_equal(every.count, 2);
	assert_int_equal(every.hidden, 0);
	arena_free(&arena);
}

static void lists_and_maps_are_read(void **state)
{
	const struct named_share *shares;
	const char *const *strings;
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"shares\":{\"B\":1,\"\":null,\"A\":0.25},"
		"\"strings\":[\"x\",null,\"\"],\"objects\":[]}",
		&every);
	shares = every.shares.items;
	assert_int_equal(every.shares.n, 3);
	assert_string_equal(shares[0].name, "B");
	assert_true(shares[0].share == 1);
	assert_string_equal(shares[1].name, "");
	assert_true(isnan(shares[1].share));
	assert_true(shares[2].share == 0.25);
	strings = every.strings.items;
	assert_int_equal(every.strings.n, 3);
	assert_string_equal(strings[0], "x");
	assert_null(strings[1]);
	assert_string_equal(strings[2], "");
	assert_non_null(every.objects.items);
	assert_int_equal(every.objects.n, 0);
	arena_free(&arena);
}

static void numbers_of_lists_are_read(void **state)
{
	const int64_t *counts;
	const double *reals;
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"counts\":[-5,9223372036854775807],"
		"\"reals\":[1,null,0.25]}",
		&every);
	counts = every.counts.items;
	assert_int_equal(every.counts.n, 2);
	assert_int_equal(counts[0], -5);
	assert_int_equal(counts[1], INT64_MAX);
	reals = every.reals.items;
	assert_int_equal(every.reals.n, 3);
	assert_true(reals[0] == 1);
	assert_true(isnan(reals[1]));
	assert_true(reals[2] == 0.25);
	arena_free(&arena);
}

static void records_within_are_read(void **state)
{
	struct arena arena = {0};
	const struct every *items;
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"object\":{\"type\":\"every\",\"count\":1,"
		"\"object\":{\"type\":\"every\",\"count\":2}},"
		"\"objects\":[{\"type\":\"every\",\"count\":3},{\"type\":\"every\"}]}",
		&every);
	assert_int_equal(every.object->count, 1);
	assert_int_equal(every.object->object->count, 2);
	assert_null(every.object->object->object);
	items = every.objects.items;
	assert_int_equal(every.objects.n, 2);
	assert_int_equal(items[0].count, 3);
	assert_int_equal(items[1].date, DATE_NONE);
	arena_free(&arena);
}

static void numbers_may_be_as_large_as_they_are(void **state)
{
	struct arena arena = {0};
	struct every every;

	(void)state;
	read_every(&arena,
		"{\"type\":\"every\",\"real\":1e300,\"count\":9223372036854775807,"
		"\"money\":\"-92233720368547758.07 USD\"}",
		&every);
	assert_true(every.real == 1e300);
	assert_true(every.count == INT64_MAX);
	assert_true(every.money.minor == -INT64_MAX);
	read_every(&arena, "{\"type\":\"every\",\"real\":-7}", &every);
	assert_true(every.real == -7);
	arena_free(&arena);
}

/* ---- what is refused ---- */

static void assert_refused(const char *line, unsigned column, const char *message)
{
	struct read_fault fault = {0};
	struct arena arena = {0};
	struct every every = {0};

	assert_false(read_json_record(&arena, &every_record, line, strlen(line), &every, &fault));
	assert_non_null(fault.message);
	assert_string_equal(fault.message, message);
	assert_int_equal(fault.column, column);
	arena_free(&arena);
}

static void other_records_are_refused(void **state)
{
	(void)state;
	assert_refused("[]", 0, "no object");
	assert_refused("{}", 0, "'type' is not 'every'");
	assert_refused("{\"type\":null}", 0, "'type' is not 'every'");
	assert_refused("{\"type\":1}", 0, "'type' is not 'every'");
	assert_refused("{\"type\":\"every/2\"}", 0, "'type' is not 'every'");
}

static void values_of_another_kind_are_refused(void **state)
{
	static const char *const faults[][2] = {
		{"\"choice\":1", "'choice' is no string"},
		{"\"choice\":\"yellow\"", "'choice' is none of red, green, blue"},
		{"\"later\":\"red\"", "'later' is none of green, blue"},
		{"\"word\":\"Red\"", "'word' is none of red, green, blue"},
		{"\"word\":{}", "'word' is no string"},
		{"\"string\":false", "'string' is no string"},
		{"\"count\":5.0", "'count' is no whole number"},
		{"\"count\":\"5\"", "'count' is no whole number"},
		{"\"real\":\"NaN\"", "'real' is no number"},
		{"\"real\":[1]", "'real' is no number"},
		{"\"truth\":1", "'truth' is neither true nor false"},
		{"\"date\":20634", "'date' is no date"},
		{"\"date\":\"2026-02-30\"", "'date' is no date"},
		{"\"date\":\"\"", "'date' is no date"},
		{"\"money\":12", "'money' is no amount of money"},
		{"\"money\":\"\"", "'money' is no amount of money"},
		{"\"money\":\"-\"", "'money' is no amount of money"},
		{"\"money\":\"--1.00 USD\"", "'money' is no amount of money"},
		{"\"money\":\"1.00 XXQ\"", "'money' is no amount of money"},
		{"\"money\":\"92233720368547758.08 USD\"", "'money' is no amount of money"},
		{"\"object\":[]", "'object' is no object"},
		{"\"objects\":{}", "'objects' is no array"},
		{"\"objects\":[null]", "'objects[0]' is no object"},
		{"\"shares\":[]", "'shares' is no object"},
		{"\"shares\":{\"A\":\"1\"}", "'shares' has a member that is no number"},
		{"\"counts\":1", "'counts' is no array"},
		{"\"counts\":[1,null]", "'counts[1]' is no whole number"},
		{"\"reals\":{}", "'reals' is no array"},
		{"\"reals\":[1,\"2\"]", "'reals[1]' is no number"},
		{"\"strings\":\"x\"", "'strings' is no array"},
		{"\"strings\":[\"x\",null,2]", "'strings[2]' is no string"},
	};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(faults); i++)
		assert_refused(arena_printf(&arena, "{\"type\":\"every\",%s}", faults[i][0]), 0,
			faults[i][1]);
	arena_free(&arena);
}

static void faults_within_name_their_place(void **state)
{
	(void)state;
	assert_refused("{\"type\":\"every\",\"object\":{\"type\":\"every\",\"real\":true}}", 0,
		"'object.real' is no number");
	assert_refused("{\"type\":\"every\",\"object\":{}}", 0, "'object.type' is not 'every'");
	assert_refused("{\"type\":\"every\",\"objects\":[{\"type\":\"every\"},{\"type\":\"every\","
		       "\"object\":{\"type\":\"every\",\"strings\":[3]}}]}",
		0, "'objects[1].object.strings[0]' is no string");
}

static void what_is_no_json_has_a_column(void **state)
{
	(void)state;
	assert_refused("", 1, "the line ends too early");
	assert_refused("{\"real\":NaN}", 11, "invalid JSON");
	assert_refused("{\"real\":1e999}", 13, "number out of range");
	assert_refused("{\"count\":9223372036854775808}", 28, "number out of range");
	assert_refused("{\"type\":\"every\",\"type\":\"every\"}", 22, "duplicate key");
}

/* A record within a record, and so on, `depth` of them. */
static void read_nested(size_t depth, const char *fault_expected)
{
	static const char begin[] = "{\"type\":\"every\",\"object\":";
	struct read_fault fault = {0};
	struct buffer line = {0};
	struct arena arena = {0};
	struct every every = {0};
	bool done;

	for (size_t i = 0; i < depth; i++)
		buffer_puts(&line, begin);
	buffer_puts(&line, "null");
	buffer_fill(&line, '}', depth);
	done = read_json_record(&arena, &every_record, line.data, line.length, &every, &fault);
	assert_int_equal(done, !fault_expected);
	if (fault_expected)
		assert_string_equal(fault.message, fault_expected);
	arena_free(&arena);
	buffer_free(&line);
}

static void the_depth_has_an_end(void **state)
{
	(void)state;
	read_nested(1000, NULL);
	read_nested(100000, "too many levels");
}

/* ---- nothing gets lost ---- */

static void every_kind_is_kept(void **state)
{
	static const char *const strings[] = {"", NULL, "\x1B[1m"};
	static const struct named_share shares[] = {{"B", 0.7126}, {"\"", NAN}, {"A", 0}};
	static const int64_t counts[] = {INT64_MIN, 0, INT64_MAX};
	static const double lists[] = {0.2, NAN, 9e15};
	static const double reals[] = {0.25, -0.04, 8999999999999999.5, 9e15, 1.7e308, 5e-324};
	struct every object = {
		.count = INT64_MIN,
		.counts = {counts, 3},
		.reals = {lists, 3},
		.date = DATE_MIN,
		.money = {-5, currency_find("KWD", 3)},
		.shares = {shares, 3},
		.string = "\xE2\x80\xAE\xF0\x9F\x9A\x80",
		.strings = {strings, 3},
		.truth = true,
		.word = "green",
		.later = 1,
	};
	struct every outer = object;

	(void)state;
	outer.object = &object;
	outer.objects = (struct array){&object, 1};
	for (size_t i = 0; i < COUNT_OF(reals); i++) {
		object.real = outer.real = reals[i];
		assert_kept(&every_record, &outer);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain_values_are_read),
		cmocka_unit_test(what_is_missing_or_null_is_nothing),
		cmocka_unit_test(unknown_keys_are_passed_over),
		cmocka_unit_test(lists_and_maps_are_read),
		cmocka_unit_test(numbers_of_lists_are_read),
		cmocka_unit_test(records_within_are_read),
		cmocka_unit_test(numbers_may_be_as_large_as_they_are),
		cmocka_unit_test(other_records_are_refused),
		cmocka_unit_test(values_of_another_kind_are_refused),
		cmocka_unit_test(faults_within_name_their_place),
		cmocka_unit_test(what_is_no_json_has_a_column),
		cmocka_unit_test(the_depth_has_an_end),
		cmocka_unit_test(every_kind_is_kept),
	};

	return cmocka_run_group_tests_name("read_json", tests, NULL, NULL);
}
