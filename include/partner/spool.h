/**
 * A spool: bytes that are put away in pieces and asked for again in any order. They stay in
 * memory as long as they are few, and go to a temporary file without a name when they are many.
 */
#ifndef PARTNER_SPOOL_H
#define PARTNER_SPOOL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "partner/buffer.h"

/** So many bytes stay in memory. */
#define SPOOL_MEMORY ((size_t)4 << 20)

/** Where a piece is that could not be put away. */
#define SPOOL_LOST UINT64_MAX

/** A piece of it. */
struct spool_piece {
	uint64_t at;
	size_t length;
};

/** Ready when all zeros. */
struct spool {
	size_t most; /**< bytes that stay in memory; 0: SPOOL_MEMORY */
	struct buffer memory;
	FILE *file; /**< NULL: all of it is in memory */
	uint64_t length;
	int error; /**< errno of the first failure; from then on pieces are lost */
};

/** Puts a piece away. */
struct spool_piece spool_add(struct spool *spool, const char *bytes, size_t length);

/** Replaces what is in `out` by the piece. False, with spool->error, when it cannot be read. */
bool spool_read(struct spool *spool, struct spool_piece piece, struct buffer *out);

void spool_free(struct spool *spool);

#endif
