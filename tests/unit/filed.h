/*
 * Portfolios as tests of reports want them: cards made by hand, printed as lines and read again.
 *
 *	struct filed filed;
 *	struct scorecard *card;
 *
 *	filed_open(&filed);
 *	card = filed_card(&filed, "acme", 48);
 *	card->standing = STANDING_TALK;
 *	filed_facts(&filed, card)->spend = filed_money("12000.00 EUR");
 *	filed_sign(&filed, card, "notice-due", SIGN_WARNING);
 *	filed_add(&filed, card);
 *	filed_done(&filed);
 *	... filed.portfolio ...
 *	filed_close(&filed);
 */
#ifndef UNIT_FILED_H
#define UNIT_FILED_H

#include "partner/portfolio.h"

struct filed {
	struct arena arena;
	struct portfolio portfolio;
};

/* As of the newest card, since three months before; cards are kept as lines. */
void filed_open(struct filed *filed);

/* The same with other options; a day may be NULL. */
void filed_open_at(struct filed *filed, const char *as_of, const char *since, int keep);

/* Closes the portfolio, so that sections can be made; gives everything back. */
void filed_done(struct filed *filed);
void filed_close(struct filed *filed);

/*
 * A card that may be changed until it is added: of the vendor ID, called as ID but in upper
 * case, from the partner's side, as of 2026-06-30, made from partners/ID.yaml, line 1. Its score
 * is `score`, give or take 5, coverage 0.9, its standing keep, without facts, criteria and
 * signs. The policy grades A from 85, B 70, C 55, D 40, F 0, exit below 40, talk below 55, and
 * has no currency; there is no calibration. NaN: without score and grade.
 */
struct scorecard *filed_card(struct filed *filed, const char *id, double score);

/* Its facts, to be changed; made when it has none: nothing is known. */
struct card_facts *filed_facts(struct filed *filed, struct scorecard *card);

/* Its policy, to be changed. */
struct card_policy *filed_policy(struct filed *filed, struct scorecard *card);

/*
 * Each appends to a list, and returns what it appended, to be changed. A sign is heard, its text
 * `text of ID`, without date and records. A criterion has weight 0.25. A measure is all of its
 * criterion, of 12 records. A record, a vote that counts, an event: each on line 7.
 */
struct card_sign *filed_sign(
	struct filed *filed, struct scorecard *card, const char *id, enum sign_level level);
struct card_criterion *filed_criterion(
	struct filed *filed, struct scorecard *card, const char *id, double score);
struct card_measure *filed_measure(
	struct filed *filed, struct card_criterion *criterion, const char *id, double points);
struct card_record *filed_record(
	struct filed *filed, struct card_measure *measure, const char *ref, double effect);
struct card_vote *filed_vote(
	struct filed *filed, struct scorecard *card, const char *criterion, const char *rater);
struct card_event *filed_event(
	struct filed *filed, struct card_facts *facts, enum card_event_kind kind, const char *date);

/* The card as a line of JSON, in the arena. */
const char *filed_line(struct filed *filed, const struct scorecard *card);

/* Adds the card as it is now; it may be changed and added again. Fails when it is refused. */
void filed_add(struct filed *filed, const struct scorecard *card);

/* Adds a card that needs nothing more than a score and a day (NULL: 2026-06-30). */
void filed_add_score(struct filed *filed, const char *id, double score, const char *as_of);

/* `12000.00 EUR`; NULL: unknown. */
struct money filed_money(const char *text);

/* Appends a blank and the amount, or ` unknown`. */
void filed_put_money(struct buffer *text, struct money money);

/* The one that counts, of the partner's side; fails without one. */
const struct member *filed_member(const struct filed *filed, const char *id);

/* The ids of members in their order, with blanks between; in the arena. */
const char *filed_ids(struct filed *filed, const struct members *members);

#endif
