/**
 * A document: a title, a verdict, sections of facts, items and tables. What writes it knows no
 * contents: text for a terminal, Markdown, HTML. What makes it may choose other blocks for pages
 * of HTML than for the others; blocks of pages alone are left out elsewhere, and plain lines on
 * pages.
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
	/** One of many with little in them. Pages: its title is upright, its cells are centred;
	 * text: a number stands for its title, and the titles are listed below the table. */
	bool narrow;
};

/** A cell of a heat map: how much attention it needs. */
#define HEAT_STEPS 5

struct doc_cell {
	const char *text;  /**< NULL prints as a dash, below a row as nothing */
	const char *aside; /**< of less weight, below it on pages alone; NULL: nothing */
	enum tone tone;    /**< of pages alone: the text must tell it, too */
	/** Where it leads: #anchor on pages, http:// or https:// in Markdown, too; NULL, or
	 * anything else: nowhere. */
	const char *link;
	/** Of pages alone, in place of the text: SVG of our own; NULL: none. */
	const char *picture;
	int heat;           /**< of pages alone: 1 (none) to HEAT_STEPS; 0: it is no such cell */
	struct place place; /**< that is its text; no path: it is none */
};

enum block_kind {
	BLOCK_SECTION, /**< label: its heading */
	BLOCK_FACT,    /**< label: what it is; text, and where it stands */
	BLOCK_ITEM,    /**< label: its name, in its tone; text, and where it stands */
	BLOCK_TEXT,    /**< a paragraph */
	BLOCK_TABLE,
	BLOCK_FIGURE,     /**< of pages alone; text: SVG of our own */
	BLOCK_KEY_FIGURE, /**< of pages alone; text: the figure, in its tone; label: its meaning */
	/** Of text and Markdown alone: lines that are as they shall be, safe for a terminal. */
	BLOCK_PLAIN,
	/** Part of a section. Pages: a heading h3 with `anchor` and what is said beside it (text);
	 * Markdown: folded until the next part or section; text: nothing. label: its heading. */
	BLOCK_PART,
};

struct block {
	enum block_kind kind;
	enum tone tone;
	const char *label;
	const char *text;
	const char *caption; /**< of a table, a figure, or the facts or items from here on */
	struct place place;
	const char *fold;    /**< of a table: on pages behind this summary; NULL: it stands open */
	const char *anchor;  /**< of a part, any text; NULL: none */
	const char *picture; /**< of a key figure: SVG in place of the text; NULL: none */
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
	const char *fold;    /**< likewise */
	/** Address of the folder that paths start from, at a forge: `file:line` then leads to
	 * LINK_BASE/file#Lline on pages and in Markdown, unless the path leads out of that folder.
	 * NULL, or neither http:// nor https://: places are no links. */
	const char *link_base;
	size_t markdown_most; /**< most bytes of Markdown; 0: any number. See doc_put_markdown */
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

/** The same with a picture (SVG of our own) in place of the figure. */
void doc_key_picture(struct doc *doc, const char *svg, const char *meaning);

/** `lines` end in newlines. */
void doc_plain(struct doc *doc, const char *lines);

/** Anchor and `beside` may be NULL. A part ends where the next one or a section begins. */
void doc_part(struct doc *doc, const char *anchor, const char *heading, const char *beside);

/** On pages the next table is folded behind this summary: the figures of a chart. */
void doc_fold(struct doc *doc, const char *summary);

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
void doc_link(struct doc *doc, const char *link);
void doc_picture(struct doc *doc, const char *svg);
void doc_heat(struct doc *doc, int step);

struct doc_style {
	bool ascii; /**< signs of ours that are not ASCII become such as are: × x, − - */
	bool color;
	unsigned columns;
};

/** Appends it as text: facts with their labels in a column, all lines wrapped, none cut. */
void doc_put_text(struct buffer *buffer, const struct doc *doc, const struct doc_style *style);

/**
 * Appends it as Markdown as GitHub and GitLab extend it: plain lines as a block of code, a part
 * inside <details>. Over doc->markdown_most bytes parts are left out from the end until the rest
 * fits, and `12 parts more do not fit here` says so.
 */
void doc_put_markdown(struct buffer *buffer, const struct doc *doc);

/** Appends it as an <article> of HTML; head and end of the page are those of html.h. */
void doc_put_html(struct buffer *out, const struct doc *doc);

#endif
