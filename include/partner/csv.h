/**
 * Rows of comma-separated values (RFC 4180), for spreadsheets and databases: cells are quoted
 * where they need it, lines end in CR LF, what is absent is an empty cell.
 */
#ifndef PARTNER_CSV_H
#define PARTNER_CSV_H

#include <stdbool.h>
#include <stdint.h>

#include "partner/buffer.h"

/** A file in the making: ready when all zeros but for where it goes. */
struct csv {
	struct buffer *out;
	size_t cells; /**< of the row that is being written */
};

/**
 * Appends a cell of text that anybody may have written. A spreadsheet must not take it for a
 * formula: an apostrophe goes in front where it begins with = + - @, a tab or the end of a
 * line, or with one of those signs at full width. Controls that have no place in a table and
 * what turns the order of characters around are written as utf8_put_safe does; tabs and ends
 * of lines stay. NULL is absent.
 */
void csv_text(struct csv *csv, const char *text);

/** The same without the apostrophe, for readers that run no formulas. */
void csv_plain(struct csv *csv, const char *text);

/** A cell of text as it is: what must be the same when it is read back. NULL is absent. */
void csv_word(struct csv *csv, const char *word);

/** Numbers with so many decimals (NaN and the infinities are absent), counts, dates (DATE_NONE
 * is absent), and `true` or `false`. */
void csv_real(struct csv *csv, double value, int decimals);
void csv_whole(struct csv *csv, int64_t value);
void csv_date(struct csv *csv, int32_t date);
void csv_truth(struct csv *csv, bool truth);

/** Ends the row. */
void csv_end_row(struct csv *csv);

#endif
