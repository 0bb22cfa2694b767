/*
 * Findings as the formats of other programs take them, and what they wrote.
 */
#ifndef TESTS_FOUND_H
#define TESTS_FOUND_H

#include "partner/findings.h"

/* A finding of acme.yaml from column 3 to 8 of line 12, with the fingerprint `f`. */
struct finding found(enum diag_rule rule, const char *text);

/* What is in the buffer, closed by a NUL. */
const char *written(struct buffer *out);

/* Whether `part` stands in the buffer just so often. */
void assert_times(struct buffer *out, const char *part, size_t times);

#endif
