/**
 * Starter files: a first partner file for each kind of partner. Four lines are written out;
 * every other record of the format follows as a commented example that is meant to be edited.
 */
#ifndef PARTNER_STARTER_H
#define PARTNER_STARTER_H

#include <stddef.h>

#include "partner/buffer.h"
#include "partner/partner.h"

/** What all of them are made from, closed by a NUL; its first lines say how it is marked. */
extern const char starter_yaml[];
extern const size_t starter_size;

/**
 * Appends the starter file for a partner of `kind`. `id` is a valid partner id, `name` any
 * text; NULL: the id. The examples begin with `# `, what explains them with `## `: the file
 * is sound as it is written, and also with the `# ` of every example taken away.
 */
void starter_put(struct buffer *buffer, enum partner_kind kind, const char *id, const char *name);

#endif
