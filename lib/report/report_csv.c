/* Scorecards as comma-separated values: a row for each measure. */
#include <string.h>

#include "partner/csv.h"
#include "partner/policy.h"
#include "partner/report.h"

/* A row in the making. */
struct row {
	struct csv csv;
	void (*text)(struct csv *, const char *); /* for what anybody may have written */
};

void report_put_csv_head(struct buffer *out)
{
	static const char *const names[] = {"as_of", "partner", "name", "kind", "tier",
		"criticality", "owner", "side", "standing", "grade", "score", "low", "high",
		"coverage", "spend", "currency", "send_by", "term_end", "criterion",
		"criterion_weight", "criterion_score", "measure", "status", "value", "unit", "n",
		"value_low", "value_high", "points", "points_low", "points_high", "weight"};
	struct csv csv = {.out = out};

	for (size_t i = 0; i < COUNT_OF(names); i++)
		csv_word(&csv, names[i]);
	csv_end_row(&csv);
}

static void put_choice(struct row *row, const char *const *words, int choice)
{
	csv_word(&row->csv, choice == CHOICE_NONE ? NULL : words[choice]);
}

/* The amount and its currency, each a cell. */
static void put_money(struct row *row, struct money money)
{
	struct buffer text = {0};

	if (!money.currency) {
		csv_word(&row->csv, NULL);
		csv_word(&row->csv, NULL);
		return;
	}
	money_put(&text, money);
	buffer_putc(&text, '\0');
	*strchr(text.data, ' ') = '\0';
	csv_word(&row->csv, text.data);
	csv_word(&row->csv, currency_code(money.currency));
	buffer_free(&text);
}

/* ---- columns ---- */

static void put_partner(struct row *row, const struct scorecard *card)
{
	csv_date(&row->csv, card->as_of);
	row->text(&row->csv, card->partner);
	row->text(&row->csv, card->name);
	csv_word(&row->csv, card->kind);
	csv_word(&row->csv, card->tier);
	csv_word(&row->csv, card->criticality);
	row->text(&row->csv, card->facts ? card->facts->owner : NULL);
	put_choice(row, side_words, card->side);
}

static void put_judgement(struct row *row, const struct scorecard *card)
{
	put_choice(row, standing_words, card->standing);
	if (card->graded)
		row->text(&row->csv, card->grade);
	else
		csv_word(&row->csv, card->grade);
	csv_real(&row->csv, card->score, 1);
	csv_real(&row->csv, card->low, 1);
	csv_real(&row->csv, card->high, 1);
	csv_real(&row->csv, card->coverage, 4);
}

static void put_contract(struct row *row, const struct scorecard *card)
{
	const struct card_contract *contract = card->contract;
	const struct card_facts *facts = card->facts;
	int32_t send_by = contract ? contract->send_by : DATE_NONE;

	put_money(row, facts ? facts->spend : (struct money){0});
	csv_date(&row->csv, facts ? facts->send_by : send_by);
	csv_date(&row->csv, contract ? contract->end : DATE_NONE);
}

static void put_criterion(struct row *row, const struct card_criterion *criterion)
{
	row->text(&row->csv, criterion->criterion);
	csv_real(&row->csv, criterion->weight, 4);
	csv_real(&row->csv, criterion->score, 1);
}

static void put_measure(struct row *row, const struct card_measure *measure)
{
	row->text(&row->csv, measure->measure);
	put_choice(row, measure_status_words, measure->status);
	csv_real(&row->csv, measure->value, 4);
	row->text(&row->csv, measure->unit);
	csv_whole(&row->csv, measure->n);
	csv_real(&row->csv, measure->low, 4);
	csv_real(&row->csv, measure->high, 4);
	csv_real(&row->csv, measure->points, 1);
	csv_real(&row->csv, measure->points_low, 1);
	csv_real(&row->csv, measure->points_high, 1);
	csv_real(&row->csv, measure->pull, 4);
}

/* ---- rows ---- */

void report_put_csv_rows(struct buffer *out, const struct scorecard *card, bool safe)
{
	const struct card_criterion *criteria = card->criteria.items;
	struct row row = {{.out = out}, safe ? csv_text : csv_plain};

	for (size_t i = 0; i < card->criteria.n; i++) {
		const struct card_measure *measures = criteria[i].measures.items;

		for (size_t j = 0; j < criteria[i].measures.n; j++) {
			put_partner(&row, card);
			put_judgement(&row, card);
			put_contract(&row, card);
			put_criterion(&row, &criteria[i]);
			put_measure(&row, &measures[j]);
			csv_end_row(&row.csv);
		}
	}
}

bool report_put_csv_rows_of(
	struct buffer *out, struct portfolio *portfolio, const struct member *member)
{
	struct buffer *rows = &portfolio->rows;

	if (!portfolio_kept(portfolio, member, rows))
		return false;
	buffer_add(out, rows->data, rows->length);
	return true;
}
