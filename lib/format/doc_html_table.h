/* Tables of documents as HTML. Private to lib/format. */
#ifndef FORMAT_DOC_HTML_TABLE_H
#define FORMAT_DOC_HTML_TABLE_H

#include "partner/doc.h"

/* A table in the making: rows begin and end by themselves. */
struct sheet {
	struct buffer *out;
	const struct doc *doc;
	const struct doc_column *columns;
	size_t n;
	size_t name; /* the column whose cells are the headings of their rows */
	size_t at;   /* cells written so far */
};

/* Begins a table with columns and a document; the class may be NULL. */
void sheet_begin(struct sheet *sheet, const char *class, const char *caption);
void sheet_put(struct sheet *sheet, const struct doc_cell *cell);
void sheet_end(struct sheet *sheet);

/* A table of a document: one with heat or with narrow columns is a map. */
void sheet_put_table(
	struct buffer *out, const struct doc *doc, const struct block *table, const char *caption);

/* Tones as classes of the page; NULL: none. */
const char *tone_class(enum tone tone);

/* A path and its line, which lead to the forge where there is one. */
void doc_html_put_place(struct buffer *out, const struct doc *doc, struct place place);

#endif
