/* How we look as a partner, as counts that can be pooled over many partners. */
#include "exit_facts_parts.h"
#include "partner/measure.h"

/* So long an answer may take, and a debtor. */
#define ANSWER_DAYS 60
#define REMEDY_DAYS 30

#define SEVERITIES 4

static void count(struct card_count *counted, bool hit)
{
	counted->n++;
	counted->k += hit;
}

static const struct card_count *count_milestones(const struct view *us, struct arena *arena)
{
	struct card_count *counted = ARENA_NEW(arena, struct card_count);
	struct milestone_fact fact;

	EACH (struct milestone, milestone, us->partner->milestones)
		if (milestone_by(us, milestone) == SIDE_US &&
			milestone_settled(us, milestone, &fact))
			count(counted, fact.on_time);
	return counted;
}

static struct array count_incidents(const struct view *us, struct arena *arena)
{
	struct card_count by_severity[SEVERITIES] = {0};
	struct card_severity *rows = arena_array(arena, SEVERITIES, sizeof(*rows));
	size_t n = 0;

	EACH (struct incident, incident, us->partner->incidents)
		if (incident_in_window(us, incident))
			count(&by_severity[incident_severity(incident) - 1],
				incident_cause(incident) == CAUSE_US);
	for (int i = 0; i < SEVERITIES; i++)
		if (by_severity[i].n)
			rows[n++] =
				(struct card_severity){i + 1, by_severity[i].k, by_severity[i].n};
	return (struct array){rows, n};
}

static void count_remedy(
	struct card_count *counted, const struct view *us, const struct remedy *remedy)
{
	if (remedy->due == DATE_NONE || remedy->debtor != SIDE_US)
		return;
	count(counted, !view_by(us, remedy->settled) && us->as_of > remedy->due + REMEDY_DAYS);
}

static const struct card_count *count_remedies(const struct view *us, struct arena *arena)
{
	struct card_count *counted = ARENA_NEW(arena, struct card_count);

	EACH (struct milestone, milestone, us->partner->milestones) {
		struct remedy remedy = milestone_remedy(us, milestone);

		count_remedy(counted, us, &remedy);
	}
	EACH (struct incident, incident, us->partner->incidents) {
		struct remedy remedy = incident_remedy(us, incident);

		count_remedy(counted, us, &remedy);
	}
	return counted;
}

static const struct card_count *count_feedback(const struct view *us, struct arena *arena)
{
	struct card_count *counted = ARENA_NEW(arena, struct card_count);

	EACH (struct feedback, feedback, us->partner->feedback)
		if (feedback_is_theirs(us, feedback) && view_in_window(us, feedback->date.date))
			count(counted,
				!view_by(us, feedback->answered) &&
					feedback->date.date <= us->as_of - ANSWER_DAYS);
	return counted;
}

static void count_exchanges(struct card_conduct *conduct, const struct view *us)
{
	EACH (struct exchange, exchange, us->partner->exchanges) {
		if (!exchange_takes_part(us, exchange))
			continue;
		if (exchange->direction.value == DIRECTION_GIVEN)
			conduct->given++;
		else
			conduct->received++;
	}
}

/* ---- ratings ---- */

static bool anybody_rates_us(const struct view *us)
{
	EACH (struct rating, rating, us->partner->ratings)
		if (rating_of(us, rating) == SIDE_US)
			return true;
	return false;
}

/* What counts in the panel counts here, but as it was given. */
static struct card_opinion opinion_of(
	const struct view *us, const char *criterion, struct arena *arena)
{
	struct card_opinion row = {.criterion = criterion};
	struct panel_vote *votes;
	size_t n = panel_votes(us, criterion, arena, &votes);

	for (size_t i = 0; i < n; i++) {
		if (votes[i].weight <= 0)
			continue;
		row.sum += votes[i].raw;
		row.n++;
	}
	return row;
}

static struct array opinions_of(
	const struct view *us, const struct scorecard *card, struct arena *arena)
{
	const struct card_criterion *criteria = card->criteria.items;
	struct card_opinion *rows;
	size_t n = 0;

	if (!anybody_rates_us(us))
		return (struct array){0};
	rows = arena_array(arena, card->criteria.n, sizeof(*rows));
	for (size_t i = 0; i < card->criteria.n; i++) {
		rows[n] = opinion_of(us, criteria[i].criterion, arena);
		n += rows[n].n > 0;
	}
	return (struct array){rows, n};
}

const struct card_conduct *facts_conduct(const struct leaving *leaving)
{
	struct arena *arena = leaving->arena;
	struct card_conduct *conduct = ARENA_NEW(arena, struct card_conduct);
	struct view us;

	view_move(&us, leaving->view, leaving->view->as_of, SIDE_US);
	conduct->milestones = count_milestones(&us, arena);
	conduct->incidents = count_incidents(&us, arena);
	conduct->remedies = count_remedies(&us, arena);
	conduct->feedback = count_feedback(&us, arena);
	count_exchanges(conduct, &us);
	conduct->ratings = opinions_of(&us, leaving->card, arena);
	return conduct;
}
