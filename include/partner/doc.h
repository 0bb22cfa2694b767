/**
 * A document: a title, a verdict, sections of facts, items and tables. What makes it knows no
 * format, and what writes it knows no contents: text for a terminal, Markdown, HTML.
 *
 * All strings are plain text that may come from a stranger; the writers make it harmless. They
 * are kept, not copied. Where there is none, a dash is printed.
 */
#ifndef PARTNER_DOC_H
#define PARTNER_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"

/** How it is to be taken: never told by colour alone. */
enum tone { TONE_PLAIN, TONE_GOOD, TONE_NOTE, TONE_WARNING, TONE_CRITICAL, TONE_MUTED };

/** Where something stands; no path: nowhere; line 0: somewhere in that file. */
struct place {
	const char *path;
	int64_t line;
};

/** `path:line`, or the path alone; NULL: nowhere. In the arena. */
const char *place_text(struct arena *arena, struct place place);

struct doc_column {
	const char *title;
	bool right; /**< numbers */
	bool note;  /**< long: in text it goes below the row unless all rows have room for it */
	bool names; /**< tells what its row is about; of no column: the first does */
};

struct doc_cell {
	const char *text;  /**< NULL prints as a dash, below a row as nothing */
	const char *aside; /**< of less weight, below it on pages alone; NULL: nothing */
	enum tone tone;    /**< of pages alone: the text must tell it, too */
	bool place;
};

enum block_kind {
	BLOCK_SECTION, /**< label: its heading */
	BLOCK_FACT,    /**< label: what it is; text, and where it stands */
	BLOCK_ITEM,    /**< label: its name, in its tone; text, and where it stands */
	BLOCK_TEXT,    /**< a paragraph */
	BLOCK_TABLE,
	BLOCK_FIGURE,     /**< of pages alone; text: SVG of our own */
	BLOCK_KEY_FIGURE, /**< of pages alone; text: the figure, in its tone; label: its meaning */
};

struct block {
	enum block_kind kind;
	enum tone tone;
	const char *label;
	const char *text;
	const char *caption; /**< of a table, a figure, or the facts or items from here on */
	struct place place;
	const struct doc_column *columns; /**< of a table */
	size_t n_columns;
	struct doc_cell *cells; /**< row by row */
	size_t n_cells;
	size_t capacity;
};

/** Ready when all zeros but for the arena, the title and the verdict. */
struct doc {
	struct arena *arena;
	const char *kind; /**< what it is, before its title on pages; NULL: nothing */
	const char *title;
	const char *details; /**< what follows it on its line; NULL: nothing */
	const char *verdict; /**< the one line to be read when no other is */
	enum tone tone;      /**< of the verdict */
	const char *caption; /**< of the block that comes next */
	struct block *blocks;
	size_t n;
	size_t capacity;
};

void doc_section(struct doc *doc, const char *heading);
void doc_fact(struct doc *doc, const char *label, const char *text, struct place place);
void doc_item(
	struct doc *doc, enum tone tone, const char *label, const char *text, struct place place);
void doc_text(struct doc *doc, const char *text);
void doc_figure(struct doc *doc, const char *svg);
void doc_key_figure(struct doc *doc, enum tone tone, const char *figure, const char *meaning);

/** Says of the next table, figure, or row of facts or items what it shows; on pages alone. */
void doc_caption(struct doc *doc, const char *caption);

/** Begins a table; what follows is its cells, row by row, until another block begins. Without
 * rows nothing is printed of it. */
void doc_table(struct doc *doc, const struct doc_column *columns, size_t n);
void doc_cell(struct doc *doc, const char *text);
void doc_cell_toned(struct doc *doc, enum tone tone, const char *text);
/** `path:line`, or a dash. */
void doc_cell_place(struct doc *doc, struct place place);
/** To the cell before. */
void doc_aside(struct doc *doc, const char *text);

struct doc_style {
	bool ascii; /**< signs of ours that are not ASCII become such as are: × x, − - */
	bool color;
	unsigned columns;
};

/** Appends it as text: facts with their labels in a column, all lines wrapped, none cut. */
void doc_put_text(struct buffer *buffer, const struct doc *doc, const struct doc_style *style);

/** Appends it as Markdown as GitHub and GitLab extend it. */
void doc_put_markdown(struct buffer *buffer, const struct doc *doc);

/** Appends it as an <article> of HTML; head and end of the page are those of html.h. */
void doc_put_html(struct buffer *out, const struct doc *doc);

#endif
