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

/**
 * Appends text for Markdown as GitHub and GitLab extend it: in a paragraph, an item of a list, a
 * cell of a table, and within an element of HTML such as <summary>. It looks like itself there,
 * and is one line: no link, image, mention, reference (@user, #12, !3, ~label, KEY-4, a commit),
 * HTML, emphasis, code, mathematics, emoji, cell or block comes of it. Markup becomes references;
 * a sign that is looked for in what was already rendered stands in a <span> of its own, so that
 * what is copied from there is what stood here. The rest is written as utf8_put_safe does.
 */
void escape_put_markdown(struct buffer *buffer, const char *text, size_t length);

/** The same for a NUL-terminated string. */
void escape_puts_markdown(struct buffer *buffer, const char *text);

/** The same where something visible stands before it on its line, or it is a cell or a heading:
 * numbers and dates at its beginning stay as they are. */
void escape_puts_markdown_within(struct buffer *buffer, const char *text);

/**
 * Appends text as code for Markdown, between backquotes, but not for HTML; nothing when it is
 * empty. Backquotes and bars are written as \xNN, as what utf8_put_safe does not let through.
 */
void escape_puts_markdown_code(struct buffer *buffer, const char *text);

#endif
