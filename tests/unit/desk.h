/* Documents as tests write and print them. */
#ifndef UNIT_DESK_H
#define UNIT_DESK_H

#include "partner/doc.h"

struct desk {
	struct arena arena;
	struct doc doc;
};

/* A document that is called Acme, whose verdict is FITS. */
void desk_open(struct desk *desk);

/* Fails unless it is printed like this; ends it. */
void desk_text(struct desk *desk, const struct doc_style *style, const char *expected);
void desk_markdown(struct desk *desk, const char *expected);
void desk_html(struct desk *desk, const char *expected);
/* Fails unless its HTML has the piece so many times; it may be printed again. */
void desk_html_has(struct desk *desk, const char *piece, size_t times);

extern const struct place desk_nowhere;
extern const struct doc_style desk_plain;  /* 80 columns */
extern const struct doc_style desk_narrow; /* 40 columns */

#endif
