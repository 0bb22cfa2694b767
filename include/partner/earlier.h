/**
 * Earlier: the documents of today as they were at a revision of the git repository that the
 * current folder lies in.
 *
 * The earlier version of a document is the one in the file at the same path, counted from the
 * repository's top and with links in folders followed: that with the same id, else the only
 * one where both files hold but one. When that revision has no such file or document, it is the
 * one with the same id in the folder of the operand, or in the nearest above it that was there.
 */
#ifndef PARTNER_EARLIER_H
#define PARTNER_EARLIER_H

#include <stdint.h>

#include "partner/arena.h"
#include "partner/source.h"

struct earlier;

/**
 * Gets ready to look at `revision`, of which nothing is read before it is asked for. Of the
 * options those are taken that tell how to read: environment, policy, people and validate; all
 * has to live as long as the result. Never NULL; look at earlier_reason.
 */
struct earlier *earlier_open(const struct source_options *options, const char *revision);

/**
 * The earlier version of a document, with its people, and with its policy: that which the
 * options name as it was then, else the nearest in that revision. NULL when there is none that
 * is without faults. Standard input has none. Lives until the next call.
 */
const struct source *earlier_find(struct earlier *earlier, const struct source *now);

/**
 * Why nothing can be found at all, after earlier_open; why the last document could not be
 * looked for, after earlier_find: it lies outside of the repository, or git cannot read it.
 * NULL: all is well.
 */
const char *earlier_reason(const struct earlier *earlier);

/** The day, UTC, on which the revision was committed. */
int32_t earlier_day(const struct earlier *earlier);

/**
 * How a path of a tree, as documents and policies have it, is called from the repository's
 * top; NULL outside of it. Lives in the arena, or is `path` itself.
 */
const char *earlier_path(
	struct earlier *earlier, struct arena *arena, const struct tree *tree, const char *path);

/**
 * Who changed a file last since the revision, and when: `last changed by NAME on DATE`, or
 * `not committed` where it differs on disk from what was committed last. The path is counted
 * from the repository's top, whether or not the file is still there; `tree` is that of today.
 * NULL when git does not know. In the arena.
 */
const char *earlier_changed(
	struct earlier *earlier, struct arena *arena, const struct tree *tree, const char *path);

/** NULL is allowed. */
void earlier_close(struct earlier *earlier);

#endif
