/*
 * The clock of contracts that renew by themselves, on each day of three years, against a
 * calendar that counts day by day and knows no shortcut.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/clock.h"

#define TERMS 60 /* enough to reach beyond the three years */

struct deal {
	const char *end;
	int term, period; /* months */
	int delivery;     /* days */
};

static const struct deal deals[] = {
	{"2026-08-31", 6, 3, 5},
	{"2026-02-28", 12, 1, 0},
	{"2026-11-30", 1, 3, 3}, /* notice longer than a term */
	{"2025-12-31", 12, 12, 10},
	{"2028-02-29", 3, 2, 30},
};

static const char *const holiday_texts[] = {
	"2026-12-25", "2027-01-01", "2027-05-31", "2027-11-26", "2028-02-28"};

static int32_t holidays[COUNT_OF(holiday_texts)];

static int read_holidays(void **state)
{
	(void)state;
	for (size_t i = 0; i < COUNT_OF(holiday_texts); i++)
		holidays[i] = day(holiday_texts[i]);
	return 0;
}

/* The same day so many months later, or the month's last; negative is earlier. */
static int32_t months_on(int32_t date, int months)
{
	struct civil civil = civil_of_date(date);

	for (; months > 0; months--)
		civil = civil.month == 12 ? (struct civil){civil.year + 1, 1, civil.day}
					  : (struct civil){civil.year, civil.month + 1, civil.day};
	for (; months < 0; months++)
		civil = civil.month == 1 ? (struct civil){civil.year - 1, 12, civil.day}
					 : (struct civil){civil.year, civil.month - 1, civil.day};
	while (civil.day > days_in_month(civil.year, civil.month))
		civil.day--;
	return date_of_civil(civil);
}

static bool is_holiday(int32_t date)
{
	for (size_t i = 0; i < COUNT_OF(holidays); i++)
		if (holidays[i] == date)
			return true;
	return date_weekday(date) > 5;
}

/* The last day that is early enough both ways, less delivery, and then a day of work. */
static int32_t last_sending(const struct deal *deal, int32_t end)
{
	int32_t date = end;

	while (date > months_on(end, -deal->period) || months_on(date, deal->period) > end)
		date--;
	date -= deal->delivery;
	while (is_holiday(date))
		date--;
	return date;
}

/* Ends of the terms and the last days to send notice for them, worked out once. */
struct terms {
	int32_t end[TERMS], send_by[TERMS];
};

static void lay_out(const struct deal *deal, struct terms *terms)
{
	for (int k = 0; k < TERMS; k++) {
		terms->end[k] = months_on(day(deal->end) + 1, k * deal->term) - 1;
		terms->send_by[k] = last_sending(deal, terms->end[k]);
	}
}

static void assert_clock(const struct clock *clock, const struct terms *terms, int32_t date)
{
	int now = 0, next;

	while (terms->end[now] < date)
		now++;
	for (next = now + 1; terms->send_by[next] < date; next++)
		assert_true(next + 1 < TERMS);
	assert_int_equal(clock->term_end, terms->end[now]);
	assert_int_equal(clock->send_by, terms->send_by[now]);
	assert_int_equal(clock->missed, date > terms->send_by[now]);
	assert_int_equal(clock->next_term_end, terms->end[next]);
	assert_int_equal(clock->next_send_by, terms->send_by[next]);
	assert_int_equal(clock->effective_end, terms->end[clock->missed ? next : now]);
}

static struct contract contract_of(const struct deal *deal)
{
	struct contract contract = {
		.end = {{.state = LEAF_SOUND}, day(deal->end)},
		.renewal = {{.state = LEAF_SOUND}, RENEWAL_AUTO},
		.renewal_term = {{.state = LEAF_SOUND}, {deal->term, DURATION_MONTHS}},
		.notice.period = {{.state = LEAF_SOUND}, {deal->period, DURATION_MONTHS}},
		.notice.delivery = {{.state = LEAF_SOUND}, {deal->delivery, DURATION_DAYS}},
	};

	return contract;
}

static void every_day_agrees_with_a_naive_calendar(void **state)
{
	struct calendar calendar = {holidays, COUNT_OF(holidays)};
	int32_t first = day("2026-01-01"), last = day("2028-12-31");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(deals); i++) {
		struct contract contract = contract_of(&deals[i]);
		struct terms terms;

		lay_out(&deals[i], &terms);
		for (int32_t date = first; date <= last; date++) {
			struct clock clock;

			clock_read(&clock, &contract, date, &calendar);
			assert_clock(&clock, &terms, date);
		}
	}
}

/* Notice sent on the last day reaches the end; a day later it reaches only a later one. */
static void notice_given_on_any_day_ends_the_first_term_in_reach(void **state)
{
	struct calendar calendar = {holidays, COUNT_OF(holidays)};
	int32_t today = day("2028-12-31");

	(void)state;
	for (size_t i = 0; i < COUNT_OF(deals); i++) {
		struct contract contract = contract_of(&deals[i]);

		for (int32_t given = day("2026-01-01"); given <= today; given++) {
			struct clock clock;
			int k = 0;

			contract.notice.given = (struct date_field){{.state = LEAF_SOUND}, given};
			clock_read(&clock, &contract, today, &calendar);
			while (clock_notice_latest(clock_end(&contract, k),
				       contract.notice.period.duration, &calendar) < given)
				k++;
			assert_true(clock.given);
			assert_int_equal(clock.effective_end, clock_end(&contract, k));
		}
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_day_agrees_with_a_naive_calendar),
		cmocka_unit_test(notice_given_on_any_day_ends_the_first_term_in_reach),
	};

	return cmocka_run_group_tests(tests, read_holidays, NULL);
}
