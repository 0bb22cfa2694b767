/* The lines of money, in the order of their table (E3). */
#include "money.h"

#include <string.h>

const char money_mixed[] =
	"the amounts do not add up: they are in several currencies, or too large";

struct plan_money money_line(const struct money_book *book, const char *item,
	enum money_direction direction, int32_t date)
{
	return (struct plan_money){
		.item = item,
		.direction = (int)direction,
		.entitled = direction != MONEY_IN || book->leaving->reason != EXIT_INSOLVENCY,
		.date = date,
	};
}

/* What is not there has its place in what it belongs to. */
static const struct head *place_of(
	const struct leaving *leaving, const char *ref, const struct head *head)
{
	const struct head *around = strncmp(ref, "exit.", strlen("exit.")) == 0
		? &leaving->exit->head
		: &leaving->contract->head;

	if (head->path)
		return head;
	return around->path ? around : &leaving->partner->head;
}

void money_from(const struct money_book *book, struct plan_money *line, const char *ref,
	const struct head *head, const struct leaf *leaf)
{
	head = place_of(book->leaving, ref, head);
	line->ref = ref;
	line->path = head->path;
	line->line = leaf->at.line ? leaf->at.line : head->leaf.at.line;
}

void money_from_record(const struct money_book *book, struct plan_money *line,
	const struct record *record, const struct head *head)
{
	money_from(book, line, record_reference(book->arena, record, head), head, &head->leaf);
	line->disputed = leaving_dispute(book->leaving, head) != NULL;
}

static void add_line(
	struct money_book *book, struct plan_money line, enum line_status status, const char *basis)
{
	line.status = (int)status;
	line.basis = basis;
	buffer_clear(&book->basis);
	book->rows =
		arena_grow(book->arena, book->rows, book->n, &book->capacity, sizeof(*book->rows));
	book->rows[book->n++] = line;
}

void money_put_line(struct money_book *book, struct plan_money line, struct money amount)
{
	line.amount = amount;
	add_line(book, line, LINE_COMPUTED,
		arena_copy(book->arena, book->basis.data, book->basis.length));
}

void money_put_missing(struct money_book *book, struct plan_money line, const char *lacks)
{
	add_line(book, line, LINE_MISSING, lacks);
}

void money_put_absent(struct money_book *book, struct plan_money line, const char *why)
{
	add_line(book, line, LINE_NOT_APPLICABLE, why);
}

void money_put_exact(
	struct money_book *book, struct plan_money line, const struct exact *sum, const char *lacks)
{
	struct money amount;

	if (exact_round(sum, &amount))
		money_put_line(book, line, amount);
	else
		money_put_missing(book, line, lacks);
}

/* The first that the contract names. */
static uint16_t usual_currency(const struct leaving *leaving)
{
	const struct contract *contract = leaving->contract;
	uint16_t charged = charge_currency(leaving);

	if (charged)
		return charged;
	if (HAS(contract->commitment))
		return contract->commitment.money.currency;
	return HAS(contract->termination.fee) ? contract->termination.fee.money.currency : 0;
}

void money_put_nothing(struct money_book *book, struct plan_money line, const char *why)
{
	struct money nothing = {0, usual_currency(book->leaving)};

	if (!nothing.currency) {
		money_put_absent(book, line, why);
		return;
	}
	buffer_clear(&book->basis);
	buffer_puts(&book->basis, why);
	money_put_line(book, line, nothing);
}

/* In the order of their table. */
static const struct {
	void (*put)(struct money_book *book);
	bool apart; /* it runs until the end of service, or is only told */
} items[] = {
	{.put = money_put_refunds},
	{.put = money_put_fee},
	{.put = money_put_shortfall},
	{.put = money_put_credits},
	{.put = money_put_computed_credits},
	{.put = money_put_penalties},
	{.put = money_put_rewards},
	{.put = money_put_owed},
	{.put = money_put_transition, .apart = true},
	{.put = money_put_bridge, .apart = true},
	{.put = money_put_assistance},
	{.put = money_put_parallel},
	{.put = money_put_alternative},
	{.put = money_put_migration},
	{.put = money_put_egress},
	{.put = money_put_staff},
	{.put = money_put_decommission},
	{.put = money_put_ride_out, .apart = true},
	{.put = money_put_budget, .apart = true},
};

struct array plan_money_lines(const struct leaving *leaving)
{
	struct money_book book = {.leaving = leaving,
		.arena = leaving->arena,
		.account = leaving_end(leaving, "final-account")};

	for (size_t i = 0; i < COUNT_OF(items); i++)
		if (!(leaving->brief && items[i].apart))
			items[i].put(&book);
	buffer_free(&book.basis);
	return (struct array){book.rows, book.n};
}
