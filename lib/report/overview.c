/* The portfolio as a whole: counts, and what it hangs on. */
#include "overview.h"

#include <math.h>

#include "orders.h"

/* In (D − 12mo, D], as for the sign captive. */
#define TESTED_MONTHS 12

/* ---- counts ---- */

/* In the order in which partners stand. */
static struct array count_standings(const struct portfolio *portfolio)
{
	struct report_tally *tallies =
		arena_array(results_of(portfolio), STANDINGS, sizeof(*tallies));

	for (size_t i = 0; i < STANDINGS; i++) {
		tallies[i].name = standing_words[standing_order[i]];
		for (size_t k = 0; k < portfolio->partners.n; k++)
			tallies[i].n += portfolio->partners.items[k]->standing == standing_order[i];
	}
	return (struct array){tallies, STANDINGS};
}

static struct array tally_grades(const struct grades *grades)
{
	struct report_tally *tallies =
		arena_array(grades->names.arena, grades->n + 1, sizeof(*tallies));

	for (size_t i = 0; i < grades->n; i++)
		tallies[i] = (struct report_tally){grades->items[i].name, grades->items[i].n};
	tallies[grades->n] =
		(struct report_tally){grades_name(grades, grades->n), grades->ungraded};
	return (struct array){tallies, grades->n + 1};
}

static size_t bin_of(double score)
{
	if (!(score > 0))
		return 0;
	return score < 100 ? (size_t)(score * HISTOGRAM_BINS / 100) : HISTOGRAM_BINS - 1;
}

/* What an ungraded partner has so far is no score. */
static struct array count_scores(const struct portfolio *portfolio)
{
	int64_t *bins = arena_array(results_of(portfolio), HISTOGRAM_BINS, sizeof(*bins));

	for (size_t i = 0; i < portfolio->partners.n; i++) {
		const struct member *member = portfolio->partners.items[i];

		if (member->graded && !isnan(member->score))
			bins[bin_of(member->score)]++;
	}
	return (struct array){bins, HISTOGRAM_BINS};
}

/* ---- coverage and functions ---- */

static double mean_coverage(const struct members *partners)
{
	double sum = 0;

	for (size_t i = 0; i < partners->n; i++)
		sum += partners->items[i]->coverage;
	return partners->n ? sum / (double)partners->n : NAN;
}

static bool is_tested(const struct card_facts *facts, int32_t as_of)
{
	return facts->alternative_tested > date_add_months(as_of, -TESTED_MONTHS);
}

static const struct report_functions *count_functions(const struct portfolio *portfolio)
{
	struct report_functions *functions =
		ARENA_NEW(results_of(portfolio), struct report_functions);

	for (size_t i = 0; i < portfolio->partners.n; i++) {
		const struct card_facts *facts = portfolio->partners.items[i]->facts;

		if (!facts || !facts->critical_functions)
			continue;
		functions->critical += facts->critical_functions;
		functions->partners++;
		functions->untested += !is_tested(facts, portfolio->as_of);
	}
	return functions;
}

/* ---- all ---- */

const struct report_portfolio *report_portfolio(const struct portfolio *portfolio)
{
	struct report_portfolio *overview =
		ARENA_NEW(results_of(portfolio), struct report_portfolio);
	struct grades grades;

	grades_count(&grades, portfolio);
	overview->standings = count_standings(portfolio);
	overview->grades = tally_grades(&grades);
	overview->histogram = count_scores(portfolio);
	overview->coverage = mean_coverage(&portfolio->partners);
	overview->functions = count_functions(portfolio);
	overview_spend(overview, portfolio, &grades);
	return overview;
}
