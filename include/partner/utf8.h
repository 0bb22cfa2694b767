/**
 * UTF-8: validity, code points, width on a terminal, and making untrusted text harmless.
 */
#ifndef PARTNER_UTF8_H
#define PARTNER_UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"

/** Offset of the first byte that is not UTF-8 (or is NUL); `length` when all is well. */
size_t utf8_valid(const char *text, size_t length);

/**
 * Decodes the code point at `text`, of which at least one byte must be there; `*bytes` gets
 * its length. A byte that starts no valid sequence gives U+FFFD, with a length of 1.
 */
uint32_t utf8_decode(const char *text, size_t length, size_t *bytes);

/** Code points in valid UTF-8. */
size_t utf8_count(const char *text, size_t length);

/**
 * Columns that a code point takes on a terminal: 0 for combining marks and joiners, 2 for
 * wide East Asian characters (Unicode Standard Annex #11) and emoji, else 1. No locale.
 */
unsigned utf8_columns(uint32_t code);

/** Columns that the text takes on a terminal: the sum over its code points. */
size_t utf8_width(const char *text, size_t length);

/** Whether a code point above ASCII may be shown as it is; see utf8_put_safe. */
bool utf8_is_harmless(uint32_t code);

/**
 * Appends text such that neither a terminal nor a reader of logs can be led astray by it:
 * C0 controls, DEL and bytes that are not UTF-8 are written as \xNN; C1 controls, line and
 * paragraph separators, bidirectional marks, embeddings, overrides and isolates as \u{NNNN}.
 */
void utf8_put_safe(struct buffer *buffer, const char *text, size_t length);

/** The same for a NUL-terminated string. */
void utf8_puts_safe(struct buffer *buffer, const char *text);

/** Columns of the text as utf8_put_safe would print it. */
size_t utf8_safe_width(const char *text, size_t length);

#endif
