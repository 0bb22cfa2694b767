/*
 * Surroundings: the policies and people files that serve partner files, each read once.
 * Private to lib/model.
 */
#ifndef MODEL_SOURCE_POLICY_H
#define MODEL_SOURCE_POLICY_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/source.h"
#include "source_operand.h"
#include "source_search.h"

/* A file that is kept, and where it lies; the built-in policy is nowhere. */
struct kept_policy {
	struct policy_file file;
	struct place place;
};

struct kept_people {
	struct people_source file;
	struct place place;
};

/* Ready when all zeros but for options and trees. */
struct surroundings {
	const struct source_options *options;
	struct trees *trees;
	struct arena arena; /* what lasts as long as the run */
	struct buffer text; /* of the file that is being read */
	struct search search;
	struct place policy; /* that the options name; looked for when it is first needed */
	struct place people;
	struct kept_policy **policies; /* in order of first use, as are people */
	size_t n_policies;
	struct kept_people **kept_people;
	size_t n_people;
	struct kept_policy *last_policy; /* mostly the next one, too */
	struct kept_people *last_people;
};

/* What serves the files of a folder; for folder and limit see search_nearest. */
const struct policy_file *surroundings_policy(
	struct surroundings *around, struct place folder, const char *limit);

/* NULL: there is none. */
const struct people_source *surroundings_people(
	struct surroundings *around, struct place folder, const char *limit);

void surroundings_free(struct surroundings *around);

#endif
