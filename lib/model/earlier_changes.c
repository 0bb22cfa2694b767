/* git is asked about a file only when there is something to say of it, and once. */
#include "earlier_changes.h"

#include <string.h>

#include "git_log.h"
#include "partner/date.h"

struct change {
	const char *path;
	const char *words; /* NULL: nothing is known */
};

void changes_begin(struct changes *changes, const char *path)
{
	if (changes->of && strcmp(changes->of, path) == 0)
		return;
	arena_reset(&changes->arena);
	changes->of = arena_copy(&changes->arena, path, strlen(path));
	changes->n = changes->capacity = 0;
}

/* ---- on disk ---- */

/* Whether they differ at most in how lines end, which git may be told to change. */
static bool same_lines(const struct buffer *one, const struct buffer *other)
{
	size_t i = 0, j = 0;

	for (;; i++, j++) {
		i += i + 1 < one->length && memcmp(one->data + i, "\r\n", 2) == 0;
		j += j + 1 < other->length && memcmp(other->data + j, "\r\n", 2) == 0;
		if (i >= one->length || j >= other->length)
			return i >= one->length && j >= other->length;
		if (one->data[i] != other->data[j])
			return false;
	}
}

/* Whether a file on disk is as it was committed last. */
static bool is_committed(struct changes *changes, struct place head)
{
	const char *path = arena_printf(&changes->arena, "%s/%s", changes->top, head.path);
	int then = head.tree->driver->read(head.tree, head.path, READ_FOUND, &changes->then);
	int now = read_whole(path, READ_FOUND, &changes->now);

	return then || now ? then && now : same_lines(&changes->then, &changes->now);
}

/* ---- in the history ---- */

static const char *describe(
	struct changes *changes, struct git *git, const char *to, const char *path)
{
	struct git_author author;
	char day[DATE_SIZE];

	if (!git_last_change(git, &changes->arena, changes->from, to, path, &author))
		return NULL;
	return arena_printf(&changes->arena, "last changed by %s on %s", author.name,
		date_format(author.day, day));
}

static const char *find_words(
	struct changes *changes, struct trees *trees, const struct tree *tree, const char *path)
{
	const char *to = tree_revision(tree);
	struct place head;

	if (!to) {
		head = place_at(trees, &changes->arena, "HEAD", path);
		if (!is_committed(changes, head))
			return "not committed";
		to = tree_revision(head.tree);
	}
	return to ? describe(changes, trees->git, to, path) : NULL;
}

const char *changes_find(
	struct changes *changes, struct trees *trees, const struct tree *tree, const char *path)
{
	struct change *change;

	for (size_t i = 0; i < changes->n; i++)
		if (strcmp(changes->items[i].path, path) == 0)
			return changes->items[i].words;
	changes->items = arena_grow(&changes->arena, changes->items, changes->n, &changes->capacity,
		sizeof(*changes->items));
	change = &changes->items[changes->n++];
	change->path = arena_copy(&changes->arena, path, strlen(path));
	change->words = find_words(changes, trees, tree, change->path);
	return change->words;
}

void changes_free(struct changes *changes)
{
	arena_free(&changes->arena);
	buffer_free(&changes->then);
	buffer_free(&changes->now);
}
