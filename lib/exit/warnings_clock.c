/* Warnings of what the contract says about time. */
#include "warnings.h"

/* So close, sending the notice is urgent. */
#define NEAR_DAYS 14

/* Days until notice has to be sent, below 0 when that has passed; false when none has to be. */
static bool days_to_notice(const struct leaving *leaving, int32_t *days)
{
	bool renews = contract_renewal(leaving->contract) == RENEWAL_AUTO;

	if (!leaving->notice_needed || !(renews || leaving->early) || leaving->send_by == DATE_NONE)
		return false;
	*days = leaving->send_by - leaving->view->as_of;
	return true;
}

static struct place notice_place(const struct warnings *warnings)
{
	const struct notice *notice = &warnings->leaving->contract->notice;

	return warning_place(warnings, &notice->head, &notice->period.leaf);
}

void warn_send_by_passed(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	int32_t end = leaving->notice_end, then = leaving->clock.effective_end, days;
	const char *rest = "";

	if (!days_to_notice(leaving, &days) || days >= 0)
		return;
	if (then != DATE_NONE && then > end)
		rest = arena_printf(warnings->arena, "; as things stand the contract runs to %s",
			warning_day(warnings, then));
	warning_raise(warnings, notice_place(warnings),
		"notice for the end on %s had to be sent by %s, %s ago%s",
		warning_day(warnings, end), warning_day(warnings, leaving->send_by),
		warning_days(warnings, -days), rest);
}

void warn_send_by_near(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	int32_t days;

	if (!days_to_notice(leaving, &days) || days < 0 || days > NEAR_DAYS)
		return;
	warning_raise(warnings, notice_place(warnings),
		"notice for the end on %s must be sent by %s, %s%s",
		warning_day(warnings, leaving->notice_end), warning_day(warnings, leaving->send_by),
		days ? "in " : "today", days ? warning_days(warnings, days) : "");
}

/* The export that takes place, of data that may still be fetched then or not. */
static void check_retrieval(struct warnings *warnings, const struct plan_task *export)
{
	const struct leaving *leaving = warnings->leaving;
	const struct duration_field *retrieval = &leaving->contract->retrieval;
	int32_t last;

	if (leaving->last_day == DATE_NONE)
		return;
	last = date_add(leaving->last_day, retrieval->duration, &leaving->view->calendar);
	if (export->end > last)
		warning_raise_as(warnings, DIAG_ERROR,
			warning_place(warnings, &leaving->contract->head, &retrieval->leaf),
			"final-export ends %s, %s after the last day on which data can be fetched, "
			"%s",
			warning_day(warnings, export->end),
			warning_days(warnings, export->end - last), warning_day(warnings, last));
}

void warn_retrieval_short(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	const struct contract *contract = leaving->contract;
	const struct plan_task *export = plan_task(warnings->plan, "final-export");
	size_t n = leaving->exit->data.list.n;

	if (!n || (export && export->done != DATE_NONE))
		return;
	if (HAS(contract->retrieval)) {
		if (export)
			check_retrieval(warnings, export);
	} else {
		warning_raise(warnings, warning_place(warnings, &contract->head, NULL),
			"the contract does not say how long after its end data can be fetched "
			"(retrieval); %zu data set%s on record",
			n, n == 1 ? " is" : "s are");
	}
}

void warn_no_right(struct warnings *warnings)
{
	const struct leaving *leaving = warnings->leaving;
	const struct termination *termination = &leaving->contract->termination;

	if (!leaving->early || leaving->convenience || leaving->cause)
		return;
	warning_raise(warnings,
		warning_place(warnings,
			HAS(termination->head) ? &termination->head : &leaving->contract->head,
			&termination->convenience.leaf),
		"the plan ends the contract on %s, %s before %s, and neither termination for "
		"convenience nor a cause allows that",
		warning_day(warnings, leaving->last_day),
		warning_days(warnings, leaving->natural_end - leaving->last_day),
		warning_day(warnings, leaving->natural_end));
}
