#include "pair_tell.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const char *const events[] = {
	[PAIR_BOTH] = "both",
	[PAIR_ADDED] = "added",
	[PAIR_REMOVED] = "removed",
	[PAIR_PROBLEM] = "problem",
	[PAIR_REPEATED] = "repeated",
	[PAIR_ABSENT] = "absent",
};

static const char *id_of(const struct source *source)
{
	if (source->kind == SOURCE_LINE)
		return source->record->partner;
	return source->partner && HAS(source->partner->id) ? source->partner->id.text : "-";
}

static void tell_source(struct buffer *told, const struct source *source)
{
	buffer_puts(told, tree_prefix(source->tree));
	if (source->kind == SOURCE_UNREADABLE && source->reason)
		buffer_printf(told, "%s: %s", source->path, source->reason);
	else if (source->kind == SOURCE_DOCUMENT || source->kind == SOURCE_LINE)
		buffer_printf(told, "%s:%u %s%s", source->path, source->line, id_of(source),
			source->faults.errors ? "!" : "");
	else {
		tree_tell(told, source);
		told->length--; /* the newline */
	}
}

static void check_pair(enum pair_event event, const struct pair *pair)
{
	bool from = event == PAIR_BOTH || event == PAIR_REMOVED;
	bool to = event == PAIR_BOTH || event == PAIR_ADDED;

	if (event == PAIR_PROBLEM || event == PAIR_REPEATED || event == PAIR_ABSENT) {
		from = pair->side == PAIR_FROM;
		to = !from;
	}
	assert_int_equal(from, pair->sources[PAIR_FROM] != NULL);
	assert_int_equal(to, pair->sources[PAIR_TO] != NULL);
	assert_int_equal(event == PAIR_REPEATED, pair->first != NULL);
}

static void tell(struct buffer *told, enum pair_event event, const struct pair *pair)
{
	check_pair(event, pair);
	buffer_puts(told, events[event]);
	if (event != PAIR_BOTH && event != PAIR_ADDED && event != PAIR_REMOVED)
		buffer_puts(told, pair->side == PAIR_FROM ? " from" : " to");
	for (int side = PAIR_FROM; side < PAIR_SIDES; side++) {
		if (!pair->sources[side])
			continue;
		buffer_puts(told, side == PAIR_TO && pair->sources[PAIR_FROM] ? " | " : " ");
		tell_source(told, pair->sources[side]);
	}
	if (pair->first)
		buffer_printf(told, ", first at %s", pair->first);
	buffer_putc(told, '\n');
}

void pairs_check_with(
	struct pairs_options options, const char *from, const char *to, const char *expected)
{
	struct buffer told = {0};
	struct pairs *pairs;
	struct pair pair;
	enum pair_event event;

	options.from = from;
	options.to = to;
	pairs = pairs_open(&options);
	while ((event = pairs_next(pairs, &pair)) != PAIR_END)
		tell(&told, event, &pair);
	assert_int_equal(pairs_next(pairs, &pair), PAIR_END);
	pairs_close(pairs);
	buffer_putc(&told, '\0');
	assert_string_equal(told.data, expected);
	buffer_free(&told);
}

void pairs_check(const char *from, const char *to, const char *expected)
{
	pairs_check_with((struct pairs_options){.sources = git_options()}, from, to, expected);
}

void put_three(void)
{
	tree_put_partner("d/a.yaml", "a");
	tree_put_partner("d/b.yaml", "b");
	tree_put_partner("d/sub/c.yaml", "c");
	commit("one");
}

void put_changed(const char *path, const char *id)
{
	struct arena arena = {0};

	tree_put(path, arena_printf(&arena, "partner: %s\nname: Other\nkind: vendor\n", id));
	arena_free(&arena);
}
