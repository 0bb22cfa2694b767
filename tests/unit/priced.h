/* What a plan says about money, in lines that tests compare. */
#ifndef UNIT_PRICED_H
#define UNIT_PRICED_H

#include "planned.h"

/*
 * All lines of an item, each closed by a newline: `12.00 USD = BASIS`, `missing: WHAT`,
 * `not applicable: WHY`; with ` (ask)` when it comes in and is not ours, ` (disputed)`.
 */
void price_check(const struct plan_text *text, const char *item, const char *expected);

/* The same, where only the records matter. */
void price_check_of(const char *records, const char *item, const char *expected);

/* Of the first line of an item: `DATE REF acme.yaml:LINE`. */
void price_place(const struct plan_text *text, const char *item, const char *expected);

/* All totals: `USD in 1.00 USD, out …, net …, ask …`, with ` at least`, ` together`. */
void price_totals(const struct plan_text *text, const char *expected);

#endif
