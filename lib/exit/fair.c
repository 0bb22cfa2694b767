/* What fairness asks us to remember before we speak of their failings (E6). */
#include <math.h>

#include "leaving.h"
#include "partner/score.h"

struct fair_record {
	const struct leaving *leaving;
	struct plan_fair *rows;
	size_t n;
};

/* A row for a record. Takes the text, which is then empty again. */
static void add_row(struct fair_record *fair, const char *kind, const char *ref,
	const struct head *head, struct buffer *text)
{
	fair->rows[fair->n++] = (struct plan_fair){
		.kind = kind,
		.ref = ref,
		.text = buffer_keep(text, fair->leaving->arena),
		.path = head->path,
		.line = head->leaf.at.line,
	};
}

static const char *reference_of(
	const struct fair_record *fair, const struct record *record, const struct head *head)
{
	return record_reference(fair->leaving->arena, record, head);
}

static void put_detail(struct buffer *text, const struct text_field *detail)
{
	if (HAS(*detail))
		buffer_printf(text, ": %s", detail->text);
}

static void put_title(struct buffer *text, const struct text_field *title)
{
	if (HAS(*title))
		buffer_printf(text, "%s: ", title->text);
}

/* ---- their say ---- */

static void add_disputes(struct fair_record *fair)
{
	const struct view *view = fair->leaving->view;

	EACH (struct dispute, dispute, view->partner->disputes) {
		struct buffer text = {0};

		if (!HAS(dispute->record) || !view_by(view, dispute->on) ||
			view_by(view, dispute->settled))
			continue;
		buffer_puts(&text, "disputed ");
		if (HAS(dispute->by))
			buffer_printf(&text, "by %s ",
				dispute->by.value == SIDE_US ? "us" : "the partner");
		buffer_puts(&text, "since ");
		date_put(&text, dispute->on.date);
		put_detail(&text, &dispute->reason);
		add_row(fair, "dispute", dispute->record.text, &dispute->head, &text);
	}
}

static void add_feedback(struct fair_record *fair)
{
	const struct view *view = fair->leaving->view;

	EACH (struct feedback, feedback, view->partner->feedback) {
		struct buffer text = {0};

		if (!feedback_is_theirs(view, feedback) || view_by(view, feedback->answered))
			continue;
		buffer_puts(&text, "not answered since ");
		date_put(&text, feedback->date.date);
		put_detail(&text, &feedback->text);
		add_row(fair, "feedback", reference_of(fair, &feedback_record, &feedback->head),
			&feedback->head, &text);
	}
}

/* ---- our debts ---- */

static void add_owed(struct fair_record *fair, struct array money)
{
	struct arena *arena = fair->leaving->arena;
	const struct plan_money *lines = money.items;

	for (size_t i = 0; i < money.n; i++) {
		const struct plan_money *line = &lines[i];

		if (strcmp(line->item, "owed") != 0 || line->status != LINE_COMPUTED ||
			!line->amount.minor)
			continue;
		/* whose arithmetic begins with the amount */
		fair->rows[fair->n++] = (struct plan_fair){"owed", line->ref,
			arena_printf(arena, "we owe %s", line->basis), line->path, line->line};
	}
}

/* ---- our failings ---- */

static void put_lateness(
	struct buffer *text, const struct view *view, const struct milestone *milestone)
{
	int32_t due = milestone_due(view, milestone), end = view->as_of;
	const char *how = "still open", *late = "later";

	if (view_by(view, milestone->delivered)) {
		end = milestone->delivered.date;
		how = "delivered";
		late = "late";
	} else if (view_by(view, milestone->cancelled)) {
		end = milestone->cancelled.date;
		how = "cancelled";
	}
	buffer_puts(text, "due ");
	date_put(text, due);
	buffer_printf(text, ", %s %d day%s %s", how, end - due, end - due == 1 ? "" : "s", late);
}

static void add_milestones(struct fair_record *fair)
{
	const struct view *view = fair->leaving->view;
	struct milestone_fact fact;

	EACH (struct milestone, milestone, view->partner->milestones) {
		struct buffer text = {0};

		if (milestone_by(view, milestone) != SIDE_US ||
			!milestone_settled(view, milestone, &fact) || fact.on_time)
			continue;
		put_title(&text, &milestone->title);
		put_lateness(&text, view, milestone);
		add_row(fair, "milestone", reference_of(fair, &milestone_record, &milestone->head),
			&milestone->head, &text);
	}
}

static void add_incidents(struct fair_record *fair)
{
	const struct view *view = fair->leaving->view;

	EACH (struct incident, incident, view->partner->incidents) {
		struct buffer text = {0};

		if (!incident_in_window(view, incident) || incident_cause(incident) != CAUSE_US)
			continue;
		put_title(&text, &incident->title);
		buffer_puts(&text, "caused by us, opened ");
		date_put(&text, instant_date(incident->opened.time));
		if (HAS(incident->severity))
			buffer_printf(&text, ", severity %d", incident_severity(incident));
		if (!view_time_by(view, incident->resolved))
			buffer_puts(&text, ", still open");
		add_row(fair, "incident", reference_of(fair, &incident_record, &incident->head),
			&incident->head, &text);
	}
}

/* ---- the mirror ---- */

/* Less is lost by rounding alone. */
#define LOST_LEAST 1e-9

/* Points of the total that a measure costs. */
static double lost_by(const struct scored_measure *measure)
{
	return measure->taken.status == MEASURE_MEASURED ? measure->pull * (100 - measure->points)
							 : 0;
}

/* The measure that costs most but `other`; NULL when nothing is lost. */
static const struct scored_measure *find_worst(
	const struct score *score, const struct scored_measure *other)
{
	const struct scored_measure *worst = NULL;

	for (size_t i = 0; i < score->n; i++) {
		for (size_t k = 0; k < score->criteria[i].n; k++) {
			const struct scored_measure *measure = &score->criteria[i].measures[k];

			if (measure != other && lost_by(measure) > LOST_LEAST &&
				(!worst || lost_by(measure) > lost_by(worst)))
				worst = measure;
		}
	}
	return worst;
}

static void put_worst(struct buffer *text, const char *before, const struct scored_measure *measure)
{
	if (!measure)
		return;
	buffer_printf(text, "%s%s (", before, measure->how->measure.text);
	measure_put_reading(text, measure->info, &measure->taken);
	buffer_putc(text, ')');
}

static void put_ours(struct buffer *text, const struct leaving *leaving)
{
	const struct scored_measure *worst;
	struct view ours;
	struct score score;

	view_move(&ours, leaving->view, leaving->view->as_of, SIDE_US);
	score_take(&score, leaving->arena, &ours, false);
	worst = find_worst(&score, NULL);
	put_worst(text, "; it lacks most in ", worst);
	if (worst)
		put_worst(text, " and ", find_worst(&score, worst));
}

static void add_mirror(struct fair_record *fair)
{
	const struct card_mirror *mirror = fair->leaving->card->mirror;
	struct buffer text = {0};

	if (!mirror || isnan(mirror->score))
		return;
	buffer_printf(&text, "our own score %.1f (%.1f to %.1f), grade %s", mirror->score,
		mirror->low, mirror->high, mirror->grade);
	put_ours(&text, fair->leaving);
	fair->rows[fair->n++] = (struct plan_fair){
		.kind = "mirror", .text = buffer_keep(&text, fair->leaving->arena)};
}

struct array plan_fair_record(const struct leaving *leaving, struct array money)
{
	const struct partner *partner = leaving->partner;
	size_t most = partner->disputes.list.n + money.n + partner->feedback.list.n +
		partner->milestones.list.n + partner->incidents.list.n + 1;
	struct fair_record fair = {.leaving = leaving};

	fair.rows = arena_array(leaving->arena, most, sizeof(*fair.rows));
	add_disputes(&fair);
	add_owed(&fair, money);
	add_feedback(&fair);
	add_milestones(&fair);
	add_incidents(&fair);
	add_mirror(&fair);
	return (struct array){fair.rows, fair.n};
}
