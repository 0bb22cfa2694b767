/* What ending the contract on its last day costs and brings back: refund, fee, shortfall. */
#include "money.h"

static const char no_last_day[] = "the last day of the contract is not known";

/* ---- refund ---- */

static const char *prepaid_lacks(const struct prepaid *row)
{
	if (!HAS(row->from))
		return "contract.prepaid.from is not given";
	if (!HAS(row->to))
		return "contract.prepaid.to is not given";
	return HAS(row->amount) ? "contract.prepaid ends before it begins"
				: "contract.prepaid.amount is not given";
}

static void put_part(struct money_book *book, const struct prepaid *row, int64_t days,
	const struct refund *refund, int64_t share)
{
	money_put(&book->basis, row->amount.money);
	buffer_printf(&book->basis, " × %lld / %lld × ", (long long)days, (long long)refund->days);
	basis_share(&book->basis, share);
}

/* The days up to the natural end by the clause, those beyond it in full. */
static void put_refund_basis(
	struct money_book *book, const struct prepaid *row, const struct refund *refund)
{
	int64_t early = refund->unused - refund->beyond;
	size_t parts = 0;

	if (early || !refund->unused) {
		basis_sign(&book->basis, " + ", &parts);
		put_part(book, row, early, refund, refund->share);
	}
	if (refund->beyond) {
		basis_sign(&book->basis, " + ", &parts);
		put_part(book, row, refund->beyond, refund, SHARE_PARTS);
	}
}

static void put_ask_basis(
	struct money_book *book, const struct prepaid *row, const struct refund *refund)
{
	money_put(&book->basis, row->amount.money);
	buffer_printf(&book->basis, " × %lld / %lld − ", (long long)refund->unused,
		(long long)refund->days);
	money_put(&book->basis, refund->owed);
}

static void put_refund(struct money_book *book, const struct prepaid *row)
{
	const struct leaving *leaving = book->leaving;
	struct plan_money line = money_line(book, "refund", MONEY_IN, book->account);
	struct plan_money ask = money_line(book, "refund-ask", MONEY_IN, book->account);
	const char *lacks = NULL;
	struct refund refund;

	money_from(book, &line, "contract.prepaid", &row->head, &row->head.leaf);
	money_from(book, &ask, "contract.prepaid", &row->head, &row->head.leaf);
	ask.entitled = false;
	if (!prepaid_known(row))
		lacks = prepaid_lacks(row);
	else if (leaving->last_day == DATE_NONE)
		lacks = no_last_day;
	else if (!refund_of(leaving, row, leaving->last_day, &refund))
		lacks = money_mixed;
	if (lacks) {
		money_put_missing(book, line, lacks);
		money_put_missing(book, ask, lacks);
		return;
	}
	put_refund_basis(book, row, &refund);
	money_put_line(book, line, refund.owed);
	put_ask_basis(book, row, &refund);
	ask.amount = (struct money){refund.total.minor - refund.owed.minor, refund.total.currency};
	money_put_line(book, ask, ask.amount);
}

void money_put_refunds(struct money_book *book)
{
	struct plan_money ask = money_line(book, "refund-ask", MONEY_IN, book->account);
	size_t before = book->n;

	EACH (struct prepaid, row, book->leaving->contract->prepaid)
		if (prepaid_exists(book->leaving->view, row))
			put_refund(book, row);
	if (book->n > before)
		return;
	ask.entitled = false;
	money_put_absent(
		book, money_line(book, "refund", MONEY_IN, book->account), "nothing is prepaid");
	money_put_absent(book, ask, "nothing is prepaid");
}

/* ---- fee ---- */

/* The clause that settles the fee. */
static void from_fee_clause(
	const struct money_book *book, const struct fee_clause *clause, struct plan_money *line)
{
	const struct leaving *leaving = book->leaving;
	const struct termination *termination = &leaving->contract->termination;
	const struct head *head = &termination->head;

	if (fee_waived(leaving))
		money_from(book, line, "contract.termination.refund_for_cause", head,
			&termination->refund_for_cause.leaf);
	else if (clause->step)
		money_from(book, line, "contract.termination.fee_table", &clause->step->head,
			&clause->step->head.leaf);
	else if (clause->table)
		money_from(book, line, "contract.termination.fee_table", head,
			&termination->fee_table.list.leaf);
	else if (HAS(termination->fee))
		money_from(book, line, "contract.termination.fee", head, &termination->fee.leaf);
	else if (HAS(termination->fee_share))
		money_from(book, line, "contract.termination.fee_share", head,
			&termination->fee_share.leaf);
	else if (leaving->convenience)
		money_from(book, line, "contract.termination.convenience", head,
			&termination->convenience.leaf);
	else
		money_from(book, line, "contract.value", &leaving->contract->head,
			&leaving->contract->value.leaf);
}

static void put_fixed_fee(struct money_book *book, const struct fee_clause *clause, size_t *parts)
{
	const struct termination *termination = &book->leaving->contract->termination;

	if (!clause->table && !HAS(termination->fee))
		return;
	basis_sign(&book->basis, " + ", parts);
	if (clause->step)
		money_put(&book->basis, clause->step->amount.money);
	else if (clause->table)
		buffer_puts(&book->basis, "0 after the last step of the table");
	else
		money_put(&book->basis, termination->fee.money);
}

/* share × the rest, which stands in brackets when it is a sum */
static void put_shared_fee(struct money_book *book, int64_t share, size_t *parts)
{
	const struct leaving *leaving = book->leaving;
	struct buffer rest = {0};
	size_t pieces = basis_rate(&rest, leaving, leaving->last_day, leaving->natural_end);

	basis_sign(&book->basis, " + ", parts);
	if (pieces > 1)
		buffer_putc(&book->basis, '(');
	buffer_add(&book->basis, rest.data, rest.length);
	if (pieces > 1)
		buffer_putc(&book->basis, ')');
	buffer_puts(&book->basis, " × ");
	basis_share(&book->basis, share);
	buffer_free(&rest);
}

static void put_fee_basis(struct money_book *book, const struct fee_clause *clause)
{
	const struct leaving *leaving = book->leaving;
	const struct number_field *share = &leaving->contract->termination.fee_share;
	size_t parts = 0;

	if (!clause->any) {
		basis_rate(&book->basis, leaving, leaving->last_day, leaving->natural_end);
		return;
	}
	put_fixed_fee(book, clause, &parts);
	if (HAS(*share))
		put_shared_fee(book, share_parts(share->value), &parts);
}

void money_put_fee(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	struct plan_money line = money_line(book, "early-fee", MONEY_OUT, leaving->last_day);
	struct fee_clause clause;
	struct exact fee;

	if (leaving->last_day == DATE_NONE) {
		money_put_missing(book, line, no_last_day);
		return;
	}
	clause = fee_clause(leaving, leaving->last_day);
	from_fee_clause(book, &clause, &line);
	if (!leaving->early) {
		money_put_absent(book, line, "the contract does not end early");
	} else if (fee_waived(leaving)) {
		money_put_nothing(book, line, "0: the partner gave the cause");
	} else if (!clause.any && leaving->convenience) {
		money_put_nothing(book, line, "0: no fee for ending without a reason is agreed");
	} else if (!charge_fee(leaving, leaving->last_day, &fee)) {
		money_put_missing(book, line,
			clause.vague ? "contract.termination.fee_table has a step without its day "
				       "or its amount"
				: fee.broken ? money_mixed
					     : charge_lacks(leaving));
	} else {
		put_fee_basis(book, &clause);
		money_put_exact(book, line, &fee, money_mixed);
	}
}

/* ---- what we promised to buy ---- */

static void put_shortfall_basis(struct money_book *book, const struct exact *shortfall)
{
	const struct leaving *leaving = book->leaving;
	const struct contract *contract = leaving->contract;
	int32_t end = leaving->clock.term_end, until = leaving->last_day;
	struct buffer rate = {0};
	size_t pieces;

	if (end != DATE_NONE && end < until)
		until = end;
	pieces = basis_rate(&rate, leaving, leaving->view->as_of, until);
	money_put(&book->basis, contract->commitment.money);
	buffer_puts(&book->basis, " − ");
	money_put(&book->basis, contract->spent.money);
	buffer_puts(&book->basis, pieces > 1 ? " − (" : " − ");
	buffer_add(&book->basis, rate.data, rate.length);
	if (pieces > 1)
		buffer_putc(&book->basis, ')');
	if (!shortfall->whole && !shortfall->numerator)
		buffer_puts(&book->basis, ", at least 0");
	buffer_free(&rate);
}

void money_put_shortfall(struct money_book *book)
{
	const struct leaving *leaving = book->leaving;
	const struct contract *contract = leaving->contract;
	struct plan_money line =
		money_line(book, "commitment-shortfall", MONEY_OUT, leaving->last_day);
	struct exact shortfall;

	money_from(book, &line, "contract.commitment", &contract->head, &contract->commitment.leaf);
	if (!HAS(contract->commitment)) {
		money_put_absent(book, line, "no commitment is agreed");
	} else if (fee_waived(leaving)) {
		money_put_nothing(book, line, "0: the partner gave the cause");
	} else if (!HAS(contract->spent)) {
		money_put_missing(book, line, "contract.spent is not given");
	} else if (leaving->last_day == DATE_NONE) {
		money_put_missing(book, line, no_last_day);
	} else if (!charge_shortfall(leaving, leaving->last_day, &shortfall)) {
		money_put_missing(
			book, line, shortfall.broken ? money_mixed : charge_lacks(leaving));
	} else {
		put_shortfall_basis(book, &shortfall);
		money_put_exact(book, line, &shortfall, money_mixed);
	}
}
