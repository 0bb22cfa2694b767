/*
 * What a view finds once and keeps for every day and both sides. Private to lib/model.
 */
#ifndef MODEL_VIEW_READ_H
#define MODEL_VIEW_READ_H

#include "partner/view.h"

/* Records that upheld disputes take out, and from when on (R25). */
void view_read_disputes(struct view *view, struct arena *arena);

/* Who rated. */
void view_read_raters(struct view *view, struct arena *arena);

/* Which touchpoints revisited which goals. */
void view_read_revisits(struct view *view, struct arena *arena);

/* How fast incidents must be answered. */
void view_read_levels(struct view *view);

#endif
