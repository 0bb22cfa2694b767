/* Tables of documents as text: long notes below, and no row that spoils the others. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "desk.h"

static const struct doc_column columns[] = {
	{.title = "date"},
	{.title = "days", .right = true},
	{.title = "what", .note = true},
	{.title = "line", .note = true},
};

static void put_row(struct doc *doc, const char *const *cells)
{
	for (size_t i = 0; i < 4; i++)
		doc_cell(doc, cells[i]);
}

#define ROW(...) ((const char *const[]){__VA_ARGS__})

static void notes_stand_beside_where_there_is_room(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, columns, 4);
	put_row(&desk.doc, ROW("2026-07-01", "5", "gate", "a.yaml:1"));
	put_row(&desk.doc, ROW(NULL, "120", NULL, NULL));
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		"  date        days  what  line\n"
		"  2026-07-01     5  gate  a.yaml:1\n"
		"  -            120  -     -\n");
}

/* One too wide row puts all notes below; where there is none, nothing is. */
static void notes_go_below_where_there_is_none(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, columns, 4);
	put_row(&desk.doc,
		ROW("2026-07-01", "5", "Decide: recover or leave, and tell it", "a.yaml:1"));
	put_row(&desk.doc, ROW("2026-07-02", "12", NULL, "a.yaml:2"));
	put_row(&desk.doc, ROW("2026-07-03", NULL, NULL, NULL));
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		"  date        days\n"
		"  2026-07-01     5\n"
		"      Decide: recover or leave, and tell\n"
		"      it  a.yaml:1\n"
		"  2026-07-02    12\n"
		"      a.yaml:2\n"
		"  2026-07-03     -\n");
}

/* 2 + 10 + 2 + 4 + 2 + 10 + 2 + 8 columns. */
static void a_table_may_fill_the_line(void **state)
{
	static const struct doc_style exact = {.columns = 40}, less = {.columns = 39};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, columns, 4);
	put_row(&desk.doc, ROW("2026-07-01", "5", "conclusion", "a.yaml:1"));
	desk_text(&desk, &exact,
		"Acme\nFITS\n"
		"  date        days  what        line\n"
		"  2026-07-01     5  conclusion  a.yaml:1\n");
	desk_open(&desk);
	doc_table(&desk.doc, columns, 4);
	put_row(&desk.doc, ROW("2026-07-01", "5", "conclusion", "a.yaml:1"));
	desk_text(&desk, &less,
		"Acme\nFITS\n"
		"  date        days\n"
		"  2026-07-01     5\n"
		"      conclusion  a.yaml:1\n");
}

static void an_empty_table_is_nothing(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_section(&desk.doc, "4 Money");
	doc_table(&desk.doc, columns, 4);
	doc_text(&desk.doc, "None.");
	desk_text(&desk, &desk_plain, "Acme\nFITS\n\n4 Money\n  None.\n");
}

static void columns_are_as_wide_as_what_is_seen(void **state)
{
	static const struct doc_column two[] = {{.title = "ab"}, {.title = "n", .right = true}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, "北京");
	doc_cell(&desk.doc, "1");
	doc_cell(&desk.doc, "e\xcc\x81");
	doc_cell(&desk.doc, "10");
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n"
		"  ab     n\n"
		"  北京   1\n"
		"  e\xcc\x81     10\n");
}

/* A stranger's long id must not widen the rows of all others. */
static void a_very_long_cell_sticks_out_of_its_row_alone(void **state)
{
	static const struct doc_column two[] = {{.title = "id"}, {.title = "n"}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, two, 2);
	doc_cell(&desk.doc, "aaaaaaaaaabbbbbbbbbbccccccccccddddddd");
	doc_cell(&desk.doc, "1");
	doc_cell(&desk.doc, "b");
	doc_cell(&desk.doc, "2");
	desk_text(&desk, &desk_plain,
		"Acme\nFITS\n"
		"  id  n\n"
		"  aaaaaaaaaabbbbbbbbbbccccccccccddddddd  1\n"
		"  b   2\n");
}

static void a_row_that_is_too_wide_is_wrapped(void **state)
{
	static const struct doc_column three[] = {
		{.title = "status"}, {.title = "item"}, {.title = "reference"}};
	struct desk desk;

	(void)state;
	desk_open(&desk);
	doc_table(&desk.doc, three, 3);
	doc_cell(&desk.doc, "present");
	doc_cell(&desk.doc, "transition plan");
	doc_cell(&desk.doc, "US interagency guidance");
	desk_text(&desk, &desk_narrow,
		"Acme\nFITS\n"
		"  status   item             reference\n"
		"  present  transition plan  US\n"
		"      interagency guidance\n");
}

static void empty_texts_leave_no_blanks(void **state)
{
	struct desk desk;

	(void)state;
	desk_open(&desk);
	desk.doc.verdict = "";
	doc_fact(&desk.doc, "owner", "", desk_nowhere);
	doc_table(&desk.doc, columns, 4);
	put_row(&desk.doc, ROW("", "", "", ""));
	desk_text(&desk, &desk_plain,
		"Acme\n\n"
		"  owner\n"
		"  date  days  what  line\n"
		"\n");
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(notes_stand_beside_where_there_is_room),
		cmocka_unit_test(notes_go_below_where_there_is_none),
		cmocka_unit_test(a_table_may_fill_the_line),
		cmocka_unit_test(an_empty_table_is_nothing),
		cmocka_unit_test(columns_are_as_wide_as_what_is_seen),
		cmocka_unit_test(a_very_long_cell_sticks_out_of_its_row_alone),
		cmocka_unit_test(a_row_that_is_too_wide_is_wrapped),
		cmocka_unit_test(empty_texts_leave_no_blanks),
	};

	return cmocka_run_group_tests_name("doc tables", tests, NULL, NULL);
}
