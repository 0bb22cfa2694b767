/*
 * The calibrations that a policy names: read once, with the policy. Private to lib/model.
 */
#ifndef MODEL_SOURCE_CALIBRATION_H
#define MODEL_SOURCE_CALIBRATION_H

#include <stdbool.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_tree.h"

/*
 * Fills file->calibrations from what file->own names, in the tree of the policy. A policy that
 * was found reaches no further than its own folder and what lies below, and follows no link on
 * the way.
 */
void calibrations_read(struct arena *arena, struct buffer *text, enum read_trust trust,
	struct tree *tree, struct policy_file *file);

/* The file at this place is one of them. */
bool calibrations_have(const struct policy_file *file, struct place place);

#endif
