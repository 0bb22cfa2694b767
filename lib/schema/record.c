/* Rows found by name, kinds in words and in bytes. */
#include "partner/schema.h"

#include <assert.h>
#include <string.h>

static const struct kind_info {
	const char *word;
	const char *example;
} kinds[] = {
	[KIND_TEXT] = {"text", "Acme Hosting"},
	[KIND_CURRENCY] = {"currency", "EUR"},
	[KIND_PARTNER_ID] = {"partner id", "acme"},
	[KIND_ID] = {"id", "example-1"},
	[KIND_WORD] = {"word", "partner"},
	[KIND_WHOLE] = {"whole number", "12"},
	[KIND_NUMBER] = {"number", "0.85"},
	[KIND_SHARE] = {"share", "85%"},
	[KIND_WEIGHT] = {"weight", "20%"},
	[KIND_FLAG] = {"flag", "true"},
	[KIND_DATE] = {"date", "2026-03-31"},
	[KIND_TIME] = {"time", "2026-03-04T02:10Z"},
	[KIND_DURATION] = {"duration", "90d"},
	[KIND_MONEY] = {"amount of money", "120000.00 USD"},
	[KIND_PRICE] = {"price", "0.085 USD"},
	[KIND_TEXTS] = {"list of texts", "[fast, \"slow, but sure\"]"},
	[KIND_IDS] = {"list of ids", "[example-1, example-2]"},
	[KIND_WORDS] = {"list of words", "[us, partner]"},
	[KIND_DATES] = {"list of dates", "[2026-03-31, 2026-06-30]"},
	[KIND_SCORES] = {"map of points", "{support: 4, value: 2.5}"},
	[KIND_SCALE] = {"scale", "[[0, 0], [1, 100]]"},
	[KIND_RECORD] = {"map", "{note: as agreed}"},
	[KIND_RECORDS] = {"list of maps", "[{note: as agreed}]"},
	[RESULT_STRING] = {"text", "Acme Hosting"},
	[RESULT_CHOICE] = {"text", "partner"},
	[RESULT_REAL] = {"number", "0.85"},
	[RESULT_COUNT] = {"whole number", "12"},
	[RESULT_LINE] = {"line", "12"},
	[RESULT_TRUTH] = {"flag", "true"},
	[RESULT_DATE] = {"date", "2026-03-31"},
	[RESULT_MONEY] = {"amount of money", "120000.00 USD"},
	[RESULT_CONSTANT] = {"text", "score"},
	[RESULT_NULL] = {"null", "null"},
	[RESULT_OBJECT] = {"map", "{}"},
	[RESULT_OBJECTS] = {"list of maps", "[{}]"},
	[RESULT_SHARES] = {"map of numbers", "{\"A\": 0.25, \"B\": 0.75}"},
	[RESULT_COUNTS] = {"list of whole numbers", "[3, 0, 12]"},
	[RESULT_REALS] = {"list of numbers", "[0.85, 72.4]"},
	[RESULT_STRINGS] = {"list of texts", "[\"fast\", \"slow\"]"},
};

static const size_t sizes[] = {
	[KIND_TEXT] = sizeof(struct text_field),
	[KIND_CURRENCY] = sizeof(struct text_field),
	[KIND_PARTNER_ID] = sizeof(struct text_field),
	[KIND_ID] = sizeof(struct text_field),
	[KIND_WORD] = sizeof(struct word_field),
	[KIND_WHOLE] = sizeof(struct whole_field),
	[KIND_NUMBER] = sizeof(struct number_field),
	[KIND_SHARE] = sizeof(struct number_field),
	[KIND_WEIGHT] = sizeof(struct weight_field),
	[KIND_FLAG] = sizeof(struct flag_field),
	[KIND_DATE] = sizeof(struct date_field),
	[KIND_TIME] = sizeof(struct time_field),
	[KIND_DURATION] = sizeof(struct duration_field),
	[KIND_MONEY] = sizeof(struct money_field),
	[KIND_PRICE] = sizeof(struct price_field),
	[KIND_TEXTS] = sizeof(struct list),
	[KIND_IDS] = sizeof(struct list),
	[KIND_WORDS] = sizeof(struct list),
	[KIND_DATES] = sizeof(struct list),
	[KIND_SCORES] = sizeof(struct list),
	[KIND_SCALE] = sizeof(struct list),
	[KIND_RECORDS] = sizeof(struct list),
};

const struct field *record_field(const struct record *record, const char *name, size_t length)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		if (field->length == length && memcmp(field->name, name, length) == 0)
			return field;
	}
	return NULL;
}

const struct field *key_field(const struct record *record)
{
	return record->key ? record_field(record, record->key, strlen(record->key)) : NULL;
}

const struct text_field *key_of(const struct field *key, const struct head *head)
{
	const struct text_field *text = key ? field_at(head, key) : NULL;

	return text && HAS(*text) ? text : NULL;
}

const char *kind_word(enum field_kind kind)
{
	assert((size_t)kind < COUNT_OF(kinds));
	return kinds[kind].word;
}

const char *kind_example(enum field_kind kind)
{
	assert((size_t)kind < COUNT_OF(kinds));
	return kinds[kind].example;
}

enum field_kind kind_item(enum field_kind list)
{
	switch (list) {
	case KIND_TEXTS:
		return KIND_TEXT;
	case KIND_IDS:
		return KIND_ID;
	case KIND_WORDS:
		return KIND_WORD;
	case KIND_DATES:
		return KIND_DATE;
	default:
		return list;
	}
}

size_t kind_size(enum field_kind kind)
{
	return (size_t)kind < COUNT_OF(sizes) ? sizes[kind] : 0;
}
