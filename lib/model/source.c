/* From operands to documents: one step at a time, whatever is at hand goes on first. */
#include "partner/source.h"

#include <string.h>
#include <unistd.h>

#include "partner/json.h"
#include "source_calibration.h"
#include "source_lines.h"
#include "source_load.h"
#include "source_path.h"
#include "source_policy.h"
#include "source_read.h"
#include "source_walk.h"

struct sources {
	struct arena self; /* holds this struct */
	struct source_options options;
	size_t operand;     /* the next one */
	struct arena arena; /* of the file at hand */
	struct buffer text;
	struct queue queue;
	struct trees trees;
	struct surroundings around;
	struct walk walk;
	struct lines lines;
	struct arena operand_arena; /* for the two below */
	const char *limit;          /* of a walk: its top */
	struct place lines_place;   /* where the lines come from */
	struct place last;          /* what the line before named */
	struct buffer last_path;    /* of that, with its NUL */
};

struct sources *sources_open(const struct source_options *options)
{
	struct arena arena = {0};
	struct sources *sources = ARENA_NEW(&arena, struct sources);

	sources->self = arena;
	sources->options = *options;
	trees_init(&sources->trees, options->environment);
	sources->around.options = &sources->options;
	sources->around.trees = &sources->trees;
	return sources;
}

/* What the text of a file, standard input or a line says, with what serves its folder. */
static void load(
	struct sources *sources, struct place place, bool standard_input, const char *limit)
{
	struct place folder = {place.tree, path_folder(&sources->arena, place.path)};
	struct load load = {
		.tree = place.tree,
		.path = place.path,
		.standard_input = standard_input,
		.text = &sources->text,
		.policy =
			surroundings_policy(&sources->around, folder, limit ? limit : folder.path),
		.people =
			surroundings_people(&sources->around, folder, limit ? limit : folder.path),
	};

	load_documents(&load, &sources->queue);
}

/* ---- folders ---- */

static void load_found(struct sources *sources, const char *path)
{
	struct tree *tree = sources->walk.tree;
	struct place folder = {tree, path_folder(&sources->arena, path)};
	struct place place = {tree, path};
	int error;

	if (calibrations_have(surroundings_policy(&sources->around, folder, sources->limit), place))
		return;
	error = tree->driver->read(tree, path, READ_FOUND, &sources->text);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		load(sources, place, false, sources->limit);
}

/* False when there is no walk, or no more of it. */
static bool step_walk(struct sources *sources)
{
	struct walk_item item;
	struct source *source;

	if (!walk_next(&sources->walk, &sources->arena, &item))
		return false;
	if (item.kind == SOURCE_DOCUMENT) {
		load_found(sources, item.path);
		return true;
	}
	source = queue_add(
		&sources->queue, item.kind, (struct place){sources->walk.tree, item.path});
	source->error = item.error;
	source->reason = item.reason;
	return true;
}

/* ---- lines of JSON ---- */

static bool is_standard_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* Where the lines come from, for as long as the queue. */
static struct place lines_place(struct sources *sources)
{
	struct place place = sources->lines_place;

	place.path = arena_copy(&sources->arena, place.path, strlen(place.path));
	return place;
}

/* A document that is nothing but a fault in the line at hand. */
static void add_line_fault(struct sources *sources, enum diag_rule rule, unsigned column,
	const char *hint, const char *words)
{
	struct place place = lines_place(sources);
	struct place folder = {place.tree, path_folder(&sources->arena, place.path)};
	uint32_t line = sources->lines.number;
	struct source *source = queue_add(&sources->queue, SOURCE_DOCUMENT, place);

	source->line = line;
	source->standard_input = is_standard_input(place.path);
	source->policy = surroundings_policy(&sources->around, folder, folder.path);
	source->people = surroundings_people(&sources->around, folder, folder.path);
	diag_add(&source->faults, rule, place.path, (struct span){line, column, line, column}, "",
		hint, words);
}

/* Many commands write more than one line for a partner, one after the other. */
static bool is_repeated(struct sources *sources, struct place place)
{
	bool same = sources->last.tree == place.tree && sources->last_path.length &&
		strcmp(sources->last_path.data, place.path) == 0;

	sources->last = place;
	buffer_clear(&sources->last_path);
	buffer_add(&sources->last_path, place.path, strlen(place.path) + 1);
	return same;
}

static void load_named(struct sources *sources, struct place place)
{
	int error = place.tree->driver->read(place.tree, place.path, READ_NAMED, &sources->text);

	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		load(sources, place, false, NULL);
}

static struct place found_place(struct sources *sources, const struct json_source *found)
{
	if (!found->revision)
		return place_on_disk(&sources->trees, found->path);
	return place_at(&sources->trees, &sources->arena, found->revision, found->path);
}

static void follow_line(struct sources *sources, const char *line, size_t length)
{
	struct json_source found;
	const char *fault;
	struct place place;

	if (json_line_source(&sources->arena, line, length, &found, &fault) != JSON_LINE_READ) {
		add_line_fault(sources, P002_SYNTAX, found.column ? found.column : 1,
			"write one JSON record a line", fault);
		return;
	}
	if (!found.path)
		return;
	place = found_place(sources, &found);
	if (is_repeated(sources, place))
		return;
	if (!found.revision && is_standard_input(found.path))
		add_line_fault(sources, P002_SYNTAX, 1, "name a file",
			"standard input cannot be read again");
	else
		load_named(sources, place);
}

/* False when there are no lines, or no more of them. */
static bool step_lines(struct sources *sources)
{
	const char *line;
	size_t length;

	if (!sources->lines.open)
		return false;
	switch (lines_next(&sources->lines, &line, &length)) {
	case LINES_LINE:
		if (length)
			follow_line(sources, line, length);
		return true;
	case LINES_TOO_LONG:
		sources->lines.number++;
		add_line_fault(sources, P015_LIMIT, 1, "split the line", "16 MiB");
		break;
	case LINES_ERROR:
		queue_add_error(&sources->queue, lines_place(sources), sources->lines.error);
		break;
	case LINES_END:
		break;
	}
	lines_end(&sources->lines);
	return true;
}

/* ---- operands ---- */

/* What is called a partner file is one, even when it starts with a brace. */
static bool may_hold_lines(const char *path, const struct buffer *text)
{
	return text->length && text->data[0] == '{' && path_stem(path_base(path)) == 0;
}

static void begin_lines(struct sources *sources, struct place place, int fd)
{
	arena_reset(&sources->operand_arena);
	place.path = arena_copy(&sources->operand_arena, place.path, strlen(place.path));
	sources->lines_place = place;
	buffer_clear(&sources->last_path);
	lines_begin(&sources->lines, fd, &sources->text);
}

/* What the start of a text is known of. Closes the descriptor, or hands it on. */
static void begin_text(struct sources *sources, struct place place, bool standard_input, int fd)
{
	int error = 0;

	if (may_hold_lines(place.path, &sources->text)) {
		begin_lines(sources, place, fd);
		return;
	}
	if (fd >= 0)
		error = read_enough(fd, &sources->text, (size_t)YAML_MAX_SIZE + 1);
	if (fd > STDIN_FILENO)
		close(fd);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else
		load(sources, place, standard_input, NULL);
}

static void begin_standard_input(struct sources *sources)
{
	struct place place = place_on_disk(&sources->trees, "-");
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
	error = walk_begin(&sources->walk, (struct place){place.tree, sources->limit});
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
	if (is_standard_input(name)) {
		begin_standard_input(sources);
		return true;
	}
	place = place_named(&sources->trees, &sources->arena, name);
	error = place.tree->driver->open(place.tree, place.path, &sources->text, &opened);
	if (error)
		queue_add_error(&sources->queue, place, error);
	else if (opened.folder)
		begin_walk(sources, place);
	else
		begin_text(sources, place, false, opened.fd);
	return true;
}

bool sources_next(struct sources *sources, struct source *source)
{
	struct queue *queue = &sources->queue;

	while (queue->next == queue->n) {
		arena_reset(&sources->arena);
		*queue = (struct queue){.arena = &sources->arena};
		if (!step_walk(sources) && !step_lines(sources) && !step_operand(sources))
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

	if (is_standard_input(name))
		return place_on_disk(&sources->trees, ".");
	place = place_named(&sources->trees, arena, name);
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
					 : place_on_disk(&sources->trees, ".");
	const struct policy_file *policy =
		surroundings_policy(&sources->around, folder, folder.path);

	arena_free(&arena);
	return policy;
}

const struct policy_file *sources_policy_at(const struct sources *sources, size_t i)
{
	return i < sources->around.n_policies ? &sources->around.policies[i]->file : NULL;
}

struct people_source *sources_people_at(const struct sources *sources, size_t i)
{
	return i < sources->around.n_people ? &sources->around.kept_people[i]->file : NULL;
}

void sources_close(struct sources *sources)
{
	struct arena self;

	if (!sources)
		return;
	self = sources->self;
	walk_end(&sources->walk);
	lines_end(&sources->lines);
	surroundings_free(&sources->around);
	trees_free(&sources->trees);
	buffer_free(&sources->text);
	buffer_free(&sources->last_path);
	arena_free(&sources->arena);
	arena_free(&sources->operand_arena);
	arena_free(&self);
}
