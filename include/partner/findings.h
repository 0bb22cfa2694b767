/**
 * Findings in the formats of other programs: SARIF for code scanning, annotations of GitHub,
 * reports of GitLab Code Quality and of JUnit.
 *
 * All are written as findings come, file after file, into a text buffer that the caller may
 * empty in between; none needs memory that grows with what was found, but for JUnit that of
 * one file. None knows another, and all take the same struct finding.
 */
#ifndef PARTNER_FINDINGS_H
#define PARTNER_FINDINGS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/diag.h"
#include "partner/json.h"

/** What a program needs to know of a finding. */
struct finding {
	const struct diag_rule_info *rule;
	struct span at;          /**< line 0: the file as a whole */
	const char *path;        /**< from the repository's top; absolute for what lies outside */
	const char *text;        /**< message and hint, untrusted text escaped (utf8.h) */
	const char *fingerprint; /**< what it is recognised by */
	int32_t muted_until;     /**< DATE_NONE: not muted; only JUnit shows muted findings */
};

/** A file of which not all is told: it could not be read, or had too many findings. */
struct file_gap {
	const char *name; /**< unreadable, not-shown */
	const char *path; /**< as that of a finding */
	const char *text; /**< why, untrusted text escaped */
	enum diag_level level;
	bool unreadable;
};

/* ---- SARIF 2.1.0 (OASIS), as GitHub code scanning takes it ---- */

/** One run of a tool; rules and results are on a line each. Filled by sarif_begin. */
struct sarif {
	struct json_writer json;
	const struct diag_rule_info *rules;
	struct arena arena; /* of the gaps */
	struct file_gap *gaps;
	size_t n_gaps, capacity;
	bool unreadable;
};

/**
 * Begins a document of `tool`, whose `n` rules lie one behind the other; the rules of all
 * findings are among them.
 */
void sarif_begin(struct sarif *sarif, struct buffer *out, const char *tool,
	const struct diag_rule_info *rules, size_t n);

/**
 * Appends a result. What stands nowhere in its file is placed on line 1, as code scanning
 * takes no result without a line. Braces of the text are doubled, and what would be a link
 * between brackets is broken up (SARIF 2.1.0, 3.11.5 and 3.11.6).
 */
void sarif_add(struct sarif *sarif, const struct finding *finding);

/** A notification of the run, which is copied; an unreadable file makes the run a failed one. */
void sarif_add_gap(struct sarif *sarif, const struct file_gap *gap);

/** Closes the document and gives back the memory. */
void sarif_end(struct sarif *sarif);

/* ---- workflow commands of GitHub Actions ---- */

/** GitHub shows so many annotations of each level. */
#define ANNOTATIONS_MOST 10

/** What is shown beside a line of a file. */
struct annotation {
	enum diag_level level;
	const char *title;
	const char *path; /**< as that of a finding; NULL: no file */
	struct span at;   /**< line 0: the file as a whole; column 0: the lines as a whole */
	const char *text; /**< untrusted text escaped */
};

/** Ready when all zeros but for `tool`. */
struct annotations {
	const char *tool;
	struct arena arena;
	const char *lines[DIAG_ERROR + 1][ANNOTATIONS_MOST];
	size_t seen[DIAG_ERROR + 1];
};

/** Appends one as a workflow command, without a newline. */
void annotation_put(struct buffer *out, const struct annotation *annotation);

/** Counts such a line of a level, and keeps a copy when it is one of the first ten. */
void annotations_add_line(struct annotations *annotations, enum diag_level level, const char *line);

/** Counts an annotation, and keeps it when it is one of the first ten of its level. */
void annotations_add_one(struct annotations *annotations, const struct annotation *annotation);

/** The same for a finding that is not muted. */
void annotations_add(struct annotations *annotations, const struct finding *finding);

/** The same for a gap. */
void annotations_add_gap(struct annotations *annotations, const struct file_gap *gap);

/**
 * Appends what was kept, errors first, then warnings, then notes. When some were not kept, a
 * last notice counts them; it is one of the ten. Gives back the memory.
 */
void annotations_end(struct annotations *annotations, struct buffer *out);

/* ---- GitLab Code Quality ---- */

/** An array with a line for each finding; [] when there is none. */
struct code_quality {
	struct json_writer json;
};

void code_quality_begin(struct code_quality *quality, struct buffer *out);
void code_quality_add(struct code_quality *quality, const struct finding *finding);
void code_quality_end(struct code_quality *quality);

/* ---- JUnit ---- */

/** A suite for each file, a case for each finding, without times. */
struct junit {
	struct buffer *out;
	struct buffer path;  /* of the suite that is open */
	struct buffer cases; /* of it so far */
	size_t tests, failures, errors, skipped;
	bool open;
};

void junit_begin(struct junit *junit, struct buffer *out, const char *tool);

/**
 * A file was looked at: unless something was or will be found in it, its suite has one case
 * that passed. Whatever concerns a file comes in a row.
 */
void junit_add_file(struct junit *junit, const char *path);

/** A case: failed when the finding `fails`, skipped when it is muted, else passed. */
void junit_add(struct junit *junit, const struct finding *finding, bool fails);

/** A case: an error when the file could not be read, else failed or passed as above. */
void junit_add_gap(struct junit *junit, const struct file_gap *gap, bool fails);

/** Closes the document and gives back the memory. */
void junit_end(struct junit *junit);

#endif
