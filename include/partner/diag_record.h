/**
 * Findings and unreadable files as records: what partner-check prints as JSON, and what every
 * other of its formats is made from.
 */
#ifndef PARTNER_DIAG_RECORD_H
#define PARTNER_DIAG_RECORD_H

#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/diag.h"
#include "partner/schema.h"

/** A finding, ready to be printed. */
struct diagnostic {
	int32_t as_of;
	int64_t column; /**< 1-based code points; places are 0 for a file as a whole */
	int64_t end_column;
	int64_t end_line;
	const char *fingerprint;
	const char *hint;
	const char *id;    /**< P004 */
	const char *level; /**< error, warning, note */
	int64_t line;
	const char *message; /**< without the hint, already escaped for terminals */
	int32_t muted;
	const char *partner;
	const char *path;
	const char *pointer;
	const char *rule; /**< duplicate-key */
};

/** Where a result came from. */
struct result_source {
	int64_t line; /**< where the document begins */
	const char *path;
	const char *revision; /**< of git; NULL for what lies on disk */
};

/** Printed in place of a result whose file could not be read, so that none goes missing. */
struct file_error {
	int32_t as_of;
	struct array diagnostics; /**< of struct diagnostic */
	const char *message;      /**< the system's fault, NULL when the file could be read */
	const struct result_source *source;
};

extern const struct record diagnostic_record;
extern const struct record error_record;
extern const struct record result_source_record;

struct fingerprint;

/** Fingerprints given so far. Ready when all zeros but for the arena. */
struct fingerprints {
	struct arena *arena;
	struct fingerprint *slots;
	size_t capacity; /**< 0 or a power of two */
	size_t n;
};

/**
 * What a finding is recognised by after its file was edited elsewhere, renamed or moved: the
 * first 32 hexadecimal digits of the SHA-256 of its rule's id, partner, pointer and subjects
 * (of P206 without the day of the check), each closed by a NUL but the last. When the same was
 * given before, `-2`, `-3`, … follows. Lives in the arena of `given`.
 */
const char *fingerprint_of(struct fingerprints *given, const struct diag *diag);

/** The record of a finding; its strings are the finding's own or live in the arena. */
void diagnostic_of(const struct diag *diag, int32_t as_of, struct fingerprints *given,
	struct arena *arena, struct diagnostic *out);

/** Records of all findings of a list, in its order: an array of struct diagnostic. */
struct array diagnostics_of(const struct diag_list *list, int32_t as_of, struct fingerprints *given,
	struct arena *arena);

#endif
