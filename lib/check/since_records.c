/* Rules on records that were changed in place: what was agreed, and what was judged. */
#include "since.h"

#include <string.h>

static const char *label_of(
	struct check *check, const struct record *record, const struct head *head)
{
	return label_or_place(check->arena, record, head);
}

/* ---- P501 ---- */

static const char due_hint[] = "restore it, add moved";

static const struct trail milestones_trail = {NULL, "milestones", 0};

/* Who asks for a move when it does not say so: the side that delivers. */
static struct word_field usual_asker(const struct check *check, const struct head *head)
{
	const struct milestone *milestone = (const struct milestone *)head;
	enum side side = partner_is_self(check->partner) ? SIDE_US : SIDE_PARTNER;

	return (struct word_field){{.state = LEAF_SOUND}, WORD_OR(milestone->by, side)};
}

static void report_gone_move(
	struct check *check, const struct match_pair *milestones, const struct move *move)
{
	struct trail item = {&milestones_trail, NULL, milestones->to->index};
	const struct head *head = milestones->to;

	if (HAS(move->to))
		report_field(&check->report, P501_DUE_EDITED, &item, head, "moved", NULL,
			since_hint_at(check, head, due_hint),
			SUBJECTS("due", label_of(check, &milestone_record, head),
				date_text(check->arena, move->to.date), "-"));
}

static void compare_moves(struct check *check, const struct match_pair *milestones,
	const struct pairs *moves, const struct match_pair *pair)
{
	const char *subject = label_of(check, &milestone_record, milestones->to);
	struct trail item = {&milestones_trail, NULL, milestones->to->index};
	struct trail moved = {&item, "moved", 0};
	const struct word_field then = usual_asker(check, milestones->from);
	const struct word_field now = usual_asker(check, milestones->to);
	struct both both;

	if (both_read(&both, moves->record, pair, "to", NULL, NULL) && both_differ(check, &both)) {
		both.word = "due";
		report_edit(check, P501_DUE_EDITED, &moved, pair->to, &both, subject, due_hint);
	}
	if (both_read(&both, moves->record, pair, "asked_by", &then, &now) &&
		both_differ(check, &both))
		report_edit(check, P501_DUE_EDITED, &moved, pair->to, &both, subject, due_hint);
}

static void check_moves(struct check *check, const struct match_pair *milestones)
{
	struct pairs moves;
	bool whole;

	pairs_read(&moves, check, &milestone_record, milestones->from, milestones->to, "moved");
	whole = pairs_are_whole(&moves, milestones->to);
	EACH_EDITED(pair, moves)
	compare_moves(check, milestones, &moves, pair);
	for (size_t i = 0; i < moves.n && whole; i++)
		if (!moves.items[i].to)
			report_gone_move(
				check, milestones, (const struct move *)moves.items[i].from);
}

void check_dues(struct check *check)
{
	struct pairs milestones;
	struct both both;

	pairs_of_partner(&milestones, check, "milestones");
	EACH_EDITED(pair, milestones)
	{
		if (both_read(&both, &milestone_record, pair, "due", NULL, NULL) &&
			both_differ(check, &both))
			report_edit(check, P501_DUE_EDITED, &milestones_trail, pair->to, &both,
				label_of(check, &milestone_record, pair->to), due_hint);
		check_moves(check, pair);
	}
}

/* ---- P503 ---- */

static const struct score_entry *find_score(const struct rating *rating, const char *criterion)
{
	EACH (struct score_entry, entry, rating->scores)
		if (!strcmp(entry->criterion.text, criterion))
			return entry;
	return NULL;
}

static void compare_scores(struct check *check, const struct rating *from, const struct rating *to)
{
	static const struct trail ratings = {NULL, "ratings", 0};
	static const struct field points = {.name = "score", .kind = KIND_NUMBER};
	struct trail item = {&ratings, NULL, to->head.index};
	struct trail scores = {&item, "scores", 0};

	if (FAULTY(to->scores.list) || (ABSENT(to->scores.list) && to->head.refused))
		return;
	EACH (struct score_entry, entry, from->scores) {
		const char *criterion = entry->criterion.text;
		const struct score_entry *now = find_score(to, criterion);

		if (now && now->points.value == entry->points.value)
			continue;
		report_field(&check->report, P503_RATING_EDITED, &scores, &to->head, criterion,
			now ? &now->points.leaf : NULL,
			since_hint_at(check, &to->head, "add a rating"),
			SUBJECTS("score", criterion, value_text(check, &points, &entry->points),
				value_text(check, &points, now ? &now->points : NULL)));
	}
}

void check_scores(struct check *check)
{
	struct pairs ratings;

	pairs_of_partner(&ratings, check, "ratings");
	EACH_EDITED(pair, ratings)
	compare_scores(check, (const struct rating *)pair->from, (const struct rating *)pair->to);
}

/* ---- P504 ---- */

static void compare_goals(struct check *check, const struct match_pair *pair)
{
	static const struct trail goals = {NULL, "goals", 0};
	static const struct number_field zero = {.leaf = {.state = LEAF_SOUND}};
	const struct goal *from = (const struct goal *)pair->from;
	const struct goal *to = (const struct goal *)pair->to;
	const struct {
		const char *name;
		const void *from, *to; /* what counts where it is absent */
	} fields[] = {
		{"target", NULL, NULL},
		{"baseline", &zero, &zero},
		{"start", &from->shared, HAS(to->shared) ? &to->shared : NULL},
		{"due", NULL, NULL},
		{"unit", NULL, NULL},
	};
	struct both both;

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (both_read(&both, &goal_record, pair, fields[i].name, fields[i].from,
			    fields[i].to) &&
			both_differ(check, &both))
			report_edit(check, P504_GOALPOSTS_MOVED, &goals, pair->to, &both,
				label_of(check, &goal_record, pair->to), "agree a new goal");
}

void check_goalposts(struct check *check)
{
	int32_t day = earlier_day(memory_since(check->memory)->earlier);
	struct pairs goals;

	pairs_of_partner(&goals, check, "goals");
	EACH_EDITED(pair, goals)
	{
		const struct goal *from = (const struct goal *)pair->from;

		if (HAS(from->shared) && from->shared.date <= day)
			compare_goals(check, pair);
	}
}

/* ---- P506 ---- */

/* Whether a value makes an incident look better than the one before, which is never NULL. */
typedef bool softer_test(const void *from, const void *to);

static bool less_severe(const void *from, const void *to)
{
	return ((const struct whole_field *)to)->value > ((const struct whole_field *)from)->value;
}

/* To find out what was not known is no change. */
static bool other_cause(const void *from, const void *to)
{
	const struct word_field *then = from, *now = to;

	return then->value != CAUSE_UNKNOWN && (!now || now->value != then->value);
}

/* The words go from the best to the worst. */
static bool better_conduct(const void *from, const void *to)
{
	const struct word_field *then = from, *now = to;

	return then->value > (now ? now->value : 0);
}

static bool later(const void *from, const void *to)
{
	return to && surely_before(from, to);
}

static bool sooner(const void *from, const void *to)
{
	return to && surely_before(to, from);
}

static void compare_incidents(struct check *check, const struct match_pair *pair)
{
	static const struct trail incidents = {NULL, "incidents", 0};
	static const struct whole_field usual = {{.state = LEAF_SOUND}, 3};
	static const struct {
		const char *name;
		softer_test *is_softer;
		const void *otherwise; /* what counts where it is absent */
	} fields[] = {
		{"severity", less_severe, &usual},
		{"cause", other_cause, NULL},
		{"ownership", better_conduct, NULL},
		{"effort", better_conduct, NULL},
		{"availability", better_conduct, NULL},
		{"opened", later, NULL},
		{"acknowledged", sooner, NULL},
		{"resolved", sooner, NULL},
	};
	struct both both;

	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (both_read(&both, &incident_record, pair, fields[i].name, fields[i].otherwise,
			    fields[i].otherwise) &&
			fields[i].is_softer(both.from, both.to))
			report_edit(check, P506_INCIDENT_SOFTENED, &incidents, pair->to, &both,
				label_of(check, &incident_record, pair->to), "use a dispute");
}

void check_softened(struct check *check)
{
	struct pairs incidents;

	pairs_of_partner(&incidents, check, "incidents");
	EACH_EDITED(pair, incidents)
	compare_incidents(check, pair);
}
