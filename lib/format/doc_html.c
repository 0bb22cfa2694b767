/* Documents as HTML. */
#include <assert.h>

#include "partner/doc.h"
#include "partner/html.h"

/* What stands where there is nothing. */
#define NOTHING "–"

static const char *const tone_words[] = {
	[TONE_PLAIN] = NULL,
	[TONE_GOOD] = "good",
	[TONE_NOTE] = "note",
	[TONE_WARNING] = "warning",
	[TONE_CRITICAL] = "error",
	[TONE_MUTED] = "muted",
};

static const char *class_of(enum tone tone)
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

/* ---- tables ---- */

/* A table in the making: rows begin and end by themselves. */
struct sheet {
	struct buffer *out;
	const struct doc_column *columns;
	size_t n;
	size_t name; /* the column whose cells are the headings of their rows */
	size_t at;   /* cells written so far */
};

static const char *class_of_column(const struct doc_column *column)
{
	return column->right ? "number" : column->note ? "prose" : "word";
}

static void begin_table(struct sheet *sheet, struct buffer *out, const char *caption,
	const struct doc_column *columns, size_t n)
{
	*sheet = (struct sheet){.out = out, .columns = columns, .n = n};
	html_begin_scroll(out, caption);
	buffer_puts(out, "<table>\n");
	html_put_element(out, "caption", NULL, caption);
	buffer_puts(out, "<thead>\n<tr>\n");
	for (size_t i = 0; i < n; i++) {
		if (columns[i].names)
			sheet->name = i;
		buffer_printf(out, "<th scope=\"col\" class=\"%s\">", class_of_column(&columns[i]));
		html_put_text(out, columns[i].title);
		buffer_puts(out, "</th>\n");
	}
	buffer_puts(out, "</tr>\n</thead>\n<tbody>\n");
}

static void end_table(struct sheet *sheet)
{
	assert(sheet->at % sheet->n == 0);
	buffer_puts(sheet->out, "</tbody>\n</table>\n");
	html_end_scroll(sheet->out);
}

static void put_contents(struct buffer *out, const struct doc_cell *cell)
{
	if (!cell->text)
		buffer_puts(out, NOTHING);
	else if (cell->place)
		html_put_path(out, cell->text);
	else
		html_put_text(out, cell->text);
	if (cell->aside) {
		buffer_puts(out, " <span class=\"minor\">");
		html_put_text(out, cell->aside);
		buffer_puts(out, "</span>");
	}
}

static void put_cell(struct sheet *sheet, const struct doc_cell *cell)
{
	size_t column = sheet->at++ % sheet->n;
	const char *class = class_of(cell->tone);
	bool name = column == sheet->name;

	if (column == 0)
		buffer_puts(sheet->out, "<tr>\n");
	buffer_printf(sheet->out, "<%s class=\"%s%s%s\">", name ? "th scope=\"row\"" : "td",
		class_of_column(&sheet->columns[column]), class ? " " : "", class ? class : "");
	put_contents(sheet->out, cell);
	buffer_puts(sheet->out, name ? "</th>\n" : "</td>\n");
	if (column + 1 == sheet->n)
		buffer_puts(sheet->out, "</tr>\n");
}

/* ---- blocks ---- */

/* Blocks of one kind that follow each other under one caption. */
struct run {
	const struct doc *doc;
	const char *heading; /* above them; NULL: they stand in the head */
	const struct block *blocks;
	size_t n;
};

/* What has no caption is told by its heading. */
static const char *caption_of(const struct run *run)
{
	if (run->blocks->caption)
		return run->blocks->caption;
	return run->heading ? run->heading : run->doc->title;
}

static void put_table(struct buffer *out, const struct run *run)
{
	const struct block *block = run->blocks;
	struct sheet sheet;

	if (!block->n_cells)
		return;
	begin_table(&sheet, out, caption_of(run), block->columns, block->n_columns);
	for (size_t i = 0; i < block->n_cells; i++)
		put_cell(&sheet, &block->cells[i]);
	end_table(&sheet);
}

static void put_figure(struct buffer *out, const struct run *run)
{
	buffer_puts(out, "<figure>\n");
	html_begin_scroll(out, caption_of(run));
	buffer_puts(out, run->blocks->text);
	html_end_scroll(out);
	html_put_element(out, "figcaption", NULL, caption_of(run));
	buffer_puts(out, "</figure>\n");
}

static void put_key_figures(struct buffer *out, const struct run *run)
{
	buffer_puts(out, "<dl class=\"figures\">\n");
	for (size_t i = 0; i < run->n; i++) {
		buffer_puts(out, "<div>");
		html_put_element(out, "dt", NULL, run->blocks[i].label);
		html_put_element(out, "dd", class_of(run->blocks[i].tone), run->blocks[i].text);
		buffer_puts(out, "</div>\n");
	}
	buffer_puts(out, "</dl>\n");
}

/* ---- facts and items ---- */

static bool has_places(const struct run *run)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->blocks[i].place.path)
			return true;
	return false;
}

static bool has_tones(const struct run *run)
{
	for (size_t i = 0; i < run->n; i++)
		if (run->blocks[i].tone != TONE_PLAIN)
			return true;
	return false;
}

/* A row each; levels and sources only where some have them. */
static void put_rows(struct buffer *out, const struct run *run)
{
	static const struct doc_column columns[] = {
		{.title = "level"},
		{.title = "what", .names = true},
		{.title = "what is known", .note = true},
		{.title = "source", .note = true},
	};
	bool tones = has_tones(run), places = has_places(run);
	struct sheet sheet;

	begin_table(&sheet, out, caption_of(run), columns + !tones, 2U + tones + places);
	for (const struct block *block = run->blocks; block < run->blocks + run->n; block++) {
		const char *place = place_text(run->doc->arena, block->place);

		if (tones)
			put_cell(&sheet,
				&(struct doc_cell){
					.text = tone_words[block->tone], .tone = block->tone});
		put_cell(&sheet, &(struct doc_cell){.text = block->label});
		put_cell(&sheet, &(struct doc_cell){.text = block->text});
		if (places)
			put_cell(&sheet, &(struct doc_cell){.text = place, .place = true});
	}
	end_table(&sheet);
}

/* `without help: it fits`. */
static void put_line(struct buffer *out, const struct doc *doc, const struct block *block)
{
	const char *word = tone_words[block->tone], *place = place_text(doc->arena, block->place);

	buffer_puts(out, "<p>");
	if (word)
		html_put_element(out, "strong", class_of(block->tone), word);
	html_put_text(out, block->label);
	buffer_puts(out, ": ");
	html_put_text(out, block->text);
	if (place) {
		buffer_putc(out, ' ');
		html_put_path(out, place);
	}
	buffer_puts(out, "</p>\n");
}

/* What stands alone without a caption needs no table, and the head has none. */
static void put_facts(struct buffer *out, const struct run *run)
{
	if (run->heading && (run->n > 1 || run->blocks->caption))
		put_rows(out, run);
	else
		for (size_t i = 0; i < run->n; i++)
			put_line(out, run->doc, &run->blocks[i]);
}

/* ---- the document ---- */

static void put_run(struct buffer *out, const struct run *run)
{
	switch (run->blocks->kind) {
	case BLOCK_SECTION:
		html_put_element(out, "h2", NULL, run->blocks->label);
		break;
	case BLOCK_FACT:
	case BLOCK_ITEM:
		put_facts(out, run);
		break;
	case BLOCK_TEXT:
		html_put_element(out, "p", NULL, run->blocks->text);
		break;
	case BLOCK_TABLE:
		put_table(out, run);
		break;
	case BLOCK_FIGURE:
		put_figure(out, run);
		break;
	case BLOCK_KEY_FIGURE:
		put_key_figures(out, run);
		break;
	}
}

/* How many blocks from this one on are told together. */
static size_t length_of_run(const struct block *blocks, size_t n)
{
	size_t length = 1;

	switch (blocks->kind) {
	case BLOCK_FACT:
	case BLOCK_ITEM:
	case BLOCK_KEY_FIGURE:
		while (length < n && blocks[length].kind == blocks->kind && !blocks[length].caption)
			length++;
		return length;
	default:
		return length;
	}
}

static void put_head(struct buffer *out, const struct doc *doc)
{
	buffer_puts(out, "<h1>");
	if (doc->kind)
		buffer_printf(out, "%s: ", doc->kind);
	html_put_text(out, doc->title);
	buffer_puts(out, "</h1>\n");
	if (doc->details)
		html_put_element(out, "p", "minor", doc->details);
	buffer_puts(out, "<p class=\"verdict\">");
	html_put_element(out, "strong", class_of(doc->tone), doc->verdict);
	buffer_puts(out, "</p>\n");
}

void doc_put_html(struct buffer *out, const struct doc *doc)
{
	struct run run = {.doc = doc};

	buffer_puts(out, "<article>\n");
	put_head(out, doc);
	for (size_t i = 0; i < doc->n; i += run.n) {
		run.blocks = &doc->blocks[i];
		run.n = length_of_run(run.blocks, doc->n - i);
		if (run.blocks->kind == BLOCK_SECTION)
			run.heading = run.blocks->label;
		put_run(out, &run);
	}
	buffer_puts(out, "</article>\n");
}
