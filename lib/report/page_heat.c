/* Section 6: heat maps of criteria and of signs. */
#include <math.h>
#include <string.h>

#include "pages.h"

/* More columns, or longer names in all, do not stand side by side. */
#define WIDE_COLUMNS 9
#define WIDE_TITLES 56

static struct doc_column *columns_of(
	struct page *page, const struct report_heat_map *map, size_t n, bool narrow)
{
	const struct heat_column *found = map->columns.items;
	struct doc_column *columns = arena_array(page->doc->arena, n + 1, sizeof(*columns));

	columns[0] = (struct doc_column){.title = "partner", .names = true};
	for (size_t i = 0; i < n; i++)
		columns[i + 1] = (struct doc_column){
			.title = found[i].name, .right = !narrow, .narrow = narrow};
	return columns;
}

static bool is_wide(const struct report_heat_map *map)
{
	size_t titles = 0;

	RESULT_EACH (struct heat_column, column, map->columns)
		titles += strlen(column->name) + 2;
	return map->columns.n > WIDE_COLUMNS || titles > WIDE_TITLES + 2 * map->columns.n;
}

static size_t shown_of(size_t n, size_t most)
{
	return n < most ? n : most;
}

/* How many of the partners without a row have which standing. */
static void put_rest(struct page *page, const struct member *const *members, size_t n)
{
	struct buffer text = {0};

	if (!n)
		return;
	buffer_printf(&text, "%s more:", doc_count(page->doc, (int64_t)n));
	for (size_t i = 0, k; i < n; i = k) {
		for (k = i; k < n && members[k]->standing == members[i]->standing; k++)
			;
		buffer_printf(&text, "%s %s %s", i ? "," : "",
			doc_count(page->doc, (int64_t)(k - i)),
			page_standing(members[i]->standing));
	}
	doc_text(page->doc, buffer_keep(&text, page->doc->arena));
}

/* ---- criteria ---- */

static void put_points(struct page *page, const struct heat_row *row, size_t columns)
{
	const double *points = row->points.items;
	const int64_t *steps = row->steps.items;
	struct doc *doc = page->doc;

	page_cell_partner(page, row->partner, row->partner);
	for (size_t i = 0; i < columns; i++) {
		doc_cell(doc, isnan(points[i]) ? NULL : doc_real(doc, floor(points[i] + 0.5), 0));
		if (steps[i])
			doc_heat(doc, (int)steps[i]);
	}
}

static void put_criteria(struct page *page, const struct report_heat_map *map)
{
	const struct members *partners = &page->report->source->partners;
	const struct heat_row *rows = map->rows.items;
	size_t n = shown_of(map->rows.n, HEAT_SHOWN);

	page_caption(page, "Points by criterion; stronger = needs attention");
	doc_table(
		page->doc, columns_of(page, map, map->columns.n, is_wide(map)), map->columns.n + 1);
	for (size_t i = 0; i < n; i++)
		put_points(page, &rows[i], map->columns.n);
	put_rest(page, partners->items + n, partners->n - n);
	if ((int64_t)map->columns.n < map->columns_all)
		doc_text(page->doc,
			arena_printf(page->doc->arena, "%zu of %s criteria shown, the first ones",
				map->columns.n, doc_count(page->doc, map->columns_all)));
	page_cut(page, n, page->report->source->partners.n, "most urgent first");
}

/* ---- signs ---- */

static const struct {
	const char *level, *mark;
	int heat;
} marks[] = {{"critical", "!!", 5}, {"warning", "!", 3}, {"note", "·", 2}, {"muted", "m", 1}};

static void put_mark(struct doc *doc, const char *level, bool ascii)
{
	for (size_t i = 0; level && i < COUNT_OF(marks); i++) {
		if (strcmp(marks[i].level, level) != 0)
			continue;
		doc_cell(doc, ascii && marks[i].heat == 2 ? "." : marks[i].mark);
		doc_heat(doc, marks[i].heat);
		return;
	}
	doc_cell(doc, "");
}

static void put_signs(struct page *page, const struct report_heat_map *map)
{
	const struct heat_row *rows = map->rows.items;
	size_t n = shown_of(map->rows.n, HEAT_SHOWN),
	       columns = shown_of(map->columns.n, SIGNS_SHOWN);
	struct doc *doc = page->doc;

	if (!columns) {
		doc_text(doc, "No partner shows a warning sign.");
		return;
	}
	page_caption(page, "Warning signs: !! critical, ! warning, · note, m muted");
	doc_table(doc, columns_of(page, map, columns, true), columns + 1);
	for (size_t i = 0; i < n; i++) {
		const char *const *levels = rows[i].levels.items;

		page_cell_partner(page, rows[i].partner, rows[i].partner);
		for (size_t k = 0; k < columns; k++)
			put_mark(doc, levels[k], page->style->ascii);
	}
	if ((int64_t)columns < map->columns_all)
		doc_text(doc,
			arena_printf(doc->arena, "%zu of %s signs shown, the most frequent first",
				columns, doc_count(doc, map->columns_all)));
	page_cut(page, n, page->report->source->partners.n, "most urgent first");
}

void page_heat(struct page *page)
{
	const struct report_heat *heat = page->report->heat;

	doc_section(page->doc, "Heat map");
	if (heat->criteria->columns.n)
		put_criteria(page, heat->criteria);
	else
		doc_text(page->doc, "Nothing is measured.");
	put_signs(page, heat->signs);
}
