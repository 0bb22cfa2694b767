/* How we look as a partner: the counts of all partners together. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orders.h"
#include "overview.h"
#include "partner/proportion.h"
#include "partner/score.h"

#define CONFIDENT 1.96 /* standard deviations: 95 % */
#define SEVERITIES 4
#define WORST_SHOWN 5

/* ---- shares ---- */

/* Cards whose counts cannot be are not read. */
static void pool(struct card_count *sum, int64_t k, int64_t n)
{
	sum->k += k;
	sum->n += n;
}

static void pool_count(struct card_count *sum, const struct card_count *count)
{
	if (count)
		pool(sum, count->k, count->n);
}

static struct report_ratio make_ratio(const char *name, struct card_count sum)
{
	struct report_ratio ratio = {name, sum.k, sum.n, NAN, NAN, NAN};
	struct interval interval;

	if (!sum.n)
		return ratio;
	ratio.share = (double)sum.k / (double)sum.n;
	interval = proportion_wilson(ratio.share, (double)sum.n, CONFIDENT);
	ratio.low = interval.low;
	ratio.high = interval.high;
	return ratio;
}

struct pooled {
	struct card_count milestones, remedies, feedback;
	struct card_count incidents[SEVERITIES + 1]; /* by severity; 0: all of them */
	int64_t given, received;
};

static void pool_incidents(struct pooled *pooled, struct array incidents)
{
	const struct card_severity *row = incidents.items;

	for (size_t i = 0; i < incidents.n; i++) {
		pool(&pooled->incidents[row[i].severity], row[i].k, row[i].n);
		pool(&pooled->incidents[0], row[i].k, row[i].n);
	}
}

static const struct card_conduct *conduct_of(const struct member *member)
{
	return member->facts ? member->facts->mirror : NULL;
}

static struct pooled pool_partners(const struct portfolio *portfolio)
{
	struct pooled pooled = {0};

	for (size_t i = 0; i < portfolio->partners.n; i++) {
		const struct card_conduct *conduct = conduct_of(portfolio->partners.items[i]);

		if (!conduct)
			continue;
		pool_count(&pooled.milestones, conduct->milestones);
		pool_count(&pooled.remedies, conduct->remedies);
		pool_count(&pooled.feedback, conduct->feedback);
		pool_incidents(&pooled, conduct->incidents);
		pooled.given += conduct->given;
		pooled.received += conduct->received;
	}
	return pooled;
}

static struct array make_ratios(struct arena *arena, const struct pooled *pooled)
{
	static const char *const names[SEVERITIES + 1] = {
		"incidents", "incidents-1", "incidents-2", "incidents-3", "incidents-4"};
	struct report_ratio *ratios = arena_array(arena, COUNT_OF(names) + 3, sizeof(*ratios));
	size_t n = 0;

	ratios[n++] = make_ratio("milestones", pooled->milestones);
	for (size_t i = 0; i < COUNT_OF(names); i++)
		if (!i || pooled->incidents[i].n)
			ratios[n++] = make_ratio(names[i], pooled->incidents[i]);
	ratios[n++] = make_ratio("remedies", pooled->remedies);
	ratios[n++] = make_ratio("feedback", pooled->feedback);
	return (struct array){ratios, n};
}

/* ---- what their people think of us ---- */

struct opinions {
	struct names names;
	struct report_opinion *items; /* `mean` is the sum until all are in */
	size_t capacity;
};

/* By somebody, who gave 1 point or more. */
static bool is_sound(const struct card_opinion *opinion)
{
	return opinion->n > 0 && opinion->sum >= (double)opinion->n;
}

static void add_opinion(struct opinions *opinions, const struct card_opinion *opinion)
{
	size_t known = opinions->names.n;
	size_t at = names_add(&opinions->names, opinion->criterion);

	opinions->items = arena_grow(opinions->names.arena, opinions->items, known,
		&opinions->capacity, sizeof(*opinions->items));
	if (at == known)
		opinions->items[at] = (struct report_opinion){opinions->names.texts[at], 0, 0};
	opinions->items[at].mean += opinion->sum;
	opinions->items[at].n += opinion->n;
}

/* Criteria stand by first appearance. */
static struct array make_ratings(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct opinions opinions = {.names = {.arena = results_of(portfolio)}};

	opinions.items = arena_array(opinions.names.arena, 0, sizeof(*opinions.items));
	for (size_t i = 0; i < partners.n; i++) {
		const struct card_conduct *conduct = conduct_of(partners.items[i]);
		const struct card_opinion *opinion = conduct ? conduct->ratings.items : NULL;

		for (size_t k = 0; opinion && k < conduct->ratings.n; k++)
			if (is_sound(&opinion[k]))
				add_opinion(&opinions, &opinion[k]);
	}
	for (size_t i = 0; i < opinions.names.n; i++)
		opinions.items[i].mean /= (double)opinions.items[i].n;
	return (struct array){opinions.items, opinions.names.n};
}

/* ---- our side's scores ---- */

static bool is_graded(const struct member *member)
{
	const char *grade = member->mirror ? member->mirror->grade : NULL;

	return grade && grade_given(grade);
}

/* A place among grades; one that no policy has is none. */
static size_t place_of(struct grades *grades, const struct member *member)
{
	size_t number = grades->n;

	if (is_graded(member))
		number = names_add(&grades->names, member->mirror->grade);
	return number < grades->n ? grades->places[number] : grades->n;
}

static struct array tally_grades(const struct portfolio *portfolio)
{
	struct members partners = portfolio->partners;
	struct report_tally *tallies;
	struct grades grades;

	grades_count(&grades, portfolio);
	tallies = arena_array(results_of(portfolio), grades.n + 1, sizeof(*tallies));
	for (size_t i = 0; i <= grades.n; i++)
		tallies[i].name = grades_name(&grades, i);
	for (size_t i = 0; i < partners.n; i++)
		if (partners.items[i]->mirror)
			tallies[place_of(&grades, partners.items[i])].n++;
	return (struct array){tallies, grades.n + 1};
}

static int compare_worst(const void *left, const void *right)
{
	const struct member *a = *(const struct member *const *)left;
	const struct member *b = *(const struct member *const *)right;

	if (a->mirror->score != b->mirror->score)
		return a->mirror->score < b->mirror->score ? -1 : 1;
	return strcmp(a->partner, b->partner);
}

static struct array find_worst(const struct portfolio *portfolio)
{
	struct members all = portfolio->partners;
	struct arena scratch = {0};
	const struct member **scored = arena_array(&scratch, all.n, sizeof(*scored));
	struct report_worst *worst;
	size_t n = 0;

	for (size_t i = 0; i < all.n; i++)
		if (is_graded(all.items[i]) && !isnan(all.items[i]->mirror->score))
			scored[n++] = all.items[i];
	if (n)
		qsort(scored, n, sizeof(*scored), compare_worst);
	n = n < WORST_SHOWN ? n : WORST_SHOWN;
	worst = arena_array(results_of(portfolio), n, sizeof(*worst));
	for (size_t i = 0; i < n; i++)
		worst[i] = (struct report_worst){scored[i]->partner, scored[i]->name,
			scored[i]->mirror->score, scored[i]->mirror->grade};
	arena_free(&scratch);
	return (struct array){worst, n};
}

static struct array name_selves(const struct portfolio *portfolio)
{
	struct members selves = portfolio->selves;
	const char **ids = arena_array(results_of(portfolio), selves.n, sizeof(*ids));

	for (size_t i = 0; i < selves.n; i++)
		ids[i] = selves.items[i]->partner;
	return (struct array){ids, selves.n};
}

const struct report_mirror *report_mirror(const struct portfolio *portfolio)
{
	struct arena *arena = results_of(portfolio);
	struct report_mirror *mirror = ARENA_NEW(arena, struct report_mirror);
	struct pooled pooled = pool_partners(portfolio);

	*mirror = (struct report_mirror){
		.ratios = make_ratios(arena, &pooled),
		.given = pooled.given,
		.received = pooled.received,
		.ratings = make_ratings(portfolio),
		.grades = tally_grades(portfolio),
		.worst = find_worst(portfolio),
		.self = name_selves(portfolio),
	};
	return mirror;
}
