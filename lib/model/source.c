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
	sources->queue.arena = &sources->arena;
	sources->ready = &sources->queue;
	ahead_init(&sources->ahead, &sources->self, &sources->options);
	return sources;
}

struct sources *sources_open(const struct source_options *options)
{
	return sources_open_beside(options, NULL);
}

/* ---- what is found ---- */

bool sources_is_ours(struct sources *sources)
{
	unsigned shards = sources->options.shards;

	return shards == 0 || sources->found++ % shards == sources->options.shard - 1;
}

struct load sources_load_of(
	struct sources *sources, struct arena *arena, struct place place, const char *limit)
{
	struct place folder = {place.tree, path_folder(arena, place.path)};
	const char *top = limit ? arena_copy(arena, limit, strlen(limit)) : folder.path;

	return (struct load){
		.tree = place.tree,
		.path = place.path,
		.folder = top,
		.policy = surroundings_policy(sources->around, folder, top),
		.people = surroundings_people(sources->around, folder, top),
	};
}

bool sources_find(struct sources *sources, struct arena *arena, struct place place,
	const char *limit, struct load *load)
{
	*load = sources_load_of(sources, arena, place, limit);
	load->trust = READ_FOUND;
	return !calibrations_have(load->policy, place);
}

static void add_problem(struct queue *queue, struct place place, const struct walk_item *item)
{
	struct source *source = queue_add(queue, item->kind, place);

	source->error = item->error;
	source->reason = item->reason;
}

/* False when there is no walk, or no more of it. */
static bool find_in_walk(struct sources *sources, struct file_ahead *file)
{
	struct place place = {sources->walk.tree, NULL};
	struct walk_item item;

	while (walk_next(&sources->walk, &file->arena, &item)) {
		place.path = item.path;
		file->loaded = item.kind != SOURCE_DOCUMENT;
		if (!file->loaded &&
			!sources_find(sources, &file->arena, place, sources->limit, &file->load))
			continue;
		if (!sources_is_ours(sources))
			continue;
		if (file->loaded)
			add_problem(&file->queue, place, &item);
		return true;
	}
	file->loaded = false;
	return false;
}

static void begin_walk(struct sources *sources, struct place place)
{
	int error;

	arena_reset(&sources->operand_arena);
	sources->limit = path_clean(&sources->operand_arena, place.path);
	error = walk_begin(
		&sources->walk, (struct place){place.tree, sources->limit}, sources->only);
	if (error && sources_is_ours(sources))
		queue_add_error(&sources->queue, place, error);
}

/* The next operand, when it is a file that is named as those of partners are; what else it may
 * be is seen only by opening it. */
static bool find_named(struct sources *sources, struct file_ahead *file)
{
	const struct source_options *options = &sources->options;

	while (sources->operand < options->n && !sources->lines.open) {
		const char *name = path_base(options->operands[sources->operand]);
		struct place place;
		enum node_kind kind;

		if (path_stem(name, strlen(name)) == 0)
			return false;
		place = place_named(
			sources->trees, &file->arena, options->operands[sources->operand]);
		if (!place_is_on_disk(place) ||
			place.tree->driver->look(place.tree, place.path, &kind) ||
			kind != NODE_FILE)
			return false;
		sources->operand++;
		if (!sources_is_ours(sources))
			continue;
		file->load = sources_load_of(sources, &file->arena, place, NULL);
		return true;
	}
	return false;
}

/* Fills the ring. What a revision holds is loaded one by one: git answers one at a time. */
static void find_ahead(struct sources *sources)
{
	struct ahead *ahead = &sources->ahead;
	struct place walk = {sources->walk.tree, NULL};
	struct file_ahead *file;

	while ((file = ahead_room(ahead)) != NULL) {
		if (sources->walk.top && !place_is_on_disk(walk) && !ahead_is_empty(ahead))
			return;
		if (!find_in_walk(sources, file) && !find_named(sources, file))
			return;
		file->policies = sources->around->n_policies;
		file->people = sources->around->n_people;
		ahead_put(ahead);
	}
}

static bool step_ahead(struct sources *sources)
{
	find_ahead(sources);
	sources->at = ahead_first(&sources->ahead);
	if (sources->at)
		sources->ready = &sources->at->queue;
	return sources->at;
}

/* ---- operands ---- */

/* What is called a partner file is one, even when it starts with a brace. Nothing may be no
 * lines: a filter before this may let nothing through. */
static bool may_hold_lines(const struct sources *sources, const char *path)
{
	const struct source_options *options = &sources->options;
	const struct buffer *text = &sources->text;
	const char *name = path_base(path);

	if (path_stem(name, strlen(name)) != 0)
		return false;
	return text->length ? lines_are_in(text) : options->raw_lines || options->nothing_is_lines;
}

/* What the text says that was read. */
static void load_text(struct sources *sources, struct place place, bool standard_input)
{
	struct load load = sources_load_of(sources, &sources->arena, place, NULL);

	load.standard_input = standard_input;
	load.text = &sources->text;
	load_documents(&load, &sources->queue);
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
	if (!sources_is_ours(sources))
		return;
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		load_text(sources, place, standard_input);
}

static void begin_standard_input(struct sources *sources)
{
	struct place place = place_on_disk(sources->trees, "-");
	int error;

	buffer_clear(&sources->text);
	error = lines_read_start(STDIN_FILENO, &sources->text);
	if (!error)
		begin_text(sources, place, true, STDIN_FILENO);
	else if (sources_is_ours(sources))
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
	if (error && sources_is_ours(sources))
		queue_add_error(&sources->queue, place, error);
	else if (!error && opened.folder)
		begin_walk(sources, place);
	else if (!error)
		begin_text(sources, place, false, opened.fd);
	return true;
}

/* One at a time: what goes ahead has all been handed out. */
static bool step_alone(struct sources *sources)
{
	bool more;

	arena_reset(&sources->arena);
	queue_begin(&sources->queue, &sources->arena);
	sources->ready = &sources->queue;
	more = sources_step_lines(sources) || step_operand(sources);
	queue_prepare(&sources->queue, &sources->options);
	return more;
}

/* Nothing is left to be looked into; then the file at hand stays. */
static bool is_over(const struct sources *sources)
{
	return !sources->walk.top && !sources->lines.open &&
		sources->operand == sources->options.n &&
		sources->ahead.end - sources->ahead.first == (sources->at != NULL);
}

static bool step(struct sources *sources)
{
	if (sources->at)
		ahead_drop(&sources->ahead);
	sources->at = NULL;
	return step_ahead(sources) || step_alone(sources);
}

bool sources_next(struct sources *sources, struct source *source)
{
	while (sources->ready->next == sources->ready->n)
		if (is_over(sources) || !step(sources))
			return false;
	*source = sources->ready->items[sources->ready->next++];
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
	size_t n = sources->at ? sources->at->policies : sources->around->n_policies;

	return i < n ? &sources->around->policies[i]->file : NULL;
}

struct people_source *sources_people_at(const struct sources *sources, size_t i)
{
	size_t n = sources->at ? sources->at->people : sources->around->n_people;

	return i < n ? &sources->around->kept_people[i]->file : NULL;
}

void sources_close(struct sources *sources)
{
	struct arena self;

	if (!sources)
		return;
	self = sources->self;
	ahead_free(&sources->ahead);
	walk_end(&sources->walk);
	lines_end(&sources->lines);
	surroundings_free(&sources->own_around);
	trees_free(&sources->own_trees);
	buffer_free(&sources->text);
	buffer_free(&sources->queue.text);
	buffer_free(&sources->last_path);
	arena_free(&sources->arena);
	arena_free(&sources->operand_arena);
	arena_free(&self);
}
