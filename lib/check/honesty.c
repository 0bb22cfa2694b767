/* Rules on honesty: what makes ratings and exceptions worth less than they look. */
#include "rules.h"

#include <string.h>

#include "partner/measure.h"

static const struct trail ratings_trail = {NULL, "ratings", 0};
static const struct trail exceptions_trail = {NULL, "exceptions", 0};

/* ---- P301 ---- */

static const char *weight_hint(const struct check *check)
{
	double weight = check->rules.unevidenced_weight.value;

	if (!HAS(check->rules.unevidenced_weight))
		return "it counts less";
	if (weight >= 0.5 && weight <= 0.5)
		return "it counts half";
	return arena_printf(check->arena, "it counts %g%%", 100 * weight);
}

/* Whether the list names something; what it names is judged elsewhere. */
static bool has_evidence(const struct rating *rating)
{
	EACH (struct text_field, item, rating->evidence)
		if (HAS(*item) && item->length)
			return true;
	return false;
}

void check_unevidenced(struct check *check)
{
	EACH (struct rating, rating, check->partner->ratings) {
		if (!HAS(rating->by) || FAULTY(rating->evidence.list) || has_evidence(rating))
			continue;
		report_item(&check->report, P301_UNEVIDENCED_RATING, &ratings_trail, &rating->head,
			"evidence", NULL, weight_hint(check), SUBJECTS(rating->by.text));
	}
}

/* ---- P302, P307 ---- */

static void report_rater(
	struct check *check, enum diag_rule rule, const struct rating *rating, const char *hint)
{
	report_item(&check->report, rule, &ratings_trail, &rating->head, "by", &rating->by.leaf,
		hint, SUBJECTS(rating->by.text));
}

void check_interests(struct check *check)
{
	EACH (struct rating, rating, check->partner->ratings) {
		const struct person *person = check_person(check, &rating->by);

		if (person && HAS(person->interest))
			report_rater(check, P302_DECLARED_INTEREST, rating, NULL);
	}
}

void check_own_side(struct check *check)
{
	const struct partner *partner = check->partner;

	if (FAULTY(partner->kind) || partner_is_self(partner))
		return;
	EACH (struct rating, rating, partner->ratings) {
		const struct person *person = check_person(check, &rating->by);

		if (person && !FAULTY(rating->of) &&
			WORD_OR(rating->of, SIDE_PARTNER) == SIDE_PARTNER &&
			WORD_OR(person->side, SIDE_US) == SIDE_PARTNER)
			report_rater(check, P307_RATES_ITSELF, rating, "not counted");
	}
}

/* ---- P303 ---- */

/* The counted raters of known roles so far. */
struct panel {
	const char *rater; /* the first one's id, NULL: none */
	int role;
	bool several;
	bool mixed;
};

static void add_votes(const struct panel_vote *votes, size_t n, struct panel *panel)
{
	for (size_t i = 0; i < n; i++) {
		const struct person *person = votes[i].person;
		const char *rater = votes[i].rating->by.text;

		if (votes[i].weight <= 0 || !person || !HAS(person->role))
			continue;
		if (!panel->rater) {
			panel->rater = rater;
			panel->role = person->role.value;
		}
		panel->several |= strcmp(panel->rater, rater) != 0;
		panel->mixed |= panel->role != person->role.value;
	}
}

static bool is_for(const struct criterion *criterion, const struct partner *partner)
{
	EACH (struct word_field, kind, criterion->kinds)
		if (HAS(partner->kind) && kind->value == partner->kind.value)
			return true;
	return !criterion->kinds.list.n;
}

void check_one_role(struct check *check)
{
	const struct list *list = &check->partner->ratings.list;
	struct arena scratch = {0};
	struct panel panel = {0};

	if (FAULTY(*list) || list->n < 2)
		return;
	EACH (struct criterion, criterion, check->rules.criteria) {
		struct panel_vote *votes;
		size_t n;

		if (!is_for(criterion, check->partner))
			continue;
		n = panel_votes(&check->view, criterion->id.text, &scratch, &votes);
		add_votes(votes, n, &panel);
		arena_reset(&scratch);
	}
	arena_free(&scratch);
	if (panel.several && !panel.mixed) {
		const struct rating *first = list->items;

		report_place(&check->report, P303_ONE_ROLE_PANEL, &ratings_trail, &first->head,
			NULL, "ask another role", SUBJECTS(role_words[panel.role]));
	}
}

/* ---- P304 ---- */

#define FEW_SCORES 3

static bool all_equal(const struct rating *rating)
{
	const struct score_entry *scores = LIST_ITEMS(struct score_entry, rating->scores);
	int64_t twice = (int64_t)(2 * scores[0].points.value);

	EACH (struct score_entry, entry, rating->scores)
		if ((int64_t)(2 * entry->points.value) != twice)
			return false;
	return true;
}

void check_halo(struct check *check)
{
	EACH (struct rating, rating, check->partner->ratings) {
		const struct list *scores = &rating->scores.list;

		if (!HAS(rating->by) || !HAS(*scores) || scores->n < FEW_SCORES ||
			!all_equal(rating))
			continue;
		report_item(&check->report, P304_HALO, &ratings_trail, &rating->head, "scores",
			&scores->leaf, NULL,
			SUBJECTS(rating->by.text,
				arena_printf(check->arena, "%g",
					((const struct score_entry *)scores->items)
						->points.value)));
	}
}

/* ---- P305, P306 ---- */

static void need_part(struct check *check, const struct exception *exception, const char *field,
	const struct leaf *leaf)
{
	if (leaf->state == LEAF_ABSENT)
		report_item(&check->report, P306_EXCEPTION_INCOMPLETE, &exceptions_trail,
			&exception->head, field, NULL, "it mutes nothing",
			SUBJECTS(field, exception->mute.text));
}

void check_exceptions(struct check *check)
{
	EACH (struct exception, exception, check->partner->exceptions) {
		const struct date_field *until = &exception->until;

		if (!HAS(exception->mute))
			continue;
		need_part(check, exception, "reason", &exception->reason.leaf);
		need_part(check, exception, "by", &exception->by.leaf);
		need_part(check, exception, "until", &until->leaf);
		if (HAS(*until) && until->date < check->as_of)
			report_item(&check->report, P305_EXCEPTION_EXPIRED, &exceptions_trail,
				&exception->head, "until", &until->leaf, "renew or remove it",
				SUBJECTS(exception->mute.text,
					date_text(check->arena, until->date)));
	}
}
