/**
 * What partner-check does with findings: tell known ones from new ones, write them in the
 * format that was asked for, and count them.
 */
#ifndef CMD_FINDINGS_H
#define CMD_FINDINGS_H

#include <stdbool.h>

#include "command.h"
#include "output.h"
#include "partner/baseline.h"
#include "partner/diag_record.h"
#include "partner/findings.h"
#include "partner/repository.h"
#include "partner/source.h"

struct findings;

/** A format: what it does with a finding is one of the first two, the others may be NULL. */
struct findings_format {
	const char *name;
	void (*put_diag)(struct findings *findings, const struct diag *diag,
		const struct diagnostic *record);
	void (*put)(struct findings *findings, const struct finding *finding);
	void (*put_gap)(struct findings *findings, const struct file_gap *gap);
	void (*put_file)(struct findings *findings, const char *path);
	void (*begin)(struct findings *findings);
	void (*end)(struct findings *findings);
	bool bare; /**< does without the record */
};

/** The row of a format of partner-check. */
const struct findings_format *findings_format(const char *name);

struct findings {
	const struct settings *settings;
	struct output *output;
	const struct findings_format *format;
	union {
		struct sarif sarif;
		struct annotations annotations;
		struct code_quality quality;
		struct junit junit;
	} as;
	struct arena arena; /* of fingerprints and of the baseline, which last */
	struct fingerprints given;
	struct baseline baseline;
	struct repository repository;
	size_t level[DIAG_ERROR + 1]; /* how many were neither muted nor known */
	size_t muted, known;
};

/** Reads the baseline and begins the output; false when the baseline cannot be used. */
bool findings_open(
	struct findings *findings, const struct settings *settings, struct output *output);

/** What was found in a file, companions included. The path is NULL for the built-in policy. */
void findings_put(struct findings *findings, const struct diag_list *found, const char *path);

/** A file that could not be read, by its errno. */
void findings_put_unreadable(
	struct findings *findings, const struct tree *tree, const char *path, int error);

/** Closes and writes the output, then tells the sums, unless -q was given. */
void findings_finish(struct findings *findings);

/** Whether findings of a level change the exit status. */
bool findings_level_fails(const struct findings *findings, enum diag_level level);

/** Whether something of the level of --fail-on or a higher one was found. */
bool findings_fail(const struct findings *findings);

void findings_free(struct findings *findings);

#endif
