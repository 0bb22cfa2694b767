/* Lines of JSON as operands: each is followed to the file it names, or kept. */
#include "source_state.h"

#include <string.h>
#include <unistd.h>

#include "partner/json.h"
#include "source_path.h"

void sources_begin_lines(struct sources *sources, struct place place, int fd)
{
	arena_reset(&sources->operand_arena);
	place.path = arena_copy(&sources->operand_arena, place.path, strlen(place.path));
	sources->lines_place = place;
	buffer_clear(&sources->last_path);
	lines_begin(&sources->lines, fd, &sources->text);
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
	struct source *source;

	if (!sources_is_ours(sources))
		return;
	source = queue_add(&sources->queue, SOURCE_DOCUMENT, place);
	source->line = line;
	source->standard_input = names_standard_input(place.path);
	source->policy = surroundings_policy(sources->around, folder, folder.path);
	source->people = surroundings_people(sources->around, folder, folder.path);
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
	struct load load = sources_load_of(sources, &sources->arena, place, NULL);

	load_file(&load, &sources->text, &sources->queue);
}

static struct place found_place(struct sources *sources, const struct json_source *found)
{
	if (!found->revision)
		return place_on_disk(sources->trees, found->path);
	return place_at(sources->trees, &sources->arena, found->revision, found->path);
}

static void follow_line(struct sources *sources, const struct json_source *found)
{
	struct place place;

	if (!found->path)
		return;
	place = found_place(sources, found);
	if (is_repeated(sources, place))
		return;
	if (!found->revision && names_standard_input(found->path))
		add_line_fault(sources, P002_SYNTAX, 1, "name a file",
			"standard input cannot be read again");
	else if (sources_is_ours(sources))
		load_named(sources, place);
}

static struct source *add_line(struct sources *sources, const char *line, size_t length)
{
	struct source *source = queue_add(&sources->queue, SOURCE_LINE, lines_place(sources));

	source->line = sources->lines.number;
	source->standard_input = names_standard_input(source->path);
	source->text = line;
	source->length = length;
	return source;
}

static void keep_line(
	struct sources *sources, const struct json_source *found, const char *line, size_t length)
{
	if (strcmp(found->type, "scorecard") != 0 || !found->partner) {
		add_line_fault(sources, P002_SYNTAX, 1, "write it with partner-score --format=json",
			"a scorecard is expected");
		return;
	}
	add_line(sources, line, length)->record = found;
}

void sources_take_line(struct sources *sources, const char *line, size_t length)
{
	struct json_source *found;
	const char *fault;

	if (sources->options.raw_lines) {
		add_line(sources, line, length);
		return;
	}
	found = ARENA_NEW(&sources->arena, struct json_source);
	if (json_line_source(&sources->arena, line, length, found, &fault) != JSON_LINE_READ)
		add_line_fault(sources, P002_SYNTAX, found->column ? found->column : 1,
			"write one JSON record a line", fault);
	else if (sources->options.keep_lines)
		keep_line(sources, found, line, length);
	else
		follow_line(sources, found);
}

bool sources_step_lines(struct sources *sources)
{
	const char *line;
	size_t length;

	if (!sources->lines.open)
		return false;
	switch (lines_next(&sources->lines, &line, &length)) {
	case LINES_LINE:
		sources_take_line(sources, line, length);
		return true;
	case LINES_TOO_LONG:
		sources->lines.number++;
		add_line_fault(sources, P015_LIMIT, 1, "split the line", "16 MiB");
		break;
	case LINES_ERROR:
		if (sources_is_ours(sources))
			queue_add_error(
				&sources->queue, lines_place(sources), sources->lines.error);
		break;
	case LINES_END:
		break;
	}
	lines_end(&sources->lines);
	return true;
}
