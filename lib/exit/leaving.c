#include "leaving.h"

#include <stdlib.h>

/* ---- whom and what the plan is of ---- */

bool leaving_talk_counts(const struct view *view, const struct conversation *talk)
{
	return view_counts(view, &talk->head) && view_by(view, talk->date) && HAS(talk->kind) &&
		talk->kind.value != TALK_PRAISE;
}

/* That makes leaving fair: within 12 months (R31). */
static const struct conversation *newest_talk(const struct view *view)
{
	const struct conversation *newest = NULL;
	int32_t since = view_months_back(view, 12);

	EACH (struct conversation, talk, view->partner->conversations) {
		if (!leaving_talk_counts(view, talk) || talk->date.date <= since)
			continue;
		if (!newest || talk->date.date >= newest->date.date)
			newest = talk;
	}
	return newest;
}

static int reason_of(const struct exit_record *exit, const struct plan_request *request)
{
	if (request->reason != CHOICE_NONE)
		return request->reason;
	return WORD_OR(exit->reason, CHOICE_NONE);
}

static bool is_cause(int reason)
{
	return reason == EXIT_BREACH || reason == EXIT_INSOLVENCY || reason == EXIT_REGULATION;
}

/* The day after the newest of the earlier terms that had ended before the end, or the start. */
static int32_t first_day(const struct contract *contract)
{
	int32_t first = HAS(contract->start) ? contract->start.date : DATE_NONE;

	EACH (struct date_field, day, contract->earlier_ends)
		if (HAS(*day) && day->date < clock_end(contract, 0) && day->date >= first)
			first = day->date + 1;
	return first;
}

void leaving_look(struct leaving *leaving, const struct source *source,
	const struct scorecard *card, const struct plan_request *request)
{
	struct arena *arena = source->arena;
	struct rules *rules = ARENA_NEW(arena, struct rules);
	struct view *view = ARENA_NEW(arena, struct view);
	const struct termination *termination = &source->partner->contract.termination;

	policy_rules_for(arena, &source->policy->policy, source->partner, rules);
	view_init(view, arena, source->partner, rules, policy_calibration(source->policy, rules),
		request->as_of, SIDE_PARTNER);
	*leaving = (struct leaving){
		.arena = arena,
		.source = source,
		.partner = source->partner,
		.exit = &source->partner->exit,
		.contract = &source->partner->contract,
		.view = view,
		.card = card,
		.mode = request->mode,
		.reason = reason_of(&source->partner->exit, request),
		.convenience = IS_SET(termination->convenience),
		.talk = newest_talk(view),
		.cutover = DATE_NONE,
	};
	leaving->cause = is_cause(leaving->reason);
	leaving->first_day = first_day(leaving->contract);
	clock_read(&leaving->clock, leaving->contract, view->as_of, &view->calendar);
}

/* ---- what is looked up ---- */

static int compare_disputed(const void *left, const void *right)
{
	const struct disputed *a = left, *b = right;

	return (a->head > b->head) - (a->head < b->head);
}

/* Open disputes by the record that they are about. */
static void find_disputed(struct leaving *leaving)
{
	const struct view *view = leaving->view;
	struct finder finder = {.partner = leaving->partner, .arena = leaving->arena};
	struct disputed *rows =
		arena_array(leaving->arena, leaving->partner->disputes.list.n, sizeof(*rows));
	size_t n = 0;

	EACH (struct dispute, dispute, leaving->partner->disputes) {
		if (!HAS(dispute->record) || !view_by(view, dispute->on) ||
			view_by(view, dispute->settled))
			continue;
		rows[n].dispute = dispute;
		rows[n].head = finder_find(&finder, dispute->record.text);
		n += rows[n].head != NULL;
	}
	if (n)
		qsort(rows, n, sizeof(*rows), compare_disputed);
	leaving->disputed = rows;
	leaving->n_disputed = n;
}

/* ---- E1: the ends ---- */

int32_t leaving_natural_end(const struct contract *contract, int32_t last_day)
{
	int32_t end = DATE_NONE;

	if (contract_renewal(contract) == RENEWAL_AUTO)
		end = clock_end(contract, clock_term_at(contract, last_day));
	else if (contract_renewal(contract) == RENEWAL_MANUAL)
		end = clock_end(contract, 0);
	return end != DATE_NONE && end > last_day ? end : last_day;
}

/* The end that notice is counted from: X where the contract may be left early at any time, the
 * end of a later term that was asked for, else that of the term. */
static int32_t end_of_notice(const struct leaving *leaving)
{
	if (leaving->early && leaving->convenience)
		return leaving->last_day;
	if (leaving->asked && !leaving->clock.given && leaving->clock.term_end != DATE_NONE &&
		leaving->natural_end > leaving->clock.term_end &&
		contract_renewal(leaving->contract) == RENEWAL_AUTO)
		return leaving->natural_end;
	return leaving->clock.term_end;
}

static void read_notice(struct leaving *leaving)
{
	const struct notice *notice = &leaving->contract->notice;
	const struct calendar *calendar = &leaving->view->calendar;

	leaving->notice_end = end_of_notice(leaving);
	leaving->notice_latest = leaving->clock.notice_latest;
	leaving->send_by = leaving->clock.send_by;
	if (leaving->notice_end != leaving->clock.term_end && HAS(notice->period)) {
		leaving->notice_latest =
			clock_notice_latest(leaving->notice_end, notice->period.duration, calendar);
		leaving->send_by = clock_send_by(leaving->notice_latest, notice, calendar);
	}
	leaving->notice_needed = !leaving->clock.given &&
		(leaving->early || contract_renewal(leaving->contract) != RENEWAL_MANUAL);
}

static void read_last_day(struct leaving *leaving, int32_t by)
{
	leaving->asked = by != DATE_NONE;
	leaving->last_day = leaving->asked ? by : leaving->clock.effective_end;
	leaving->natural_end = leaving->last_day == DATE_NONE
		? DATE_NONE
		: leaving_natural_end(leaving->contract, leaving->last_day);
	leaving->early = leaving->last_day != leaving->natural_end;
	read_notice(leaving);
}

static int32_t transition_end(const struct leaving *leaving, int mode)
{
	const struct transition *transition = &leaving->contract->transition;

	if (leaving->last_day == DATE_NONE || mode == PLAN_STRESSED || !HAS(transition->period))
		return leaving->last_day;
	return date_add(leaving->last_day, transition->period.duration, &leaving->view->calendar);
}

static int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static void read_service(struct leaving *leaving)
{
	int32_t served = later(leaving->last_day, leaving->cutover);

	leaving->transition_end = transition_end(leaving, leaving->mode);
	leaving->service_end = served < leaving->transition_end ? served : leaving->transition_end;
}

/* ---- the schedule ---- */

static struct schedule_terms terms_of(const struct leaving *leaving, int mode, int32_t start)
{
	bool can_be_in_time = leaving->notice_needed && leaving->send_by != DATE_NONE &&
		leaving->view->as_of <= leaving->send_by;

	return (struct schedule_terms){
		.view = leaving->view,
		.stressed = mode == PLAN_STRESSED,
		.early = leaving->brief,
		.start = start != DATE_NONE ? start : leaving->view->as_of,
		.notice_by = can_be_in_time ? leaving->send_by : DATE_NONE,
		.talk = leaving->talk,
	};
}

int32_t leaving_review(const struct leaving *leaving, int32_t end)
{
	static const struct duration half_a_year = {180, DURATION_DAYS};
	const struct duration_field *review = &leaving->exit->reentry.review;

	return date_add(
		end, HAS(*review) ? review->duration : half_a_year, &leaving->view->calendar);
}

/* C − (X + T) when positive, else 0; DATE_NONE without C. */
static int32_t shortfall_of(
	const struct leaving *leaving, const struct schedule *schedule, int mode)
{
	const struct step *cutover = schedule_find(schedule, "cutover");

	if (!cutover)
		return DATE_NONE;
	/* where nothing else ends the contract, the cutover of each mode does */
	if (!leaving_has_end(leaving))
		return 0;
	return later(0, cutover->end - transition_end(leaving, mode));
}

static int other_mode(int mode)
{
	return mode == PLAN_PLANNED ? PLAN_STRESSED : PLAN_PLANNED;
}

void leaving_lay_out(struct leaving *leaving, const struct plan_request *request)
{
	struct schedule_terms terms;

	find_disputed(leaving);
	read_last_day(leaving, request->by);
	terms = terms_of(leaving, leaving->mode, request->start);
	schedule_make(&leaving->schedule, leaving->arena, &terms);
	leaving->cutover = leaving_end(leaving, "cutover");
	leaving->shortfall = shortfall_of(leaving, &leaving->schedule, leaving->mode);
	if (leaving->last_day == DATE_NONE)
		leaving->last_day = leaving->natural_end = leaving->cutover;
	read_service(leaving);
}

void leaving_init(struct leaving *leaving, const struct source *source,
	const struct scorecard *card, const struct plan_request *request)
{
	struct schedule_terms other;
	int32_t start;

	leaving_look(leaving, source, card, request);
	leaving_lay_out(leaving, request);
	index_init(&leaving->people, leaving->arena, &person_record, &leaving->partner->people.list,
		NULL, NULL);
	other = terms_of(leaving, other_mode(leaving->mode), request->start);
	schedule_make(&leaving->other, leaving->arena, &other);
	leaving->other_shortfall =
		shortfall_of(leaving, &leaving->other, other_mode(leaving->mode));
	if (leaving->last_day != DATE_NONE)
		schedule_bound_review(
			&leaving->schedule, leaving_review(leaving, leaving->last_day));
	start = leaving->schedule.network.start;
	leaving->start_by = leaving->shortfall == DATE_NONE
		? DATE_NONE
		: date_clamp((int64_t)start - leaving->shortfall);
}

/* ---- for all parts ---- */

bool leaving_has_end(const struct leaving *leaving)
{
	return leaving->asked || leaving->clock.effective_end != DATE_NONE;
}

int32_t leaving_end(const struct leaving *leaving, const char *task)
{
	const struct step *step = schedule_find(&leaving->schedule, task);

	return step ? step->end : DATE_NONE;
}

int32_t leaving_start(const struct leaving *leaving, const char *task)
{
	const struct step *step = schedule_find(&leaving->schedule, task);

	return step ? step->start : DATE_NONE;
}

const struct person *leaving_person(const struct leaving *leaving, const char *id)
{
	return id ? (const struct person *)index_find(&leaving->people, id) : NULL;
}

static bool has_role(const struct person *person, const int *roles)
{
	for (; HAS(person->role) && *roles >= 0; roles++)
		if (person->role.value == *roles)
			return true;
	return false;
}

const struct person *leaving_person_in(
	const struct leaving *leaving, enum side side, const int *roles)
{
	EACH (struct person, person, leaving->partner->people)
		if (HAS(person->id) && WORD_OR(person->side, SIDE_US) == (int)side &&
			!view_by(leaving->view, person->left) && has_role(person, roles))
			return person;
	return NULL;
}

const struct dispute *leaving_dispute(const struct leaving *leaving, const struct head *head)
{
	struct disputed key = {head, NULL};
	const struct disputed *found = bsearch(
		&key, leaving->disputed, leaving->n_disputed, sizeof(key), compare_disputed);

	return found ? found->dispute : NULL;
}

const struct exit_alternative *leaving_alternative(const struct leaving *leaving)
{
	EACH (struct exit_alternative, alternative, leaving->exit->alternatives)
		if (alternative_exists(alternative))
			return alternative;
	return NULL;
}
