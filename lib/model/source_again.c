/* Reading again what was read before: nothing of it is kept but its path, or the line. */
#include "source_state.h"

#include <string.h>

struct sources *sources_open_again(struct sources *other)
{
	struct source_options options = other->options;
	struct sources *again;

	options.operands = NULL;
	options.n = 0;
	options.jobs = 1;
	again = sources_open_beside(&options, other);
	again->around = other->around;
	return again;
}

static void forget(struct sources *again)
{
	arena_reset(&again->arena);
	queue_begin(&again->queue, &again->arena);
	again->ready = &again->queue;
}

void sources_again_file(struct sources *again, struct place place, const char *limit)
{
	struct load load;

	forget(again);
	place.path = arena_copy(&again->arena, place.path, strlen(place.path));
	if (sources_find(again, &again->arena, place, limit, &load))
		load_file(&load, &again->text, &again->queue);
}

void sources_again_line(
	struct sources *again, struct place place, uint32_t number, const char *line, size_t length)
{
	forget(again);
	again->lines_place = place;
	again->lines.number = number;
	sources_take_line(again, arena_copy(&again->arena, line, length), length);
}

size_t sources_last(const struct sources *sources)
{
	return sources->ready->next - 1;
}

const struct source *sources_nth(const struct sources *sources, size_t nth)
{
	return nth < sources->ready->n ? &sources->ready->items[nth] : NULL;
}
