/* Signs of what was promised: what never comes, and what follows when it comes late. */
#include "sign_words.h"

/* Remedies that fell due before that are history. */
#define REMEDY_MONTHS 24

/* ---- futures over present ---- */

static bool is_open_promise(const struct view *view, const struct milestone *milestone)
{
	return milestone_by(view, milestone) == view->side &&
		WORD_OR(milestone->kind, MILESTONE_DELIVERY) == MILESTONE_ROADMAP &&
		HAS(milestone->promised) && milestone_open(view, milestone);
}

/* Open promises made on the day or before. */
static size_t count_promises(const struct view *view, int32_t day)
{
	size_t n = 0;

	EACH (struct milestone, milestone, view->partner->milestones)
		n += is_open_promise(view, milestone) && milestone->promised.date <= day;
	return n;
}

static size_t count_delivered(const struct view *view)
{
	size_t n = 0;

	EACH (struct milestone, milestone, view->partner->milestones)
		n += milestone_by(view, milestone) == view->side &&
			milestone_exists(view, milestone) && view_by(view, milestone->delivered) &&
			view_in_window(view, milestone->delivered.date);
	return n;
}

static void cite_promises(struct sign_case *sign, int32_t day, struct findings *found)
{
	EACH (struct milestone, milestone, sign->view->partner->milestones)
		if (is_open_promise(sign->view, milestone) && milestone->promised.date <= day)
			findings_add(sign, found,
				(struct finding){.record = &milestone_record,
					.head = &milestone->head,
					.date = milestone->promised.date,
					.rank = milestone->promised.date});
	findings_cite(sign, found);
}

static void put_delivered(struct sign_case *sign, size_t delivered)
{
	struct buffer *text = &sign->text;

	if (delivered) {
		buffer_puts(text, ", ");
		words_put_count(text, delivered, "milestone", "milestones");
	} else {
		buffer_puts(text, ", nothing");
	}
	buffer_puts(text, " delivered in ");
	words_put_span(text, sign->view->rules->window.duration);
}

bool sign_futures_over_present(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct sign_rule *rule = sign->rule;
	int32_t ancient = view_back(view, rule->age.duration);
	int32_t stale = view_back(view, rule->stale.duration);
	size_t delivered = count_delivered(view);
	bool outweighed = count_promises(view, stale) > delivered;
	bool shorter = outweighed && stale > ancient;
	struct findings found = {0};

	if (!outweighed && !count_promises(view, ancient))
		return false;
	cite_promises(sign, shorter ? stale : ancient, &found);
	words_put_count(&sign->text, found.n, "roadmap promise", "roadmap promises");
	buffer_puts(&sign->text, " open for ");
	words_put_span(&sign->text, shorter ? rule->stale.duration : rule->age.duration);
	buffer_puts(&sign->text, found.n > 1 ? ", the oldest since " : ", since ");
	date_put(&sign->text, found.items[0].date);
	if (outweighed)
		put_delivered(sign, delivered);
	return true;
}

/* ---- consequences ---- */

bool sign_no_consequence(struct sign_case *sign)
{
	const struct view *view = sign->view;
	struct findings found = {0};
	struct milestone_fact fact;
	size_t late = 0;

	EACH (struct milestone, milestone, view->partner->milestones) {
		if (milestone_by(view, milestone) != view->side ||
			!milestone_settled(view, milestone, &fact) || fact.on_time)
			continue;
		late++;
		if (!HAS(milestone->penalty) && !HAS(milestone->reward))
			findings_add(sign, &found,
				(struct finding){.record = &milestone_record,
					.head = &milestone->head,
					.date = milestone_due(view, milestone),
					.rank = -fact.days_late});
	}
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	if (found.n < late)
		buffer_printf(&sign->text, "%zu of ", found.n);
	words_put_count(&sign->text, late, "late delivery", "late deliveries");
	buffer_puts(&sign->text, " with neither penalty nor reward");
	return true;
}

/* ---- remedies ---- */

/* Due for longer than it may take, and nobody has said a word. */
static bool is_unclaimed(const struct sign_case *sign, const struct remedy *remedy)
{
	const struct view *view = sign->view;

	return remedy->due != DATE_NONE &&
		date_add(remedy->due, sign->rule->after.duration, &view->calendar) < view->as_of &&
		remedy->due >= view_months_back(view, REMEDY_MONTHS) &&
		!view_by(view, remedy->claimed) && !view_by(view, remedy->settled);
}

struct unclaimed {
	struct findings found;
	size_t ours; /* to pay */
};

static void add_unclaimed(struct sign_case *sign, struct unclaimed *unclaimed,
	const struct remedy *remedy, const struct finding *where)
{
	if (!is_unclaimed(sign, remedy))
		return;
	unclaimed->ours += remedy->debtor == SIDE_US;
	findings_add(sign, &unclaimed->found,
		(struct finding){.record = where->record,
			.head = where->head,
			.date = where->date,
			.rank = remedy->due});
}

static void find_unclaimed(struct sign_case *sign, struct unclaimed *unclaimed)
{
	const struct view *view = sign->view;

	EACH (struct milestone, milestone, view->partner->milestones) {
		struct remedy remedy = milestone_remedy(view, milestone);

		add_unclaimed(sign, unclaimed, &remedy,
			&(struct finding){.record = &milestone_record,
				.head = &milestone->head,
				.date = milestone_due(view, milestone)});
	}
	EACH (struct incident, incident, view->partner->incidents) {
		struct remedy remedy = incident_remedy(view, incident);

		add_unclaimed(sign, unclaimed, &remedy,
			&(struct finding){.record = &incident_record,
				.head = &incident->head,
				.date = instant_date(incident->opened.time)});
	}
}

bool sign_unclaimed_remedy(struct sign_case *sign)
{
	struct unclaimed unclaimed = {0};
	size_t n;

	find_unclaimed(sign, &unclaimed);
	n = unclaimed.found.n;
	if (!n)
		return false;
	findings_cite(sign, &unclaimed.found);
	buffer_printf(&sign->text, "%zu unclaimed", n);
	if (unclaimed.ours && unclaimed.ours < n)
		buffer_printf(&sign->text, ", %zu of them ours to pay", unclaimed.ours);
	else
		buffer_puts(&sign->text, unclaimed.ours ? ", ours to pay" : ", theirs to pay");
	return true;
}
