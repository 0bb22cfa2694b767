/* From operands to documents: one step at a time, whatever is at hand goes on first. */
#include "partner/source.h"

#include <string.h>
#include <unistd.h>

#include "source_calibration.h"
#include "source_path.h"
#include "source_read.h"
#include "source_state.h"

struct sources *sources_open_beside(const struct source_options *options, struct sources *other)
{
	struct arena arena = {0};
	struct sources *sources = ARENA_NEW(&arena, struct sources);

	sources->self = arena;
	sources->options = *options;
	trees_init(&sources->own_trees, options->environment);
	sources->trees = other ? other->trees : &sources->own_trees;
	sources->own_around.options = &sources->options;
	sources->own_around.trees = sources->trees;
	sources->around = &sources->own_around;
	return sources;
}

struct sources *sources_open(const struct source_options *options)
{
	return sources_open_beside(options, NULL);
}

void sources_load(
	struct sources *sources, struct place place, bool standard_input, const char *limit)
{
	struct place folder = {place.tree, path_folder(&sources->arena, place.path)};
	const char *top = limit ? limit : folder.path;
	struct load load = {
		.tree = place.tree,
		.path = place.path,
		.folder = top,
		.standard_input = standard_input,
		.text = &sources->text,
		.policy = surroundings_policy(sources->around, folder, top),
		.people = surroundings_people(sources->around, folder, top),
	};

	load_documents(&load, &sources->queue);
}

/* ---- folders ---- */

void sources_load_found(struct sources *sources, struct place place, const char *limit)
{
	struct place folder = {place.tree, path_folder(&sources->arena, place.path)};
	int error;

	if (calibrations_have(surroundings_policy(sources->around, folder, limit), place))
		return;
	error = place.tree->driver->read(place.tree, place.path, READ_FOUND, &sources->text);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		sources_load(sources, place, false, limit);
}

/* False when there is no walk, or no more of it. */
static bool step_walk(struct sources *sources)
{
	struct place place = {sources->walk.tree, NULL};
	struct walk_item item;
	struct source *source;

	if (!walk_next(&sources->walk, &sources->arena, &item))
		return false;
	place.path = item.path;
	if (item.kind == SOURCE_DOCUMENT) {
		sources_load_found(sources, place, sources->limit);
		return true;
	}
	source = queue_add(&sources->queue, item.kind, place);
	source->error = item.error;
	source->reason = item.reason;
	return true;
}

/* ---- operands ---- */

/* What is called a partner file is one, even when it starts with a brace. Where any line is
 * taken, nothing is no line: what a filter lets through may be nothing. */
static bool may_hold_lines(const struct sources *sources, const char *path)
{
	const struct buffer *text = &sources->text;
	const char *name = path_base(path);

	if (path_stem(name, strlen(name)) != 0)
		return false;
	return text->length ? text->data[0] == '{' : sources->options.raw_lines;
}

/* What the start of a text is known of. Closes the descriptor, or hands it on. */
static void begin_text(struct sources *sources, struct place place, bool standard_input, int fd)
{
	int error = 0;

	if (may_hold_lines(sources, place.path)) {
		sources_begin_lines(sources, place, fd);
		return;
	}
	if (fd >= 0)
		error = read_enough(fd, &sources->text, (size_t)YAML_MAX_SIZE + 1);
	if (fd > STDIN_FILENO)
		close(fd);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		sources_load(sources, place, standard_input, NULL);
}

static void begin_standard_input(struct sources *sources)
{
	struct place place = place_on_disk(sources->trees, "-");
	int error;

	buffer_clear(&sources->text);
	error = read_enough(STDIN_FILENO, &sources->text, 1);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		begin_text(sources, place, true, STDIN_FILENO);
}

static void begin_walk(struct sources *sources, struct place place)
{
	int error;

	arena_reset(&sources->operand_arena);
	sources->limit = path_clean(&sources->operand_arena, place.path);
	error = walk_begin(
		&sources->walk, (struct place){place.tree, sources->limit}, sources->only);
	if (error)
		queue_add_error(&sources->queue, place, error);
}

static bool step_operand(struct sources *sources)
{
	struct place place;
	struct opened opened;
	const char *name;
	int error;

	if (sources->operand == sources->options.n)
		return false;
	name = sources->options.operands[sources->operand++];
	if (names_standard_input(name)) {
		begin_standard_input(sources);
		return true;
	}
	place = place_named(sources->trees, &sources->arena, name);
	error = place.tree->driver->open(place.tree, place.path, &sources->text, &opened);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else if (opened.folder)
		begin_walk(sources, place);
	else
		begin_text(sources, place, false, opened.fd);
	return true;
}

/* Nothing is left to be looked into; then the file at hand stays. */
static bool is_over(const struct sources *sources)
{
	return !sources->walk.top && !sources->lines.open && sources->operand == sources->options.n;
}

bool sources_next(struct sources *sources, struct source *source)
{
	struct queue *queue = &sources->queue;

	while (queue->next == queue->n) {
		if (is_over(sources))
			return false;
		arena_reset(&sources->arena);
		*queue = (struct queue){.arena = &sources->arena};
		if (!step_walk(sources) && !sources_step_lines(sources) && !step_operand(sources))
			return false;
	}
	*source = queue->items[queue->next++];
	return true;
}

/* ---- policies and people ---- */

/* The folder that an operand is, or lies in. */
static struct place operand_folder(struct sources *sources, struct arena *arena, const char *name)
{
	struct place place;
	enum node_kind kind;

	if (names_standard_input(name))
		return place_on_disk(sources->trees, ".");
	place = place_named(sources->trees, arena, name);
	/* with the point at its end a link to a folder is one, too */
	if (place.tree->driver->look(place.tree, arena_printf(arena, "%s/.", place.path), &kind))
		place.path = path_folder(arena, place.path);
	else
		place.path = path_clean(arena, place.path);
	return place;
}

const struct policy_file *sources_policy(struct sources *sources)
{
	const struct source_options *options = &sources->options;
	struct arena arena = {0};
	struct place folder = options->n ? operand_folder(sources, &arena, options->operands[0])
					 : place_on_disk(sources->trees, ".");
	const struct policy_file *policy =
		surroundings_policy(sources->around, folder, folder.path);

	arena_free(&arena);
	return policy;
}

const struct policy_file *sources_policy_at(const struct sources *sources, size_t i)
{
	return i < sources->around->n_policies ? &sources->around->policies[i]->file : NULL;
}

struct people_source *sources_people_at(const struct sources *sources, size_t i)
{
	return i < sources->around->n_people ? &sources->around->kept_people[i]->file : NULL;
}

void sources_close(struct sources *sources)
{
	struct arena self;

	if (!sources)
		return;
	self = sources->self;
	walk_end(&sources->walk);
	lines_end(&sources->lines);
	surroundings_free(&sources->own_around);
	trees_free(&sources->own_trees);
	buffer_free(&sources->text);
	buffer_free(&sources->last_path);
	arena_free(&sources->arena);
	arena_free(&sources->operand_arena);
	arena_free(&self);
}
