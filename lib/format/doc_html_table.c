/* Tables of documents as HTML. */
#include "doc_html_table.h"

#include <assert.h>
#include <string.h>

#include "doc_link.h"
#include "partner/html.h"
#include "partner/utf8.h"

/* What stands where there is nothing. */
#define NOTHING "–"

/* Longer cells are broken, whatever their column: names of strangers have any length. */
#define WORD_COLUMNS 48

const char *tone_class(enum tone tone)
{
	static const char *const classes[] = {
		[TONE_PLAIN] = NULL,
		[TONE_GOOD] = NULL,
		[TONE_NOTE] = NULL,
		[TONE_WARNING] = "warning",
		[TONE_CRITICAL] = "critical",
		[TONE_MUTED] = "minor",
	};

	return classes[tone];
}

/* ---- columns ---- */

static void put_column_class(
	struct buffer *out, const struct doc_column *column, const char *longest)
{
	const char *class = "word";

	if (column->narrow)
		class = "mark";
	else if (column->right)
		class = "number";
	else if (column->note)
		class = "prose";
	buffer_puts(out, class);
	if (!column->narrow && !column->note && longest &&
		utf8_safe_width(longest, strlen(longest)) > WORD_COLUMNS)
		buffer_puts(out, " prose");
}

static void put_headings(struct sheet *sheet)
{
	for (size_t i = 0; i < sheet->n; i++) {
		const struct doc_column *column = &sheet->columns[i];

		if (column->names)
			sheet->name = i;
		buffer_puts(sheet->out, "<th scope=\"col\" class=\"");
		put_column_class(sheet->out, column, column->title);
		buffer_puts(sheet->out, "\">");
		html_put_text(sheet->out, column->title);
		buffer_puts(sheet->out, "</th>\n");
	}
}

void sheet_begin(struct sheet *sheet, const char *class, const char *caption)
{
	html_begin_scroll(sheet->out, caption);
	buffer_puts(sheet->out, "<table");
	if (class)
		buffer_printf(sheet->out, " class=\"%s\"", class);
	buffer_puts(sheet->out, ">\n");
	html_put_element(sheet->out, "caption", NULL, caption);
	buffer_puts(sheet->out, "<thead>\n<tr>\n");
	put_headings(sheet);
	buffer_puts(sheet->out, "</tr>\n</thead>\n<tbody>\n");
}

void sheet_end(struct sheet *sheet)
{
	assert(sheet->at % sheet->n == 0);
	buffer_puts(sheet->out, "</tbody>\n</table>\n");
	html_end_scroll(sheet->out);
}

/* ---- cells ---- */

static void begin_link(struct buffer *out, const char *link)
{
	buffer_puts(out, "<a href=\"");
	link_put(out, link);
	buffer_puts(out, "\">");
}

void doc_html_put_place(struct buffer *out, const struct doc *doc, struct place place)
{
	const char *link = link_of_place(doc, place);

	if (link)
		begin_link(out, link);
	html_put_path(out, place_text(doc->arena, place));
	if (link)
		buffer_puts(out, "</a>");
}

static void put_main(struct sheet *sheet, const struct doc_cell *cell)
{
	if (cell->picture)
		buffer_puts(sheet->out, cell->picture);
	else if (!cell->text)
		buffer_puts(sheet->out, NOTHING);
	else if (cell->place.path)
		doc_html_put_place(sheet->out, sheet->doc, cell->place);
	else
		html_put_text(sheet->out, cell->text);
}

static void put_contents(struct sheet *sheet, const struct doc_cell *cell)
{
	bool leads = link_leads(cell->link) && !cell->place.path && (cell->picture || cell->text);

	if (leads)
		begin_link(sheet->out, cell->link);
	put_main(sheet, cell);
	if (leads)
		buffer_puts(sheet->out, "</a>");
	if (cell->aside) {
		buffer_puts(sheet->out, " <span class=\"minor\">");
		html_put_text(sheet->out, cell->aside);
		buffer_puts(sheet->out, "</span>");
	}
}

static void put_cell_class(
	struct buffer *out, const struct doc_column *column, const struct doc_cell *cell)
{
	const char *tone = tone_class(cell->tone);

	put_column_class(out, column, cell->picture ? NULL : cell->text);
	if (cell->picture)
		buffer_puts(out, " picture");
	if (tone)
		buffer_printf(out, " %s", tone);
	if (cell->heat)
		buffer_printf(out, " heat-%d", cell->heat);
}

void sheet_put(struct sheet *sheet, const struct doc_cell *cell)
{
	size_t column = sheet->at++ % sheet->n;
	bool name = column == sheet->name;

	if (column == 0)
		buffer_puts(sheet->out, "<tr>\n");
	buffer_printf(sheet->out, "<%s class=\"", name ? "th scope=\"row\"" : "td");
	put_cell_class(sheet->out, &sheet->columns[column], cell);
	buffer_puts(sheet->out, "\">");
	put_contents(sheet, cell);
	buffer_puts(sheet->out, name ? "</th>\n" : "</td>\n");
	if (column + 1 == sheet->n)
		buffer_puts(sheet->out, "</tr>\n");
}

/* ---- a whole one ---- */

static bool has_heat(const struct block *table)
{
	for (size_t i = 0; i < table->n_cells; i++)
		if (table->cells[i].heat)
			return true;
	return false;
}

static bool has_narrow(const struct block *table)
{
	for (size_t i = 0; i < table->n_columns; i++)
		if (table->columns[i].narrow)
			return true;
	return false;
}

static bool has_pictures(const struct block *table)
{
	for (size_t i = 0; i < table->n_cells; i++)
		if (table->cells[i].picture)
			return true;
	return false;
}

/* Mostly numbers, which stand close together rather than all over the page. */
static bool is_figures(const struct block *table)
{
	size_t numbers = 0;

	for (size_t i = 0; i < table->n_columns; i++) {
		if (table->columns[i].note)
			return false;
		numbers += table->columns[i].right;
	}
	return 2 * numbers >= table->n_columns;
}

static const char *class_of_table(const struct block *table)
{
	if (has_narrow(table))
		return has_heat(table) ? "map marks" : "marks";
	if (has_heat(table))
		return "map";
	if (has_pictures(table))
		return "pictures";
	return is_figures(table) ? "compact" : NULL;
}

void sheet_put_table(
	struct buffer *out, const struct doc *doc, const struct block *table, const char *caption)
{
	struct sheet sheet = {
		.out = out, .doc = doc, .columns = table->columns, .n = table->n_columns};

	if (!table->n_cells)
		return;
	if (table->fold) {
		buffer_puts(out, "<details>\n");
		html_put_element(out, "summary", NULL, table->fold);
	}
	sheet_begin(&sheet, class_of_table(table), caption);
	for (size_t i = 0; i < table->n_cells; i++)
		sheet_put(&sheet, &table->cells[i]);
	sheet_end(&sheet);
	if (table->fold)
		buffer_puts(out, "</details>\n");
}
