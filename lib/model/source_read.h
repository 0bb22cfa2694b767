/*
 * Reading texts from files, and what one sees in them at first sight. Private to lib/model.
 */
#ifndef MODEL_SOURCE_READ_H
#define MODEL_SOURCE_READ_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/diag.h"
#include "partner/schema.h"
#include "partner/yaml.h"

/* Whether a file was named by the user, who may name what they like, or came along. */
enum read_trust {
	READ_NAMED,
	READ_LED,   /* by a file that the user named: nobody is waited for */
	READ_FOUND, /* links are not followed either */
};

/* A descriptor, or -1 and errno. */
int read_open(const char *path, enum read_trust trust);

/* Appends until `text` holds `enough` bytes or some more, or the file ends; 0 or errno. */
int read_enough(int fd, struct buffer *text, size_t enough);

/*
 * The file as `text`; of one that is too large only enough to see that. 0 or errno: ENOTSUP for
 * what is neither a file nor a folder, unless the user named it.
 */
int read_whole(const char *path, enum read_trust trust, struct buffer *text);

/* Nothing was written in this document. */
bool read_is_empty(const struct yaml_node *root);

/* P019: nothing was written in the whole file. */
void read_report_empty(struct diag_list *faults, const char *path, const char *hint);

/* Decodes the only document of a text; false when there is none, and no fault either. */
bool read_record(struct arena *arena, const char *path, const char *text, size_t length,
	const struct record *record, void *object, struct diag_list *faults);

#endif
