/* Warnings of what must not break: functions, data, knowledge, customers. */
#include "warnings.h"

#include <string.h>

/* ---- alternatives ---- */

/* A test is good for so long. */
#define TESTED_MONTHS 12

/* Of those that are one, the one tested last by D, else the first; NULL without any. */
static const struct exit_alternative *newest_alternative(const struct warnings *warnings)
{
	const struct view *view = warnings->leaving->view;
	const struct exit_alternative *newest = NULL;

	EACH (struct exit_alternative, one, warnings->leaving->exit->alternatives) {
		bool newer = view_by(view, one->tested) &&
			(!newest || !view_by(view, newest->tested) ||
				one->tested.date > newest->tested.date);

		if (alternative_exists(one) && (!newest || newer))
			newest = one;
	}
	return newest;
}

/* Why the alternative does not help; NULL: it does. */
static const char *why_untested(
	const struct warnings *warnings, const struct exit_alternative *newest)
{
	const struct view *view = warnings->leaving->view;

	if (!newest)
		return "there is none";
	if (!view_by(view, newest->tested))
		return "none was ever tested";
	if (newest->tested.date > view_months_back(view, TESTED_MONTHS))
		return NULL;
	return arena_printf(warnings->arena, "the last test was on %s",
		warning_day(warnings, newest->tested.date));
}

void warn_alternative_untested(struct warnings *warnings)
{
	const struct exit_alternative *newest = newest_alternative(warnings);
	const char *why = why_untested(warnings, newest);
	const struct exit_function *first = NULL;
	struct naming names = {0};

	if (!why)
		return;
	EACH (struct exit_function, function, warnings->leaving->exit->functions) {
		if (!IS_SET(function->critical))
			continue;
		first = first ? first : function;
		naming_add(
			&names, warning_ref(warnings, "function", &function->head, &function->id));
	}
	if (!first)
		return;
	warning_raise(warnings,
		newest ? warning_place(warnings, &newest->head, &newest->tested.leaf)
		       : warning_place(warnings, &first->head, NULL),
		"no alternative was tested within %d months, %s; critical: %s", TESTED_MONTHS, why,
		naming_keep(&names, warnings->arena));
}

/* ---- data ---- */

void warn_legal_hold(struct warnings *warnings)
{
	const struct view *view = warnings->leaving->view;

	EACH (struct exit_data, data, warnings->leaving->exit->data) {
		const char *ref;

		if (!IS_SET(data->legal_hold))
			continue;
		ref = warning_ref(warnings, "data", &data->head, &data->id);
		if (view_by(view, data->deleted))
			warning_raise(warnings,
				warning_place(warnings, &data->head, &data->deleted.leaf),
				"%s was deleted on %s, although the law forbids that", ref,
				warning_day(warnings, data->deleted.date));
		else
			warning_raise_as(warnings, DIAG_NOTE,
				warning_place(warnings, &data->head, &data->legal_hold.leaf),
				"%s stays with the partner: the law forbids to delete it", ref);
	}
}

/* ---- what nobody sees to ---- */

void warn_uncovered(struct warnings *warnings)
{
	const struct plan_coverage *rows = warnings->plan->coverage.items;
	const char *last = "";

	for (size_t i = 0; warnings->leaving->schedule.sound && i < warnings->plan->coverage.n;
		i++) {
		/* one record may need two tasks */
		if (rows[i].task || rows[i].done || strcmp(rows[i].record, last) == 0)
			continue;
		last = rows[i].record;
		warning_raise(warnings, (struct place){rows[i].path, rows[i].line},
			"no task of the plan covers %s", last);
	}
}

void warn_successor_missing(struct warnings *warnings)
{
	EACH (struct exit_knowledge, knowledge, warnings->leaving->exit->knowledge) {
		const char *topic = knowledge->topic.text, *holder = knowledge->holder.text;

		if (HAS(knowledge->successor))
			continue;
		warning_raise(warnings, warning_place(warnings, &knowledge->head, NULL),
			"nobody is named who will learn %s%s%s%s%s%s",
			warning_ref(warnings, "knowledge", &knowledge->head, NULL),
			topic ? " ('" : "", topic ? topic : "", topic ? "')" : "",
			holder ? " from " : "", holder ? holder : "");
	}
}

/* ---- customers ---- */

void warn_customer_renews(struct warnings *warnings)
{
	const struct view *view = warnings->leaving->view;
	const struct plan_task *migration = plan_task(warnings->plan, "migration");

	if (!migration)
		return;
	EACH (struct exit_customer, customer, warnings->leaving->exit->customers) {
		if (view_by(view, customer->moved) || !HAS(customer->renewal) ||
			customer->renewal.date >= migration->start)
			continue;
		warning_raise(warnings,
			warning_place(warnings, &customer->head, &customer->renewal.leaf),
			"the contract of %s renews on %s, %s before migration starts on %s",
			warning_ref(warnings, "customer", &customer->head, &customer->id),
			warning_day(warnings, customer->renewal.date),
			warning_days(warnings, migration->start - customer->renewal.date),
			warning_day(warnings, migration->start));
	}
}
