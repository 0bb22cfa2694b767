/**
 * Records of a partner, told apart: what each of them is called among its like.
 */
#ifndef PARTNER_RECORDS_H
#define PARTNER_RECORDS_H

#include "partner/arena.h"
#include "partner/schema.h"
#include "partner/values.h"

/**
 * What tells a record from its like: its id, else the values by which versions of a file are
 * matched, `2026-03-04 call us`; NULL when it has none of them.
 */
const char *record_label(struct arena *arena, const struct record *record, const struct head *head);

#endif
