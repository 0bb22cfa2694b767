/*
 * Gates as anybody may write them: a list is read or its fault is said, each gate reads back to
 * itself, and changes meet those gates that they must whatever else there is.
 */
#include "fuzz.h"
#include "partner/gates.h"

static bool is_same(const struct gate *one, const struct gate *other)
{
	return one->kind == other->kind && one->points == other->points &&
		one->standing == other->standing && one->level == other->level &&
		one->sign == other->sign && !strcmp(one->text, other->text);
}

/* A gate alone is the same gate, and no other of the list is. */
static void promise_alone(struct arena *arena, const struct gates *gates, size_t i)
{
	struct gates alone = {0}, all = *gates;
	struct buffer fault = {0};

	PROMISE(gates_add(&alone, arena, gates->items[i].text, &fault) && !fault.length);
	PROMISE(alone.n == 1 && is_same(&alone.items[0], &gates->items[i]));
	PROMISE(gates_add(&all, arena, gates->items[i].text, &fault) && all.n == gates->n);
	PROMISE(!strpbrk(gates->items[i].text, ",") && !(gates->items[i].points < 0));
}

static const char *const captive[] = {"captive"};
static const struct card_sign heard = {
	.sign = "captive", .level = SIGN_CRITICAL, .muted = DATE_NONE};
static const struct scorecard card = {.signs = {&heard, 1}};
static const struct change_end best = {
	.score = 100, .grade = "A", .graded = true, .standing = STANDING_KEEP};
static const struct change_end worst = {.score = NAN, .grade = "-", .standing = STANDING_EXIT};
static const struct change_signs raised = {.raised = {captive, 1}, .muted = {captive, 1}};
static const struct change_signs none = {.raised = {captive, 0}};
static const struct change_records gone = {.removed = {"", 1}};

/* Everything is worse: what was a standing or worse before is not met. */
static void promise_worse(const struct gate *gate)
{
	const struct change change = {
		.status = CHANGE_CHANGED,
		.from = &best,
		.to = &worst,
		.signs = &raised,
		.records = &gone,
		.cards = {&card, &card},
	};
	bool other = gate->kind == GATE_ADDED || gate->kind == GATE_REMOVED;

	if (gate->kind == GATE_STANDING)
		other = gate->standing != STANDING_TALK && gate->standing != STANDING_EXIT;
	if (gate->kind == GATE_SIGN)
		other = strcmp(gate->sign, "captive") != 0;
	PROMISE(gate_met(gate, &change) == !other);
}

/* Nothing is but a record less; and a partner that was not there. */
static void promise_no_worse(const struct gate *gate)
{
	struct change change = {
		.status = CHANGE_CHANGED,
		.from = &best,
		.to = &best,
		.signs = &none,
		.records = &gone,
		.cards = {&card, &card},
	};

	PROMISE(gate_met(gate, &change) ==
		(gate->kind == GATE_ANY || gate->kind == GATE_RECORD_REMOVED));
	change.from = NULL;
	change.cards[0] = NULL;
	change.status = CHANGE_ADDED;
	PROMISE(gate_met(gate, &change) == (gate->kind == GATE_ANY || gate->kind == GATE_ADDED));
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena arena = {0};
	struct gates gates = {0};
	struct buffer fault = {0};
	const char *list = arena_copy(&arena, (const char *)data, size);

	if (!gates_add(&gates, &arena, list, &fault))
		PROMISE(fault.length > 0);
	else
		PROMISE(gates.n > 0 && !fault.length);
	for (size_t i = 0; i < gates.n; i++) {
		promise_alone(&arena, &gates, i);
		promise_worse(&gates.items[i]);
		promise_no_worse(&gates.items[i]);
	}
	buffer_free(&fault);
	arena_free(&arena);
	return 0;
}
