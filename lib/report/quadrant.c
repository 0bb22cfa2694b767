/* Score against dependence: what a partner is worth to us, and how hard it is to do without. */
#include <math.h>
#include <stdlib.h>

#include "orders.h"
#include "partner/score.h"

const char *const quadrant_words[] = {
	[QUADRANT_EXPOSED] = "exposed",
	[QUADRANT_BACKBONE] = "backbone",
	[QUADRANT_REPLACEABLE] = "replaceable",
	[QUADRANT_DEPENDABLE] = "dependable",
	NULL,
};

const char *const quadrant_advice[] = {
	[QUADRANT_EXPOSED] = "Exposed: repair, or build a way out",
	[QUADRANT_BACKBONE] = "Backbone: invest",
	[QUADRANT_REPLACEABLE] = "Replaceable: let go",
	[QUADRANT_DEPENDABLE] = "Dependable: keep it simple",
	NULL,
};

/* What words say about dependence. */
static const double criticality_parts[] = {
	[CRITICALITY_CRITICAL] = 1, [CRITICALITY_IMPORTANT] = 0.6, [CRITICALITY_ROUTINE] = 0.2};

static const double substitute_parts[] = {
	[SUBSTITUTE_EASY] = 0.1,
	[SUBSTITUTE_DIFFICULT] = 0.5,
	[SUBSTITUTE_HIGHLY_COMPLEX] = 0.8,
	[SUBSTITUTE_IMPOSSIBLE] = 1,
	[SUBSTITUTE_NONE] = 1,
};

static double part_of(const char *const *words, const double *parts, const char *word)
{
	return word ? parts[word_place(words, word)] : NAN;
}

/* ---- spend, as a rank among those of its currency ---- */

struct spent {
	struct money amount;
	struct report_dot *dot;
};

static int compare_spent(const void *left, const void *right)
{
	const struct money *a = &((const struct spent *)left)->amount;
	const struct money *b = &((const struct spent *)right)->amount;

	if (a->currency != b->currency)
		return a->currency < b->currency ? -1 : 1;
	return (a->minor > b->minor) - (a->minor < b->minor);
}

/* (smaller + ½·equal) ÷ n; alone in its currency a spend says nothing. */
static void rank_group(const struct spent *group, size_t n)
{
	for (size_t from = 0, end; n > 1 && from < n; from = end) {
		double middle;

		for (end = from + 1; end < n; end++)
			if (group[end].amount.minor != group[from].amount.minor)
				break;
		middle = ((double)from + (double)end) / 2;
		for (size_t i = from; i < end; i++)
			group[i].dot->spend_rank = middle / (double)n;
	}
}

static void rank_spends(const struct portfolio *portfolio, struct report_dot *dots, size_t n)
{
	struct arena scratch = {0};
	struct spent *known = arena_array(&scratch, n, sizeof(*known));
	size_t found = 0;

	for (size_t i = 0; i < n; i++) {
		known[found] = (struct spent){member_spend(portfolio, dots[i].member), &dots[i]};
		found += known[found].amount.currency != 0;
	}
	if (found)
		qsort(known, found, sizeof(*known), compare_spent);
	for (size_t from = 0, end; from < found; from = end) {
		for (end = from + 1; end < found; end++)
			if (known[end].amount.currency != known[from].amount.currency)
				break;
		rank_group(known + from, end - from);
	}
	arena_free(&scratch);
}

/* ---- where the lines are ---- */

static int compare_lines(const void *left, const void *right)
{
	double a = *(const double *)left, b = *(const double *)right;

	return (a > b) - (a < b);
}

/* What most policies of partners say; of equally many the lowest. NaN when none says so. */
static double usual_line(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct arena scratch = {0};
	double *lines = arena_array(&scratch, partners.n, sizeof(*lines));
	double usual = NAN;
	size_t n = 0, most = 0;

	for (size_t i = 0; i < partners.n; i++) {
		double line = partners.items[i]->policy->talk_below;

		if (!isnan(line))
			lines[n++] = line;
	}
	if (n)
		qsort(lines, n, sizeof(*lines), compare_lines);
	for (size_t i = 0, run = 0; i < n; i++) {
		run = i && lines[i] == lines[i - 1] ? run + 1 : 1;
		if (run > most) {
			most = run;
			usual = lines[i];
		}
	}
	arena_free(&scratch);
	return usual;
}

/* As it is printed, so that a dot on the line is above it. */
static double dependence_of(const struct report_dot *dot)
{
	const double parts[] = {dot->spend_rank, dot->criticality, dot->substitutability};
	double sum = 0;
	int known = 0;

	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		if (isnan(parts[i]))
			continue;
		sum += parts[i];
		known++;
	}
	return known ? score_round(100 * sum / known) : NAN;
}

static int quadrant_of(const struct report_dot *dot, double line)
{
	if (isnan(dot->score) || isnan(dot->dependence) || isnan(line))
		return CHOICE_NONE;
	if (dot->dependence >= DEPENDENCE_MIDDLE)
		return dot->score >= line ? QUADRANT_BACKBONE : QUADRANT_EXPOSED;
	return dot->score >= line ? QUADRANT_DEPENDABLE : QUADRANT_REPLACEABLE;
}

static struct report_dot make_dot(const struct member *member)
{
	const char *substitutability = member->facts ? member->facts->substitutability : NULL;

	return (struct report_dot){
		.partner = member->partner,
		.name = member->name,
		.score = member->graded ? member->score : NAN,
		.low = member->graded ? member->low : NAN,
		.high = member->graded ? member->high : NAN,
		.spend_rank = NAN,
		.criticality = part_of(criticality_words, criticality_parts, member->criticality),
		.substitutability =
			part_of(card_substitute_words, substitute_parts, substitutability),
		.standing = member->standing,
		.member = member,
	};
}

struct array report_quadrant(const struct portfolio *portfolio, double *talk_below)
{
	struct arena scratch = {0};
	struct members partners = members_sorted(&scratch, portfolio->partners, member_compare_k);
	struct report_dot *dots = arena_array(results_of(portfolio), partners.n, sizeof(*dots));

	*talk_below = usual_line(portfolio);
	for (size_t i = 0; i < partners.n; i++)
		dots[i] = make_dot(partners.items[i]);
	arena_free(&scratch);
	rank_spends(portfolio, dots, partners.n);
	for (size_t i = 0; i < partners.n; i++) {
		dots[i].dependence = dependence_of(&dots[i]);
		dots[i].quadrant = quadrant_of(&dots[i], *talk_below);
	}
	return (struct array){dots, partners.n};
}
