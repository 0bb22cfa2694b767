/* Gates: read from a list, and held against a change. */
#include "partner/gates.h"

#include <assert.h>
#include <math.h>
#include <string.h>

#include "partner/nearest.h"
#include "partner/scalar.h"
#include "partner/signs.h"

/* More words than any place of a gate may hold. */
#define WORDS_MOST 64

static const struct gate_form {
	const char *name;
	enum gate_kind kind;
	const char *argument; /* what must follow a colon; NULL: nothing may */
	const char *example;  /* of the whole gate; NULL: its name */
} forms[] = {
	{"any", GATE_ANY, NULL, NULL},
	{"added", GATE_ADDED, NULL, NULL},
	{"removed", GATE_REMOVED, NULL, NULL},
	{"record-removed", GATE_RECORD_REMOVED, NULL, NULL},
	{"ungraded", GATE_UNGRADED, NULL, NULL},
	{"grade-drop", GATE_GRADE_DROP, NULL, NULL},
	{"muted", GATE_MUTED, NULL, NULL},
	{"score-drop", GATE_SCORE_DROP, "a number", "score-drop:5"},
	{"standing", GATE_STANDING, "a standing", "standing:exit"},
	{"sign", GATE_SIGN, "a level or a sign", "sign:critical"},
};
#define N_FORMS (sizeof(forms) / sizeof(forms[0]))

/* ---- reading ---- */

/* A gate as it is written: NAME or NAME:ARGUMENT. */
struct written {
	const char *text;
	size_t name;          /* bytes of it */
	const char *argument; /* NULL without a colon */
	struct buffer *fault;
};

static struct written written_of(const char *text, struct buffer *fault)
{
	size_t name = strcspn(text, ":");

	return (struct written){text, name, text[name] ? text + name + 1 : NULL, fault};
}

static const struct gate_form *form_of(const struct written *written)
{
	for (size_t i = 0; i < N_FORMS; i++)
		if (strlen(forms[i].name) == written->name &&
			memcmp(forms[i].name, written->text, written->name) == 0)
			return &forms[i];
	return NULL;
}

static const struct gate_form *nearest_form(const struct written *written)
{
	const char *names[N_FORMS], *nearest;
	size_t i = 0;

	for (size_t k = 0; k < N_FORMS; k++)
		names[k] = forms[k].name;
	nearest = nearest_word(written->text, written->name, names, N_FORMS);
	while (nearest && nearest != names[i])
		i++;
	return nearest ? &forms[i] : NULL;
}

static bool refuse_gate(const struct written *written)
{
	const struct gate_form *nearest = nearest_form(written);

	buffer_printf(written->fault, "unknown gate '%s'; ", written->text);
	if (!nearest) {
		buffer_puts(written->fault, "write one of ");
		for (size_t i = 0; i < N_FORMS; i++)
			buffer_printf(written->fault, "%s%s", i ? ", " : "",
				forms[i].example ? forms[i].example : forms[i].name);
	} else if (nearest->argument && written->argument && *written->argument) {
		buffer_printf(
			written->fault, "did you mean '%s:%s'", nearest->name, written->argument);
	} else {
		buffer_printf(written->fault, "did you mean '%s'",
			nearest->example ? nearest->example : nearest->name);
	}
	return false;
}

/* An argument that is none of `words`, of which it may be none but the nearest. */
static bool refuse_argument(const struct written *written, const char *what,
	const char *const *words, size_t n, const char *otherwise)
{
	const char *nearest = nearest_word(written->argument, strlen(written->argument), words, n);

	buffer_printf(written->fault, "unknown %s '%s' in '%s'; ", what, written->argument,
		written->text);
	if (nearest)
		buffer_printf(written->fault, "did you mean '%s'", nearest);
	else
		buffer_puts(written->fault, otherwise);
	return false;
}

static bool is_digits(const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++)
		if (text[i] < '0' || text[i] > '9')
			return false;
	return length > 0;
}

/*
 * Scores have one decimal. Any number of zeros may lead; one too large for a number is more than
 * any fall.
 */
static bool read_points(const struct written *written, struct gate *gate)
{
	const char *text = written->argument, *hint;
	size_t whole = strcspn(text, ".");
	const char *point = text + whole;

	if (!is_digits(text, whole) || (*point && (!is_digits(point + 1, 1) || point[2]))) {
		buffer_printf(written->fault,
			"'%s' is no number in '%s'; "
			"write points, with at most one decimal, as in score-drop:2.5",
			text, written->text);
		return false;
	}
	for (; *text == '0' && whole > 1; whole--)
		text++;
	if (number_parse(text, strlen(text), &gate->points, &hint) != SCALAR_OK)
		gate->points = HUGE_VAL;
	return true;
}

static bool read_standing(const struct written *written, struct gate *gate)
{
	gate->standing = word_place(standing_words, written->argument);
	if (gate->standing >= 0)
		return true;
	return refuse_argument(written, "standing", standing_words, STANDING_GROW + 1,
		"write one of grow, keep, talk, exit, gather");
}

static bool read_sign(const struct written *written, struct gate *gate)
{
	const struct sign_info *info = sign_find(written->argument), *catalogue;
	int level = word_place(sign_level_words, written->argument);
	const char *words[WORDS_MOST];
	size_t n_signs, n = 0;

	if (level >= SIGN_NOTE) {
		gate->kind = GATE_SIGN_LEVEL;
		gate->level = level;
		return true;
	}
	if (info) {
		gate->sign = info->id;
		return true;
	}
	for (int i = SIGN_NOTE; sign_level_words[i]; i++)
		words[n++] = sign_level_words[i];
	catalogue = sign_catalogue(&n_signs);
	assert(n + n_signs <= WORDS_MOST);
	for (size_t i = 0; i < n_signs; i++)
		words[n++] = catalogue[i].id;
	return refuse_argument(
		written, "sign", words, n, "write note, warning, critical, or the name of a sign");
}

static bool read_gate(struct gate *gate, const char *text, struct buffer *fault)
{
	const struct written written = written_of(text, fault);
	const struct gate_form *form = form_of(&written);

	if (!form || (!form->argument && written.argument))
		return refuse_gate(&written);
	*gate = (struct gate){.text = text, .kind = form->kind};
	if (form->argument && (!written.argument || !*written.argument)) {
		buffer_printf(fault, "%s is missing after '%s:', as in %s", form->argument,
			form->name, form->example);
		return false;
	}
	switch (form->kind) {
	case GATE_SCORE_DROP:
		return read_points(&written, gate);
	case GATE_STANDING:
		return read_standing(&written, gate);
	case GATE_SIGN:
		return read_sign(&written, gate);
	default:
		return true;
	}
}

/* Whatever does not belong to the kind of a gate is zero. */
static bool is_same(const struct gate *one, const struct gate *other)
{
	return one->kind == other->kind && one->points == other->points &&
		one->standing == other->standing && one->level == other->level &&
		one->sign == other->sign;
}

static void add(struct gates *gates, struct arena *arena, const struct gate *gate)
{
	for (size_t i = 0; i < gates->n; i++)
		if (is_same(&gates->items[i], gate))
			return;
	gates->items =
		arena_grow(arena, gates->items, gates->n, &gates->capacity, sizeof(*gates->items));
	gates->items[gates->n++] = *gate;
}

bool gates_add(struct gates *gates, struct arena *arena, const char *list, struct buffer *fault)
{
	for (const char *next = list;; next++) {
		size_t length = strcspn(next, ",");
		struct gate gate;

		if (!length) {
			buffer_printf(fault, "a gate is missing in '%s'", list);
			return false;
		}
		if (!read_gate(&gate, arena_copy(arena, next, length), fault))
			return false;
		add(gates, arena, &gate);
		next += length;
		if (!*next)
			return true;
	}
}

/* ---- holding against a change ---- */

/* From one printed score to a lower one, as a difference of their decimals; NaN without both. */
static double fall_of(const struct change *change)
{
	return round((change->from->score - change->to->score) * 10) / 10;
}

static bool score_drops(const struct change *change, double points)
{
	double fall = fall_of(change);

	if (isnan(change->to->score))
		return !isnan(change->from->score);
	return fall > 0 && fall >= points;
}

/* Gather stands apart: nothing is worse than it, and it is no worse than anything. */
static bool is_at(int standing, int gate)
{
	if (gate == STANDING_GATHER)
		return standing == gate;
	return standing >= STANDING_EXIT && standing <= gate;
}

static bool is_raised(const struct change *change, const char *sign)
{
	const char *const *raised = change->signs->raised.items;

	for (size_t i = 0; i < change->signs->raised.n; i++)
		if (strcmp(raised[i], sign) == 0)
			return true;
	return false;
}

static bool raises_level(const struct change *change, int level)
{
	const struct scorecard *card = change->cards[1];
	const struct card_sign *signs = card->signs.items;

	for (size_t i = 0; i < card->signs.n; i++)
		if (signs[i].sign && signs[i].muted == DATE_NONE && signs[i].level >= level &&
			is_raised(change, signs[i].sign))
			return true;
	return false;
}

/* Of a partner that was there before and still is. */
static bool meets(const struct gate *gate, const struct change *change)
{
	switch (gate->kind) {
	case GATE_RECORD_REMOVED:
		return change->records->removed.n > 0;
	case GATE_UNGRADED:
		return change->from->graded && !change->to->graded;
	case GATE_GRADE_DROP:
		return change_grade_worse(change);
	case GATE_MUTED:
		return change->signs->muted.n > 0;
	case GATE_SCORE_DROP:
		return score_drops(change, gate->points);
	case GATE_STANDING:
		return is_at(change->to->standing, gate->standing) &&
			!is_at(change->from->standing, gate->standing);
	case GATE_SIGN_LEVEL:
		return raises_level(change, gate->level);
	case GATE_SIGN:
		return is_raised(change, gate->sign);
	default:
		return false;
	}
}

bool gate_met(const struct gate *gate, const struct change *change)
{
	switch (gate->kind) {
	case GATE_ANY:
		return true;
	case GATE_ADDED:
		return change->status == CHANGE_ADDED;
	case GATE_REMOVED:
		return change->status == CHANGE_REMOVED;
	default:
		return change->from && change->to && meets(gate, change);
	}
}
