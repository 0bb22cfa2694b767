/**
 * Sources: from operands to partner documents, one file after the other in the order of the
 * operands, a folder's files in byte order of path.
 *
 * An operand is `-`, else a path that exists, else `REV:PATH`: a file or folder at a git
 * revision, PATH from the top of the repository that the current folder lies in, or from the
 * current folder when it starts with `./` or `../`; without PATH all of it. What belongs to a
 * file (companions, people, policy, calibration, evidence) comes from the same tree: from disk,
 * or from that revision.
 *
 * A path at a revision is given from the repository's top, and what messages put before it,
 * `main~1:`, stands apart, as tree_prefix().
 *
 * A partner document comes with its companions merged in, with the people of the nearest
 * people.yaml and with the nearest policy. A few files for each thread are in memory at a time;
 * policies and people are read once and kept.
 */
#ifndef PARTNER_SOURCE_H
#define PARTNER_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/calibration.h"
#include "partner/diag.h"
#include "partner/json.h"
#include "partner/partner.h"
#include "partner/policy.h"

/** So many calibrations a policy may name; those beyond are not read. */
#define CALIBRATIONS_MOST 100

/** Where files lie: on disk, or at a revision. */
struct tree;

/** What messages put before a path of this tree: `main~1:`; "" on disk, and for NULL. */
const char *tree_prefix(const struct tree *tree);

/** The full hash of the commit that the tree is of; NULL on disk, and for NULL. */
const char *tree_revision(const struct tree *tree);

/** A policy and where it comes from. */
struct policy_file {
	struct tree *tree;    /**< also that of its calibrations; NULL: built in */
	const char *path;     /**< NULL: built in */
	const char *digest;   /**< 64 hex digits of the SHA-256 of its bytes */
	struct policy policy; /**< merged into the built-in one */
	struct policy own;    /**< what the file itself says; all absent when built in */
	struct calibration_file *calibrations; /**< that it and its overrides name, each once */
	size_t n_calibrations;
	struct diag_list faults;
	int error;          /**< errno when it could not be read */
	const char *reason; /**< why, when errno says too little; else NULL */
};

/** The calibration that these rules of the policy name; NULL when none was read for them. */
const struct calibration_file *policy_calibration(
	const struct policy_file *file, const struct rules *rules);

/** A people.yaml and where it comes from. */
struct people_source {
	struct tree *tree;
	const char *path;
	struct people_file people;
	struct diag_list faults;
	int error;          /**< as of a policy */
	const char *reason; /**< likewise */
};

enum source_kind {
	SOURCE_DOCUMENT,   /**< a partner document; look at faults.errors */
	SOURCE_UNREADABLE, /**< `path` could not be opened or read: `error` */
	SOURCE_SKIPPED,    /**< a link in a folder, passed over: worth a warning */
	SOURCE_ORPHAN,     /**< a companion folder without its partner file */
	SOURCE_LINE,       /**< a line of JSON; only with keep_lines, a scorecard, or raw_lines */
};

/** What sources_next found. Everything lives until the next call. */
struct source {
	enum source_kind kind;
	struct tree *tree; /**< NULL in one made by hand: on disk */
	const char *path;  /**< on disk as it was named; "-" for standard input */
	/** The folder that its operand is, or lies in; NULL in one made by hand. */
	const char *folder;
	uint32_t line; /**< where the document starts, 1-based; of a line its number */
	bool standard_input;
	bool alone; /**< the only document of its file: its id must be the file's stem */
	/** What could be decoded; NULL, with errors, when there is no map to decode. */
	struct partner *partner;
	const char *text;                   /**< of a line, without its newline; else NULL */
	size_t length;                      /**< of the text, in bytes */
	const struct json_source *record;   /**< of a line kept: its partner */
	const struct policy_file *policy;   /**< never NULL for a document; NULL for a line */
	const struct people_source *people; /**< NULL: none found */
	struct diag_list faults;            /**< of the document and its companions, sorted */
	int error;                          /**< ENOENT: there is no such path in the tree */
	const char *reason;                 /**< why, when errno says too little; else NULL */
	struct arena *arena;                /**< for whatever is computed from this document */
	const void *prepared; /**< what the options' `prepare` made of this document; else NULL */
};

struct source_options {
	char *const *operands;
	size_t n;
	const char *policy; /**< path or REV:PATH that replaces the search; NULL: search */
	const char *people; /**< likewise */
	/** Lines of JSON are handed out, and not followed to the files that they name; those
	 * that hold no scorecard of a partner are documents with a fault. */
	bool keep_lines;
	/** Lines of JSON are handed out as they are, unread: whatever they hold, their `record` is
	 * NULL. Goes before keep_lines. */
	bool raw_lines;
	/** A text without a byte is lines, of which there are none, and no empty document. With
	 * raw_lines it always is. */
	bool nothing_is_lines;
	/** Closed by NULL, as `environ`; of it git gets what it needs. NULL: nothing. */
	char *const *environment;
	/** So many threads load files on disk and prepare them; 0 and 1: only the caller's. What is
	 * handed out, and in which order, is the same for any number. */
	unsigned jobs;
	/** Of the files found, named or in a folder, and of problems with them, only every
	 * `shards`-th is handed out, from number `shard` on, counted from 1. Lines count by what
	 * they name. 0 shards: all. */
	unsigned shard, shards;
	/**
	 * NULL, or called once for each document when it is loaded, perhaps ahead of those before
	 * it and by another thread: it writes to nothing but source->arena, which holds what it
	 * returns, and `text`, which lives as long and is the same for all documents of a file.
	 */
	const void *(*prepare)(
		const struct source *source, struct buffer *text, const void *context);
	const void *context; /**< for prepare; shared by the threads */
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

/** Where evidence leads. */
enum source_target {
	SOURCE_TARGET_MISSING,
	SOURCE_TARGET_INSIDE,
	SOURCE_TARGET_OUTSIDE, /**< of the repository, through a link */
};

/**
 * Where `path` leads that `file`, the document or a companion of it, names: beside that file,
 * else from the top of its repository. Outside of a repository its folder is the top. Asks the
 * document's own tree, links followed; nothing is opened.
 */
enum source_target source_target(const struct source *source, const char *file, const char *path);

/**
 * Whether a name may be an operand, or that of a policy or people file. False, and `fault`
 * says why, for a revision that is empty (the index), or looks like an option. Whether the
 * revision and the path are there is found out when they are read.
 */
bool source_name_check(const char *name, struct buffer *fault);

void sources_close(struct sources *sources);

/** Whether both paths lead to one regular file; NULL leads nowhere. */
bool same_file(const char *a, const char *b);

#endif
