/**
 * What partner-diff found, in the order and the format that was asked for. A change is drawn as
 * soon as it is known, so that only texts wait to be put in order.
 */
#ifndef CMD_DIFF_H
#define CMD_DIFF_H

#include "command.h"
#include "output.h"
#include "partner/change.h"
#include "partner/gates.h"
#include "partner/repository.h"

/** A change that was drawn. */
struct told {
	struct change key; /* as much of it as the order takes */
	const char *text;
	const char *details;   /* of Markdown; else NULL */
	enum diag_level level; /* of an annotation */
	const bool *met;       /* by gate */
};

struct telling {
	struct output *output;
	struct card_style style;
	struct arena arena; /* of what waits */
	struct gates gates;
	struct told *items;
	size_t n, capacity;
	bool met; /* some gate */
	struct repository repository;
	const struct diff_format *format;
};

/** Draws a change, and sees which gates it meets. */
void telling_add(struct telling *telling, const struct change *change);

/** Puts all in order and prints it; adds to `changes` what gates were met. */
void telling_end(struct telling *telling, struct changes *changes);

void telling_init(struct telling *telling, const struct settings *settings, struct output *output);
void telling_free(struct telling *telling);

#endif
