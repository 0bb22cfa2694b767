/* Documents as text: labels in a column, nothing cut, nothing that a terminal obeys. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desk.h"

/* ---- the head ---- */

static void the_head_is_the_title_and_the_verdict(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.details = "vendor  2026-06-30";
	desk_text(&desk, &desk_plain, "Acme  vendor  2026-06-30\nFITS\n");
}

static void only_the_verdict_has_a_colour(void **state)
{
	static const struct doc_style coloured = {.color = true, .columns = 80};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.tone = TONE_CRITICAL;
	doc_item(&desk.doc, TONE_CRITICAL, "X01", "late", desk_nowhere);
	desk_text(&desk, &coloured, "Acme\n\033[1;31mFITS\033[0m\n!! X01  late\n");
	desk_open(&desk);
	desk.doc.tone = TONE_GOOD;
	desk_text(&desk, &coloured, "Acme\n\033[1;32mFITS\033[0m\n");
	desk_open(&desk);
	desk.doc.tone = TONE_WARNING;
	desk_text(&desk, &coloured, "Acme\n\033[1;33mFITS\033[0m\n");
	desk_open(&desk);
	desk_text(&desk, &coloured, "Acme\nFITS\n");
}

static void without_colour_there_is_none(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.tone = TONE_CRITICAL;
	desk_text(&desk, &desk_plain, "Acme\nFITS\n");
}

static void a_long_head_is_wrapped(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.details = "technology, stressed exit, performance";
	desk.doc.verdict = "DOES NOT FIT: cutover on 2027-02-16, 99 days too late";
	desk_text(&desk, &desk_narrow,
		"Acme  technology, stressed exit,\n"
		"  performance\n"
		"DOES NOT FIT: cutover on 2027-02-16, 99\n"
		"  days too late\n");
}

/* ---- sections, facts, items, paragraphs ---- */

static void facts_have_their_labels_in_a_column(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "2 Clock");
	doc_fact(&desk.doc, "send by", "2026-09-25", (struct place){"a.yaml", 44});
	doc_fact(&desk.doc, "notice opens", "2026-06-30", desk_nowhere);
	doc_fact(&desk.doc, "a long label", "x", desk_nowhere);
	doc_fact(&desk.doc, "thirteen long", "x", desk_nowhere);
	doc_fact(&desk.doc, "fourteen is it", "x", desk_nowhere);
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n\n2 Clock\n"
		"  send by        2026-09-25  a.yaml:44\n"
		"  notice opens   2026-06-30\n"
		"  a long label   x\n"
		"  thirteen long  x\n"
		"  fourteen is it  x\n");
}

static void a_long_fact_hangs_below_its_first_word(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fact(&desk.doc, "signs", "silent-after-fire, blame-shifting, unsaid",
		(struct place){"partners/a.yaml", 7});
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		"  signs          silent-after-fire,\n"
		"                 blame-shifting, unsaid\n"
		"                 partners/a.yaml:7\n");
}

static void tones_have_marks(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_item(&desk.doc, TONE_CRITICAL, "X01", "a", (struct place){"a.yaml", 1});
	doc_item(&desk.doc, TONE_WARNING, "X02", "b", (struct place){"a.yaml", 0});
	doc_item(&desk.doc, TONE_NOTE, "X07", "c", desk_nowhere);
	doc_item(&desk.doc, TONE_PLAIN, "condition", "d", desk_nowhere);
	doc_item(&desk.doc, TONE_MUTED, "X20", "e", desk_nowhere);
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n"
		"!! X01  a  a.yaml:1\n"
		" ! X02  b  a.yaml\n"
		" · X07  c\n"
		" · condition  d\n"
		" m X20  e\n");
}

static void an_item_and_a_paragraph_are_wrapped(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_item(&desk.doc, TONE_WARNING, "X26 untested", "nobody has rehearsed the plan",
		desk_nowhere);
	doc_text(&desk.doc, "The file names nothing at all that could break.");
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		" ! X26 untested  nobody has rehearsed\n"
		"   the plan\n"
		"  The file names nothing at all that\n"
		"  could break.\n");
}

static void a_figure_is_not_for_a_terminal(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_figure(&desk.doc, "<svg></svg>");
	doc_key_figure(&desk.doc, TONE_PLAIN, "5", "days left");
	desk_text(&desk, &desk_plain, "Acme\nFITS\n");
}

/* ---- what strangers write ---- */

#define EVIL          \
	"\033[2J\x9b" \
	"1m\xe2\x80\xae\n\x1f\x01"
#define TAMED           \
	"\\x1B[2J\\x9B" \
	"1m\\u{202E}\\x0A\\x1F\\x01"

static void nothing_is_obeyed(void **state)
{
	static const struct doc_column two[] = {{.title = EVIL}, {.title = "b", .note = true}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.title = desk.doc.details = desk.doc.verdict = EVIL;
	doc_section(&desk.doc, EVIL);
	doc_fact(&desk.doc, EVIL, EVIL, (struct place){EVIL, 1});
	doc_item(&desk.doc, TONE_NOTE, EVIL, EVIL, desk_nowhere);
	doc_text(&desk.doc, EVIL);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, EVIL);
	doc_cell(&desk.doc, EVIL);
	desk_text(&desk, &(struct doc_style){.columns = 200},
		TAMED "  " TAMED "\n" TAMED "\n\n" TAMED "\n"
		      "  " TAMED "  " TAMED "  " TAMED ":1\n"
		      " · " TAMED "  " TAMED "\n"
		      "  " TAMED "\n"
		      "  " TAMED "  b\n"
		      "  " TAMED "  " TAMED "\n");
}

static void a_word_longer_than_a_line_is_not_cut(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_fact(
		&desk.doc, "talk", "0123456789012345678901234567890123456789 and on", desk_nowhere);
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		"  talk\n"
		"                 0123456789012345678901234567890123456789\n"
		"                 and on\n");
}

static void ascii_has_likes_of_our_signs(void **state)
{
	static const struct doc_style ascii = {.ascii = true, .columns = 80};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_item(&desk.doc, TONE_NOTE, "a", "3 × 4 ÷ 2 − 1, 28–40 · b → c", desk_nowhere);
	desk_text(&desk, &ascii, "Acme\nFITS\n . a  3 x 4 / 2 - 1, 28-40 . b > c\n");
}

/* A stranger's name stays readable, and as harmless as ever. */
static void ascii_leaves_names_alone(void **state)
{
	static const struct doc_style ascii = {.ascii = true, .columns = 80};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_text(&desk.doc, "Yusuf Demirtaş " EVIL "\xc3");
	desk_text(&desk, &ascii, "Acme\nFITS\n  Yusuf Demirtaş " TAMED "\\xC3\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_is_the_title_and_the_verdict),
		cmocka_unit_test(only_the_verdict_has_a_colour),
		cmocka_unit_test(without_colour_there_is_none),
		cmocka_unit_test(a_long_head_is_wrapped),
		cmocka_unit_test(facts_have_their_labels_in_a_column),
		cmocka_unit_test(a_long_fact_hangs_below_its_first_word),
		cmocka_unit_test(tones_have_marks),
		cmocka_unit_test(an_item_and_a_paragraph_are_wrapped),
		cmocka_unit_test(a_figure_is_not_for_a_terminal),
		cmocka_unit_test(nothing_is_obeyed),
		cmocka_unit_test(a_word_longer_than_a_line_is_not_cut),
		cmocka_unit_test(ascii_has_likes_of_our_signs),
		cmocka_unit_test(ascii_leaves_names_alone),
	};

	return cmocka_run_group_tests_name("doc text", tests, NULL, NULL);
}
