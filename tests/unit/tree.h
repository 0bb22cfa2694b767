/*
 * Trees of files as tests want them: each test stands in a new empty folder of its own, and
 * says in lines what reading from there should give.
 */
#ifndef UNIT_TREE_H
#define UNIT_TREE_H

#include "partner/source.h"

/* For cmocka: before and after each test. */
int tree_begin(void **state);
int tree_end(void **state);

/* A file with its folders; `text` NULL: a folder alone. */
void tree_put(const char *path, const char *text);

/* A partner file that says no more than it must, with the id `id`. */
void tree_put_partner(const char *path, const char *id);

/* A symbolic link. */
void tree_link(const char *target, const char *path);

/* Standard input is this file, or folder. */
void tree_feed(const char *path);

/* Fails unless neither the source nor its policy has a fault. */
void tree_assert_sound(const struct source *source);

/* Appends to a buffer what a test wants to know of a source, on a line. */
typedef void (*tree_teller)(struct buffer *buffer, const struct source *source);

/* `path:line id`, ` of several`, then each fault with its line; `path unreadable ENOENT`. */
void tree_tell(struct buffer *buffer, const struct source *source);

/* Fails unless the sources are told as in `expected`; operands are separated by blanks. */
void tree_check(const char *operands, const char *expected);

/* The same with options, which may leave out the operands, and another teller. */
void tree_check_with(struct source_options options, const char *operands, tree_teller teller,
	const char *expected);

/* What `operands` are, in the arena: options with them. */
struct source_options tree_options(struct arena *arena, const char *operands);

#endif
