/*
 * Records that get through JSON and back.
 */
#ifndef UNIT_KEPT_H
#define UNIT_KEPT_H

#include "partner/schema.h"

/* Fails unless what is written of a result can be read, and written again is the same. */
void assert_kept(const struct record *record, const void *object);

#endif
