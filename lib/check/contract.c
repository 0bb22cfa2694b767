/* Rules on the contract, its clock, and days that are counted twice. */
#include "rules.h"

#include <stdlib.h>

#include "partner/clock.h"

static const struct trail contract_trail = {NULL, "contract", 0};

static void report_contract(struct check *check, enum diag_rule rule, const char *field,
	const struct leaf *leaf, const char *hint, const char *const *subjects)
{
	report_field(&check->report, rule, &contract_trail, &check->partner->contract.head, field,
		leaf, hint, subjects);
}

/* ---- P207, P208 ---- */

void check_notice_period(struct check *check)
{
	const struct contract *contract = &check->partner->contract;

	if (contract_renewal(contract) == RENEWAL_AUTO && HAS(contract->end) &&
		!FAULTY(contract->notice.head) && ABSENT(contract->notice.period))
		report_contract(check, P207_NO_NOTICE_PERIOD, "renewal", &contract->renewal.leaf,
			"add notice.period", SUBJECTS(renewal_words[RENEWAL_AUTO]));
}

/* Nothing that the clock reads is faulty. */
static bool clock_is_sound(const struct contract *contract)
{
	const struct notice *notice = &contract->notice;

	return !FAULTY(contract->head) && !FAULTY(contract->end) && !FAULTY(contract->renewal) &&
		!FAULTY(contract->renewal_term) && !FAULTY(notice->head) &&
		!FAULTY(notice->period) && !FAULTY(notice->opens) && !FAULTY(notice->delivery) &&
		!FAULTY(notice->given);
}

void check_notice_window(struct check *check)
{
	static const struct trail notice_trail = {&contract_trail, "notice", 0};
	const struct contract *contract = &check->partner->contract;
	struct clock clock;
	int32_t earliest;

	if (!clock_is_sound(contract) || !HAS(contract->notice.period))
		return;
	clock_read(&clock, contract, check->as_of, &check->view.calendar);
	if (clock.notice_latest == DATE_NONE)
		return;
	earliest = clock.notice_earliest;
	if (HAS(contract->start) && contract->start.date > earliest)
		earliest = contract->start.date;
	if (clock.notice_latest < earliest)
		report_field(&check->report, P208_NOTICE_IMPOSSIBLE, &notice_trail,
			&contract->notice.head, "period", &contract->notice.period.leaf, NULL,
			SUBJECTS(date_text(check->arena, clock.notice_latest),
				date_text(check->arena, earliest)));
}

/* ---- P209, P210, P211 ---- */

void check_leap_day(struct check *check)
{
	const struct date_field *end = &check->partner->contract.end;
	struct civil civil;

	if (!HAS(*end))
		return;
	civil = civil_of_date(end->date);
	if (civil.month == 2 && civil.day == 29)
		report_contract(check, P209_LEAP_DAY_END, "end", &end->leaf,
			"later ones end on 28 February",
			SUBJECTS(date_text(check->arena, end->date)));
}

void check_lapsed(struct check *check)
{
	const struct partner *partner = check->partner;
	const struct contract *contract = &partner->contract;
	bool ended = HAS(partner->ended) && partner->ended.date <= check->as_of;

	if (!HAS(contract->end) || contract->end.date >= check->as_of || ended ||
		FAULTY(partner->ended) || FAULTY(contract->renewal) ||
		contract_renewal(contract) != RENEWAL_MANUAL)
		return;
	report_contract(check, P210_CONTRACT_LAPSED, "end", &contract->end.leaf,
		"write the new end and keep this one in earlier_ends, or write ended",
		SUBJECTS(date_text(check->arena, contract->end.date)));
}

void check_earlier_ends(struct check *check)
{
	const struct contract *contract = &check->partner->contract;
	struct trail ends = {&contract_trail, "earlier_ends", 0};
	struct trail item = {&ends, NULL, 0};

	if (!HAS(contract->end))
		return;
	EACH (struct date_field, end, contract->earlier_ends) {
		if (HAS(*end) && end->date >= contract->end.date)
			report_place(&check->report, P211_TERM_ORDER, &item, &contract->head,
				&end->leaf, NULL,
				SUBJECTS(date_text(check->arena, end->date),
					date_text(check->arena, contract->end.date)));
		item.index++;
	}
}

/* ---- P212 ---- */

static int compare_periods(const void *left, const void *right)
{
	const struct prepaid *a = *(const struct prepaid *const *)left;
	const struct prepaid *b = *(const struct prepaid *const *)right;

	if (a->from.date != b->from.date)
		return a->from.date < b->from.date ? -1 : 1;
	return (a > b) - (a < b);
}

static const char *period_text(struct arena *arena, const struct prepaid *period)
{
	return arena_printf(arena, "%s to %s", date_text(arena, period->from.date),
		date_text(arena, period->to.date));
}

void check_prepaid(struct check *check)
{
	static const struct trail list = {&contract_trail, "prepaid", 0};
	const struct list *all = &check->partner->contract.prepaid.list;
	const struct prepaid **periods =
		arena_array(check->arena, all->n, sizeof(const struct prepaid *));
	const struct prepaid *last = NULL;
	size_t n = 0;

	EACH (struct prepaid, period, check->partner->contract.prepaid)
		if (HAS(period->from) && HAS(period->to) && period->from.date <= period->to.date)
			periods[n++] = period;
	qsort(periods, n, sizeof(const struct prepaid *), compare_periods);
	for (size_t i = 0; i < n; i++) {
		if (last && periods[i]->from.date <= last->to.date)
			report_item(&check->report, P212_PREPAID_OVERLAP, &list, &periods[i]->head,
				"from", &periods[i]->from.leaf, NULL,
				SUBJECTS(period_text(check->arena, periods[i]),
					period_text(check->arena, last)));
		if (!last || periods[i]->to.date > last->to.date)
			last = periods[i];
	}
}

/* ---- P213 ---- */

static int compare_observations(const void *left, const void *right)
{
	const struct observation *a = *(const struct observation *const *)left;
	const struct observation *b = *(const struct observation *const *)right;

	if (a->date.date != b->date.date)
		return a->date.date < b->date.date ? -1 : 1;
	return (a > b) - (a < b);
}

static void find_observed_twice(struct check *check, const struct trail *list,
	const struct head *head, const struct list *all)
{
	struct trail item = {list, NULL, head->index};
	struct trail observations = {&item, "observations", 0};
	const struct observation **sorted =
		arena_array(check->arena, all->n, sizeof(const struct observation *));
	size_t n = 0;

	for (size_t i = 0; i < all->n; i++) {
		const struct observation *observation = (const struct observation *)all->items + i;

		if (HAS(observation->date))
			sorted[n++] = observation;
	}
	qsort(sorted, n, sizeof(const struct observation *), compare_observations);
	for (size_t i = 1; i < n; i++)
		if (sorted[i]->date.date == sorted[i - 1]->date.date)
			report_item(&check->report, P213_OBSERVED_TWICE, &observations,
				&sorted[i]->head, "date", &sorted[i]->date.leaf, "the later counts",
				SUBJECTS(date_text(check->arena, sorted[i]->date.date)));
}

void check_observed_twice(struct check *check)
{
	static const struct trail goals = {NULL, "goals", 0}, metrics = {NULL, "metrics", 0};

	EACH (struct goal, goal, check->partner->goals)
		if (goal->observations.list.n > 1)
			find_observed_twice(check, &goals, &goal->head, &goal->observations.list);
	EACH (struct metric, metric, check->partner->metrics)
		if (metric->observations.list.n > 1)
			find_observed_twice(
				check, &metrics, &metric->head, &metric->observations.list);
}
