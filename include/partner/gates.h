/**
 * Gates: what partner-diff must not find, as --fail-on says it.
 *
 *     list = gate , { "," , gate } ;
 *     gate = "any" | "added" | "removed" | "record-removed" | "ungraded" | "grade-drop" | "muted"
 *          | "score-drop:" , number | "standing:" , word | "sign:" , ( level | id ) ;
 *     number = digit , { digit } , [ "." , digit ] ;
 */
#ifndef PARTNER_GATES_H
#define PARTNER_GATES_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/change.h"

enum gate_kind {
	GATE_ANY,
	GATE_ADDED,
	GATE_REMOVED,
	GATE_RECORD_REMOVED,
	GATE_UNGRADED,
	GATE_GRADE_DROP,
	GATE_MUTED,
	GATE_SCORE_DROP,
	GATE_STANDING,
	GATE_SIGN_LEVEL,
	GATE_SIGN,
};

struct gate {
	const char *text; /**< as it was written */
	enum gate_kind kind;
	double points;    /**< of GATE_SCORE_DROP */
	int standing;     /**< enum standing, of GATE_STANDING */
	int level;        /**< enum sign_level, of GATE_SIGN_LEVEL */
	const char *sign; /**< id, of GATE_SIGN */
};

struct gates {
	struct gate *items;
	size_t n;
	size_t capacity;
};

/**
 * Appends the gates of a list, each once. False, and `fault` says why, with the nearest word, when
 * it is not one.
 */
bool gates_add(struct gates *gates, struct arena *arena, const char *list, struct buffer *fault);

/** Whether a change meets a gate: then it is to be refused. */
bool gate_met(const struct gate *gate, const struct change *change);

#endif
