/* The change of a partner, put together from its parts. */
#include "partner/change.h"

#include <assert.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "card_lines.h"
#include "change_parts.h"
#include "partner/same.h"
#include "partner/write.h"

/* Empty lists, which JSON has as [] and not as null. */
#define NOTHING ((struct array){"", 0})
static const struct change_signs no_signs = {{"", 0}, {"", 0}, {"", 0}, {"", 0}};
static const struct change_disputes no_disputes = {{"", 0}, {"", 0}};
static const struct change_records no_records = {{"", 0}, {"", 0}, {"", 0}};

bool contrast_scored(const struct contrast *contrast)
{
	return !isnan(contrast->cards[0]->score) && !isnan(contrast->cards[1]->score);
}

/* ---- ends ---- */

/* As it would have been read: rounded like the one that it is compared with. */
static const struct scorecard *print_card(struct arena *arena, const struct scorecard *card)
{
	struct read_fault fault;
	struct buffer line = {0};
	const struct scorecard *printed;

	write_json_record(&line, &scorecard_record, card);
	printed = scorecard_read(arena, line.data, line.length, &fault);
	assert(printed);
	buffer_free(&line);
	return printed;
}

/* NULL when there is nothing to judge. */
static const struct scorecard *card_of(
	struct arena *arena, const struct state *state, const struct state *other)
{
	struct card_request request = {.as_of = state->as_of};
	const struct scorecard *card;
	enum side side[2];

	if (state->card || state->faulty || !state->source)
		return state->card;
	scorecard_sides(state->source, true, false, side);
	card = scorecard_make(state->source, &request, side[0]);
	return other->card ? print_card(arena, card) : card;
}

static const struct change_end *make_end(struct arena *arena, const struct scorecard *card)
{
	struct change_end *end;

	if (!card)
		return NULL;
	end = ARENA_NEW(arena, struct change_end);
	*end = (struct change_end){
		.as_of = card->as_of,
		.score = card->score,
		.coverage = card->coverage,
		.grade = card->grade,
		.standing = card->standing,
		.reason = card->reason,
		.revision = card->source->revision,
		.phase = card->phase,
		.graded = grade_given(card->grade),
	};
	return end;
}

/* ---- whether it is one ---- */

static int compare_disputes(const void *left, const void *right)
{
	const struct card_dispute *a = left, *b = right;
	int order = strcmp(a->record, b->record);

	return order ? order : (a->on > b->on) - (a->on < b->on);
}

/* The records of the disputes on `card` that `other` does not have. */
static struct array only_disputed(
	struct arena *arena, const struct scorecard *card, const struct scorecard *other)
{
	const char **records = arena_array(arena, card->disputes.n, sizeof(*records));
	struct card_dispute *known = arena_array(arena, other->disputes.n, sizeof(*known));
	size_t n = 0, n_known = 0;

	RESULT_EACH (struct card_dispute, dispute, other->disputes)
		known[n_known++] = *dispute;
	qsort(known, n_known, sizeof(*known), compare_disputes);
	RESULT_EACH (struct card_dispute, dispute, card->disputes)
		if (!bsearch(dispute, known, n_known, sizeof(*known), compare_disputes))
			records[n++] = dispute->record;
	return (struct array){records, n};
}

static const struct change_disputes *make_disputes(
	struct arena *arena, const struct scorecard *from, const struct scorecard *to)
{
	struct change_disputes *disputes = ARENA_NEW(arena, struct change_disputes);

	disputes->opened = only_disputed(arena, to, from);
	disputes->closed = only_disputed(arena, from, to);
	return disputes;
}

/* What is printed of the judgement is the same. */
static bool same_verdict(const struct change *change)
{
	const struct change_end *from = change->from, *to = change->to;
	const struct change_signs *signs = change->signs;

	return same_real(from->score, to->score) && same_real(from->coverage, to->coverage) &&
		strcmp(from->grade, to->grade) == 0 && from->standing == to->standing &&
		from->phase == to->phase && signs->raised.n == 0 && signs->cleared.n == 0 &&
		signs->eased.n == 0 && signs->muted.n == 0 && change->disputes->opened.n == 0 &&
		change->disputes->closed.n == 0;
}

static bool same_records(const struct change_records *records)
{
	return records->added.n == 0 && records->changed.n == 0 && records->removed.n == 0;
}

/* ---- all ---- */

/* Of a file that could not be judged there is the id. */
static void name_faulty(struct change *change, const struct state *state)
{
	const struct partner *partner;

	assert(state->source);
	partner = state->source->partner;
	change->partner = partner->id.text;
	change->name = HAS(partner->name) ? partner->name.text : partner->id.text;
	change->as_of = state->as_of;
	change->path = state->source->path;
	change->line = state->source->line;
}

static void name_change(struct change *change)
{
	const struct scorecard *card = change->cards[1] ? change->cards[1] : change->cards[0];

	change->partner = card->partner;
	change->name = card->name ? card->name : card->partner;
	change->kind = card->kind;
	change->tier = card->tier;
	change->criticality = card->criticality;
	change->as_of = card->as_of;
	change->path = card->source->path;
	change->line = card->source->line;
}

static enum change_status status_of(const struct change *change)
{
	if (!change->cards[1])
		return CHANGE_REMOVED;
	return change->cards[0] || change->repaired ? CHANGE_CHANGED : CHANGE_ADDED;
}

static void contrast_ends(struct change *change, struct contrast *contrast)
{
	bool documents = !contrast->from->card && !contrast->to->card;

	if (documents)
		contrast_documents(contrast);
	else
		contrast_cards(contrast);
	change->records = documents ? change_records_of(contrast) : change_records_used(contrast);
	change_put_effects(change, contrast);
	change->few_events = strcmp(change->from->grade, change->to->grade) != 0 &&
		(change->delta == 0 || card_is_lowered(change->cards[0]) ||
			card_is_lowered(change->cards[1]));
}

const struct change *change_make(
	struct arena *arena, const struct state *from, const struct state *to)
{
	struct change *change = ARENA_NEW(arena, struct change);
	struct contrast contrast = {.arena = arena,
		.from = from,
		.to = to,
		.cards = {card_of(arena, from, to), card_of(arena, to, from)}};

	memcpy(change->cards, contrast.cards, sizeof(change->cards));
	change->repaired = from->faulty;
	change->prefix = from->source ? tree_prefix(from->source->tree) : NULL;
	change->status = (int)status_of(change);
	if (change->cards[0] || change->cards[1])
		name_change(change);
	else
		name_faulty(change, from);
	change->from = make_end(arena, change->cards[0]);
	change->to = make_end(arena, change->cards[1]);
	change->delta = NAN;
	change->criteria = NOTHING;
	change->signs = &no_signs;
	change->disputes = &no_disputes;
	change->records = &no_records;
	if (!change->from || !change->to)
		return change;
	change->disputes = make_disputes(arena, change->cards[0], change->cards[1]);
	change->signs = change_signs_of(arena, change->cards[0], change->cards[1]);
	contrast_ends(change, &contrast);
	return same_verdict(change) && same_records(change->records) ? NULL : change;
}
