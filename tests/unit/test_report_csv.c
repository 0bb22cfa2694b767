/* Scorecards as comma-separated values. */
#include <errno.h>
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"
#include "partner/report.h"

#define HEAD                                                                                  \
	"as_of,partner,name,kind,tier,criticality,owner,side,standing,grade,score,low,high,"  \
	"coverage,spend,currency,send_by,term_end,criterion,criterion_weight,"                \
	"criterion_score,measure,status,value,unit,n,value_low,value_high,points,points_low," \
	"points_high,weight\r\n"

/* A card of three measures, of which the second has nothing. */
struct table {
	struct scorecard card;
	struct card_criterion criteria[2];
	struct card_measure measures[3];
	struct card_facts facts;
	struct card_contract contract;
};

static void lay_criteria(struct table *table)
{
	table->measures[0] = (struct card_measure){
		.measure = "incident-response",
		.status = MEASURE_MEASURED,
		.unit = "share",
		.value = 0.83333,
		.low = 0.55,
		.high = 0.95,
		.n = 12,
		.points = 66,
		.points_low = 10.04,
		.points_high = 90.06,
		.weight = 0.5,
		.pull = 0.12345,
	};
	table->measures[1] = (struct card_measure){
		.measure = "panel",
		.status = MEASURE_NO_DATA,
		.unit = "points",
		.value = NAN,
		.low = NAN,
		.high = NAN,
		.points = NAN,
		.points_low = NAN,
		.points_high = NAN,
	};
	table->measures[2] = table->measures[0];
	table->measures[2].measure = "on-time";
	table->criteria[0] = (struct card_criterion){.criterion = "support",
		.weight = 0.2,
		.score = 61.24,
		.measures = {table->measures, 2}};
	table->criteria[1] = (struct card_criterion){.criterion = "delivery",
		.weight = 0.8,
		.score = NAN,
		.measures = {&table->measures[2], 1}};
}

static void lay(struct table *table)
{
	lay_criteria(table);
	table->facts = (struct card_facts){.owner = "dana",
		.owner_name = "Dana Fox",
		.spend = {1200050, currency_find("EUR", 3)},
		.send_by = day("2026-09-29")};
	table->contract = (struct card_contract){
		.start = DATE_NONE, .end = day("2026-12-31"), .send_by = day("2026-09-30")};
	table->card = (struct scorecard){
		.partner = "acme",
		.name = "Acme, Inc.",
		.kind = "vendor",
		.tier = "strategic",
		.criticality = "critical",
		.side = SIDE_PARTNER,
		.as_of = day("2026-06-30"),
		.score = 72.44,
		.low = 66.1,
		.high = 78.66,
		.coverage = 0.87,
		.grade = "B",
		.graded = true,
		.standing = STANDING_TALK,
		.criteria = {table->criteria, 2},
		.facts = &table->facts,
		.contract = &table->contract,
	};
}

static struct buffer rows_of(const struct scorecard *card, bool safe)
{
	struct buffer out = {0};

	report_put_csv_rows(&out, card, safe);
	return out;
}

#define CARD                                                                            \
	"2026-06-30,acme,\"Acme, Inc.\",vendor,strategic,critical,dana,partner,talk,B," \
	"72.4,66.1,78.7,0.8700,12000.50,EUR,2026-09-29,2026-12-31,"
#define MEASURED_AS "0.8333,share,12,0.5500,0.9500,66.0,10.0,90.1,0.1235\r\n"

static const char rows[] =
	/* clang-format off */
	CARD "support,0.2000,61.2,incident-response,measured," MEASURED_AS
	CARD "support,0.2000,61.2,panel,no-data,,points,0,,,,,,0.0000\r\n"
	CARD "delivery,0.8000,,on-time,measured," MEASURED_AS;
/* clang-format on */

static void each_measure_is_a_row(void **state)
{
	(void)state;
	struct table table;
	struct buffer out;

	lay(&table);
	out = rows_of(&table.card, false);
	assert_string_equal(written(&out), rows);
	buffer_free(&out);
	out = rows_of(&table.card, true);
	assert_string_equal(written(&out), rows);
	buffer_free(&out);
}

/* Of our own side, and without grade and contract. */
static void what_is_unknown_is_empty(void **state)
{
	(void)state;
	struct table table;
	struct buffer out;

	lay(&table);
	table.card = (struct scorecard){
		.partner = "acme",
		.side = SIDE_US,
		.as_of = day("2026-06-30"),
		.score = NAN,
		.low = NAN,
		.high = NAN,
		.grade = "-",
		.standing = STANDING_NONE,
		.criteria = {&table.criteria[1], 1},
	};
	out = rows_of(&table.card, true);
	assert_string_equal(written(&out),
		"2026-06-30,acme,,,,,,us,,-,,,,0.0000,,,,,delivery,0.8000,,on-time,"
		"measured," MEASURED_AS);
	buffer_free(&out);
}

static void without_facts_the_contract_has_the_day_of_notice(void **state)
{
	(void)state;
	struct table table;
	struct buffer out;

	lay(&table);
	table.card.facts = NULL;
	out = rows_of(&table.card, false);
	assert_times(&out, ",,partner,talk,B,72.4,66.1,78.7,0.8700,,,2026-09-30,2026-12-31,", 3);
	buffer_free(&out);
}

static void nothing_measured_is_no_row(void **state)
{
	(void)state;
	struct table table;
	struct buffer out;

	lay(&table);
	table.card.criteria.n = 0;
	out = rows_of(&table.card, false);
	assert_string_equal(written(&out), "");
	buffer_free(&out);
}

static void a_value_may_be_huge(void **state)
{
	(void)state;
	struct table table;
	struct buffer out;

	lay(&table);
	table.measures[0].value = 1e22;
	out = rows_of(&table.card, false);
	assert_times(&out, ",measured,10000000000000000000000,share,", 1);
	buffer_free(&out);
}

/* ---- hostile text ---- */

static void check_cells(const char *text, bool safe, const char *cell)
{
	struct table table;
	struct buffer out, line = {0};

	lay(&table);
	table.card.partner = table.card.name = table.card.grade = text;
	table.facts.owner = text;
	table.criteria[0].criterion = text;
	table.measures[0].measure = table.measures[0].unit = text;
	out = rows_of(&table.card, safe);
	buffer_printf(&line,
		"2026-06-30,%s,%s,vendor,strategic,critical,%s,partner,talk,%s,72.4,66.1,78.7,"
		"0.8700,12000.50,EUR,2026-09-29,2026-12-31,%s,0.2000,61.2,%s,measured,0.8333,%s,"
		"12,",
		cell, cell, cell, cell, cell, cell, cell);
	assert_times(&out, written(&line), 1);
	buffer_free(&line);
	buffer_free(&out);
}

static void guarded_cells_are_no_formulas(void **state)
{
	(void)state;
	check_cells(HOSTILE_FORMULA, true, "'" HOSTILE_FORMULA);
	check_cells("=1,\"2\"", true, "\"'=1,\"\"2\"\"\"");
	check_cells("-", true, "'-");
}

static void other_cells_stay_as_they_are(void **state)
{
	(void)state;
	check_cells(HOSTILE_FORMULA, false, HOSTILE_FORMULA);
	check_cells("=1,\"2\"", false, "\"=1,\"\"2\"\"\"");
	check_cells("-", false, "-");
}

static void hostile_texts_are_one_cell(void **state)
{
	(void)state;
	for (int safe = 0; safe <= 1; safe++) {
		check_cells(HOSTILE_TAG, safe, HOSTILE_TAG);
		check_cells(HOSTILE_LINES, safe, "\"" HOSTILE_LINES "\"");
		check_cells("a\"b", safe, "\"a\"\"b\"");
		check_cells("\xE2\x80\xAE"
			    "evil\x1B",
			safe, "\\u{202E}evil\\x1B");
		check_cells(HOSTILE_ARABIC, safe, HOSTILE_ARABIC);
		check_cells(HOSTILE_EMOJI, safe, HOSTILE_EMOJI);
		check_cells(hostile_length(), safe, hostile_length());
	}
}

/* ---- the whole ---- */

/* Two members whose rows were kept. */
struct kept_rows {
	struct portfolio portfolio;
	struct member members[2];
	const struct member *all[2];
};

static void keep_rows(struct kept_rows *kept)
{
	*kept = (struct kept_rows){.portfolio.options.keep = KEEP_ROWS};
	kept->members[0].kept = spool_add(&kept->portfolio.spool, "a,1\r\n", 5);
	kept->members[1].kept = spool_add(&kept->portfolio.spool, "b,2\r\nb,3\r\n", 10);
	kept->all[0] = &kept->members[1];
	kept->all[1] = &kept->members[0];
	kept->portfolio.all = (struct members){kept->all, 2};
}

static bool put_all(struct buffer *out, struct portfolio *portfolio)
{
	report_put_csv_head(out);
	for (size_t i = 0; i < portfolio->all.n; i++)
		if (!report_put_csv_rows_of(out, portfolio, portfolio->all.items[i]))
			return false;
	return true;
}

static void rows_follow_the_head_in_order_of_input(void **state)
{
	(void)state;
	struct kept_rows kept;
	struct buffer out = {0};

	keep_rows(&kept);
	assert_true(put_all(&out, &kept.portfolio));
	assert_string_equal(written(&out), HEAD "b,2\r\nb,3\r\na,1\r\n");
	portfolio_free(&kept.portfolio);
	buffer_free(&out);
}

static void without_cards_there_is_the_head(void **state)
{
	(void)state;
	struct kept_rows kept = {.portfolio.options.keep = KEEP_ROWS};
	struct buffer out = {0};

	assert_true(put_all(&out, &kept.portfolio));
	assert_string_equal(written(&out), HEAD);
	buffer_free(&out);
}

static void what_was_lost_is_told(void **state)
{
	(void)state;
	struct kept_rows kept;
	struct buffer out = {0};

	keep_rows(&kept);
	kept.portfolio.spool.error = ENOSPC;
	kept.members[0].kept = spool_add(&kept.portfolio.spool, "c,4\r\n", 5);
	assert_false(put_all(&out, &kept.portfolio));
	assert_string_equal(written(&out), HEAD "b,2\r\nb,3\r\n");
	portfolio_free(&kept.portfolio);
	buffer_free(&out);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(each_measure_is_a_row),
		cmocka_unit_test(what_is_unknown_is_empty),
		cmocka_unit_test(without_facts_the_contract_has_the_day_of_notice),
		cmocka_unit_test(nothing_measured_is_no_row),
		cmocka_unit_test(a_value_may_be_huge),
		cmocka_unit_test(guarded_cells_are_no_formulas),
		cmocka_unit_test(other_cells_stay_as_they_are),
		cmocka_unit_test(hostile_texts_are_one_cell),
		cmocka_unit_test(rows_follow_the_head_in_order_of_input),
		cmocka_unit_test(without_cards_there_is_the_head),
		cmocka_unit_test(what_was_lost_is_told),
	};

	return cmocka_run_group_tests_name("report_csv", tests, NULL, NULL);
}
