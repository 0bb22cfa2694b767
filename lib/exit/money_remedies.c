/* Penalties and rewards that fell due, and what we owe ourselves (E3, R17). */
#include "money.h"

#include "partner/measure.h"

/* Due and not yet settled. */
static bool is_open(const struct view *view, const struct remedy *remedy, enum side debtor)
{
	return remedy->due != DATE_NONE && remedy->debtor == debtor &&
		!view_by(view, remedy->settled);
}

static void put_remedy(struct money_book *book, struct plan_money line, const char *what,
	struct money amount, int32_t due)
{
	char day[DATE_SIZE];

	money_put(&book->basis, amount);
	buffer_printf(&book->basis, ", %s due since %s", what, date_format(due, day));
	money_put_line(book, line, amount);
}

/* A penalty falls due on who promised, a reward on the other side. */
static bool is_penalty(
	const struct view *view, const struct milestone *milestone, const struct remedy *remedy)
{
	return remedy->debtor == milestone_by(view, milestone);
}

static void put_milestone(struct money_book *book, const char *item, enum money_direction direction,
	const struct milestone *milestone, const struct remedy *remedy)
{
	struct plan_money line = money_line(book, item, direction, book->account);
	bool penalty = is_penalty(book->leaving->view, milestone, remedy);

	money_from_record(book, &line, &milestone_record, &milestone->head);
	put_remedy(book, line, penalty ? "a penalty" : "a reward",
		penalty ? milestone->penalty.money : milestone->reward.money, remedy->due);
}

/* What the partner owes us, of one kind. */
static void put_claims(struct money_book *book, const char *item, bool penalty, const char *none)
{
	const struct view *view = book->leaving->view;
	size_t before = book->n;

	EACH (struct milestone, milestone, book->leaving->partner->milestones) {
		struct remedy remedy = milestone_remedy(view, milestone);

		if (is_open(view, &remedy, SIDE_PARTNER) &&
			is_penalty(view, milestone, &remedy) == penalty)
			put_milestone(book, item, MONEY_IN, milestone, &remedy);
	}
	if (book->n == before)
		money_put_absent(book, money_line(book, item, MONEY_IN, book->account), none);
}

void money_put_penalties(struct money_book *book)
{
	put_claims(book, "penalty", true, "no penalty is due to us");
}

void money_put_rewards(struct money_book *book)
{
	put_claims(book, "reward", false, "no reward is due to us");
}

void money_put_owed(struct money_book *book)
{
	const struct view *view = book->leaving->view;
	size_t before = book->n;

	EACH (struct milestone, milestone, book->leaving->partner->milestones) {
		struct remedy remedy = milestone_remedy(view, milestone);

		if (is_open(view, &remedy, SIDE_US))
			put_milestone(book, "owed", MONEY_OUT, milestone, &remedy);
	}
	money_put_agreed(book, "owed", MONEY_OUT, SIDE_US);
	if (book->n == before)
		money_put_absent(book, money_line(book, "owed", MONEY_OUT, book->account),
			"we owe nothing that is due");
}
