/* Documents: what is put in is kept, in order. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "partner/doc.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct place nowhere = {NULL, 0};
static const struct place somewhere = {"a.yaml", 12};

static void blocks_stay_in_order(void **state)
{
	static const enum block_kind kinds[] = {
		BLOCK_SECTION, BLOCK_FACT, BLOCK_ITEM, BLOCK_TEXT, BLOCK_TABLE, BLOCK_FIGURE};
	static const struct doc_column column = {.title = "a"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_section(&doc, "s");
	doc_fact(&doc, "l", "t", nowhere);
	doc_item(&doc, TONE_WARNING, "l", "t", nowhere);
	doc_text(&doc, "t");
	doc_table(&doc, &column, 1);
	doc_figure(&doc, "<svg/>");
	assert_int_equal(doc.n, COUNT(kinds));
	for (size_t i = 0; i < COUNT(kinds); i++)
		assert_int_equal(doc.blocks[i].kind, kinds[i]);
	arena_free(&arena);
}

static void a_fact_and_an_item_keep_all(void **state)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_fact(&doc, "owner", "Ines", somewhere);
	doc_item(&doc, TONE_CRITICAL, "X01", "too late", nowhere);
	assert_string_equal(doc.blocks[0].label, "owner");
	assert_string_equal(doc.blocks[0].text, "Ines");
	assert_string_equal(doc.blocks[0].place.path, "a.yaml");
	assert_int_equal(doc.blocks[0].place.line, 12);
	assert_int_equal(doc.blocks[0].tone, TONE_PLAIN);
	assert_string_equal(doc.blocks[1].label, "X01");
	assert_string_equal(doc.blocks[1].text, "too late");
	assert_null(doc.blocks[1].place.path);
	assert_int_equal(doc.blocks[1].tone, TONE_CRITICAL);
	arena_free(&arena);
}

static void where_there_is_no_text_there_is_a_dash(void **state)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_fact(&doc, NULL, NULL, nowhere);
	doc_item(&doc, TONE_PLAIN, NULL, NULL, nowhere);
	doc_text(&doc, NULL);
	for (size_t i = 0; i < 3; i++)
		assert_string_equal(doc.blocks[i].text, "-");
	assert_string_equal(doc.blocks[0].label, "-");
	assert_string_equal(doc.blocks[1].label, "-");
	arena_free(&arena);
}

static void cells_go_to_the_last_table(void **state)
{
	static const struct doc_column columns[] = {{.title = "a"}, {.title = "b"}};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_table(&doc, columns, 2);
	doc_cell(&doc, "1");
	doc_cell(&doc, NULL);
	doc_table(&doc, columns, 1);
	doc_cell(&doc, "2");
	assert_int_equal(doc.blocks[0].n_columns, 2);
	assert_int_equal(doc.blocks[0].n_cells, 2);
	assert_string_equal(doc.blocks[0].cells[0].text, "1");
	assert_null(doc.blocks[0].cells[1].text);
	assert_int_equal(doc.blocks[1].n_cells, 1);
	assert_string_equal(doc.blocks[1].cells[0].text, "2");
	arena_free(&arena);
}

/* More blocks and cells than there is room for at first. */
static void there_is_room_for_many(void **state)
{
	static const struct doc_column column = {.title = "n"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	for (int i = 0; i < 1000; i++)
		doc_text(&doc, arena_printf(&arena, "%d", i));
	doc_table(&doc, &column, 1);
	for (int i = 0; i < 1000; i++)
		doc_cell(&doc, arena_printf(&arena, "%d", i));
	assert_int_equal(doc.n, 1001);
	assert_string_equal(doc.blocks[999].text, "999");
	assert_int_equal(doc.blocks[1000].n_cells, 1000);
	assert_string_equal(doc.blocks[1000].cells[999].text, "999");
	arena_free(&arena);
}

static void a_place_is_a_path_and_a_line(void **state)
{
	struct arena arena = {0};

	(void)state;
	assert_string_equal(place_text(&arena, somewhere), "a.yaml:12");
	assert_string_equal(place_text(&arena, (struct place){"a.yaml", 0}), "a.yaml");
	assert_null(place_text(&arena, nowhere));
	assert_null(place_text(&arena, (struct place){NULL, 7}));
	arena_free(&arena);
}

static void a_cell_may_be_a_place(void **state)
{
	static const struct doc_column column = {.title = "line"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_table(&doc, &column, 1);
	doc_cell_place(&doc, somewhere);
	doc_cell_place(&doc, nowhere);
	assert_string_equal(doc.blocks[0].cells[0].text, "a.yaml:12");
	assert_string_equal(doc.blocks[0].cells[0].place.path, "a.yaml");
	assert_int_equal(doc.blocks[0].cells[0].place.line, 12);
	assert_null(doc.blocks[0].cells[1].text);
	arena_free(&arena);
}

static void a_caption_is_of_the_next_block_alone(void **state)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_caption(&doc, "c");
	doc_fact(&doc, "l", "t", nowhere);
	doc_fact(&doc, "l", "t", nowhere);
	assert_string_equal(doc.blocks[0].caption, "c");
	assert_null(doc.blocks[1].caption);
	arena_free(&arena);
}

static void tones_and_asides_are_of_their_cells(void **state)
{
	static const struct doc_column column = {.title = "a"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_table(&doc, &column, 1);
	doc_cell_toned(&doc, TONE_WARNING, "1");
	doc_aside(&doc, "b");
	doc_cell(&doc, "2");
	assert_int_equal(doc.blocks[0].cells[0].tone, TONE_WARNING);
	assert_string_equal(doc.blocks[0].cells[0].aside, "b");
	assert_int_equal(doc.blocks[0].cells[1].tone, TONE_PLAIN);
	assert_null(doc.blocks[0].cells[1].aside);
	arena_free(&arena);
}

static void a_key_figure_has_a_meaning(void **state)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_key_figure(&doc, TONE_CRITICAL, "5", "days left");
	assert_int_equal(doc.blocks[0].kind, BLOCK_KEY_FIGURE);
	assert_int_equal(doc.blocks[0].tone, TONE_CRITICAL);
	assert_string_equal(doc.blocks[0].text, "5");
	assert_string_equal(doc.blocks[0].label, "days left");
	arena_free(&arena);
}

static void links_pictures_and_heat_are_of_their_cells(void **state)
{
	static const struct doc_column column = {.title = "a"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};
	const struct doc_cell *cells;

	(void)state;
	doc_table(&doc, &column, 1);
	doc_cell(&doc, "1");
	doc_link(&doc, "#b");
	doc_picture(&doc, "<svg/>");
	doc_heat(&doc, 3);
	doc_cell(&doc, "2");
	cells = doc.blocks[0].cells;
	assert_string_equal(cells[0].link, "#b");
	assert_string_equal(cells[0].picture, "<svg/>");
	assert_int_equal(cells[0].heat, 3);
	assert_null(cells[1].link);
	assert_null(cells[1].picture);
	assert_int_equal(cells[1].heat, 0);
	arena_free(&arena);
}

static void a_part_and_plain_lines_are_kept(void **state)
{
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_part(&doc, "a", "Acme", "vendor");
	doc_part(&doc, NULL, NULL, NULL);
	doc_plain(&doc, "x\n");
	doc_key_picture(&doc, "<svg/>", "trend");
	assert_int_equal(doc.blocks[0].kind, BLOCK_PART);
	assert_string_equal(doc.blocks[0].anchor, "a");
	assert_string_equal(doc.blocks[0].label, "Acme");
	assert_string_equal(doc.blocks[0].text, "vendor");
	assert_null(doc.blocks[1].anchor);
	assert_string_equal(doc.blocks[1].label, "-");
	assert_null(doc.blocks[1].text);
	assert_int_equal(doc.blocks[2].kind, BLOCK_PLAIN);
	assert_string_equal(doc.blocks[2].text, "x\n");
	assert_int_equal(doc.blocks[3].kind, BLOCK_KEY_FIGURE);
	assert_string_equal(doc.blocks[3].picture, "<svg/>");
	assert_string_equal(doc.blocks[3].label, "trend");
	arena_free(&arena);
}

static void a_fold_is_of_the_next_block_alone(void **state)
{
	static const struct doc_column column = {.title = "a"};
	struct arena arena = {0};
	struct doc doc = {.arena = &arena};

	(void)state;
	doc_fold(&doc, "f");
	doc_table(&doc, &column, 1);
	doc_table(&doc, &column, 1);
	assert_string_equal(doc.blocks[0].fold, "f");
	assert_null(doc.blocks[1].fold);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_stay_in_order),
		cmocka_unit_test(a_fact_and_an_item_keep_all),
		cmocka_unit_test(where_there_is_no_text_there_is_a_dash),
		cmocka_unit_test(cells_go_to_the_last_table),
		cmocka_unit_test(there_is_room_for_many),
		cmocka_unit_test(a_place_is_a_path_and_a_line),
		cmocka_unit_test(a_cell_may_be_a_place),
		cmocka_unit_test(a_caption_is_of_the_next_block_alone),
		cmocka_unit_test(tones_and_asides_are_of_their_cells),
		cmocka_unit_test(a_key_figure_has_a_meaning),
		cmocka_unit_test(links_pictures_and_heat_are_of_their_cells),
		cmocka_unit_test(a_part_and_plain_lines_are_kept),
		cmocka_unit_test(a_fold_is_of_the_next_block_alone),
	};

	return cmocka_run_group_tests_name("doc", tests, NULL, NULL);
}
