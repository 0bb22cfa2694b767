/*
 * The facts of cards made from short texts, as carded.h makes them, and what they should say.
 */
#ifndef UNIT_STATED_H
#define UNIT_STATED_H

#include "carded.h"
#include "partner/exit_facts.h"

/* One row of a table of cases. */
struct fact_row {
	const char *says;    /* what the case shows */
	const char *records; /* YAML below partner, name and kind */
	const char *expected;
	const char *policy; /* YAML below the policy's name; NULL: the built-in one */
	const char *as_of;  /* NULL: 2026-06-30 */
};

/* Appends to a buffer what a test wants to know of facts. */
typedef void (*fact_teller)(struct buffer *buffer, const struct card_facts *facts);

/* Holds what is told of the facts of every row against what it expects, and names those that
 * fail. */
void check_facts(fact_teller teller, const struct fact_row *rows, size_t n);

/* An amount, or `none`. */
void fact_put_money(struct buffer *buffer, struct money money);
/* What a partner costs a year, and from what that is known. */
void fact_put_spend(struct buffer *buffer, const struct card_facts *facts);

/* A date, or `none`. */
void fact_put_date(struct buffer *buffer, int32_t date);

#endif
