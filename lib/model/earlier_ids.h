/*
 * Which file of a folder holds which partner. Private to lib/model.
 */
#ifndef MODEL_EARLIER_IDS_H
#define MODEL_EARLIER_IDS_H

#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "source_tree.h"

struct partner_file {
	const char *id;
	const char *path;
};

/* The partners of a folder, by id. */
struct partner_files {
	const char *folder;
	struct partner_file *files;
	size_t n, capacity;
};

/*
 * Reads the ids of all documents below a folder; what cannot be read has none. Everything is
 * kept in the arena; `text` is memory to work with.
 */
void partner_files_read(
	struct partner_files *files, struct arena *arena, struct place folder, struct buffer *text);

/* The path of the first file in path order that holds this partner; NULL: none does. */
const char *partner_files_find(const struct partner_files *files, const char *id);

#endif
