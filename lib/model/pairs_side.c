/* A folder's files are read again by their path; a single file stays, and lines are kept. */
#include "pairs_side.h"

#include <stdlib.h>
#include <string.h>

#include "partner/json.h"
#include "source_path.h"

const char *side_revision(const struct pairs_side *side)
{
	const struct sources *sources = side->sources;
	const char *name = sources->options.operands[0];
	struct arena scratch = {0};
	struct tree *tree = NULL;

	if (strcmp(name, "-") != 0)
		tree = place_named(sources->trees, &scratch, name).tree;
	arena_free(&scratch);
	return tree_revision(tree);
}

static bool is_folder(const struct pairs_side *side)
{
	return side->sources->walk.tree != NULL;
}

bool side_has_lines(const struct pairs_side *side)
{
	return side->sources->lines_place.tree != NULL;
}

/* ---- the head ---- */

/* A path is given from the operand; what cannot be read may be the operand itself. */
static const char *from_operand(const struct pairs_side *side, const char *path)
{
	const char *top = side->sources->limit;

	if (!is_folder(side) || strcmp(path, top) == 0 || strlen(path) <= path_start(top))
		return "";
	return path + path_start(top);
}

static void note_unread(struct pairs_side *side)
{
	const char *path = from_operand(side, side->head.path);

	side->unread = arena_grow(&side->arena, side->unread, side->n_unread, &side->most_unread,
		sizeof(*side->unread));
	side->unread[side->n_unread++] = arena_copy(&side->arena, path, strlen(path));
}

void side_forgive(struct pairs_side *side)
{
	side->n_unread = 0;
}

/* A scorecard of our own side of a partner, who has one of the partner's side as well. */
static bool is_passed_over(const struct source *source)
{
	const struct json_source *record = source->record;
	const char *other;

	if (source->kind != SOURCE_LINE || !record->side)
		return false;
	other = record->kind && strcmp(record->kind, "self") == 0 ? "partner" : "us";
	return strcmp(record->side, other) == 0;
}

bool side_fill(struct pairs_side *side)
{
	if (side->full)
		return true;
	do
		side->full = sources_next(side->sources, &side->head);
	while (side->full && is_passed_over(&side->head));
	if (side->full && side->head.kind == SOURCE_UNREADABLE)
		note_unread(side);
	return side->full;
}

const char *side_id(const struct source *source)
{
	if (source->kind == SOURCE_LINE)
		return source->record->partner;
	return source->partner && HAS(source->partner->id) ? source->partner->id.text : NULL;
}

const char *side_path(const struct pairs_side *side, const struct source *source)
{
	return from_operand(side, source->path);
}

bool side_is_lost(const struct pairs_side *side, const struct source *source)
{
	return side_has_lines(side) && source->kind == SOURCE_DOCUMENT;
}

size_t side_nth(const struct pairs_side *side)
{
	return side->head.kind == SOURCE_LINE ? side->head.length : sources_last(side->sources);
}

char *side_keep(const struct pairs_side *side)
{
	char *text;

	if (side->head.kind != SOURCE_LINE)
		return NULL;
	text = malloc(side->head.length + 1);
	if (!text)
		arena_exhausted();
	memcpy(text, side->head.text, side->head.length);
	return text;
}

/* ---- once more ---- */

static const struct source *find_line(struct pairs_side *side, const struct known_at *at)
{
	side->again_path = NULL;
	sources_again_line(side->again, side->sources->lines_place, at->line, at->text, at->nth);
	return sources_nth(side->again, 0);
}

/* Documents of a file mostly follow each other. */
static const struct source *find_in_folder(struct pairs_side *side, const struct known_at *at)
{
	struct sources *sources = side->sources;
	struct place place = {sources->walk.tree, NULL};

	if (!side->again_path || strcmp(side->again_path, at->path) != 0) {
		arena_reset(&side->again_arena);
		side->again_path = at->path;
		place.path = path_join(&side->again_arena, sources->limit, at->path);
		sources_again_file(side->again, place, sources->limit);
	}
	return sources_nth(side->again, at->nth);
}

static const struct source *find(struct pairs_side *side, const struct known_at *at)
{
	if (at->path && !is_folder(side))
		return sources_nth(side->sources, at->nth);
	if (!side->again)
		side->again = sources_open_again(side->sources);
	return at->path ? find_in_folder(side, at) : find_line(side, at);
}

static bool is_as_before(const struct source *source, const struct known *known)
{
	const char *id = side_id(source);

	return known->id && id ? strcmp(known->id, id) == 0 : !known->id && !id;
}

/* Only who writes files while they are read sees this. */
static const struct source *make_stale(struct pairs_side *side, const char *path)
{
	struct sources *again = side->again;

	side->stale = (struct source){
		.kind = SOURCE_UNREADABLE,
		.tree = side->sources->walk.tree,
		.path = path_join(&again->arena, side->sources->limit, path),
		.reason = "it was changed while it was read",
		.arena = &again->arena,
	};
	return &side->stale;
}

const struct source *side_again(
	struct pairs_side *side, const struct known *known, enum pair_side at)
{
	const struct source *source = find(side, &known->at[at]);

	if (source && (source->kind == SOURCE_UNREADABLE || is_as_before(source, known)))
		return source;
	return make_stale(side, known->at[at].path);
}

/* ---- what could not be read ---- */

/* The path is what was not read, or in it, or that is a companion of it. */
static bool is_hidden_by(const char *path, const char *unread)
{
	size_t length = strlen(unread), stem = path_stem(path, strlen(path));

	if (length == 0)
		return true;
	if (strncmp(path, unread, length) == 0 && (path[length] == '/' || path[length] == '\0'))
		return true;
	return stem && strncmp(path, unread, stem) == 0 && strncmp(unread + stem, ".d", 2) == 0 &&
		(unread[stem + 2] == '/' || unread[stem + 2] == '\0');
}

bool side_may_hide(const struct pairs_side *side, const char *path)
{
	for (size_t i = 0; i < side->n_unread; i++)
		if (is_hidden_by(path, side->unread[i]))
			return true;
	return false;
}

void side_close(struct pairs_side *side)
{
	sources_close(side->again);
	sources_close(side->sources);
	arena_free(&side->again_arena);
	arena_free(&side->arena);
}
