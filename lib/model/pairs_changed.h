/*
 * Which partner files have to be read at all. Private to lib/model.
 */
#ifndef MODEL_PAIRS_CHANGED_H
#define MODEL_PAIRS_CHANGED_H

#include <stdbool.h>

#include "source_state.h"

/*
 * Fills the filter, in the arena, with what git says differs between two runs of one operand
 * each. False, when it cannot be known, or all is to be read: because the operands are not the
 * same folder of the repository, or because a policy, calibration or people file differs.
 */
bool changed_find(
	struct sources *from, struct sources *to, struct arena *arena, struct filter *filter);

#endif
