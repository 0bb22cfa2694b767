/* What of a document there is in one medium. Private to lib/format. */
#ifndef FORMAT_DOC_SHOWN_H
#define FORMAT_DOC_SHOWN_H

#include "partner/doc.h"

/* The document with those blocks alone that the medium shows. It lives in the same arena. */
struct doc doc_shown(const struct doc *doc, enum doc_media medium);

#endif
