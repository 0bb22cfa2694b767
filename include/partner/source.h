/**
 * Sources: from operands to partner documents, one file after the other in the order of the
 * operands, a folder's files in byte order of path.
 *
 * A partner document comes with its companions merged in, with the people of the nearest
 * people.yaml and with the nearest policy. Only one file is in memory at a time; policies
 * and people are read once and kept.
 */
#ifndef PARTNER_SOURCE_H
#define PARTNER_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/calibration.h"
#include "partner/diag.h"
#include "partner/partner.h"
#include "partner/policy.h"

/** So many calibrations a policy may name; those beyond are not read. */
#define CALIBRATIONS_MOST 100

/** A policy and where it comes from. */
struct policy_file {
	const char *path;     /**< NULL: built in */
	const char *digest;   /**< 64 hex digits of the SHA-256 of its bytes */
	struct policy policy; /**< merged into the built-in one */
	struct policy own;    /**< what the file itself says; all absent when built in */
	struct calibration_file *calibrations; /**< that it and its overrides name, each once */
	size_t n_calibrations;
	struct diag_list faults;
	int error; /**< errno when it could not be read */
};

/** The calibration that these rules of the policy name; NULL when none was read for them. */
const struct calibration_file *policy_calibration(
	const struct policy_file *file, const struct rules *rules);

/** A people.yaml and where it comes from. */
struct people_source {
	const char *path;
	struct people_file people;
	struct diag_list faults;
	int error;
};

enum source_kind {
	SOURCE_DOCUMENT,   /**< a partner document; look at faults.errors */
	SOURCE_UNREADABLE, /**< `path` could not be opened or read: `error` */
	SOURCE_SKIPPED,    /**< a link in a folder, passed over: worth a warning */
	SOURCE_ORPHAN,     /**< a companion folder without its partner file */
};

/** What sources_next found. Everything lives until the next call. */
struct source {
	enum source_kind kind;
	const char *path; /**< as it was named; "-" for standard input */
	uint32_t line;    /**< where the document starts, 1-based */
	bool standard_input;
	bool alone; /**< the only document of its file: its id must be the file's stem */
	/** What could be decoded; NULL, with errors, when there is no map to decode. */
	struct partner *partner;
	const struct policy_file *policy;   /**< never NULL for a document */
	const struct people_source *people; /**< NULL: none found */
	struct diag_list faults;            /**< of the document and its companions, sorted */
	int error;
	struct arena *arena; /**< for whatever is computed from this document */
};

struct source_options {
	char *const *operands;
	size_t n;
	const char *policy; /**< path that replaces the search; NULL: search */
	const char *people; /**< likewise */
	/** Called once for each policy, when it and its calibrations are decoded, to find what
	 * tables alone cannot. */
	void (*validate)(struct policy_file *file, struct arena *arena);
};

struct sources;

struct sources *sources_open(const struct source_options *options);

/** The next document or problem; false at the end. */
bool sources_next(struct sources *sources, struct source *source);

/** The policy that serves the operands as a whole (for --print-policy): `--policy`, else the
 * nearest to the first operand, else the built-in one. */
const struct policy_file *sources_policy(struct sources *sources);

/** Every policy and people file read so far, in order of first use, for reporting their
 * faults once; NULL at the end. Faults may be added to those of people. */
const struct policy_file *sources_policy_at(const struct sources *sources, size_t i);
struct people_source *sources_people_at(const struct sources *sources, size_t i);

void sources_close(struct sources *sources);

/** Whether both paths lead to one regular file; NULL leads nowhere. */
bool same_file(const char *a, const char *b);

#endif
