/* What a portfolio costs a year, and how much of it goes to few. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "orders.h"
#include "overview.h"

#define HHI_WHOLE 10000
#define HHI_LOW 1000
#define HHI_MODERATE 1800
#define LARGEST_NAMED 3

/* What is known to be spent on a partner. */
struct stake {
	const struct member *member;
	const char *currency;
	struct money spend;
	size_t grade;
};

struct stakes {
	struct stake *items;
	size_t n;
};

static struct stakes collect_stakes(
	const struct portfolio *portfolio, struct arena *scratch, struct grades *grades)
{
	const struct members *partners = &portfolio->partners;
	struct stakes stakes = {arena_array(scratch, partners->n, sizeof(struct stake)), 0};

	for (size_t i = 0; i < partners->n; i++) {
		const struct member *member = partners->items[i];
		struct money spend = member_spend(portfolio, member);

		if (spend.currency)
			stakes.items[stakes.n++] = (struct stake){member,
				currency_code(spend.currency), spend, grades_place(grades, member)};
	}
	return stakes;
}

/* ---- sums ---- */

static int compare_by_currency(const void *left, const void *right)
{
	const struct stake *a = left, *b = right;

	return strcmp(a->currency, b->currency);
}

static int compare_by_grade(const void *left, const void *right)
{
	const struct stake *a = left, *b = right;

	if (a->grade != b->grade)
		return a->grade < b->grade ? -1 : 1;
	return compare_by_currency(a, b);
}

/* A row for each grade and currency; without grades, for each currency. */
static struct array sum_stakes(const struct portfolio *portfolio, struct arena *scratch,
	const struct stakes *stakes, const struct grades *grades)
{
	int (*compare)(const void *, const void *) =
		grades ? compare_by_grade : compare_by_currency;
	struct report_spend *rows = arena_array(scratch, stakes->n, sizeof(*rows));
	size_t n = 0;

	if (stakes->n)
		qsort(stakes->items, stakes->n, sizeof(struct stake), compare);
	for (size_t i = 0; i < stakes->n; i++) {
		const struct stake *stake = &stakes->items[i];

		if (i == 0 || compare(stake - 1, stake) != 0)
			rows[n++] = (struct report_spend){
				.grade = grades ? grades_name(grades, stake->grade) : NULL,
				.currency = stake->currency,
				.amount = {0, stake->spend.currency}};
		sum_add(&rows[n - 1].amount, stake->spend);
		rows[n - 1].partners++;
	}
	return results_keep(portfolio, rows, n, sizeof(*rows));
}

/* ---- concentration ---- */

/* By currency, the largest first; what costs nothing comes last. */
static int compare_by_size(const void *left, const void *right)
{
	const struct stake *a = left, *b = right;
	int order = compare_by_currency(a, b);

	if (order)
		return order;
	if (a->spend.minor != b->spend.minor)
		return a->spend.minor > b->spend.minor ? -1 : 1;
	return member_compare_h(&a->member, &b->member);
}

static struct report_share share_of(const struct stake *stake, double total)
{
	return (struct report_share){
		stake->member->partner, stake->member->name, money_units(stake->spend) / total};
}

static const char *level_of(double hhi)
{
	if (hhi < HHI_LOW)
		return "low";
	return hhi <= HHI_MODERATE ? "moderate" : "high";
}

/* Of `n` stakes in one currency, the largest first. The level is that of the number as it is
 * shown. */
static struct report_concentration concentrate(
	struct arena *arena, const struct stake *stakes, size_t n)
{
	size_t named = n < LARGEST_NAMED ? n : LARGEST_NAMED;
	struct report_share *largest = arena_array(arena, named, sizeof(*largest));
	struct report_concentration row = {
		.currency = stakes->currency, .partners = (int64_t)n, .largest = {largest, named}};
	double total = 0, squares = 0;

	for (size_t i = 0; i < n; i++)
		total += money_units(stakes[i].spend);
	for (size_t i = 0; i < n; i++)
		squares += pow(share_of(&stakes[i], total).share, 2);
	for (size_t i = 0; i < named; i++)
		largest[i] = share_of(&stakes[i], total);
	row.hhi = floor(HHI_WHOLE * squares + 0.5);
	row.level = level_of(row.hhi);
	return row;
}

static struct array concentrations(
	const struct portfolio *portfolio, struct arena *scratch, const struct stakes *stakes)
{
	struct report_concentration *rows = arena_array(scratch, stakes->n, sizeof(*rows));
	size_t n = 0, group = 0;

	if (stakes->n)
		qsort(stakes->items, stakes->n, sizeof(struct stake), compare_by_size);
	for (size_t i = 0; i < stakes->n; i += group) {
		const struct stake *first = &stakes->items[i];
		size_t paid = 0;

		for (group = 0; i + group < stakes->n; group++) {
			if (compare_by_currency(first, first + group) != 0)
				break;
			paid += first[group].spend.minor > 0;
		}
		if (paid >= 2)
			rows[n++] = concentrate(results_of(portfolio), first, paid);
	}
	return results_keep(portfolio, rows, n, sizeof(*rows));
}

/* ---- all ---- */

void overview_spend(
	struct report_portfolio *overview, const struct portfolio *portfolio, struct grades *grades)
{
	struct arena scratch = {0};
	struct stakes stakes = collect_stakes(portfolio, &scratch, grades);

	overview->spend = sum_stakes(portfolio, &scratch, &stakes, grades);
	overview->spend_total = sum_stakes(portfolio, &scratch, &stakes, NULL);
	overview->converted = portfolio->common != 0;
	overview->unknown_spend = (int64_t)(portfolio->partners.n - stakes.n);
	overview->concentration = concentrations(portfolio, &scratch, &stakes);
	arena_free(&scratch);
}
