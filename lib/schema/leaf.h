/*
 * Leaves: one scalar read as its row's kind says. Private to lib/schema.
 */
#ifndef SCHEMA_LEAF_H
#define SCHEMA_LEAF_H

#include "partner/decode.h"
#include "partner/trail.h"

/*
 * Reads `node` into the zeroed leaf `out` of `kind` (which may differ from the row's: an item
 * of a list). Its state becomes sound, or faulty with the fault reported.
 */
void leaf_decode(const struct decoder *decoder, const struct field *field, enum field_kind kind,
	const struct yaml_node *node, const struct trail *trail, void *out);

/* Reports P007 or P008 for a scalar that is `what`. */
void leaf_report(const struct decoder *decoder, enum scalar_verdict verdict, const char *what,
	const char *hint, const struct yaml_node *node, const struct trail *trail);

#endif
