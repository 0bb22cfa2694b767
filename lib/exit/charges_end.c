/* What it costs to end the contract on a day, and what comes back (E3, E4). */
#include "charges.h"

int64_t share_parts(double share)
{
	return llround(share * SHARE_PARTS);
}

/* ---- refund ---- */

/* Of the days before the natural end (R28). */
static int64_t refund_share(const struct leaving *leaving)
{
	const struct termination *termination = &leaving->contract->termination;

	if (leaving->cause && HAS(termination->refund_for_cause))
		return share_parts(termination->refund_for_cause.value);
	if (leaving->convenience && HAS(termination->refund))
		return share_parts(termination->refund.value);
	return 0;
}

static int64_t days_after(const struct prepaid *prepaid, int32_t day)
{
	int32_t first = day < prepaid->from.date ? prepaid->from.date : day + 1;

	return first > prepaid->to.date ? 0 : (int64_t)prepaid->to.date - first + 1;
}

bool refund_of(const struct leaving *leaving, const struct prepaid *prepaid, int32_t day,
	struct refund *refund)
{
	struct exact owed = {0}, early = {0};
	struct money amount = prepaid->amount.money;
	int64_t days = (int64_t)prepaid->to.date - prepaid->from.date + 1;

	refund->days = days;
	refund->unused = days_after(prepaid, day);
	refund->beyond = days_after(prepaid, leaving_natural_end(leaving->contract, day));
	refund->share = refund_share(leaving);
	exact_add(&early, amount, refund->unused - refund->beyond, days);
	exact_scale(&early, refund->share, SHARE_PARTS);
	exact_add(&owed, amount, refund->beyond, days);
	exact_add_sum(&owed, &early);
	return exact_round(&owed, &refund->owed) &&
		money_scale(amount, refund->unused, days, &refund->total);
}

bool charge_refund(const struct leaving *leaving, int32_t day, struct exact *refund)
{
	*refund = (struct exact){0};
	if (leaving->reason == EXIT_INSOLVENCY)
		return true;
	EACH (struct prepaid, row, leaving->contract->prepaid) {
		struct refund part;

		if (!prepaid_exists(leaving->view, row))
			continue;
		if (!prepaid_known(row) || !refund_of(leaving, row, day, &part))
			return false;
		exact_add(refund, part.owed, 1, 1);
	}
	return !refund->broken;
}

/* ---- fee ---- */

bool fee_waived(const struct leaving *leaving)
{
	return leaving->cause && HAS(leaving->contract->termination.refund_for_cause);
}

struct fee_clause fee_clause(const struct leaving *leaving, int32_t day)
{
	const struct termination *termination = &leaving->contract->termination;
	struct fee_clause clause = {.table = termination->fee_table.list.n > 0};

	EACH (struct fee_step, step, termination->fee_table) {
		if (!HAS(step->until) || !HAS(step->amount))
			clause.vague = step;
		else if (step->until.date >= day &&
			(!clause.step || step->until.date < clause.step->until.date))
			clause.step = step;
	}
	clause.any = clause.table || HAS(termination->fee) || HAS(termination->fee_share);
	return clause;
}

/* The fixed part: by the table, which takes the place of the fee. */
static void add_fixed(
	const struct leaving *leaving, const struct fee_clause *clause, struct exact *fee)
{
	const struct termination *termination = &leaving->contract->termination;

	if (clause->step)
		exact_add(fee, clause->step->amount.money, 1, 1);
	else if (clause->table)
		exact_add(fee, LIST_ITEMS(struct fee_step, termination->fee_table)->amount.money, 0,
			1);
	else if (HAS(termination->fee))
		exact_add(fee, termination->fee.money, 1, 1);
}

bool charge_fee(const struct leaving *leaving, int32_t day, struct exact *fee)
{
	const struct termination *termination = &leaving->contract->termination;
	int32_t end = leaving_natural_end(leaving->contract, day);
	struct fee_clause clause = fee_clause(leaving, day);
	struct exact rest;

	*fee = (struct exact){0};
	if (day >= end || fee_waived(leaving) || (!clause.any && leaving->convenience))
		return true;
	if (!clause.any)
		return charge_rate(leaving, day, end, fee);
	if (clause.vague)
		return false;
	add_fixed(leaving, &clause, fee);
	if (!HAS(termination->fee_share))
		return !fee->broken;
	if (!charge_rate(leaving, day, end, &rest))
		return false;
	exact_scale(&rest, share_parts(termination->fee_share.value), SHARE_PARTS);
	exact_add_sum(fee, &rest);
	return !fee->broken;
}

/* ---- what we promised to buy ---- */

bool charge_shortfall(const struct leaving *leaving, int32_t day, struct exact *shortfall)
{
	const struct contract *contract = leaving->contract;
	int32_t end = leaving->clock.term_end;
	struct exact bought;

	*shortfall = (struct exact){0};
	if (!HAS(contract->commitment) || fee_waived(leaving))
		return true;
	if (!HAS(contract->spent) ||
		!charge_rate(leaving, leaving->view->as_of,
			end != DATE_NONE && end < day ? end : day, &bought))
		return false;
	exact_add(shortfall, contract->commitment.money, 1, 1);
	exact_add(shortfall, contract->spent.money, -1, 1);
	exact_subtract_sum(shortfall, &bought);
	exact_floor_zero(shortfall);
	return !shortfall->broken;
}
