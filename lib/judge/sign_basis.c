/* Signs of what a partnership stands on: a problem, a plan, and our own people. */
#include <string.h>

#include "sign_words.h"

static bool is_close(const struct partner *partner)
{
	enum tier tier = partner_tier(partner);

	return tier == TIER_STRATEGIC || tier == TIER_PREFERRED;
}

bool sign_no_plan(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct plan *plan = &view->partner->plan;
	int32_t review = view_plan_review(view);

	if (!view_by(view, plan->agreed) && is_close(view->partner)) {
		sign_cite_file(sign);
		buffer_printf(&sign->text, "no plan agreed with a %s partner",
			tier_words[partner_tier(view->partner)]);
		return true;
	}
	if (review == DATE_NONE ||
		date_add(review, sign->rule->overdue.duration, &view->calendar) >= view->as_of)
		return false;
	sign_cite(sign, record_field(&partner_record, "plan", strlen("plan"))->record, &plan->head,
		HAS(plan->agreed) ? plan->agreed.date : DATE_NONE);
	buffer_puts(&sign->text, "plan review due ");
	date_put(&sign->text, review);
	buffer_puts(&sign->text, ", ");
	words_put_count(&sign->text, (size_t)(view->as_of - review), "day", "days");
	buffer_puts(&sign->text, " overdue");
	return true;
}

bool sign_no_problem(struct sign_case *sign)
{
	if (HAS(sign->view->partner->problem))
		return false;
	sign_cite_file(sign);
	buffer_puts(&sign->text, "the problem that it solves is not written down");
	return true;
}

/* ---- our people ---- */

#define ROLE(name) (1u << ROLE_##name)

/* Somebody of one of these roles must be there. */
struct need {
	const char *words; /* NULL: no more needs */
	unsigned roles;
};

#define MOST_NEEDS 2

static const struct need needs[PARTNER_KINDS][MOST_NEEDS] = {
	[KIND_VENDOR] = {{"procurement", ROLE(PROCUREMENT)},
		{"operations or engineering", ROLE(OPERATIONS) | ROLE(ENGINEERING)}},
	[KIND_SERVICES] = {{"operations", ROLE(OPERATIONS)}, {"procurement", ROLE(PROCUREMENT)}},
	[KIND_CHANNEL] = {{"sales", ROLE(SALES)}, {"marketing", ROLE(MARKETING)}},
	[KIND_TECHNOLOGY] = {{"engineering", ROLE(ENGINEERING)}},
};

/* Which roles there are on our side, and whether somebody sponsors the partnership. */
static unsigned our_roles(const struct view *view, bool *sponsored)
{
	unsigned roles = 0;

	EACH (struct person, person, view->partner->people) {
		if (WORD_OR(person->side, SIDE_US) != SIDE_US || view_by(view, person->left) ||
			!view_counts(view, &person->head))
			continue;
		if (HAS(person->role))
			roles |= 1u << person->role.value;
		*sponsored |= IS_SET(person->sponsor);
	}
	return roles;
}

bool sign_no_internal_sponsor(struct sign_case *sign)
{
	const struct partner *partner = sign->view->partner;
	const struct need *needed = needs[partner->kind.value];
	struct buffer *text = &sign->text;
	bool sponsored = false;
	unsigned roles;

	if (!is_close(partner))
		return false;
	roles = our_roles(sign->view, &sponsored);
	if (!sponsored)
		buffer_puts(text, "no sponsor");
	for (size_t i = 0; i < MOST_NEEDS && needed[i].words; i++) {
		if (roles & needed[i].roles)
			continue;
		words_join(text, ", ");
		buffer_printf(text, "no %s", needed[i].words);
	}
	if (!text->length)
		return false;
	sign_cite_file(sign);
	buffer_puts(text, " on our side");
	return true;
}
