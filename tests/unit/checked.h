/*
 * What the rules of partner-check find in short texts, as the lines that are printed.
 */
#ifndef UNIT_CHECKED_H
#define UNIT_CHECKED_H

#include "partner/check.h"

/* The day as of which all tests look: 2026-06-30. */
#define AS_OF 20634

/* A text to check, and what is found in it. Texts left out are those of a sound checked. */
struct check_case {
	const char *name;
	const char *text;   /* after partner, name and kind: lines 1 to 3 */
	const char *found;  /* all lines of findings, without the leading `acme.yaml:` */
	const char *policy; /* a policy's text; NULL: the built-in one alone */
	const char *people; /* a people.yaml; NULL: none */
};

/* A document with its policy and people, decoded but not checked; free with its arena. */
struct checked {
	struct arena arena;
	struct source source;
	struct policy_file policy;
	struct people_source people;
};

/* Decodes `text` as the file `path`; policy and people may be NULL. Anything faulty stays. */
void checked_init(struct checked *checked, const char *path, const char *text, const char *policy,
	const char *people);

/* The findings, one line each, `path` and all, those in people.yaml first. In the arena. */
const char *checked_findings(struct checked *checked);

/* Runs every case of a table as a test of its own. */
int run_check_cases(const char *group, struct check_case *cases, size_t n);

/* What check_policy says of a policy, `policy.yaml:` left out. */
const char *policy_findings(struct arena *arena, const char *path, const char *text);

#endif
