/* Records as JSON: every kind of row, sound and absent, and the order of keys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <math.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "partner/diag_record.h"
#include "partner/write.h"

static const char *const colours[] = {"red", "green", "blue", NULL};

/* ---- fields ---- */

struct leaf_record {
	struct head head;
	struct text_field id;
	struct whole_field size;
};

static const struct field leaf_fields[] = {
	F_ID("id", struct leaf_record, id, "its name"),
	F_WHOLE("size", struct leaf_record, size, 0, 9, "how large"),
};
static const struct record leaf_table =
	RECORD("leaf", struct leaf_record, leaf_fields, "id", "a leaf");

struct every_field {
	struct head head;
	struct text_field text;
	struct text_field partner_id;
	struct text_field id;
	struct word_field word;
	struct whole_field whole;
	struct number_field number;
	struct number_field share;
	struct weight_field weight;
	struct weight_field percent;
	struct flag_field flag;
	struct date_field date;
	struct time_field time;
	struct duration_field duration;
	struct money_field money;
	struct price_field price;
	LIST_OF(struct text_field) texts;
	LIST_OF(struct text_field) ids;
	LIST_OF(struct word_field) words;
	LIST_OF(struct date_field) dates;
	LIST_OF(struct score_entry) scores;
	LIST_OF(struct scale_knot) scale;
	struct leaf_record record;
	LIST_OF(struct leaf_record) records;
};

static const struct field every_field_rows[] = {
	F_TEXT("text", struct every_field, text, "text"),
	F_PARTNER_ID("partner_id", struct every_field, partner_id, "partner id"),
	F_ID("id", struct every_field, id, "id"),
	F_WORD("word", struct every_field, word, colours, "word"),
	F_WHOLE("whole", struct every_field, whole, 0, 0, "whole"),
	F_NUMBER("number", struct every_field, number, 0, 0, "number"),
	F_SHARE("share", struct every_field, share, "share"),
	F_WEIGHT("weight", struct every_field, weight, "weight"),
	F_WEIGHT("percent", struct every_field, percent, "percent"),
	F_FLAG("flag", struct every_field, flag, "flag"),
	F_DATE("date", struct every_field, date, "date"),
	F_TIME("time", struct every_field, time, "time"),
	F_DURATION("duration", struct every_field, duration, "duration"),
	F_MONEY("money", struct every_field, money, "money"),
	F_PRICE("price", struct every_field, price, "price"),
	F_TEXTS("texts", struct every_field, texts, "texts"),
	F_IDS("ids", struct every_field, ids, "ids"),
	F_WORDS("words", struct every_field, words, colours, "words"),
	F_DATES("dates", struct every_field, dates, "dates"),
	F_SCORES("scores", struct every_field, scores, "scores"),
	F_SCALE("scale", struct every_field, scale, "scale"),
	F_RECORD("record", struct every_field, record, struct leaf_record, &leaf_table, "record"),
	F_RECORDS(
		"records", struct every_field, records, struct leaf_record, &leaf_table, "records"),
};
static const struct record every_field_table =
	RECORD("every", struct every_field, every_field_rows, NULL, "one of each");

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
	static const struct every_field object;
	assert_record(&every_field_table, &object,
		"{\"date\":null,\"dates\":null,\"duration\":null,\"flag\":null,\"id\":null,"
		"\"ids\":null,\"money\":null,\"number\":null,\"partner_id\":null,"
		"\"percent\":null,\"price\":null,\"record\":null,\"records\":null,"
		"\"scale\":null,\"scores\":null,\"share\":null,\"text\":null,\"texts\":null,"
		"\"time\":null,\"weight\":null,\"whole\":null,\"word\":null,\"words\":null}");
}

static void faulty_fields_are_null(void **state)
{
	(void)state;
	static const struct leaf_record object = {.id = {FAULT, NULL, 0}, .size = {FAULT, 3}};
	assert_record(&leaf_table, &object, "{\"id\":null,\"size\":null}");
}

static void scalars_are_printed_as_written(void **state)
{
	(void)state;
	struct every_field object = {
		.text = TEXT("a \"b\"\n"),
		.partner_id = TEXT("acme"),
		.id = TEXT("INC-7"),
		.word = {SOUND, 2},
		.whole = {SOUND, -3},
		.number = {SOUND, 1200.5},
		.share = {SOUND, 0.85},
		.weight = {SOUND, 3, false},
		.percent = {SOUND, 0.07, true},
		.flag = {SOUND, true},
		.date = {SOUND, 0},
		.time = {SOUND, {86400 + 2 * 3600 + 600, false}},
		.duration = {SOUND, {10, DURATION_BUSINESS_DAYS}},
		.money = {SOUND, {12000000, currency_find("USD", 3)}},
		.price = {SOUND, 23000, currency_find("EUR", 3)},
	};
	assert_record(&every_field_table, &object,
		"{\"date\":\"1970-01-01\",\"dates\":null,\"duration\":\"10bd\",\"flag\":true,"
		"\"id\":\"INC-7\",\"ids\":null,\"money\":\"120000.00 USD\",\"number\":1200.5,"
		"\"partner_id\":\"acme\",\"percent\":\"7%\",\"price\":\"0.023 EUR\","
		"\"record\":null,\"records\":null,\"scale\":null,\"scores\":null,"
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
	struct every_field object = {
		.texts = ITEMS(texts),
		.ids = ITEMS(ids),
		.words = ITEMS(words),
		.dates = ITEMS(dates),
		.scale = ITEMS(scale),
		.scores = {{.leaf = SOUND}},
		.records = {{.leaf = SOUND}},
	};
	assert_record(&every_field_table, &object,
		"{\"date\":null,\"dates\":[\"1970-02-01\",\"1970-01-01\"],\"duration\":null,"
		"\"flag\":null,\"id\":null,\"ids\":[\"Z\",\"Y\"],\"money\":null,"
		"\"number\":null,\"partner_id\":null,\"percent\":null,\"price\":null,"
		"\"record\":null,\"records\":[],\"scale\":[[0,0],[0.5,100]],\"scores\":{},"
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
	struct every_field object = {.scores = ITEMS(scores)};
	assert_member(&every_field_table, "scores", &object,
		"{\"cost\":2.5,\"people\":null,\"value\":4}");
}

static void records_are_nested(void **state)
{
	(void)state;
	struct leaf_record items[] = {
		{.head = {.leaf = SOUND}, .id = TEXT("a"), .size = {SOUND, 1}},
		{.head = {.leaf = SOUND}, .id = TEXT("b")},
	};
	struct every_field object = {.records = ITEMS(items), .record = items[0]};
	assert_member(&every_field_table, "record", &object, "{\"id\":\"a\",\"size\":1}");
	assert_member(&every_field_table, "records", &object,
		"[{\"id\":\"a\",\"size\":1},{\"id\":\"b\",\"size\":null}]");
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
		struct every_field object = {
			.price = {SOUND, prices[i].millionths, currency_find("USD", 3)}};
		assert_member(&every_field_table, "price", &object, prices[i].expected);
	}
}

/* ---- results ---- */

struct leaf_result {
	const char *name;
};
static const struct field leaf_result_rows[] = {
	R_STRING("name", struct leaf_result, name, "its name"),
};
static const struct record leaf_result_table =
	RECORD("leaf", struct leaf_result, leaf_result_rows, NULL, "a leaf");

struct every_result {
	int64_t count;
	int32_t date;
	struct money money;
	const struct leaf_result *object;
	struct array objects;
	double real;
	struct array shares;
	const char *string;
	struct array strings;
	bool truth;
	const char *word;
	int choice, later;
};
static const struct field every_result_rows[] = {
	R_CHOICE("choice", struct every_result, choice, colours, "choice"),
	R_COUNT("count", struct every_result, count, "count"),
	R_DATE("date", struct every_result, date, "date"),
	R_CHOICE_FROM("later", struct every_result, later, 1, colours, "later"),
	R_MONEY("money", struct every_result, money, "money"),
	R_NULL("nothing", "always null"),
	R_OBJECT("object", struct every_result, object, struct leaf_result, &leaf_result_table,
		"object"),
	R_OBJECTS("objects", struct every_result, objects, &leaf_result_table, "objects"),
	R_REAL("real", struct every_result, real, 1, "real"),
	R_SHARES("shares", struct every_result, shares, 3, "shares"),
	R_STRING("string", struct every_result, string, "string"),
	R_STRINGS("strings", struct every_result, strings, "strings"),
	R_TRUTH("truth", struct every_result, truth, "truth"),
	R_CONSTANT("type", "every", "always the same"),
	R_WORD("word", struct every_result, word, colours, "word"),
};
static const struct record every_result_table =
	RECORD("every", struct every_result, every_result_rows, NULL, "one of each");

static void results_are_printed(void **state)
{
	(void)state;
	static const struct leaf_result leaves[] = {{"a"}, {NULL}};
	static const char *const strings[] = {"x", NULL, "\x1B[1m"};
	static const struct named_share shares[] = {{"B", 0.7126}, {"\"", NAN}, {"A", 0}};
	const struct every_result object = {
		.count = -5,
		.date = 59,
		.money = {-1, currency_find("USD", 3)},
		.object = &leaves[0],
		.objects = {leaves, 2},
		.real = 72.449,
		.shares = {shares, 3},
		.string = "é\"",
		.strings = {strings, 3},
		.truth = true,
		.word = "green",
		.later = 2,
	};
	assert_record(&every_result_table, &object,
		"{\"choice\":\"red\",\"count\":-5,\"date\":\"1970-03-01\",\"later\":\"blue\",\"money\":\"-0.01 USD\",\"nothing\":null,"
		"\"object\":{\"name\":\"a\"},\"objects\":[{\"name\":\"a\"},{\"name\":null}],"
		"\"real\":72.4,\"shares\":{\"\\\"\":null,\"A\":0.0,\"B\":0.713},"
		"\"string\":\"é\\\"\",\"strings\":[\"x\",null,\"\\u001b[1m\"],"
		"\"truth\":true,\"type\":\"every\",\"word\":\"green\"}");
}

static void absent_results_are_null(void **state)
{
	(void)state;
	const struct every_result object = {
		.date = DATE_NONE, .real = NAN, .choice = CHOICE_NONE, .later = CHOICE_NONE};
	assert_record(&every_result_table, &object,
		"{\"choice\":null,\"count\":0,\"date\":null,\"later\":null,\"money\":null,\"nothing\":null,\"object\":null,"
		"\"objects\":null,\"real\":null,\"shares\":null,\"string\":null,\"strings\":null,"
		"\"truth\":false,\"type\":\"every\",\"word\":null}");
}

static void no_items_are_an_empty_array(void **state)
{
	(void)state;
	const struct every_result object = {
		.objects = {"", 0}, .shares = {"", 0}, .strings = {"", 0}};
	assert_member(&every_result_table, "shares", &object, "{}");
	assert_member(&every_result_table, "objects", &object, "[]");
	assert_member(&every_result_table, "strings", &object, "[]");
}

static void a_line_ends_in_a_newline(void **state)
{
	(void)state;
	const struct leaf_result object = {"a"};
	struct buffer buffer = {0};
	write_json_line(&buffer, &leaf_result_table, &object);
	write_json_line(&buffer, &leaf_result_table, &object);
	buffer_putc(&buffer, '\0');
	assert_string_equal(buffer.data, "{\"name\":\"a\"}\n{\"name\":\"a\"}\n");
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
		cmocka_unit_test(faulty_fields_are_null),
		cmocka_unit_test(scalars_are_printed_as_written),
		cmocka_unit_test(lists_are_printed_in_their_order),
		cmocka_unit_test(scores_are_sorted_by_criterion),
		cmocka_unit_test(records_are_nested),
		cmocka_unit_test(prices_keep_their_decimals),
		cmocka_unit_test(results_are_printed),
		cmocka_unit_test(absent_results_are_null),
		cmocka_unit_test(no_items_are_an_empty_array),
		cmocka_unit_test(a_line_ends_in_a_newline),
		cmocka_unit_test(tables_of_results_are_sorted),
	};
	return cmocka_run_group_tests_name("write", tests, NULL, NULL);
}
