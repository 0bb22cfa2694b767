/**
 * The findings of an earlier run, so that a later one tells only what is new: partner-check -j
 * wrote them, a line each, and their fingerprints are what both runs know them by.
 */
#ifndef PARTNER_BASELINE_H
#define PARTNER_BASELINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/diag.h"

struct baseline_finding {
	const char *fingerprint;
	bool found; /**< again, in this run */
};

/** Ready when all zeros but for the arena, in which it lives. */
struct baseline {
	struct arena *arena;
	struct baseline_finding *findings; /**< sorted by fingerprint, each once */
	size_t n;
	size_t capacity;
};

/** Why a baseline cannot be used. */
struct baseline_fault {
	uint32_t line;   /**< from 1 */
	unsigned column; /**< from 1, in code points */
	const char *message;
};

/**
 * Reads all of a baseline; empty lines and records of unreadable files are passed over. False
 * with the first fault when some other line is no finding.
 */
bool baseline_read(
	struct baseline *baseline, const char *text, size_t length, struct baseline_fault *fault);

/**
 * Whether a finding of this rule was there before; marks it as found again. P001 and P002 are
 * never known: they hide whatever else is wrong with a file.
 */
bool baseline_knows(struct baseline *baseline, enum diag_rule rule, const char *fingerprint);

/** How many of its findings were not found again. */
size_t baseline_fixed(const struct baseline *baseline);

#endif
