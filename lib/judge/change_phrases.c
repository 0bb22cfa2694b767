/* What the texts drawn from a change say in the same words. */
#include "change_phrases.h"

#include <math.h>
#include <string.h>

#include "partner/utf8.h"

const struct change_tongue change_plain = {utf8_puts_safe, utf8_puts_safe, "", "", "…"};
const struct change_tongue change_plain_ascii = {utf8_puts_safe, utf8_puts_safe, "", "", "..."};

/* Bytes of so many characters at the start of a text. */
static size_t bytes_of(const char *text, size_t length, size_t characters)
{
	size_t at = 0, bytes;

	for (; characters && at < length; characters--, at += bytes)
		utf8_decode(text + at, length - at, &bytes);
	return at;
}

void change_put_short(struct buffer *buffer, const char *text, size_t most, const char *ellipsis,
	void (*put)(struct buffer *buffer, const char *text))
{
	size_t length = strlen(text), characters = utf8_count(text, length);
	size_t kept = most - utf8_count(ellipsis, strlen(ellipsis));
	struct buffer shortened = {0};

	if (characters <= most) {
		put(buffer, text);
		return;
	}
	buffer_add(&shortened, text, bytes_of(text, length, kept - kept / 2));
	buffer_puts(&shortened, ellipsis);
	buffer_puts(&shortened, text + bytes_of(text, length, characters - kept / 2));
	buffer_putc(&shortened, '\0');
	put(buffer, shortened.data);
	buffer_free(&shortened);
}

bool change_is_nothing(double effect)
{
	return fabs(effect) < 0.05;
}

void change_put_effect(struct buffer *buffer, double effect)
{
	if (isnan(effect)) {
		buffer_putc(buffer, '-');
		return;
	}
	if (effect > 0 && !change_is_nothing(effect))
		buffer_putc(buffer, '+');
	buffer_put_fixed(buffer, effect, 1);
}

const struct change_end *change_last_end(const struct change *change)
{
	/* what is gone and was faulty before has none */
	static const struct change_end none = {
		.as_of = DATE_NONE,
		.score = NAN,
		.coverage = NAN,
		.grade = "-",
		.standing = STANDING_NONE,
		.phase = PHASE_NONE,
	};

	if (change->to)
		return change->to;
	return change->from ? change->from : &none;
}

/* ---- score ---- */

/* What became of the score of a partner that is there at both ends. */
static void put_delta(struct buffer *buffer, double delta)
{
	if (change_is_nothing(delta)) {
		buffer_puts(buffer, "as before");
		return;
	}
	buffer_put_fixed(buffer, fabs(delta), 1);
	buffer_puts(buffer, delta < 0 ? " points less" : " points more");
}

void change_put_score(struct buffer *buffer, const struct change *change)
{
	double from = change->from ? change->from->score : NAN;
	double to = change_last_end(change)->score;

	if (isnan(to))
		buffer_puts(buffer, "no score");
	else
		buffer_put_fixed(buffer, to, 1);
	if (change->status != CHANGE_CHANGED)
		return;
	if (isnan(from)) {
		buffer_puts(buffer, ", no score before");
	} else if (isnan(to)) {
		buffer_puts(buffer, " any more, was ");
		buffer_put_fixed(buffer, from, 1);
	} else if (!isnan(change->delta)) {
		buffer_puts(buffer, ", ");
		put_delta(buffer, change->delta);
	}
}

/* ---- grade ---- */

int change_grade_turn(const struct change *change)
{
	struct change back = *change;

	back.from = change->to;
	back.to = change->from;
	return change_grade_worse(&back) - change_grade_worse(change);
}

static void begin_strong(struct buffer *buffer, int turn, const struct change_tongue *tongue)
{
	if (turn < 0)
		buffer_puts(buffer, tongue->strong);
}

static void end_strong(struct buffer *buffer, int turn, const struct change_tongue *tongue)
{
	if (turn < 0)
		buffer_puts(buffer, tongue->strong_end);
}

static const char *turn_words(int turn)
{
	if (turn == 0)
		return ", was ";
	return turn < 0 ? ", down from " : ", up from ";
}

void change_put_grade(struct buffer *buffer, const struct change *change, const char *word,
	const struct change_tongue *tongue)
{
	const struct change_end *from = change->from, *to = change_last_end(change);
	int turn = change_grade_turn(change);

	begin_strong(buffer, turn, tongue);
	buffer_puts(buffer, to->graded ? word : "no grade");
	if (to->graded)
		tongue->put_words(buffer, to->grade);
	end_strong(buffer, turn, tongue);
	if (change->status != CHANGE_CHANGED || !from)
		return;
	if (from->graded && (!to->graded || strcmp(from->grade, to->grade) != 0)) {
		buffer_puts(buffer, to->graded ? turn_words(turn) : ", was ");
		tongue->put_words(buffer, from->grade);
	} else if (!from->graded && to->graded) {
		buffer_puts(buffer, ", none before");
	}
}

/* ---- standing ---- */

int change_standing_turn(const struct change *change)
{
	int from = change->from ? change->from->standing : STANDING_NONE;
	int to = change->to ? change->to->standing : STANDING_NONE;

	if (from < STANDING_EXIT || to < STANDING_EXIT)
		return 0;
	return (to > from) - (to < from);
}

/* In capitals, as it stands at the head of a card. */
static void put_standing_word(struct buffer *buffer, const struct change_end *end)
{
	if (end->standing == STANDING_NONE) {
		buffer_puts(buffer, end->phase == PHASE_ENDED ? "ENDED" : "no standing");
		return;
	}
	for (const char *word = standing_words[end->standing]; *word; word++)
		buffer_putc(buffer, (char)(*word - 'a' + 'A'));
}

void change_put_standing(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	const struct change_end *from = change->from, *to = change_last_end(change);
	int turn = change_standing_turn(change);

	begin_strong(buffer, turn, tongue);
	put_standing_word(buffer, to);
	end_strong(buffer, turn, tongue);
	if (change->status != CHANGE_CHANGED || !from || from->standing == to->standing)
		return;
	buffer_puts(buffer, turn_words(turn));
	put_standing_word(buffer, from);
}

/* ---- criteria and measures ---- */

bool change_omits(const struct change_criterion *criterion)
{
	return change_is_nothing(criterion->value_effect) &&
		change_is_nothing(criterion->weight_effect);
}

static void put_points(struct buffer *line, double points, int decimals)
{
	if (decimals)
		buffer_put_fixed(line, points, decimals);
	else
		buffer_printf(line, "%d", card_whole(points));
}

void change_put_way(struct buffer *line, double from, double to, int decimals)
{
	if (isnan(from) && isnan(to)) {
		buffer_puts(line, "not measured");
	} else if (isnan(from)) {
		put_points(line, to, decimals);
		buffer_puts(line, ", not measured before");
	} else if (isnan(to)) {
		buffer_puts(line, "not measured any more, was ");
		put_points(line, from, decimals);
	} else {
		put_points(line, from, decimals);
		buffer_puts(line, " to ");
		put_points(line, to, decimals);
	}
}

/* ---- what else ---- */

void change_put_gates(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	const char *const *gates = change->gates.items;

	for (size_t i = 0; i < change->gates.n; i++) {
		buffer_puts(buffer, i ? ", " : "");
		tongue->put_code(buffer, gates[i]);
	}
}

static void put_disputed(struct buffer *buffer, const char *words, struct array records,
	const struct change_tongue *tongue)
{
	const char *const *refs = records.items;

	for (size_t i = 0; i < records.n; i++) {
		buffer_puts(buffer, i ? ", " : buffer->length ? "; " : "");
		buffer_puts(buffer, i ? "" : words);
		tongue->put_code(buffer, refs[i]);
	}
}

void change_put_circumstances(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	const struct change_end *from = change->from, *to = change->to;
	int old, new;

	if (!from || !to)
		return;
	old = card_whole(100 * from->coverage);
	new = card_whole(100 * to->coverage);
	if (old != new)
		buffer_printf(buffer, "coverage %d %%, was %d %%", new, old);
	if (from->phase != to->phase && from->phase >= 0 && to->phase >= 0)
		buffer_printf(buffer, "%sphase %s, was %s", buffer->length ? "; " : "",
			phase_words[to->phase], phase_words[from->phase]);
	put_disputed(buffer, "disputed ", change->disputes->opened, tongue);
	put_disputed(buffer, "no longer disputed ", change->disputes->closed, tongue);
}

/* The level of a sign at the newer end; SIGN_OFF when it is not known there. */
static int level_of(const struct change *change, const char *sign)
{
	if (!change->cards[1])
		return SIGN_OFF;
	RESULT_EACH (struct card_sign, raised, change->cards[1]->signs)
		if (strcmp(raised->sign, sign) == 0)
			return raised->level;
	return SIGN_OFF;
}

/* A list of signs on the way: `between` stands before the next word, or name. */
struct sign_list {
	struct buffer *buffer;
	const struct change_tongue *tongue;
	const char *between;
};

static void put_sign(struct sign_list *list, const char *sign, int level)
{
	buffer_puts(list->buffer, list->between);
	list->tongue->put_code(list->buffer, sign);
	if (level != SIGN_OFF)
		buffer_printf(list->buffer, " (%s)", sign_level_words[level]);
	list->between = ", ";
}

/* With `levels` each has its level, the most serious first. */
static void put_signs(
	struct sign_list *list, const char *word, struct array signs, const struct change *levels)
{
	const char *const *names = signs.items;

	if (!signs.n)
		return;
	buffer_puts(list->buffer, list->between);
	buffer_puts(list->buffer, word);
	list->between = "";
	for (int level = levels ? SIGN_CRITICAL : SIGN_OFF; level >= SIGN_OFF; level--)
		for (size_t i = 0; i < signs.n; i++)
			if (!levels || level_of(levels, names[i]) == level)
				put_sign(list, names[i], level);
	list->between = "; ";
}

void change_put_signs(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue)
{
	const struct change_signs *signs = change->signs;
	struct sign_list list = {buffer, tongue, ""};

	put_signs(&list, "raised ", signs->raised, change);
	put_signs(&list, "eased ", signs->eased, change);
	put_signs(&list, "muted ", signs->muted, NULL);
	put_signs(&list, "cleared ", signs->cleared, NULL);
}

void change_put_totals(struct buffer *buffer, const struct changes *changes)
{
	if (!changes->changed && !changes->added && !changes->removed)
		buffer_puts(buffer, "no change");
	else
		buffer_printf(buffer, "%lld partner%s changed, %lld added, %lld removed",
			(long long)changes->changed, changes->changed == 1 ? "" : "s",
			(long long)changes->added, (long long)changes->removed);
	if (changes->faulty)
		buffer_printf(buffer, ", %lld faulty and not compared", (long long)changes->faulty);
}

int change_compare(const struct change *one, const struct change *other)
{
	bool met = one->gates.n != 0, other_met = other->gates.n != 0;
	bool known = !isnan(one->delta), other_known = !isnan(other->delta);

	if (met != other_met)
		return met ? -1 : 1;
	if (known != other_known)
		return known ? -1 : 1;
	if (known && one->delta != other->delta)
		return one->delta < other->delta ? -1 : 1;
	return strcmp(one->partner, other->partner);
}
