/* Records as JSON: every kind of row, sound and absent, and the order of keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "every.h"
#include "partner/diag_record.h"
#include "partner/write.h"
#include "probe.h"

#define SOUND                       \
	{                           \
		.state = LEAF_SOUND \
	}
#define FAULT                        \
	{                            \
		.state = LEAF_FAULTY \
	}
#define TEXT(string)                                \
	{                                           \
		SOUND, (string), sizeof(string) - 1 \
	}
#define ITEMS(array)                                                          \
	{                                                                     \
		{                                                             \
			.leaf = SOUND, .items = (array), .n = COUNT_OF(array) \
		}                                                             \
	}

static void assert_record(const struct record *record, const void *object, const char *expected)
{
	struct buffer buffer = {0};
	write_json_record(&buffer, record, object);
	json_t *root = json_loadb(buffer.data, buffer.length, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	json_decref(root);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void absent_fields_are_null(void **state)
{
	(void)state;
	static const struct probe object;
	assert_record(&probe_record, &object,
		"{\"atleast\":null,\"date\":null,\"dates\":null,\"duration\":null,\"flag\":null,"
		"\"id\":null,\"ids\":null,\"many\":null,\"money\":null,\"number\":null,"
		"\"one\":null,\"partner_id\":null,\"price\":null,\"scale\":null,\"scores\":null,"
		"\"share\":null,\"text\":null,\"texts\":null,\"time\":null,\"weight\":null,"
		"\"whole\":null,\"word\":null,\"words\":null}");
}

static void scalars_are_printed_as_written(void **state)
{
	(void)state;
	struct probe object = {
		.text = TEXT("a \"b\"\n"),
		.partner_id = TEXT("acme"),
		.id = TEXT("INC-7"),
		.word = {SOUND, 2},
		.whole = {SOUND, -3},
		.number = {SOUND, 1200.5},
		.share = {SOUND, 0.85},
		.weight = {SOUND, 3, false},
		.flag = {SOUND, true},
		.date = {SOUND, 0},
		.time = {SOUND, {86400 + 2 * 3600 + 600, false}},
		.duration = {SOUND, {10, DURATION_BUSINESS_DAYS}},
		.money = {SOUND, {12000000, currency_find("USD", 3)}},
		.price = {SOUND, 23000, currency_find("EUR", 3)},
	};
	assert_record(&probe_record, &object,
		"{\"atleast\":null,\"date\":\"1970-01-01\",\"dates\":null,\"duration\":\"10bd\","
		"\"flag\":true,\"id\":\"INC-7\",\"ids\":null,\"many\":null,"
		"\"money\":\"120000.00 USD\",\"number\":1200.5,\"one\":null,"
		"\"partner_id\":\"acme\",\"price\":\"0.023 EUR\",\"scale\":null,\"scores\":null,"
		"\"share\":0.85,\"text\":\"a \\\"b\\\"\\n\",\"texts\":null,"
		"\"time\":\"1970-01-02T02:10Z\",\"weight\":3,\"whole\":-3,\"word\":\"blue\","
		"\"words\":null}");
}

static void lists_are_printed_in_their_order(void **state)
{
	(void)state;
	struct text_field texts[] = {TEXT("b"), TEXT("a"), {FAULT, NULL, 0}};
	struct text_field ids[] = {TEXT("Z"), TEXT("Y")};
	struct word_field words[] = {{SOUND, 1}, {SOUND, 0}};
	struct date_field dates[] = {{SOUND, 31}, {SOUND, 0}};
	struct scale_knot scale[] = {{SOUND, 0, 0}, {SOUND, 0.5, 100}};
	struct probe object = {
		.texts = ITEMS(texts),
		.ids = ITEMS(ids),
		.words = ITEMS(words),
		.dates = ITEMS(dates),
		.scale = ITEMS(scale),
		.scores = {{.leaf = SOUND}},
		.many = {{.leaf = SOUND}},
	};
	assert_record(&probe_record, &object,
		"{\"atleast\":null,\"date\":null,\"dates\":[\"1970-02-01\",\"1970-01-01\"],"
		"\"duration\":null,\"flag\":null,\"id\":null,\"ids\":[\"Z\",\"Y\"],\"many\":[],"
		"\"money\":null,\"number\":null,\"one\":null,\"partner_id\":null,\"price\":null,"
		"\"scale\":[[0,0],[0.5,100]],\"scores\":{},"
		"\"share\":null,\"text\":null,\"texts\":[\"b\",\"a\",null],\"time\":null,"
		"\"weight\":null,\"whole\":null,\"word\":null,\"words\":[\"green\",\"red\"]}");
}

static const struct field *row(const struct record *record, const char *name)
{
	for (size_t i = 0; i < record->n; i++) {
		if (!strcmp(record->fields[i].name, name))
			return &record->fields[i];
	}
	fail_msg("no row '%s'", name);
	return NULL;
}

static void assert_member(
	const struct record *record, const char *name, const void *object, const char *expected)
{
	struct buffer buffer = {0};
	struct json_writer json = {.out = &buffer};
	write_json_member(&json, row(record, name), object);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, expected);
	buffer_free(&buffer);
}

static void scores_are_sorted_by_criterion(void **state)
{
	(void)state;
	struct score_entry scores[] = {{TEXT("value"), {SOUND, 4}}, {TEXT("cost"), {SOUND, 2.5}},
		{{FAULT, NULL, 0}, {SOUND, 1}}, {TEXT("people"), {FAULT, 0}}};
	struct probe object = {.scores = ITEMS(scores)};
	assert_member(
		&probe_record, "scores", &object, "{\"cost\":2.5,\"people\":null,\"value\":4}");
}

static void records_are_nested(void **state)
{
	(void)state;
	struct inner items[] = {
		{.head = {.leaf = SOUND}, .id = TEXT("a"), .size = {SOUND, 1}},
		{.head = {.leaf = SOUND}, .id = TEXT("b")},
	};
	struct probe object = {.many = ITEMS(items), .one = items[0]};
	assert_member(&probe_record, "one", &object, "{\"id\":\"a\",\"size\":1}");
	assert_member(&probe_record, "many", &object,
		"[{\"id\":\"a\",\"size\":1},{\"id\":\"b\",\"size\":null}]");
}

static void faulty_fields_are_null(void **state)
{
	(void)state;
	struct probe object = {
		.one = {.head = {.leaf = SOUND}, .id = {FAULT, NULL, 0}, .size = {FAULT, 3}}};
	assert_member(&probe_record, "one", &object, "{\"id\":null,\"size\":null}");
}

static void weights_may_be_percentages(void **state)
{
	(void)state;
	struct probe object = {.weight = {SOUND, 0.07, true}};
	assert_member(&probe_record, "weight", &object, "\"7%\"");
}

static void prices_keep_their_decimals(void **state)
{
	(void)state;
	static const struct {
		int64_t millionths;
		const char *expected;
	} prices[] = {{0, "\"0 USD\""}, {1, "\"0.000001 USD\""}, {2000000, "\"2 USD\""},
		{2050000, "\"2.05 USD\""}, {123456789, "\"123.456789 USD\""}};
	for (size_t i = 0; i < COUNT_OF(prices); i++) {
		struct probe object = {
			.price = {SOUND, prices[i].millionths, currency_find("USD", 3)}};
		assert_member(&probe_record, "price", &object, prices[i].expected);
	}
}

/* ---- results ---- */

/* One that has nothing but a count, and how it is printed. */
static struct every nothing_but(int64_t count)
{
	return (struct every){.count = count,
		.date = DATE_NONE,
		.real = NAN,
		.choice = CHOICE_NONE,
		.later = CHOICE_NONE};
}
#define NOTHING_BUT(count)                                                                   \
	"{\"choice\":null,\"count\":" count ",\"counts\":null,\"date\":null,\"later\":null," \
	"\"money\":null,\"nothing\":null,\"object\":null,\"objects\":null,\"real\":null,"    \
	"\"reals\":null,\"shares\":null,\"string\":null,\"strings\":null,\"truth\":false,"   \
	"\"type\":\"every\",\"word\":null}"
#define ONE NOTHING_BUT("1")
#define TWO NOTHING_BUT("2")

static void results_are_printed(void **state)
{
	(void)state;
	const struct every within[] = {nothing_but(1), nothing_but(2)};
	static const char *const strings[] = {"x", NULL, "\x1B[1m"};
	static const struct named_share shares[] = {{"B", 0.7126}, {"\"", NAN}, {"A", 0}};
	static const int64_t counts[] = {3, -7, 0};
	static const double reals[] = {0.14, NAN, 66};
	const struct every object = {
		.count = -5,
		.counts = {counts, 3},
		.date = 59,
		.money = {-1, currency_find("USD", 3)},
		.object = &within[0],
		.objects = {within, 2},
		.real = 72.449,
		.reals = {reals, 3},
		.shares = {shares, 3},
		.string = "é\"",
		.strings = {strings, 3},
		.truth = true,
		.word = "green",
		.later = 2,
	};
	assert_record(&every_record, &object,
		"{\"choice\":\"red\",\"count\":-5,\"counts\":[3,-7,0],\"date\":\"1970-03-01\",\"later\":\"blue\","
		"\"money\":\"-0.01 USD\",\"nothing\":null,\"object\":" ONE ",\"objects\":[" ONE
		"," TWO
		"],\"real\":72.4,\"reals\":[0.1,null,66.0],\"shares\":{\"\\\"\":null,\"A\":0.0,\"B\":0.713},"
		"\"string\":\"é\\\"\",\"strings\":[\"x\",null,\"\\u001b[1m\"],"
		"\"truth\":true,\"type\":\"every\",\"word\":\"green\"}");
}

static void absent_results_are_null(void **state)
{
	(void)state;
	const struct every object = nothing_but(0);
	assert_record(&every_record, &object, NOTHING_BUT("0"));
}

static void no_items_are_an_empty_array(void **state)
{
	(void)state;
	const struct every object = {.counts = {"", 0},
		.objects = {"", 0},
		.reals = {"", 0},
		.shares = {"", 0},
		.strings = {"", 0}};
	assert_member(&every_record, "counts", &object, "[]");
	assert_member(&every_record, "reals", &object, "[]");
	assert_member(&every_record, "shares", &object, "{}");
	assert_member(&every_record, "objects", &object, "[]");
	assert_member(&every_record, "strings", &object, "[]");
}

static void a_line_ends_in_a_newline(void **state)
{
	(void)state;
	const struct every object = nothing_but(1);
	struct buffer buffer = {0};
	write_json_line(&buffer, &every_record, &object);
	write_json_line(&buffer, &every_record, &object);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, ONE "\n" ONE "\n");
	buffer_free(&buffer);
}

/* The writer takes the rows of results as they stand, and their names unescaped. */
#define NAME_LETTERS "abcdefghijklmnopqrstuvwxyz0123456789_"

static void assert_sorted(const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];
		assert_true(field->kind >= RESULT_STRING);
		assert_int_equal(field->name[strspn(field->name, NAME_LETTERS)], '\0');
		assert_true(i == 0 || strcmp(field[-1].name, field->name) < 0);
		if (field->record)
			assert_sorted(field->record);
	}
}

static void tables_of_results_are_sorted(void **state)
{
	(void)state;
	assert_sorted(&diagnostic_record);
	assert_sorted(&error_record);
	assert_sorted(&result_source_record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(absent_fields_are_null),
		cmocka_unit_test(scalars_are_printed_as_written),
		cmocka_unit_test(lists_are_printed_in_their_order),
		cmocka_unit_test(scores_are_sorted_by_criterion),
		cmocka_unit_test(records_are_nested),
		cmocka_unit_test(faulty_fields_are_null),
		cmocka_unit_test(weights_may_be_percentages),
		cmocka_unit_test(prices_keep_their_decimals),
		cmocka_unit_test(results_are_printed),
		cmocka_unit_test(absent_results_are_null),
		cmocka_unit_test(no_items_are_an_empty_array),
		cmocka_unit_test(a_line_ends_in_a_newline),
		cmocka_unit_test(tables_of_results_are_sorted),
	};
	return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
