/**
 * Where a command's results go: standard output, or a file that is replaced only when all of
 * it is on disk. What is no regular file (a device, a pipe) is written to as it stands.
 */
#ifndef CMD_OUTPUT_H
#define CMD_OUTPUT_H

#include <stdbool.h>

#include "partner/buffer.h"

struct output {
	struct buffer buffer; /**< what is not yet written; commands append here */
	const char *path;     /**< as it was named; NULL: standard output */
	char *target;         /**< what the temporary file becomes, links followed */
	char *temporary;      /**< written first; NULL when writing in place */
	int fd;               /**< -1 once closed or abandoned */
	int error;            /**< errno of the first failure, 0: none */
	bool used;            /**< some of it was handed to the system */
	bool color;           /**< escape sequences may be used; set by main */
	bool terminal;
	unsigned columns; /**< 20 or more; 80 unless the terminal says otherwise */
};

/** Opens; false with errno when the file cannot be made. Standard output always opens. */
bool output_open(struct output *output, const char *path);

/** Hands the buffer to the system, so that what goes to standard error comes after it. */
void output_flush(struct output *output);

/** The same once it holds more than 64 KiB. Both keep the first error. */
void output_flush_some(struct output *output);

/**
 * Hands over the rest; a file is synced and renamed into place. False with errno when any
 * byte of it was not written; then the old file is as it was and the temporary one is gone.
 * True for what was abandoned before.
 */
bool output_close(struct output *output);

/** Drops what was not written, removes the temporary file. */
void output_abandon(struct output *output);

/**
 * Removes the temporary file of an output that is open while the process ends: for atexit
 * and, being async-signal-safe, for signal handlers.
 */
void output_remove_temporary(void);

#endif
