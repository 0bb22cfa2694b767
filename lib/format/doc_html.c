/* Documents as HTML. */
#include "doc_html_table.h"
#include "doc_link.h"
#include "partner/html.h"

static const char *const tone_words[] = {
	[TONE_PLAIN] = NULL,
	[TONE_GOOD] = "good",
	[TONE_NOTE] = "note",
	[TONE_WARNING] = "warning",
	[TONE_CRITICAL] = "error",
	[TONE_MUTED] = "muted",
};

/* ---- blocks ---- */

/* Blocks of one kind that follow each other under one caption. */
struct run {
	const struct doc *doc;
	const char *heading; /* above them; NULL: they stand in the head */
	bool in_part;
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

static void put_figure(struct buffer *out, const struct run *run)
{
	buffer_puts(out, "<figure>\n");
	html_begin_scroll(out, caption_of(run));
	buffer_puts(out, run->blocks->text);
	html_end_scroll(out);
	html_put_element(out, "figcaption", NULL, caption_of(run));
	buffer_puts(out, "</figure>\n");
}

static void put_key(struct buffer *out, const struct block *block)
{
	if (!block->picture) {
		html_put_element(out, "dd", tone_class(block->tone), block->text);
		return;
	}
	buffer_puts(out, "<dd class=\"picture\">");
	buffer_puts(out, block->picture);
	buffer_puts(out, "</dd>\n");
}

static void put_key_figures(struct buffer *out, const struct run *run)
{
	buffer_puts(out, "<dl class=\"figures\">\n");
	for (size_t i = 0; i < run->n; i++) {
		buffer_puts(out, "<div>");
		html_put_element(out, "dt", NULL, run->blocks[i].label);
		put_key(out, &run->blocks[i]);
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
	struct sheet sheet = {
		.out = out, .doc = run->doc, .columns = columns + !tones, .n = 2U + tones + places};

	sheet_begin(&sheet, NULL, caption_of(run));
	for (const struct block *block = run->blocks; block < run->blocks + run->n; block++) {
		if (tones)
			sheet_put(&sheet,
				&(struct doc_cell){
					.text = tone_words[block->tone], .tone = block->tone});
		sheet_put(&sheet, &(struct doc_cell){.text = block->label});
		sheet_put(&sheet, &(struct doc_cell){.text = block->text});
		if (places)
			sheet_put(&sheet,
				&(struct doc_cell){
					.text = block->place.path, .place = block->place});
	}
	sheet_end(&sheet);
}

/* `without help: it fits`. */
static void put_line(struct buffer *out, const struct doc *doc, const struct block *block)
{
	const char *word = tone_words[block->tone];

	buffer_puts(out, "<p>");
	if (word)
		html_put_element(out, "strong", tone_class(block->tone), word);
	html_put_text(out, block->label);
	buffer_puts(out, ": ");
	html_put_text(out, block->text);
	if (block->place.path) {
		buffer_putc(out, ' ');
		doc_html_put_place(out, doc, block->place);
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

/* ---- sections and their parts ---- */

static void end_part(struct buffer *out, struct run *run)
{
	if (run->in_part)
		buffer_puts(out, "</section>\n");
	run->in_part = false;
}

static void begin_section(struct buffer *out, struct run *run)
{
	end_part(out, run);
	run->heading = run->blocks->label;
	html_put_element(out, "h2", NULL, run->heading);
}

static void begin_part(struct buffer *out, struct run *run)
{
	const struct block *block = run->blocks;

	end_part(out, run);
	run->in_part = true;
	run->heading = block->label;
	buffer_puts(out, "<section");
	if (block->anchor) {
		buffer_puts(out, " id=\"");
		link_put_anchor(out, block->anchor);
		buffer_putc(out, '"');
	}
	buffer_puts(out, ">\n");
	html_put_element(out, "h3", NULL, block->label);
	if (block->text)
		html_put_element(out, "p", "minor", block->text);
}

/* ---- the document ---- */

static void put_run(struct buffer *out, struct run *run)
{
	switch (run->blocks->kind) {
	case BLOCK_SECTION:
		begin_section(out, run);
		break;
	case BLOCK_PART:
		begin_part(out, run);
		break;
	case BLOCK_FACT:
	case BLOCK_ITEM:
		put_facts(out, run);
		break;
	case BLOCK_TEXT:
		html_put_element(out, "p", NULL, run->blocks->text);
		break;
	case BLOCK_TABLE:
		sheet_put_table(out, run->doc, run->blocks, caption_of(run));
		break;
	case BLOCK_FIGURE:
		put_figure(out, run);
		break;
	case BLOCK_KEY_FIGURE:
		put_key_figures(out, run);
		break;
	case BLOCK_PLAIN:
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
	html_put_element(out, "strong", tone_class(doc->tone), doc->verdict);
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
		put_run(out, &run);
	}
	end_part(out, &run);
	buffer_puts(out, "</article>\n");
}
