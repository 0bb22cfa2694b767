/*
 * Structs from YAML, as tests want them: short texts in, any fault fails the test.
 */
#ifndef UNIT_DECODED_H
#define UNIT_DECODED_H

#include "partner/arena.h"
#include "partner/schema.h"

/* The document `text` as a struct of `record`, in the arena. */
void *decoded(struct arena *arena, const struct record *record, const char *text);

#endif
