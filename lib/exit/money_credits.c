/* Service credits: those that were agreed, and those that missed levels would give (E3). */
#include "money.h"

#include "partner/measure.h"

#define CREDIT_MONTHS 24

/* An incident of the last 24 months that may give a credit: to us, unless we caused it. */
static bool may_credit(const struct view *view, const struct incident *incident, enum side debtor)
{
	return view_time_by(view, incident->opened) && view_counts(view, &incident->head) &&
		incident_actor(incident) == debtor &&
		instant_date(incident->opened.time) > view_months_back(view, CREDIT_MONTHS);
}

static void put_opened(struct money_book *book, const struct incident *incident)
{
	char day[DATE_SIZE];

	money_put(&book->basis, incident->credit.money);
	buffer_printf(&book->basis, " for what was opened on %s",
		date_format(instant_date(incident->opened.time), day));
}

void money_put_agreed(
	struct money_book *book, const char *item, enum money_direction direction, enum side debtor)
{
	const struct view *view = book->leaving->view;

	EACH (struct incident, incident, book->leaving->partner->incidents) {
		struct plan_money line = money_line(book, item, direction, book->account);

		if (!HAS(incident->credit) || !may_credit(view, incident, debtor) ||
			view_by(view, incident->settled))
			continue;
		money_from_record(book, &line, &incident_record, &incident->head);
		put_opened(book, incident);
		money_put_line(book, line, incident->credit.money);
	}
}

void money_put_credits(struct money_book *book)
{
	size_t before = book->n;

	money_put_agreed(book, "credit", MONEY_IN, SIDE_PARTNER);
	if (book->n == before)
		money_put_absent(book, money_line(book, "credit", MONEY_IN, book->account),
			"no credit of 24 months is open");
}

/* ---- credits that nobody wrote down ---- */

/* Who answers for a missed level: the partner by contract, for others we can but ask. */
enum { OWED, ASKED, WAYS };

struct credit_month {
	int64_t missed[WAYS]; /* incidents without a credit of their own */
	bool disputed[WAYS];
	struct exact own; /* credits that were agreed */
};

static int month_of(int32_t date)
{
	struct civil civil = civil_of_date(date);

	return civil.year * 12 + civil.month - 1;
}

static int32_t first_of(int month)
{
	return date_of_civil((struct civil){month / 12, month % 12 + 1, 1});
}

static void count_incident(
	const struct leaving *leaving, const struct incident *incident, struct credit_month *month)
{
	const struct view *view = leaving->view;
	int way = incident_cause(incident) == CAUSE_PARTNER ? OWED : ASKED;

	if (HAS(incident->credit)) {
		exact_add(&month->own, incident->credit.money, 1, 1);
		return;
	}
	if (view_by(view, incident->settled) || !incident_missed_level(view, incident))
		return;
	month->missed[way]++;
	month->disputed[way] |= leaving_dispute(leaving, &incident->head) != NULL;
}

/* What a month costs: of a value for each month that value itself. */
static bool month_charge(const struct leaving *leaving, int month, struct exact *charge)
{
	const struct contract *contract = leaving->contract;
	int times = charge_times(contract);
	struct charge_term term;

	if (!HAS(contract->value))
		return charge_rate(leaving, first_of(month) - 1, first_of(month + 1) - 1, charge);
	*charge = (struct exact){0};
	if (times)
		exact_add(charge, contract->value.money, times, 12);
	else if (charge_term_of(leaving, first_of(month), &term))
		exact_add(charge, contract->value.money, CHARGE_YEAR,
			12 * ((int64_t)term.last - term.first + 1));
	return charge->currency && !charge->broken;
}

static void put_month_charge(struct money_book *book, int month)
{
	const struct contract *contract = book->leaving->contract;
	int times = charge_times(contract);
	struct charge_term term;

	if (!HAS(contract->value)) {
		buffer_putc(&book->basis, '(');
		basis_rate(
			&book->basis, book->leaving, first_of(month) - 1, first_of(month + 1) - 1);
		buffer_putc(&book->basis, ')');
		return;
	}
	money_put(&book->basis, contract->value.money);
	if (times && times < 12)
		buffer_printf(&book->basis, " / %d", 12 / times);
	else if (!times && charge_term_of(book->leaving, first_of(month), &term))
		buffer_printf(&book->basis, " × %d / 12 / %d", CHARGE_YEAR,
			(int)(term.last - term.first + 1));
}

/* What the cap leaves of a month's charge. */
struct room {
	struct exact charge; /* of the month */
	struct exact left;
	struct exact taken; /* by credits of this month, agreed and owed */
};

static bool make_room(const struct leaving *leaving, int month, const struct credit_month *credits,
	struct room *room)
{
	const struct number_field *cap = &leaving->contract->credits.cap;

	if (!month_charge(leaving, month, &room->charge))
		return false;
	room->taken = credits->own;
	room->left = room->charge;
	exact_scale(&room->left, HAS(*cap) ? share_parts(cap->value) : SHARE_PARTS, SHARE_PARTS);
	exact_subtract_sum(&room->left, &credits->own);
	exact_floor_zero(&room->left);
	return !room->left.broken;
}

static void put_credit_basis(
	struct money_book *book, int month, int64_t missed, const struct room *room, bool capped)
{
	const struct credits *credits = &book->leaving->contract->credits;
	struct money taken;

	buffer_printf(
		&book->basis, "%04d-%02d: %lld × ", month / 12, month % 12 + 1, (long long)missed);
	basis_share(&book->basis, share_parts(credits->rate.value));
	buffer_puts(&book->basis, " × ");
	put_month_charge(book, month);
	if (!capped)
		return;
	buffer_puts(&book->basis, ", at most ");
	basis_share(
		&book->basis, HAS(credits->cap) ? share_parts(credits->cap.value) : SHARE_PARTS);
	buffer_puts(&book->basis, " × ");
	put_month_charge(book, month);
	if (exact_round(&room->taken, &taken) && taken.minor) {
		buffer_puts(&book->basis, " − ");
		money_put(&book->basis, taken);
	}
}

static void put_computed(struct money_book *book, struct plan_money line, int month, int64_t missed,
	struct room *room)
{
	const struct credits *credits = &book->leaving->contract->credits;
	struct exact amount = room->charge;
	bool capped;

	exact_scale(&amount, share_parts(credits->rate.value), SHARE_PARTS);
	exact_scale(&amount, missed, 1);
	if (amount.broken || room->left.broken) {
		money_put_missing(book, line, money_mixed);
		return;
	}
	capped = exact_compare(&amount, &room->left) > 0;
	if (capped)
		amount = room->left;
	put_credit_basis(book, month, missed, room, capped);
	money_put_exact(book, line, &amount, money_mixed);
	exact_subtract_sum(&room->left, &amount);
	exact_add_sum(&room->taken, &amount);
}

static void put_month(struct money_book *book, int month, const struct credit_month *credits)
{
	const struct contract *contract = book->leaving->contract;
	struct room room;
	bool known;

	if (!credits->missed[OWED] && !credits->missed[ASKED])
		return;
	known = make_room(book->leaving, month, credits, &room);
	for (int way = 0; way < WAYS; way++) {
		struct plan_money line =
			money_line(book, "credit-computed", MONEY_IN, book->account);

		if (!credits->missed[way])
			continue;
		money_from(book, &line, "contract.credits.rate", &contract->credits.head,
			&contract->credits.rate.leaf);
		line.entitled &= way == OWED;
		line.disputed = credits->disputed[way];
		if (known)
			put_computed(book, line, month, credits->missed[way], &room);
		else
			money_put_missing(book, line, charge_lacks(book->leaving));
	}
}

void money_put_computed_credits(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	const struct view *view = leaving->view;
	int first = month_of(view_months_back(view, CREDIT_MONTHS));
	struct credit_month months[CREDIT_MONTHS + 1] = {0};
	size_t before = book->n;

	if (HAS(leaving->contract->credits.rate)) {
		EACH (struct incident, incident, leaving->partner->incidents)
			if (may_credit(view, incident, SIDE_PARTNER))
				count_incident(leaving, incident,
					&months[month_of(instant_date(incident->opened.time)) -
						first]);
		for (int i = 0; i <= CREDIT_MONTHS; i++)
			put_month(book, first + i, &months[i]);
	}
	if (book->n == before)
		money_put_absent(book, money_line(book, "credit-computed", MONEY_IN, book->account),
			HAS(leaving->contract->credits.rate)
				? "no incident of 24 months missed a level without a credit"
				: "contract.credits.rate is not given");
}
