/*
 * The lines of money while they are made (E3), each with its arithmetic. Private to lib/exit.
 */
#ifndef EXIT_MONEY_H
#define EXIT_MONEY_H

#include "charges.h"

struct money_book {
	const struct leaving *leaving;
	struct arena *arena;
	struct plan_money *rows;
	size_t n, capacity;
	struct buffer basis; /* of the line that is made next */
	int32_t account;     /* A: end of the final account */
};

/* ---- lines ---- */

/* A line that comes from nowhere yet. What comes in is ours, but from an insolvent partner. */
struct plan_money money_line(const struct money_book *book, const char *item,
	enum money_direction direction, int32_t date);

/* Says that it comes from a clause: the place of `leaf` if it is there, else of its record. */
void money_from(const struct money_book *book, struct plan_money *line, const char *ref,
	const struct head *head, const struct leaf *leaf);

/* Says that it comes from a record that has a reference; whether it is disputed, too. */
void money_from_record(const struct money_book *book, struct plan_money *line,
	const struct record *record, const struct head *head);

/* Each adds the line; with an amount, its arithmetic is what stands in book->basis. */
void money_put_line(struct money_book *book, struct plan_money line, struct money amount);
void money_put_missing(struct money_book *book, struct plan_money line, const char *lacks);
void money_put_absent(struct money_book *book, struct plan_money line, const char *why);

/* The sum rounded; missing for `lacks` when it has no value. */
void money_put_exact(struct money_book *book, struct plan_money line, const struct exact *sum,
	const char *lacks);

/* An amount of 0 with its reason, in the currency of the contract; without one: absent. */
void money_put_nothing(struct money_book *book, struct plan_money line, const char *why);

/* What does not fit, or mixes currencies. */
extern const char money_mixed[];

/* ---- arithmetic in words ---- */

/* Stands between two parts; nothing before the first. */
void basis_sign(struct buffer *basis, const char *sign, size_t *parts);

/* amount × days × times / divisor */
void basis_piece(struct buffer *basis, const struct charge_piece *piece);

/* One more piece of a sum, of which only the first are written; at its end, how many more. */
void basis_sum(struct buffer *basis, const struct charge_piece *piece, size_t *parts);
void basis_more(struct buffer *basis, const char *sign, size_t parts);

/* The charge of a stretch: its first pieces, and how many there are more. Returns how many. */
size_t basis_rate(
	struct buffer *basis, const struct leaving *leaving, int32_t after, int32_t until);

/* The same less what of it is prepaid. */
void basis_due(struct buffer *basis, const struct leaving *leaving, int32_t after, int32_t until);

/* 12.5% of a share in SHARE_PARTS. */
void basis_share(struct buffer *basis, int64_t parts);

/* A number of `decimals` decimals, without zeros at its end. */
void basis_decimal(struct buffer *basis, int64_t value, int decimals);

/* Credits that were agreed for incidents of 24 months, and that this side owes. */
void money_put_agreed(struct money_book *book, const char *item, enum money_direction direction,
	enum side debtor);

/* ---- the items, in the order of their table; each adds one line at least ---- */

void money_put_refunds(struct money_book *book);
void money_put_fee(struct money_book *book);
void money_put_shortfall(struct money_book *book);
void money_put_credits(struct money_book *book);
void money_put_computed_credits(struct money_book *book);
void money_put_penalties(struct money_book *book);
void money_put_rewards(struct money_book *book);
void money_put_owed(struct money_book *book);
void money_put_transition(struct money_book *book);
void money_put_bridge(struct money_book *book);
void money_put_assistance(struct money_book *book);
void money_put_parallel(struct money_book *book);
void money_put_alternative(struct money_book *book);
void money_put_migration(struct money_book *book);
void money_put_egress(struct money_book *book);
void money_put_staff(struct money_book *book);
void money_put_decommission(struct money_book *book);
void money_put_ride_out(struct money_book *book);
void money_put_budget(struct money_book *book);

#endif
