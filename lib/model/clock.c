#include "partner/clock.h"

/* Of renewal_term, when the file does not say. */
static const struct duration one_year = {12, DURATION_MONTHS};

struct duration clock_renewal_term(const struct contract *contract)
{
	struct duration term =
		HAS(contract->renewal_term) ? contract->renewal_term.duration : one_year;

	if (term.unit == DURATION_MINUTES || term.unit == DURATION_HOURS)
		term = (struct duration){date_add(0, term, NULL), DURATION_DAYS};
	return term.count > 0 ? term : one_year;
}

static bool renews(const struct contract *contract)
{
	return contract_renewal(contract) == RENEWAL_AUTO && HAS(contract->end);
}

/* What ends beyond the calendar ends with it. */
int32_t clock_end(const struct contract *contract, int k)
{
	struct duration term = clock_renewal_term(contract);
	int64_t count = (int64_t)term.count * k;
	int32_t next;

	if (!HAS(contract->end))
		return DATE_NONE;
	if (k == 0 || contract->end.date == DATE_MAX)
		return contract->end.date;
	term.count = count > DURATION_MOST ? DURATION_MOST : (int32_t)count;
	next = date_add(contract->end.date + 1, term, NULL);
	if (next == DATE_MAX && date_add(contract->end.date, term, NULL) == DATE_MAX)
		return DATE_MAX;
	return next - 1;
}

int clock_term_at(const struct contract *contract, int32_t date)
{
	int low = 0, high = 1;

	if (!renews(contract))
		return 0;
	while (clock_end(contract, high) < date && high < (DATE_MAX - DATE_MIN)) {
		low = high;
		high *= 2;
	}
	while (low < high) {
		int middle = low + (high - low) / 2;

		if (clock_end(contract, middle) >= date)
			high = middle;
		else
			low = middle + 1;
	}
	return low;
}

/* From the backward count on, forward counting differs by a few clamped days at most. */
int32_t clock_notice_forward(int32_t end, struct duration period, const struct calendar *calendar)
{
	int32_t day = date_sub(end, period, calendar);

	if (end == DATE_MAX)
		return end; /* beyond which nothing is counted */
	while (day > DATE_MIN && date_add(day, period, calendar) > end)
		day--;
	while (day < end && date_add(day + 1, period, calendar) <= end)
		day++;
	return day;
}

int32_t clock_notice_latest(int32_t end, struct duration period, const struct calendar *calendar)
{
	int32_t backward = date_sub(end, period, calendar);
	int32_t forward = clock_notice_forward(end, period, calendar);

	return forward < backward ? forward : backward;
}

int32_t clock_send_by(int32_t latest, const struct notice *notice, const struct calendar *calendar)
{
	if (HAS(notice->delivery))
		latest = date_sub(latest, notice->delivery.duration, calendar);
	return calendar_roll_back(calendar, latest);
}

/* What notice for one end of a term demands. */
struct deadline {
	int32_t end, latest, send_by;
};

static struct deadline deadline_at(
	const struct contract *contract, int k, const struct calendar *calendar)
{
	struct deadline deadline = {clock_end(contract, k), DATE_NONE, DATE_NONE};

	if (HAS(contract->notice.period) && deadline.end != DATE_NONE) {
		deadline.latest = clock_notice_latest(
			deadline.end, contract->notice.period.duration, calendar);
		deadline.send_by = clock_send_by(deadline.latest, &contract->notice, calendar);
	}
	return deadline;
}

/* The first end from the k-th on that notice of `given` still reaches. */
static struct deadline deadline_reached(
	const struct contract *contract, int k, int32_t given, const struct calendar *calendar)
{
	struct deadline deadline = deadline_at(contract, k, calendar);

	while (deadline.latest != DATE_NONE && deadline.latest < given &&
		deadline.end < DATE_MAX - 1)
		deadline = deadline_at(contract, ++k, calendar);
	return deadline;
}

static struct deadline deadline_in_time(
	const struct contract *contract, int k, int32_t as_of, const struct calendar *calendar)
{
	struct deadline deadline = deadline_at(contract, k, calendar);

	while (deadline.send_by != DATE_NONE && deadline.send_by < as_of &&
		deadline.end < DATE_MAX - 1)
		deadline = deadline_at(contract, ++k, calendar);
	return deadline;
}

static void read_deadline(struct clock *clock, struct deadline deadline,
	const struct notice *notice, const struct calendar *calendar)
{
	clock->term_end = deadline.end;
	clock->effective_end = deadline.end;
	clock->notice_latest = deadline.latest;
	clock->send_by = deadline.send_by;
	if (HAS(notice->opens) && deadline.end != DATE_NONE)
		clock->notice_earliest = date_sub(deadline.end, notice->opens.duration, calendar);
}

static void read_auto(struct clock *clock, const struct contract *contract, int32_t as_of,
	const struct calendar *calendar)
{
	const struct notice *notice = &contract->notice;
	int k = clock_term_at(contract, as_of);
	struct deadline deadline = deadline_at(contract, k, calendar), next;

	if (clock->given) {
		int first = clock_term_at(contract, notice->given.date);

		deadline = deadline_reached(contract, first, notice->given.date, calendar);
		read_deadline(clock, deadline, notice, calendar);
		return;
	}
	read_deadline(clock, deadline, notice, calendar);
	clock->missed = deadline.send_by != DATE_NONE && as_of > deadline.send_by;
	next = deadline_in_time(contract, k + 1, as_of, calendar);
	clock->next_term_end = next.end;
	clock->next_send_by = next.send_by;
	if (clock->missed)
		clock->effective_end = next.end;
}

/* Without an end, notice alone ends it: counted from the day it was or can be received. */
static void read_evergreen(struct clock *clock, const struct contract *contract, int32_t as_of,
	const struct calendar *calendar)
{
	const struct notice *notice = &contract->notice;
	int32_t received = as_of;

	if (!HAS(notice->period))
		return;
	if (clock->given) {
		received = notice->given.date;
	} else {
		if (HAS(notice->delivery))
			received = date_add(as_of, notice->delivery.duration, calendar);
		received = calendar_roll_forward(calendar, received);
	}
	clock->effective_end = date_add(received, notice->period.duration, calendar);
}

void clock_read(struct clock *clock, const struct contract *contract, int32_t as_of,
	const struct calendar *calendar)
{
	const struct notice *notice = &contract->notice;

	*clock = (struct clock){
		.term_end = DATE_NONE,
		.notice_earliest = DATE_NONE,
		.notice_latest = DATE_NONE,
		.send_by = DATE_NONE,
		.next_term_end = DATE_NONE,
		.next_send_by = DATE_NONE,
		.effective_end = DATE_NONE,
		.given = HAS(notice->given) && notice->given.date <= as_of,
		.missed = false,
	};
	if (contract_renewal(contract) == RENEWAL_EVERGREEN)
		read_evergreen(clock, contract, as_of, calendar);
	else if (renews(contract))
		read_auto(clock, contract, as_of, calendar);
	else
		read_deadline(clock, deadline_at(contract, 0, calendar), notice, calendar);
}

/* ---- what missing it costs ---- */

bool clock_cost_of_missing(const struct contract *contract, struct money *cost)
{
	static const int months[] = {
		[VALUE_PER_MONTH] = 1, [VALUE_PER_QUARTER] = 3, [VALUE_PER_YEAR] = 12};
	struct duration term = clock_renewal_term(contract);
	int per = WORD_OR(contract->per, VALUE_PER_YEAR);
	struct money value = contract->value.money;

	if (!HAS(contract->value))
		return false;
	if (per == VALUE_PER_TERM) {
		*cost = value;
		return true;
	}
	if (term.unit == DURATION_MONTHS || term.unit == DURATION_YEARS)
		return money_scale(value,
			(int64_t)term.count * (term.unit == DURATION_YEARS ? 12 : 1), months[per],
			cost);
	/* a term in days: its share of the yearly value */
	return money_scale(
		value, (int64_t)(date_add(0, term, NULL)) * 12, (int64_t)365 * months[per], cost);
}
