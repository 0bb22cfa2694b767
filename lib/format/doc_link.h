/*
 * Links of documents. Where one leads may come from a stranger: only anchors of the page itself
 * and addresses of the web are links at all. Private to lib/format.
 */
#ifndef FORMAT_DOC_LINK_H
#define FORMAT_DOC_LINK_H

#include <stdbool.h>

#include "partner/doc.h"

/* Whether it starts with http:// or https://. NULL does not. */
bool link_is_address(const char *link);

/* Whether it leads anywhere: to an address, or to an anchor, with # before it. */
bool link_leads(const char *link);

/* Appends a link that leads somewhere, both for attributes in quotes and for Markdown. */
void link_put(struct buffer *out, const char *link);

/* Appends an anchor such that a link to it finds it: letters, digits, `.`, `_` and `-` are
 * themselves, all else is percent-encoded. */
void link_put_anchor(struct buffer *out, const char *anchor);

/* Where the forge has that place; NULL: it has not. In the arena of the document. */
const char *link_of_place(const struct doc *doc, struct place place);

#endif
