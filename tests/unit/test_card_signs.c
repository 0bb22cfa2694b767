/* The signs of a card: their order, how many are shown, which are counted, which are muted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "carded.h"
#include "tree.h"

/* What is printed below the head of a card that has no score. */
static void check_signs(const struct card_sign *signs, size_t n, bool explain, const char *expected)
{
	struct carded carded;
	struct scorecard card;
	const char *text;

	card_open(&carded, &(struct card_text){.records = ""});
	card = *carded.card;
	assert_true(isnan(card.score));
	card.criteria.n = 0;
	card.signs.items =
		memcpy(arena_array(&carded.arena, n, sizeof(*signs)), signs, n * sizeof(*signs));
	card.signs.n = n;
	text = strstr(card_text(&carded, &card, explain), "\n\n");
	if (explain)
		text = strstr(text + 1, "\n\n");
	assert_non_null(text);
	assert_string_equal(text + 2, expected);
	card_close(&carded);
}

#define CHECK(signs, expected) check_signs((signs), COUNT_OF(signs), false, (expected))

#define SIGN(id, loud)                                                         \
	{                                                                      \
		.sign = (id), .level = (loud), .text = "x", .muted = DATE_NONE \
	}
#define CRITICAL(id) SIGN(id, SIGN_CRITICAL)
#define WARNING(id) SIGN(id, SIGN_WARNING)
#define NOTE(id) SIGN(id, SIGN_NOTE)
#define MUTED(id, loud, until)                                               \
	{                                                                    \
		.sign = (id), .level = (loud), .text = "x", .muted = (until) \
	}

static void the_loudest_come_first_then_the_catalogues_order(void **state)
{
	static const struct card_sign signs[] = {
		WARNING("b"), CRITICAL("d"), WARNING("a"), CRITICAL("c")};

	(void)state;
	CHECK(signs, "!! d  x\n!! c  x\n ! b  x\n ! a  x\n");
}

static void a_deadline_is_first_in_its_level(void **state)
{
	static const struct card_sign warning[] = {
		CRITICAL("a"), WARNING("b"), WARNING("notice-due"), WARNING("c")};
	static const struct card_sign critical[] = {CRITICAL("a"), CRITICAL("notice-due")};
	static const struct card_sign late[] = {WARNING("a"), WARNING("b"), WARNING("c"),
		WARNING("d"), WARNING("e"), WARNING("notice-due")};

	(void)state;
	CHECK(warning, "!! a  x\n ! notice-due  x\n ! b  x\n ! c  x\n");
	CHECK(critical, "!! notice-due  x\n!! a  x\n");
	CHECK(late, " ! notice-due  x\n ! a  x\n ! b  x\n ! c  x\n ! d  x\n   1 more warning\n");
}

static void five_are_shown_and_the_rest_is_counted(void **state)
{
	static const struct card_sign signs[] = {CRITICAL("a"), WARNING("b"), WARNING("c"),
		WARNING("d"), WARNING("e"), WARNING("f"), WARNING("g"), NOTE("h"), NOTE("i"),
		NOTE("j")};

	(void)state;
	check_signs(signs, 5, false, "!! a  x\n ! b  x\n ! c  x\n ! d  x\n ! e  x\n");
	check_signs(signs, 6, false,
		"!! a  x\n ! b  x\n ! c  x\n ! d  x\n ! e  x\n   1 more warning\n");
	check_signs(signs, 7, false,
		"!! a  x\n ! b  x\n ! c  x\n ! d  x\n ! e  x\n   2 more warnings\n");
	check_signs(signs, 8, false,
		"!! a  x\n ! b  x\n ! c  x\n ! d  x\n ! e  x\n   3 more: 2 warnings, 1 note\n");
	check_signs(signs, 10, false,
		"!! a  x\n ! b  x\n ! c  x\n ! d  x\n ! e  x\n   5 more: 2 warnings, 3 notes\n");
}

static void all_critical_ones_are_shown(void **state)
{
	static const struct card_sign signs[] = {CRITICAL("a"), CRITICAL("b"), CRITICAL("c"),
		CRITICAL("d"), CRITICAL("e"), CRITICAL("f"), WARNING("g"), NOTE("h")};

	(void)state;
	check_signs(signs, 6, false, "!! a  x\n!! b  x\n!! c  x\n!! d  x\n!! e  x\n!! f  x\n");
	CHECK(signs,
		"!! a  x\n!! b  x\n!! c  x\n!! d  x\n!! e  x\n!! f  x\n"
		"   2 more: 1 warning, 1 note\n");
	check_signs(signs + 1, 6, false,
		"!! b  x\n!! c  x\n!! d  x\n!! e  x\n!! f  x\n   1 more warning\n");
	check_signs(signs + 2, 6, false,
		"!! c  x\n!! d  x\n!! e  x\n!! f  x\n ! g  x\n   1 more note\n");
}

static void notes_are_shown_when_they_are_alone(void **state)
{
	static const struct card_sign signs[] = {WARNING("w"), NOTE("a"), NOTE("b"), NOTE("c"),
		NOTE("d"), NOTE("e"), NOTE("f"), NOTE("g")};

	(void)state;
	check_signs(signs + 1, 2, false, " · a  x\n · b  x\n");
	check_signs(signs + 1, 6, false,
		" · a  x\n · b  x\n · c  x\n · d  x\n · e  x\n   1 more note\n");
	check_signs(signs + 1, 7, false,
		" · a  x\n · b  x\n · c  x\n · d  x\n · e  x\n   2 more notes\n");
	check_signs(signs, 3, false, " ! w  x\n   2 more notes\n");
}

static void muted_ones_stand_apart(void **state)
{
	static const struct card_sign signs[] = {
		MUTED("a", SIGN_CRITICAL, 20819), NOTE("b"), MUTED("c", SIGN_WARNING, 20820)};
	static const struct card_sign one[] = {MUTED("a", SIGN_NOTE, 20819)};

	(void)state;
	CHECK(signs, " · b  x\nmuted: a until 2027-01-01, c until 2027-01-02\n");
	CHECK(one, "muted: a until 2027-01-01\n");
}

/* Signs that are drawn on to the next line stay beside their mark. */
static void the_first_record_and_long_texts(void **state)
{
	struct card_reference records[] = {
		{"incident:a", "acme.yaml", 12}, {"incident:b", "acme.yaml", 13}};
	struct card_sign signs[] = {WARNING("a"), WARNING("b")};

	(void)state;
	signs[0].records = (struct array){records, 2};
	signs[1].text = "one two three four five six seven eight nine ten eleven twelve thirteen"
			" fourteen fifteen \x1B";
	CHECK(signs,
		" ! a  x: acme.yaml:12\n"
		" ! b  one two three four five six seven eight nine ten eleven twelve thirteen\n"
		"   fourteen fifteen \\x1B\n");
}

static void explained_signs_are_all_shown_with_advice_and_records(void **state)
{
	struct card_reference records[] = {
		{"incident:a", "acme.yaml", 12}, {"incident:b", "acme.d/b.yaml", 3}};
	struct card_sign signs[] = {WARNING("w"), NOTE("a"), MUTED("m", SIGN_CRITICAL, 20819),
		NOTE("b"), NOTE("c"), NOTE("d"), NOTE("e"), NOTE("f")};
	struct buffer expected = {0};
	struct arena arena = {0};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		signs[i].advice = "do it";
		signs[i].source = "V1";
	}
	signs[0].records = (struct array){records, 2};
	buffer_puts(&expected,
		" ! w  x\n      do it [V1]\n      incident:a  acme.yaml:12\n"
		"      incident:b  acme.d/b.yaml:3\n");
	for (const char *id = "abcdef"; *id; id++)
		buffer_printf(&expected, " · %c  x\n      do it [V1]\n", *id);
	buffer_puts(&expected, " m m  x\n      do it [V1], muted until 2027-01-01\n");
	check_signs(signs, COUNT_OF(signs), true, buffer_keep(&expected, &arena));
	arena_free(&arena);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)

int main(void)
{
	const struct CMUnitTest tests[] = {
		TEST(the_loudest_come_first_then_the_catalogues_order),
		TEST(a_deadline_is_first_in_its_level),
		TEST(five_are_shown_and_the_rest_is_counted),
		TEST(all_critical_ones_are_shown),
		TEST(notes_are_shown_when_they_are_alone),
		TEST(muted_ones_stand_apart),
		TEST(the_first_record_and_long_texts),
		TEST(explained_signs_are_all_shown_with_advice_and_records),
	};

	return cmocka_run_group_tests_name("card signs", tests, NULL, NULL);
}
