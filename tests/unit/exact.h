/* Texts that end where their memory ends, so that ASan sees reading past the end. */
#ifndef UNIT_EXACT_H
#define UNIT_EXACT_H

#include <stddef.h>

/* A copy without a byte to spare; free it. */
char *exact_copy(const char *text, size_t length);

#endif
