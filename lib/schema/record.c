/* Rows found by name, and kinds in words. */
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
	[RESULT_REAL] = {"number", "0.85"},
	[RESULT_COUNT] = {"whole number", "12"},
	[RESULT_TRUTH] = {"flag", "true"},
	[RESULT_DATE] = {"date", "2026-03-31"},
	[RESULT_MONEY] = {"amount of money", "120000.00 USD"},
	[RESULT_CONSTANT] = {"text", "score"},
	[RESULT_NULL] = {"null", "null"},
	[RESULT_OBJECT] = {"map", "{}"},
	[RESULT_OBJECTS] = {"list of maps", "[{}]"},
	[RESULT_STRINGS] = {"list of texts", "[\"fast\", \"slow\"]"},
};

const struct field *record_field(const struct record *record, const char *name, size_t length)
{
	for (size_t i = 0; i < record->n; i++) {
		const char *other = record->fields[i].name;

		if (strlen(other) == length && memcmp(other, name, length) == 0)
			return &record->fields[i];
	}
	return NULL;
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
