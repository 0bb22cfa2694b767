/**
 * Values in documents: dates, amounts, days, lists of ids. Texts live in the document's arena.
 */
#ifndef PARTNER_DOC_VALUES_H
#define PARTNER_DOC_VALUES_H

#include "partner/doc.h"
#include "partner/money.h"

/** No place. */
extern const struct place doc_nowhere;

/** `2026-12-31`, "-" without. */
const char *doc_date(struct doc *doc, int32_t date);
/** An amount as exact as it is, NULL without. */
const char *doc_money(struct doc *doc, struct money money);
/** The same with three digits, `2.21 M EUR`, `312 k USD`: to be read, not to be added up. */
const char *doc_money_rounded(struct doc *doc, struct money money);
/** `5 days`. */
const char *doc_days(struct doc *doc, double days);
/** `acme, globex`, `n` ids; NULL without any. */
const char *doc_list(struct doc *doc, const char *const *ids, size_t n);
/** A number with so many decimals; NULL for NaN. */
const char *doc_real(struct doc *doc, double value, int decimals);
/** `45 %` of a share. */
const char *doc_percent(struct doc *doc, double share);
/** A whole number with its thousands set apart: 1,204. */
const char *doc_count(struct doc *doc, int64_t n);

/** A fact of a date, unless there is none. */
void doc_fact_date(struct doc *doc, const char *label, int32_t date);
/** A fact of a buffer's text, which is freed; unless it is empty. */
void doc_fact_of(struct doc *doc, const char *label, struct buffer *text);
/** A cell of a date. */
void doc_cell_date(struct doc *doc, int32_t date);

#endif
