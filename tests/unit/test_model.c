#include <ctype.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"
#include "partner/partner.h"
#include "partner/policy.h"

/* ---- all tables ---- */

#define TABLES_MOST 100

struct tables {
	const struct record *items[TABLES_MOST];
	size_t n;
};

static bool is_listed(const struct tables *tables, const struct record *record)
{
	for (size_t i = 0; i < tables->n; i++) {
		if (tables->items[i] == record)
			return true;
	}
	return false;
}

static void list_tables(struct tables *tables, const struct record *record)
{
	if (is_listed(tables, record))
		return;
	assert_true(tables->n < TABLES_MOST);
	tables->items[tables->n++] = record;
	for (size_t i = 0; i < record->n; i++) {
		if (record->fields[i].record)
			list_tables(tables, record->fields[i].record);
	}
}

static struct tables all_tables(void)
{
	struct tables tables = {.n = 0};

	list_tables(&tables, &partner_record);
	list_tables(&tables, &people_record);
	list_tables(&tables, &policy_record);
	list_tables(&tables, &rules_record);
	assert_true(tables.n > 50);
	return tables;
}

typedef void check_row(const struct record *record, const struct field *field);

static void each_row(check_row *check)
{
	struct tables tables = all_tables();

	for (size_t i = 0; i < tables.n; i++) {
		for (size_t j = 0; j < tables.items[i]->n; j++)
			check(tables.items[i], &tables.items[i]->fields[j]);
	}
}

static void check_name(const struct record *record, const struct field *field)
{
	if (record_field(record, field->name, strlen(field->name)) != field)
		fail_msg("%s has two rows '%s'", record->name, field->name);
}

static void names_each_field_once(void **state)
{
	(void)state;
	each_row(check_name);
}

static bool is_doc(const char *doc)
{
	size_t length = doc ? strlen(doc) : 0;

	return length > 5 && length < 90 && islower((unsigned char)doc[0]) &&
		!strchr(". ", doc[length - 1]);
}

static void check_doc(const struct record *record, const struct field *field)
{
	if (!is_doc(field->doc))
		fail_msg("%s.%s: '%s'", record->name, field->name, field->doc);
	if (!is_doc(record->doc))
		fail_msg("%s: '%s'", record->name, record->doc);
}

static void says_what_each_field_means(void **state)
{
	(void)state;
	each_row(check_doc);
}

static void check_own(const struct record *record, const struct field *field)
{
	bool words = field->kind == KIND_WORD || field->kind == KIND_WORDS;
	bool records = field->kind == KIND_RECORD || field->kind == KIND_RECORDS;

	if (words != (field->choices != NULL) || records != (field->record != NULL))
		fail_msg("%s.%s", record->name, field->name);
	assert_true(field->kind <= KIND_RECORDS);
	assert_true(!words || (field->choices[0] && field->choices[1]));
}

static void gives_words_and_records_their_own(void **state)
{
	(void)state;
	each_row(check_own);
}

static void check_place(const struct record *record, const struct field *field)
{
	for (const struct field *other = record->fields; other < field; other++) {
		if (other->offset == field->offset)
			fail_msg("%s: %s and %s share a member", record->name, other->name,
				field->name);
	}
	assert_true(field->offset + sizeof(struct leaf) <= record->size);
}

static void gives_each_field_a_member_of_its_own(void **state)
{
	(void)state;
	each_row(check_place);
}

static void check_bounds(const struct record *record, const struct field *field)
{
	bool bounded = field->least != 0 || field->most != 0;

	if (bounded && field->kind != KIND_WHOLE && field->kind != KIND_NUMBER)
		fail_msg("%s.%s has bounds", record->name, field->name);
	assert_true(!bounded || field->least < field->most);
}

static void bounds_only_numbers(void **state)
{
	(void)state;
	each_row(check_bounds);
}

static void finds_each_key_among_the_fields(void **state)
{
	struct tables tables = all_tables();

	(void)state;
	for (size_t i = 0; i < tables.n; i++) {
		const char *key = tables.items[i]->key;
		const struct field *id = record_field(tables.items[i], "id", 2);

		if (key)
			assert_non_null(record_field(tables.items[i], key, strlen(key)));
		if (id)
			assert_string_equal(key, "id");
	}
}

static void requires_three_fields_of_a_partner_file(void **state)
{
	struct tables tables = {.n = 0};
	size_t required = 0;

	(void)state;
	list_tables(&tables, &partner_record);
	for (size_t i = 0; i < tables.n; i++) {
		for (size_t j = 0; j < tables.items[i]->n; j++)
			required += tables.items[i]->fields[j].required;
	}
	assert_int_equal(required, 3);
	assert_true(record_field(&partner_record, "partner", 7)->required);
	assert_true(record_field(&partner_record, "name", 4)->required);
	assert_true(record_field(&partner_record, "kind", 4)->required);
}

static void takes_a_note_on_every_record(void **state)
{
	struct tables tables = {.n = 0};

	(void)state;
	list_tables(&tables, &partner_record);
	list_tables(&tables, &people_record);
	for (size_t i = 0; i < tables.n; i++)
		assert_non_null(record_field(tables.items[i], "note", 4));
}

static void closes_the_words_after_their_enums(void **state)
{
	(void)state;
	assert_string_equal(partner_kind_words[KIND_TECHNOLOGY], "technology");
	assert_null(partner_kind_words[PARTNER_KINDS]);
	assert_string_equal(tier_words[TIER_APPROVED], "approved");
	assert_null(tier_words[TIERS]);
	assert_string_equal(criticality_words[CRITICALITY_ROUTINE], "routine");
	assert_string_equal(side_words[SIDE_PARTNER], "partner");
	assert_null(side_words[SIDE_PARTNER + 1]);
	assert_string_equal(role_words[ROLE_LEGAL], "legal");
	assert_null(role_words[ROLE_LEGAL + 1]);
	assert_string_equal(renewal_words[RENEWAL_EVERGREEN], "evergreen");
	assert_string_equal(value_per_words[VALUE_PER_TERM], "term");
	assert_string_equal(conversation_kind_words[TALK_PRAISE], "praise");
}

/* ---- rows by name, kinds in words ---- */

static void finds_rows_by_their_whole_names(void **state)
{
	(void)state;
	assert_string_equal(record_field(&partner_record, "tiers", 4)->name, "tier");
	assert_null(record_field(&partner_record, "tiers", 5));
	assert_null(record_field(&partner_record, "tie", 3));
	assert_null(record_field(&partner_record, "", 0));
	assert_null(record_field(&partner_record, "tier\0", 5));
}

/* A record with the field alone, as its kind's example, reads as that field. */
static void check_example(const struct record *record, const struct field *field)
{
	bool bounded = field->least != 0 || field->most != 0;
	struct arena arena = {0};
	const void *object;
	char *text;

	if (record == &partner_record || field->choices || bounded)
		return;
	text = arena_printf(&arena, "%s: %s\n", field->name, kind_example(field->kind));
	object = decoded(&arena, record, text);
	assert_int_equal(((const struct leaf *)field_at(object, field))->state, LEAF_SOUND);
	arena_free(&arena);
}

static void gives_examples_that_can_be_read(void **state)
{
	struct tables tables = {.n = 0};

	(void)state;
	list_tables(&tables, &partner_record);
	for (size_t i = 0; i < tables.n; i++) {
		for (size_t j = 0; j < tables.items[i]->n; j++)
			check_example(tables.items[i], &tables.items[i]->fields[j]);
	}
}

static void says_kinds_in_words(void **state)
{
	(void)state;
	assert_string_equal(kind_word(KIND_DATE), "date");
	for (int kind = 0; kind <= RESULT_STRINGS; kind++) {
		assert_non_null(kind_word((enum field_kind)kind));
		assert_non_null(kind_example((enum field_kind)kind));
	}
}

/* ---- what is asked about a partner ---- */

static struct partner *partner_of(struct arena *arena, const char *more)
{
	char *text = arena_printf(arena, "partner: acme\nname: Acme\n%s", more);

	return decoded(arena, &partner_record, text);
}

static void defaults_the_tier_to_approved(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_int_equal(partner_tier(partner_of(&arena, "kind: vendor\n")), TIER_APPROVED);
	assert_int_equal(
		partner_tier(partner_of(&arena, "kind: vendor\ntier: trial\n")), TIER_TRIAL);
	arena_free(&arena);
}

static void knows_our_own_organisation(void **state)
{
	struct arena arena = {0};
	struct partner empty = {.name.leaf.state = LEAF_ABSENT};

	(void)state;
	assert_true(partner_is_self(partner_of(&arena, "kind: self\n")));
	assert_false(partner_is_self(partner_of(&arena, "kind: vendor\n")));
	assert_false(partner_is_self(&empty));
	arena_free(&arena);
}

static bool mutes(struct arena *arena, const char *exception)
{
	const struct partner *partner = partner_of(
		arena, arena_printf(arena, "kind: vendor\nexceptions: [{%s}]\n", exception));

	assert_int_equal(partner->exceptions.list.n, 1);
	return exception_complete(LIST_ITEMS(struct exception, partner->exceptions));
}

static void mutes_for_a_reason_by_somebody_until_a_day(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_true(mutes(&arena, "mute: no-plan, reason: Why, by: Ann, until: 2026-01-01"));
	assert_true(
		mutes(&arena, "mute: P101, reason: Why, by: Ann, until: 2026-01-01, note: More"));
	assert_false(mutes(&arena, "reason: Why, by: Ann, until: 2026-01-01"));
	assert_false(mutes(&arena, "mute: no-plan, by: Ann, until: 2026-01-01"));
	assert_false(mutes(&arena, "mute: no-plan, reason: Why, until: 2026-01-01"));
	assert_false(mutes(&arena, "mute: no-plan, reason: Why, by: Ann"));
	assert_false(mutes(&arena, "note: x"));
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(names_each_field_once),
		cmocka_unit_test(says_what_each_field_means),
		cmocka_unit_test(gives_words_and_records_their_own),
		cmocka_unit_test(gives_each_field_a_member_of_its_own),
		cmocka_unit_test(bounds_only_numbers),
		cmocka_unit_test(finds_each_key_among_the_fields),
		cmocka_unit_test(requires_three_fields_of_a_partner_file),
		cmocka_unit_test(takes_a_note_on_every_record),
		cmocka_unit_test(closes_the_words_after_their_enums),
		cmocka_unit_test(finds_rows_by_their_whole_names),
		cmocka_unit_test(gives_examples_that_can_be_read),
		cmocka_unit_test(says_kinds_in_words),
		cmocka_unit_test(defaults_the_tier_to_approved),
		cmocka_unit_test(knows_our_own_organisation),
		cmocka_unit_test(mutes_for_a_reason_by_somebody_until_a_day),
	};

	return cmocka_run_group_tests_name("model", tests, NULL, NULL);
}
