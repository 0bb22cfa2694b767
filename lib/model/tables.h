/*
 * What the tables of the model share among themselves.
 */
#ifndef MODEL_TABLES_H
#define MODEL_TABLES_H

#include "partner/arena.h"
#include "partner/partner.h"
#include "partner/policy.h"
#include "partner/schema.h"

extern const struct record sign_rule_record;
extern const struct record template_rule_record;

/*
 * `base` with the head and the fields that `over` gives, both of `record`: what was written
 * in `over` replaces, faulty values as well; records within are merged likewise, lists replace
 * as a whole but for the signs and exit templates of a policy. `over` is not changed, nor are
 * the items of the lists of `base`.
 */
void record_merge(struct arena *arena, const struct record *record, void *base, const void *over);

#endif
