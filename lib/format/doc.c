#include "partner/doc.h"

#include <assert.h>

const char *place_text(struct arena *arena, struct place place)
{
	if (!place.path || place.line <= 0)
		return place.path;
	return arena_printf(arena, "%s:%lld", place.path, (long long)place.line);
}

static const char *or_dash(const char *text)
{
	return text ? text : "-";
}

static struct block *add(struct doc *doc, enum block_kind kind)
{
	struct block *block;

	doc->blocks = arena_grow(doc->arena, doc->blocks, doc->n, &doc->capacity, sizeof(*block));
	block = &doc->blocks[doc->n++];
	*block = (struct block){.kind = kind, .caption = doc->caption, .fold = doc->fold};
	doc->caption = doc->fold = NULL;
	return block;
}

static struct block *add_labelled(
	struct doc *doc, enum block_kind kind, const char *label, const char *text)
{
	struct block *block = add(doc, kind);

	block->label = or_dash(label);
	block->text = or_dash(text);
	return block;
}

void doc_section(struct doc *doc, const char *heading)
{
	add(doc, BLOCK_SECTION)->label = heading;
}

void doc_fact(struct doc *doc, const char *label, const char *text, struct place place)
{
	add_labelled(doc, BLOCK_FACT, label, text)->place = place;
}

void doc_item(
	struct doc *doc, enum tone tone, const char *label, const char *text, struct place place)
{
	struct block *block = add_labelled(doc, BLOCK_ITEM, label, text);

	block->tone = tone;
	block->place = place;
}

void doc_text(struct doc *doc, const char *text)
{
	add(doc, BLOCK_TEXT)->text = or_dash(text);
}

void doc_figure(struct doc *doc, const char *svg)
{
	add(doc, BLOCK_FIGURE)->text = svg;
}

void doc_key_figure(struct doc *doc, enum tone tone, const char *figure, const char *meaning)
{
	add_labelled(doc, BLOCK_KEY_FIGURE, meaning, figure)->tone = tone;
}

void doc_key_picture(struct doc *doc, const char *svg, const char *meaning)
{
	struct block *block = add(doc, BLOCK_KEY_FIGURE);

	block->label = or_dash(meaning);
	block->picture = svg;
}

void doc_plain(struct doc *doc, const char *lines)
{
	add(doc, BLOCK_PLAIN)->text = lines;
}

void doc_part(struct doc *doc, const char *anchor, const char *heading, const char *beside)
{
	struct block *block = add(doc, BLOCK_PART);

	block->anchor = anchor;
	block->label = or_dash(heading);
	block->text = beside;
}

void doc_fold(struct doc *doc, const char *summary)
{
	doc->fold = summary;
}

void doc_caption(struct doc *doc, const char *caption)
{
	doc->caption = caption;
}

void doc_table(struct doc *doc, const struct doc_column *columns, size_t n)
{
	struct block *block = add(doc, BLOCK_TABLE);

	assert(n);
	block->columns = columns;
	block->n_columns = n;
}

/* The table to which cells go. */
static struct block *last_table(struct doc *doc)
{
	struct block *table;

	assert(doc->n);
	table = &doc->blocks[doc->n - 1];
	assert(table->kind == BLOCK_TABLE);
	return table;
}

static void add_cell(struct doc *doc, struct doc_cell cell)
{
	struct block *table = last_table(doc);

	table->cells = arena_grow(
		doc->arena, table->cells, table->n_cells, &table->capacity, sizeof(*table->cells));
	table->cells[table->n_cells++] = cell;
}

void doc_cell(struct doc *doc, const char *text)
{
	add_cell(doc, (struct doc_cell){.text = text});
}

void doc_cell_toned(struct doc *doc, enum tone tone, const char *text)
{
	add_cell(doc, (struct doc_cell){.text = text, .tone = tone});
}

void doc_cell_place(struct doc *doc, struct place place)
{
	add_cell(doc, (struct doc_cell){.text = place_text(doc->arena, place), .place = place});
}

static struct doc_cell *last_cell(struct doc *doc)
{
	struct block *table = last_table(doc);

	assert(table->n_cells);
	return &table->cells[table->n_cells - 1];
}

void doc_aside(struct doc *doc, const char *text)
{
	last_cell(doc)->aside = text;
}

void doc_link(struct doc *doc, const char *link)
{
	last_cell(doc)->link = link;
}

void doc_picture(struct doc *doc, const char *svg)
{
	last_cell(doc)->picture = svg;
}

void doc_heat(struct doc *doc, int step)
{
	assert(step >= 0 && step <= HEAT_STEPS);
	last_cell(doc)->heat = step;
}
