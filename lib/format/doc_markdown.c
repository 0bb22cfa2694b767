/* Documents as Markdown. */
#include <assert.h>
#include <stdio.h>
#include <string.h>

#include "doc_link.h"
#include "partner/escape.h"

static const char *const tone_words[] = {
	[TONE_PLAIN] = "",
	[TONE_GOOD] = "",
	[TONE_NOTE] = "note: ",
	[TONE_WARNING] = "**warning:** ",
	[TONE_CRITICAL] = "**error:** ",
	[TONE_MUTED] = "muted: ",
};

/* ---- lines ---- */

static void begin_link(struct buffer *buffer, const char *link)
{
	if (link)
		buffer_putc(buffer, '[');
}

static void end_link(struct buffer *buffer, const char *link)
{
	if (!link)
		return;
	buffer_puts(buffer, "](");
	link_put(buffer, link);
	buffer_putc(buffer, ')');
}

static void put_place(struct buffer *buffer, const struct doc *doc, struct place place)
{
	const char *text = place_text(doc->arena, place), *link = link_of_place(doc, place);

	if (!text)
		return;
	buffer_putc(buffer, ' ');
	begin_link(buffer, link);
	escape_puts_markdown_code(buffer, text);
	end_link(buffer, link);
}

/* A name, what it says, and where it stands: one item of a list. */
static void put_item(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	buffer_printf(buffer, "- %s", tone_words[block->tone]);
	escape_puts_markdown(buffer, block->label);
	buffer_puts(buffer, ": ");
	escape_puts_markdown_within(buffer, block->text);
	put_place(buffer, doc, block->place);
	buffer_putc(buffer, '\n');
}

/* ---- tables ---- */

/* Where a cell leads outside; pages alone have anchors. */
static const char *link_of_cell(const struct doc *doc, const struct doc_cell *cell)
{
	if (cell->place.path)
		return link_of_place(doc, cell->place);
	return cell->text && link_is_address(cell->link) ? cell->link : NULL;
}

static void put_cell(struct buffer *buffer, const char *text, const char *link)
{
	buffer_puts(buffer, "| ");
	begin_link(buffer, link);
	escape_puts_markdown_within(buffer, text);
	end_link(buffer, link);
	buffer_putc(buffer, ' ');
}

static const char *rule_of(const struct doc_column *column)
{
	if (column->narrow)
		return "|:---:";
	return column->right ? "|---:" : "|---";
}

static void put_table(struct buffer *buffer, const struct doc *doc, const struct block *table)
{
	size_t n = table->n_columns;

	assert(table->n_cells % n == 0);
	for (size_t i = 0; i < n; i++)
		put_cell(buffer, table->columns[i].title, NULL);
	buffer_puts(buffer, "|\n");
	for (size_t i = 0; i < n; i++)
		buffer_puts(buffer, rule_of(&table->columns[i]));
	for (size_t i = 0; i < table->n_cells; i++) {
		const struct doc_cell *cell = &table->cells[i];

		if (i % n == 0)
			buffer_puts(buffer, "|\n");
		put_cell(buffer, cell->text ? cell->text : "–", link_of_cell(doc, cell));
	}
	buffer_puts(buffer, "|\n");
}

/* ---- blocks ---- */

/* How many backquotes stand in a row at most. */
static size_t longest_fence(const char *text)
{
	size_t longest = 0;

	while (*text) {
		size_t length = strspn(text, "`");

		longest = length > longest ? length : longest;
		text += length;
		text += strcspn(text, "`");
	}
	return longest;
}

/* Nothing within ends a fence that is longer than all others. */
static void put_plain(struct buffer *buffer, const char *lines)
{
	size_t fence = longest_fence(lines) + 1;

	fence = fence < 3 ? 3 : fence;
	buffer_fill(buffer, '`', fence);
	buffer_putc(buffer, '\n');
	buffer_puts(buffer, lines);
	if (lines[strlen(lines) - 1] != '\n')
		buffer_putc(buffer, '\n');
	buffer_fill(buffer, '`', fence);
	buffer_putc(buffer, '\n');
}

/* A list and a table need a blank line before them, items of one list none between them. */
static bool goes_on(const struct block *before, const struct block *block)
{
	bool item = block->kind == BLOCK_ITEM || block->kind == BLOCK_FACT;

	return item && before && (before->kind == BLOCK_ITEM || before->kind == BLOCK_FACT);
}

static void put_block(struct buffer *buffer, const struct doc *doc, const struct block *block)
{
	switch (block->kind) {
	case BLOCK_SECTION:
		buffer_puts(buffer, "### ");
		escape_puts_markdown_within(buffer, block->label);
		buffer_putc(buffer, '\n');
		break;
	case BLOCK_FACT:
	case BLOCK_ITEM:
		put_item(buffer, doc, block);
		break;
	case BLOCK_TEXT:
		escape_puts_markdown(buffer, block->text);
		buffer_putc(buffer, '\n');
		break;
	case BLOCK_TABLE:
		put_table(buffer, doc, block);
		break;
	case BLOCK_PLAIN:
		put_plain(buffer, block->text);
		break;
	case BLOCK_PART:
		buffer_puts(buffer, "<details><summary>");
		escape_puts_markdown(buffer, block->label);
		buffer_puts(buffer, "</summary>\n");
		break;
	case BLOCK_FIGURE:
	case BLOCK_KEY_FIGURE:
		break;
	}
}

static bool leaves_nothing(const struct block *block)
{
	switch (block->kind) {
	case BLOCK_TABLE:
		return !block->n_cells;
	case BLOCK_PLAIN:
		return !*block->text;
	case BLOCK_FIGURE:
	case BLOCK_KEY_FIGURE:
		return true;
	default:
		return false;
	}
}

/* ---- parts ---- */

/* The bytes of a part, from the blank line before it on. */
struct span {
	size_t start, end;
};

/* What is being written, and what of it are parts. */
struct sheaf {
	struct buffer *out;
	const struct doc *doc;
	const struct block *before; /* NULL: nothing that a list could go on from */
	struct span *parts;
	size_t n;
	size_t capacity;
	bool open; /* the last part */
};

static void end_part(struct sheaf *sheaf)
{
	if (!sheaf->open)
		return;
	buffer_puts(sheaf->out, "\n</details>\n");
	sheaf->parts[sheaf->n - 1].end = sheaf->out->length;
	sheaf->before = NULL;
	sheaf->open = false;
}

static void begin_part(struct sheaf *sheaf)
{
	sheaf->parts = arena_grow(
		sheaf->doc->arena, sheaf->parts, sheaf->n, &sheaf->capacity, sizeof(*sheaf->parts));
	sheaf->parts[sheaf->n++] = (struct span){.start = sheaf->out->length};
	sheaf->open = true;
}

static void put_next(struct sheaf *sheaf, const struct block *block)
{
	if (block->kind == BLOCK_SECTION || block->kind == BLOCK_PART)
		end_part(sheaf);
	if (block->kind == BLOCK_PART)
		begin_part(sheaf);
	if (!goes_on(sheaf->before, block))
		buffer_putc(sheaf->out, '\n');
	put_block(sheaf->out, sheaf->doc, block);
	sheaf->before = block;
}

/* What is said of parts that were left out; returns its length. */
static size_t tell_rest(struct buffer *buffer, size_t n)
{
	char text[64];
	int length = snprintf(text, sizeof(text), "\n%zu folded part%s left out for length\n", n,
		n == 1 ? " is" : "s are");

	if (buffer)
		buffer_puts(buffer, text);
	return (size_t)length;
}

/* Takes out the parts from this one on; what stands between and after them stays. */
static void take_out(struct sheaf *sheaf, size_t first)
{
	struct buffer *out = sheaf->out;
	size_t to = sheaf->parts[first].start;

	for (size_t i = first; i < sheaf->n; i++) {
		size_t from = sheaf->parts[i].end;
		size_t end = i + 1 < sheaf->n ? sheaf->parts[i + 1].start : out->length;

		memmove(out->data + to, out->data + from, end - from);
		to += end - from;
	}
	out->length = to;
	tell_rest(out, sheaf->n - first);
}

/* Leaves out parts from the end until `length` bytes are no more than may be. */
static void cut(struct sheaf *sheaf, size_t length)
{
	size_t most = sheaf->doc->markdown_most, kept = sheaf->n;

	if (!most || length <= most)
		return;
	while (kept && (kept == sheaf->n || length + tell_rest(NULL, sheaf->n - kept) > most)) {
		kept--;
		length -= sheaf->parts[kept].end - sheaf->parts[kept].start;
	}
	if (kept < sheaf->n)
		take_out(sheaf, kept);
}

/* ---- the document ---- */

static void put_head(struct buffer *buffer, const struct doc *doc)
{
	buffer_puts(buffer, "## ");
	escape_puts_markdown_within(buffer, doc->title);
	buffer_puts(buffer, "\n\n");
	if (doc->details) {
		escape_puts_markdown(buffer, doc->details);
		buffer_puts(buffer, "\n\n");
	}
	buffer_puts(buffer, "**");
	escape_puts_markdown(buffer, doc->verdict);
	buffer_puts(buffer, "**\n");
}

void doc_put_markdown(struct buffer *buffer, const struct doc *doc)
{
	struct sheaf sheaf = {.out = buffer, .doc = doc};
	size_t start = buffer->length;

	put_head(buffer, doc);
	for (size_t i = 0; i < doc->n; i++)
		if (!leaves_nothing(&doc->blocks[i]))
			put_next(&sheaf, &doc->blocks[i]);
	end_part(&sheaf);
	cut(&sheaf, buffer->length - start);
}
