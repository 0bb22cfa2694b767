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
#include "source_search.h"

/* Ready when all zeros but for the options. */
struct surroundings {
	const struct source_options *options;
	struct arena arena; /* what lasts as long as the run */
	struct buffer text; /* of the file that is being read */
	struct search search;
	struct policy_file *built_in;  /* NULL: not needed yet */
	struct policy_file **policies; /* in order of first use, as are people */
	size_t n_policies;
	struct people_source **people;
	size_t n_people;
	struct policy_file *last_policy; /* mostly the next one, too */
	struct people_source *last_people;
};

/* What serves the files of `folder`; for folder and limit see search_nearest. */
const struct policy_file *surroundings_policy(
	struct surroundings *around, const char *folder, const char *limit);

/* NULL: there is none. */
const struct people_source *surroundings_people(
	struct surroundings *around, const char *folder, const char *limit);

void surroundings_free(struct surroundings *around);

#endif
