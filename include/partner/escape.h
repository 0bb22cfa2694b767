/**
 * Untrusted text inside the languages of other programs. Whatever the bytes are, the result is
 * well formed there and shows what stood in them; nothing of it is taken for markup.
 */
#ifndef PARTNER_ESCAPE_H
#define PARTNER_ESCAPE_H

#include <stddef.h>

#include "partner/buffer.h"

/**
 * Appends text for XML 1.0 and HTML, between tags and in quoted attributes alike. Markup
 * characters, both quotes, tabs and newlines become references; what XML cannot hold, what is
 * not UTF-8 and what turns the order of characters around is written as utf8_put_safe does.
 */
void escape_put_xml(struct buffer *buffer, const char *text, size_t length);

/** The same for a NUL-terminated string. */
void escape_puts_xml(struct buffer *buffer, const char *text);

/**
 * Appends a path as the path of a URI (RFC 3986): all bytes but unreserved ones and slashes
 * are percent-encoded, so that no colon, question mark or hash sign changes what it means.
 */
void escape_puts_uri(struct buffer *buffer, const char *path);

#endif
