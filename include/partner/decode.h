/**
 * Decoding: from positioned YAML nodes into the structs of a record's table, with every
 * fault located and all of them reported in one run.
 */
#ifndef PARTNER_DECODE_H
#define PARTNER_DECODE_H

#include "partner/arena.h"
#include "partner/diag.h"
#include "partner/schema.h"
#include "partner/yaml.h"

/** What decoding shares; `faults` collects P003 and P005–P009. */
struct decoder {
	struct arena *arena;
	struct diag_list *faults;
	const char *path;
	const char *companion_of; /**< a companion: lists only, else P017; NULL: a whole file */
};

/**
 * Reads the map `node` into `object`, a zeroed struct of `record`'s size whose first member
 * is a struct head. Missing required fields are faults. Nodes that are already faulty are
 * passed over. `object` keeps pointers into the nodes' texts.
 */
void decode_record(const struct decoder *decoder, const struct record *record,
	const struct yaml_node *node, void *object);

/**
 * Appends the lists of `extra` to those of `object`, both of `record`, in the arena; places
 * are counted on. Fields that are not lists of `extra` are left alone.
 */
void decode_append_lists(
	struct arena *arena, const struct record *record, void *object, const void *extra);

#endif
