/**
 * --files-from: operands that come from a file or a pipe instead of the command line.
 */
#ifndef CMD_FILES_FROM_H
#define CMD_FILES_FROM_H

#include <stdbool.h>

#include "command.h"
#include "partner/arena.h"
#include "partner/buffer.h"

/** Appends all of the file `path` (`-`: standard input). False with errno. */
bool file_read(const char *path, struct buffer *text);

/**
 * Appends the names in the file `path` (`-`: standard input), one a line, or each ended by a
 * NUL when `zero`; empty ones are skipped. Names live in `arena`. False when it cannot be
 * read, with errno; EILSEQ when a line holds a NUL.
 */
bool files_from(const char *path, bool zero, struct arena *arena, struct operands *operands);

#endif
