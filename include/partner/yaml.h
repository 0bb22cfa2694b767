/**
 * YAML documents as positioned nodes, read by libyaml's events from memory; texts written.
 *
 * Every node knows where it stands, so that every fault and every point of a score can name
 * its line. Anchors, aliases, tags and merge keys are refused: with them a value would stand
 * on a line of its own and count on another. Time and memory are linear in the text.
 */
#ifndef PARTNER_YAML_H
#define PARTNER_YAML_H

#include <stdbool.h>
#include <stddef.h>

#include "partner/arena.h"
#include "partner/buffer.h"
#include "partner/diag.h"

/** Limits: beyond them P015, and the document is given up. */
#define YAML_MAX_SIZE (16u << 20) /* bytes of a file */
#define YAML_MAX_DEPTH 64         /* lists and maps within each other */
#define YAML_MAX_ITEMS 100000     /* items of lists, all together */
#define YAML_MAX_DIRECTIVES 64    /* %TAG, which libyaml compares each with each */

enum yaml_kind {
	YAML_SCALAR,
	YAML_LIST,
	YAML_MAP,
};

struct yaml_node {
	enum yaml_kind kind;
	bool plain;              /**< scalar without quotes */
	bool faulty;             /**< already reported: neither present nor absent */
	struct span at;          /**< scalar: its text; list and map: their first character */
	const char *text;        /**< scalar: UTF-8, closed by a NUL */
	size_t length;           /**< bytes of text; of a list or map: how many items or keys */
	struct yaml_node *first; /**< first item, or first key */
	struct yaml_node *next;  /**< next item, or next key */
	struct yaml_node *value; /**< of a key: what it stands for */
};

struct yaml_stream;

/** What yaml_next found. */
enum yaml_outcome {
	YAML_DOCUMENT, /**< a document; its faults, if any, are in the list */
	YAML_END,      /**< no further one */
	YAML_BROKEN,   /**< P001, P002 or P015: nothing more can be read from this text */
};

/**
 * Starts reading `text`, which must outlive the stream. `path` is what faults name. The
 * stream and its nodes live in `arena`, faults go to `faults`. Close with yaml_close.
 */
struct yaml_stream *yaml_open(struct arena *arena, const char *path, const char *text,
	size_t length, struct diag_list *faults);

/** The next document; an empty one gives a node of kind scalar, plain, without text. */
enum yaml_outcome yaml_next(struct yaml_stream *stream, const struct yaml_node **root);

/** Gives back what libyaml holds. Nodes stay. NULL is allowed. */
void yaml_close(struct yaml_stream *stream);

/**
 * Appends a text, closed by a NUL, as one scalar for blocks and for braces: with quotes unless
 * every reader of YAML takes it for this text without them, too.
 */
void yaml_put_text(struct buffer *buffer, const char *text, size_t length);

/** Where to report what is missing in a map: at its first key. */
struct span yaml_head(const struct yaml_node *map);

#endif
