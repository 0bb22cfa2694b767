/* What was written into a buffer. */
#ifndef UNIT_HELD_H
#define UNIT_HELD_H

#include "partner/buffer.h"

/* Fails unless the buffer holds this text and nothing more; frees it. */
void assert_holds(struct buffer *buffer, const char *expected);

#endif
