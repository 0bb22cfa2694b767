/*
 * Lines of a text that may be longer than memory. Private to lib/model.
 */
#ifndef MODEL_SOURCE_LINES_H
#define MODEL_SOURCE_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"

enum lines_outcome {
	LINES_LINE,
	LINES_END,
	LINES_TOO_LONG, /* a line of more than YAML_MAX_SIZE bytes; none follows */
	LINES_ERROR,    /* see `error`; none follows */
};

/* Lines in the making. All zeros when there are none. */
struct lines {
	bool open;
	bool ended; /* the descriptor has nothing more */
	int fd;
	struct buffer text; /* a part of the whole */
	size_t at;          /* where the next line starts in it */
	uint32_t number;    /* of the line given last, from 1 */
	int error;
};

/* Appends until something can be seen of a text, or it ends: a pipe may first give blanks, or a
 * part of a mark. 0 or errno. */
int lines_read_start(int fd, struct buffer *text);

/* Whether what was read of a text begins as lines of JSON do, behind blanks or a mark. */
bool lines_are_in(const struct buffer *text);

/* Takes over the descriptor (-1: there is no more) and what was read from it so far, which
 * leaves `text` empty. */
void lines_begin(struct lines *lines, int fd, struct buffer *text);

/* The next line that is not blank, without its newline; lives until the next call. */
enum lines_outcome lines_next(struct lines *lines, const char **line, size_t *length);

/* Closes the descriptor, unless it is standard input. */
void lines_end(struct lines *lines);

#endif
