/*
 * Both sides give their documents in byte order of path, and the smaller one goes on. What
 * meets the same id there makes a pair at once; all else waits, known by id and path only,
 * until its other side comes, or both have ended.
 */
#include "partner/pairs.h"

#include <errno.h>
#include <string.h>

#include "pairs_changed.h"
#include "pairs_known.h"
#include "pairs_side.h"
#include "source_path.h"

struct pairs {
	struct arena self; /* holds this struct, operands and filter */
	struct pairs_side sides[PAIR_SIDES];
	bool single; /* there is but one side, which is both */
	bool turn;   /* whose it is when nothing else decides */
	struct knowns knowns;
	size_t next[PAIR_SIDES]; /* at the end: which of those that wait */
	struct filter only;
	struct buffer first; /* of what is repeated */
};

/* ---- opening ---- */

static struct sources *open_side(struct arena *arena, const struct pairs_options *options,
	const char *name, struct pairs_side *other)
{
	struct source_options own = options->sources;
	char **operands = arena_array(arena, 1, sizeof(*operands));

	operands[0] = arena_copy(arena, name, strlen(name));
	own.operands = operands;
	own.n = 1;
	own.keep_lines = true;
	return sources_open_beside(&own, other ? other->sources : NULL);
}

/* Walks of nothing are none. */
static void narrow(struct pairs *pairs, struct sources *sources)
{
	sources->only = &pairs->only;
	if (pairs->only.n == 0)
		sources->operand = sources->options.n;
}

struct pairs *pairs_open(const struct pairs_options *options)
{
	struct arena arena = {0};
	struct pairs *pairs = ARENA_NEW(&arena, struct pairs);
	struct pairs_side *from = &pairs->sides[PAIR_FROM], *to = &pairs->sides[PAIR_TO];

	pairs->single = !options->to;
	from->sources = open_side(&arena, options, options->from, NULL);
	if (!pairs->single)
		to->sources = open_side(&arena, options, options->to, from);
	if (!pairs->single && !options->all &&
		changed_find(from->sources, to->sources, &arena, &pairs->only)) {
		narrow(pairs, from->sources);
		narrow(pairs, to->sources);
	}
	pairs->self = arena;
	return pairs;
}

static const struct pairs_side *side_of(const struct pairs *pairs, enum pair_side side)
{
	return &pairs->sides[pairs->single ? PAIR_FROM : side];
}

/* ---- what is found ---- */

/* The head of one side is used up. The only side is told as the newer one. */
static enum pair_event give(
	struct pairs *pairs, struct pair *pair, enum pair_side at, enum pair_event event)
{
	struct pairs_side *side = &pairs->sides[at];

	pair->side = pairs->single ? PAIR_TO : at;
	pair->sources[pair->side] = &side->head;
	side->full = false;
	return event;
}

static enum pair_side other_of(enum pair_side at)
{
	return at == PAIR_FROM ? PAIR_TO : PAIR_FROM;
}

static enum pair_event lone(enum pair_side at)
{
	return at == PAIR_FROM ? PAIR_REMOVED : PAIR_ADDED;
}

/* OLD has no such path at its revision. */
static bool is_absent(const struct pairs *pairs, enum pair_side at)
{
	const struct source *head = &pairs->sides[at].head;

	/* in a folder that could be opened it is a file that is missing, not the operand */
	return at == PAIR_FROM && !pairs->single && !pairs->sides[at].sources->walk.tree &&
		head->kind == SOURCE_UNREADABLE && head->error == ENOENT &&
		tree_revision(head->tree);
}

/* What is there to be told before anything is paired; PAIR_END: nothing. */
static enum pair_event give_problem(struct pairs *pairs, struct pair *pair, enum pair_side at)
{
	struct pairs_side *side = &pairs->sides[at];

	if (side->head.kind == SOURCE_DOCUMENT || side->head.kind == SOURCE_LINE)
		return PAIR_END;
	if (!is_absent(pairs, at))
		return give(pairs, pair, at, PAIR_PROBLEM);
	side_forgive(side);
	return give(pairs, pair, at, PAIR_ABSENT);
}

static enum pair_event give_repeated(
	struct pairs *pairs, struct pair *pair, enum pair_side at, const struct known *known)
{
	const struct sources *sources = pairs->sides[at].sources;
	const struct known_at *first = &known->at[at];
	struct buffer *text = &pairs->first;
	const char *path = pairs->sides[at].head.path;
	struct arena scratch = {0};

	if (sources->walk.tree)
		path = path_join(&scratch, sources->limit, first->path);
	buffer_clear(text);
	buffer_printf(text, "%s%s:%u", tree_prefix(pairs->sides[at].head.tree), path, first->line);
	buffer_putc(text, '\0');
	arena_free(&scratch);
	pair->first = text->data;
	return give(pairs, pair, at, PAIR_REPEATED);
}

/* One that waited is read again; the event, unless that is no longer possible. */
static enum pair_event give_again(struct pairs *pairs, struct pair *pair, struct known *known,
	enum pair_side at, enum pair_event event)
{
	const struct source *source = side_again(&pairs->sides[at], known, at);

	known_done(known, at);
	if (source->kind == SOURCE_UNREADABLE) {
		*pair = (struct pair){.side = at};
		event = PAIR_PROBLEM;
	}
	pair->sources[at] = source;
	return event;
}

/* ---- one side ---- */

static void meet(struct pairs *pairs, struct known *known, enum pair_side at)
{
	const struct pairs_side *side = &pairs->sides[at];
	const struct source *head = &side->head;

	known_meet(&pairs->knowns, known, at,
		head->kind == SOURCE_LINE ? NULL : side_path(side, head), head->line,
		side_nth(side));
}

/* It waits, or its other side did so. PAIR_END: there is nothing to tell yet. */
static enum pair_event take(struct pairs *pairs, struct pair *pair, enum pair_side at)
{
	struct pairs_side *side = &pairs->sides[at];
	struct known *known;

	if (side_is_lost(side, &side->head))
		return give(pairs, pair, at, lone(at));
	known = known_find(&pairs->knowns, side_id(&side->head));
	if (known->at[at].state != KNOWN_NOT)
		return give_repeated(pairs, pair, at, known);
	meet(pairs, known, at);
	if (known->at[other_of(at)].state == KNOWN_WAITING) {
		give(pairs, pair, at, PAIR_BOTH);
		return give_again(pairs, pair, known, other_of(at), PAIR_BOTH);
	}
	known_wait(&pairs->knowns, known, at, side_keep(side));
	side->full = false;
	return PAIR_END;
}

/* The only side: each is its own other side. */
static enum pair_event take_single(struct pairs *pairs, struct pair *pair)
{
	struct pairs_side *side = &pairs->sides[PAIR_FROM];
	const char *id = side_id(&side->head);
	struct known *known;

	if (id) {
		known = known_find(&pairs->knowns, id);
		if (known->at[PAIR_FROM].state != KNOWN_NOT)
			return give_repeated(pairs, pair, PAIR_FROM, known);
		meet(pairs, known, PAIR_FROM);
	}
	give(pairs, pair, PAIR_FROM, PAIR_BOTH);
	pair->sources[PAIR_FROM] = pair->sources[PAIR_TO];
	return PAIR_BOTH;
}

/* ---- both sides ---- */

/* Both heads are one partner that neither side had before. PAIR_END: they are not. */
static enum pair_event give_both(struct pairs *pairs, struct pair *pair)
{
	const char *from = side_id(&pairs->sides[PAIR_FROM].head);
	const char *to = side_id(&pairs->sides[PAIR_TO].head);
	struct known *known;

	if (!from || !to || strcmp(from, to) != 0)
		return PAIR_END;
	known = known_find(&pairs->knowns, from);
	if (known->at[PAIR_FROM].state != KNOWN_NOT || known->at[PAIR_TO].state != KNOWN_NOT)
		return PAIR_END;
	meet(pairs, known, PAIR_FROM);
	meet(pairs, known, PAIR_TO);
	give(pairs, pair, PAIR_FROM, PAIR_BOTH);
	return give(pairs, pair, PAIR_TO, PAIR_BOTH);
}

/* By path; lines have none, and take turns with whatever there is. */
static enum pair_side choose(struct pairs *pairs)
{
	const struct pairs_side *from = &pairs->sides[PAIR_FROM], *to = &pairs->sides[PAIR_TO];
	int order = 0;

	if (!from->full || !to->full)
		return from->full ? PAIR_FROM : PAIR_TO;
	if (!side_has_lines(from) && !side_has_lines(to))
		order = strcmp(side_path(from, &from->head), side_path(to, &to->head));
	if (order == 0)
		order = (pairs->turn = !pairs->turn) ? -1 : 1;
	return order < 0 ? PAIR_FROM : PAIR_TO;
}

/* 0 when they are one after all: at the same place, and one of them has no id. */
static int compare_waiting(const struct known *from, const struct known *to)
{
	const struct known_at *one = from ? &from->at[PAIR_FROM] : NULL;
	const struct known_at *other = to ? &to->at[PAIR_TO] : NULL;
	int order;

	if (!one || !other)
		return one ? -1 : 1;
	if (!one->path || !other->path)
		return -1;
	order = strcmp(one->path, other->path);
	if (order == 0 && one->nth != other->nth)
		order = one->nth < other->nth ? -1 : 1;
	return order == 0 && from->id && to->id ? -1 : order;
}

static enum pair_event give_waiting(
	struct pairs *pairs, struct pair *pair, struct known *known, enum pair_side at)
{
	const char *path = known->at[at].path;

	if (side_may_hide(&pairs->sides[other_of(at)], path ? path : "")) {
		known_done(known, at);
		return PAIR_END;
	}
	return give_again(pairs, pair, known, at, lone(at));
}

/* When both sides have ended; false when nobody waits. */
static bool settle(struct pairs *pairs, struct pair *pair, enum pair_event *event)
{
	struct knowns *knowns = &pairs->knowns;
	struct known *from = known_waiting(knowns, PAIR_FROM, &pairs->next[PAIR_FROM]);
	struct known *to = known_waiting(knowns, PAIR_TO, &pairs->next[PAIR_TO]);
	int order = compare_waiting(from, to);

	if (!from && !to)
		return false;
	if (order < 0) {
		*event = give_waiting(pairs, pair, from, PAIR_FROM);
	} else if (order > 0) {
		*event = give_waiting(pairs, pair, to, PAIR_TO);
	} else {
		*event = give_again(pairs, pair, from, PAIR_FROM, PAIR_BOTH);
		if (*event == PAIR_BOTH)
			*event = give_again(pairs, pair, to, PAIR_TO, PAIR_BOTH);
	}
	return true;
}

/* ---- the run ---- */

/* Fills the heads; false when neither side has one. */
static bool fill(struct pairs *pairs, struct pair *pair, enum pair_event *event)
{
	bool any = false;

	*event = PAIR_END;
	for (int i = 0; i < (pairs->single ? 1 : PAIR_SIDES) && *event == PAIR_END; i++) {
		enum pair_side at = (enum pair_side)i;

		if (!side_fill(&pairs->sides[at]))
			continue;
		any = true;
		*event = give_problem(pairs, pair, at);
	}
	return any;
}

/* One step; the event is PAIR_END when there is nothing to tell of it. False at the end. */
static bool step(struct pairs *pairs, struct pair *pair, enum pair_event *event)
{
	if (!fill(pairs, pair, event))
		return !pairs->single && settle(pairs, pair, event);
	if (*event != PAIR_END)
		return true;
	if (pairs->single) {
		*event = take_single(pairs, pair);
		return true;
	}
	if (pairs->sides[PAIR_FROM].full && pairs->sides[PAIR_TO].full)
		*event = give_both(pairs, pair);
	if (*event == PAIR_END)
		*event = take(pairs, pair, choose(pairs));
	return true;
}

enum pair_event pairs_next(struct pairs *pairs, struct pair *pair)
{
	enum pair_event event = PAIR_END;

	*pair = (struct pair){0};
	while (event == PAIR_END && step(pairs, pair, &event))
		continue;
	return event;
}

/* ---- what is known of a side ---- */

struct sources *pairs_sources(struct pairs *pairs, enum pair_side side)
{
	return side_of(pairs, side)->sources;
}

const char *pairs_revision(const struct pairs *pairs, enum pair_side side)
{
	return side_revision(side_of(pairs, side));
}

bool pairs_lines(const struct pairs *pairs, enum pair_side side)
{
	return side_has_lines(side_of(pairs, side));
}

void pairs_close(struct pairs *pairs)
{
	struct arena self;

	if (!pairs)
		return;
	self = pairs->self;
	knowns_free(&pairs->knowns);
	buffer_free(&pairs->first);
	side_close(&pairs->sides[PAIR_TO]); /* it looks into the trees of the other */
	side_close(&pairs->sides[PAIR_FROM]);
	arena_free(&self);
}
