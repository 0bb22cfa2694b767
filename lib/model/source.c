/* From operands to documents: one step at a time, whatever is at hand goes on first. */
#include "partner/source.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>
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
	struct surroundings around;
	struct walk walk;
	struct lines lines;
	struct arena operand_arena; /* for the two below */
	const char *limit;          /* of a walk: its top */
	const char *lines_path;     /* where the lines come from */
	struct buffer last;         /* the path in the line before, with its NUL */
};

struct sources *sources_open(const struct source_options *options)
{
	struct arena arena = {0};
	struct sources *sources = ARENA_NEW(&arena, struct sources);

	sources->self = arena;
	sources->options = *options;
	sources->around.options = &sources->options;
	return sources;
}

static void add_error(struct sources *sources, const char *path, int error)
{
	queue_add(&sources->queue, SOURCE_UNREADABLE, path)->error = error;
}

/* What the text of a file, standard input or a line says, with what serves its folder. */
static void load(struct sources *sources, const char *path, bool standard_input, const char *folder,
	const char *limit)
{
	struct load load = {
		.path = path,
		.standard_input = standard_input,
		.text = &sources->text,
		.policy = surroundings_policy(&sources->around, folder, limit),
		.people = surroundings_people(&sources->around, folder, limit),
	};

	load_documents(&load, &sources->queue);
}

/* ---- folders ---- */

static void load_found(struct sources *sources, const char *path)
{
	const char *folder = path_folder(&sources->arena, path);
	const struct policy_file *policy =
		surroundings_policy(&sources->around, folder, sources->limit);
	int error;

	if (calibrations_have(policy, path))
		return;
	error = read_whole(path, READ_FOUND, &sources->text);
	if (error)
		add_error(sources, path, error);
	else
		load(sources, path, false, folder, sources->limit);
}

/* False when there is no walk, or no more of it. */
static bool step_walk(struct sources *sources)
{
	struct walk_item item;

	if (!walk_next(&sources->walk, &sources->arena, &item))
		return false;
	if (item.kind == SOURCE_DOCUMENT)
		load_found(sources, item.path);
	else
		queue_add(&sources->queue, item.kind, item.path)->error = item.error;
	return true;
}

/* ---- lines of JSON ---- */

static bool is_standard_input(const char *path)
{
	return strcmp(path, "-") == 0;
}

/* A document that is nothing but a fault in the line at hand. */
static void add_line_fault(struct sources *sources, enum diag_rule rule, unsigned column,
	const char *hint, const char *words)
{
	const char *path =
		arena_copy(&sources->arena, sources->lines_path, strlen(sources->lines_path));
	const char *folder = path_folder(&sources->arena, path);
	uint32_t line = sources->lines.number;
	struct source *source = queue_add(&sources->queue, SOURCE_DOCUMENT, path);

	source->line = line;
	source->standard_input = is_standard_input(path);
	source->policy = surroundings_policy(&sources->around, folder, folder);
	source->people = surroundings_people(&sources->around, folder, folder);
	diag_add(&source->faults, rule, path, (struct span){line, column, line, column}, "", hint,
		words);
}

/* Many commands write more than one line for a partner, one after the other. */
static bool is_repeated(struct sources *sources, const char *path)
{
	bool same = sources->last.length && strcmp(sources->last.data, path) == 0;

	buffer_clear(&sources->last);
	buffer_add(&sources->last, path, strlen(path) + 1);
	return same;
}

static void load_named(struct sources *sources, const char *path)
{
	const char *folder = path_folder(&sources->arena, path);
	int error = read_whole(path, READ_NAMED, &sources->text);

	if (error)
		add_error(sources, path, error);
	else
		load(sources, path, false, folder, folder);
}

static void follow_line(struct sources *sources, const char *line, size_t length)
{
	struct json_source found;
	const char *fault;

	if (json_line_source(&sources->arena, line, length, &found, &fault) != JSON_LINE_READ)
		add_line_fault(sources, P002_SYNTAX, found.column ? found.column : 1,
			"write one JSON record a line", fault);
	else if (!found.path || is_repeated(sources, found.path))
		return;
	else if (is_standard_input(found.path))
		add_line_fault(sources, P002_SYNTAX, 1, "name a file",
			"standard input cannot be read again");
	else
		load_named(sources, found.path);
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
		add_error(sources,
			arena_copy(
				&sources->arena, sources->lines_path, strlen(sources->lines_path)),
			sources->lines.error);
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

static void begin_lines(struct sources *sources, const char *path, int fd)
{
	arena_reset(&sources->operand_arena);
	sources->lines_path = arena_copy(&sources->operand_arena, path, strlen(path));
	buffer_clear(&sources->last);
	lines_begin(&sources->lines, fd, &sources->text);
}

/* Closes the descriptor, or hands it on. */
static void begin_text(struct sources *sources, const char *path, int fd)
{
	const char *folder = path_folder(&sources->arena, path);
	int error;

	buffer_clear(&sources->text);
	error = read_enough(fd, &sources->text, 1);
	if (!error && may_hold_lines(path, &sources->text)) {
		begin_lines(sources, path, fd);
		return;
	}
	if (!error)
		error = read_enough(fd, &sources->text, (size_t)YAML_MAX_SIZE + 1);
	if (fd != STDIN_FILENO)
		close(fd);
	if (error)
		add_error(sources, path, error);
	else
		load(sources, path, is_standard_input(path), folder, folder);
}

static void begin_walk(struct sources *sources, const char *path)
{
	int error;

	arena_reset(&sources->operand_arena);
	sources->limit = path_clean(&sources->operand_arena, path);
	error = walk_begin(&sources->walk, sources->limit);
	if (error)
		add_error(sources, path, error);
}

static bool step_operand(struct sources *sources)
{
	const char *path;
	struct stat what;
	int fd;

	if (sources->operand == sources->options.n)
		return false;
	path = sources->options.operands[sources->operand++];
	if (is_standard_input(path)) {
		begin_text(sources, path, STDIN_FILENO);
		return true;
	}
	fd = read_open(path, READ_NAMED);
	if (fd < 0) {
		add_error(sources, path, errno);
	} else if (fstat(fd, &what) == 0 && S_ISDIR(what.st_mode)) {
		close(fd);
		begin_walk(sources, path);
	} else {
		begin_text(sources, path, fd);
	}
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
static const char *operand_folder(struct arena *arena, const char *path)
{
	struct stat what;

	if (!is_standard_input(path) && stat(path, &what) == 0 && S_ISDIR(what.st_mode))
		return path_clean(arena, path);
	return path_folder(arena, path);
}

const struct policy_file *sources_policy(struct sources *sources)
{
	const struct source_options *options = &sources->options;
	struct arena arena = {0};
	const char *folder = options->n ? operand_folder(&arena, options->operands[0]) : ".";
	const struct policy_file *policy = surroundings_policy(&sources->around, folder, folder);

	arena_free(&arena);
	return policy;
}

const struct policy_file *sources_policy_at(const struct sources *sources, size_t i)
{
	return i < sources->around.n_policies ? sources->around.policies[i] : NULL;
}

struct people_source *sources_people_at(const struct sources *sources, size_t i)
{
	return i < sources->around.n_people ? sources->around.people[i] : NULL;
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
	buffer_free(&sources->text);
	buffer_free(&sources->last);
	arena_free(&sources->arena);
	arena_free(&sources->operand_arena);
	arena_free(&self);
}
