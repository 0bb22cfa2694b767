/* The rows of the rules: whole, in order, found, and of the right level. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/diag.h"

static void every_rule_has_a_whole_row(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const struct diag_rule_info *info = diag_rule_info(rule);

		assert_non_null(info->id);
		assert_non_null(info->name);
		assert_non_null(info->message);
		assert_non_null(info->doc);
		assert_in_range(info->level, DIAG_NOTE, DIAG_ERROR);
	}
}

static void ids_ascend(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const char *id = diag_rule_info(rule)->id;

		assert_int_equal(strlen(id), 4);
		assert_int_equal(id[0], 'P');
		assert_int_equal(strspn(id + 1, "0123456789"), 3);
		if (rule > 0)
			assert_true(strcmp(diag_rule_info(rule - 1)->id, id) < 0);
	}
}

static void names_are_kebab_words_and_differ(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const char *name = diag_rule_info(rule)->name;

		assert_int_equal(strspn(name, "abcdefghijklmnopqrstuvwxyz-8"), strlen(name));
		assert_int_equal(diag_rule_find(name), rule);
	}
}

static size_t assert_places(const char *message)
{
	size_t places = 0;

	for (const char *at = message; (at = strchr(at, '%')); at += 2) {
		if (at[1] != 'w' && at[1] != 's')
			fail_msg("'%s' has a place of no kind", message);
		places++;
	}
	return places;
}

static void messages_have_places_that_a_finding_can_fill(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const char *message = diag_rule_info(rule)->message;

		assert_in_range(assert_places(message), 0, DIAG_SUBJECTS);
		assert_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ'", message[0]));
		assert_int_not_equal(message[strlen(message) - 1], '.');
	}
}

static void docs_are_one_sentence(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const char *doc = diag_rule_info(rule)->doc;

		assert_non_null(strchr("ABCDEFGHIJKLMNOPQRSTUVWXYZ", doc[0]));
		assert_null(strstr(doc, ". "));
		assert_null(strchr(doc, '\n'));
		assert_int_equal(doc[strlen(doc) - 1], '.');
	}
}

/* Levels by id: what is named is of this level, the rest are errors. */
static const char warnings[] =
	"P012 P016 P018 P020 P111 P210 P211 P212 P301 P302 P303 P305 P306 "
	"P401 P402 P403 P404 P405 P406 P407 P408 P409 P410 P501 P502 P503 P504 P505 "
	"P506 P606";
static const char notes[] = "P206 P209 P213 P304 P307 P507 P508";

static enum diag_level level_of(const char *id)
{
	if (strstr(warnings, id))
		return DIAG_WARNING;
	return strstr(notes, id) ? DIAG_NOTE : DIAG_ERROR;
}

static void levels_are_those_of_the_design(void **state)
{
	(void)state;
	for (enum diag_rule rule = 0; rule < DIAG_RULES; rule++) {
		const struct diag_rule_info *info = diag_rule_info(rule);

		if (info->level != level_of(info->id))
			fail_msg("%s is of level %s", info->id, diag_level_word(info->level));
	}
}

static void rules_are_found_by_id_and_by_name(void **state)
{
	(void)state;
	assert_int_equal(diag_rule_find("P001"), P001_NOT_UTF8);
	assert_int_equal(diag_rule_find("duplicate-key"), P004_DUPLICATE_KEY);
	assert_int_equal(diag_rule_find("P606"), P606_NO_RATE);
	assert_int_equal(diag_rule_find("P100"), DIAG_RULES);
	assert_int_equal(diag_rule_find("duplicate"), DIAG_RULES);
	assert_int_equal(diag_rule_find(""), DIAG_RULES);
}

static void rows_stand_at_their_place(void **state)
{
	(void)state;
	static const struct {
		enum diag_rule rule;
		const char *id;
		const char *name;
	} rows[] = {
		{P020_DUPLICATE_RECORD, "P020", "duplicate-record"},
		{P111_TWO_NAMES, "P111", "two-names"},
		{P213_OBSERVED_TWICE, "P213", "observed-twice"},
		{P307_RATES_ITSELF, "P307", "rates-itself"},
		{P410_MISSING_DOCUMENTS, "P410", "missing-documents"},
		{P508_TIER_LOWERED, "P508", "tier-lowered"},
		{P601_WEIGHTS, "P601", "weights"},
	};

	for (size_t i = 0; i < sizeof(rows) / sizeof(rows[0]); i++) {
		assert_string_equal(diag_rule_info(rows[i].rule)->id, rows[i].id);
		assert_string_equal(diag_rule_info(rows[i].rule)->name, rows[i].name);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule_has_a_whole_row),
		cmocka_unit_test(ids_ascend),
		cmocka_unit_test(names_are_kebab_words_and_differ),
		cmocka_unit_test(messages_have_places_that_a_finding_can_fill),
		cmocka_unit_test(docs_are_one_sentence),
		cmocka_unit_test(levels_are_those_of_the_design),
		cmocka_unit_test(rules_are_found_by_id_and_by_name),
		cmocka_unit_test(rows_stand_at_their_place),
	};

	return cmocka_run_group_tests_name("diag rules", tests, NULL, NULL);
}
