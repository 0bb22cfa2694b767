/* Facts of a card: who owns the partnership, the contract's clock, what could take its place; and
 * how they are printed. As of 2026-06-30. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/read.h"
#include "partner/write.h"
#include "stated.h"
#include "tree.h"

static const char *or_none(const char *text)
{
	return text ? text : "none";
}

/* ---- the owner ---- */

static void tell_owner(struct buffer *buffer, const struct card_facts *facts)
{
	buffer_printf(buffer, "%s, %s", or_none(facts->owner), or_none(facts->owner_name));
}

static void somebody_owns_it(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "nobody", .records = "tier: trial\n", .expected = "none, none"},
		{.says = "a name",
			.records = "owner: ann\npeople: [{id: bob, name: Bob}, "
				   "{id: ann, name: Ann}]\n",
			.expected = "ann, Ann"},
		{.says = "no name",
			.records = "owner: ann\npeople: [{id: ann}]\n",
			.expected = "ann, none"},
		{.says = "not among the people",
			.records = "owner: ann\n",
			.expected = "ann, none"},
		{.says = "also of what has ended",
			.records =
				"ended: 2026-01-01\nowner: ann\npeople: [{id: ann, name: Ann}]\n",
			.expected = "ann, Ann"},
	};

	(void)state;
	check_facts(tell_owner, rows, COUNT_OF(rows));
}

/* ---- the clock ---- */

/* `auto, from 2026-06-30, by 2026-09-30 (92), next 2027-12-31, 10.00 EUR`, missed with `!` */
static void tell_clock(struct buffer *buffer, const struct card_facts *facts)
{
	buffer_printf(buffer, "%s, from ", or_none(facts->renewal));
	fact_put_date(buffer, facts->notice_earliest);
	buffer_puts(buffer, ", by ");
	fact_put_date(buffer, facts->send_by);
	if (!isnan(facts->days_left))
		buffer_printf(buffer, " (%g)", facts->days_left);
	buffer_printf(buffer, "%s, next ", facts->missed ? "!" : "");
	fact_put_date(buffer, facts->next_term_end);
	buffer_puts(buffer, ", ");
	fact_put_money(buffer, facts->cost_of_missing);
}

#define NOTICE(more)                                                                          \
	"contract: {end: 2026-12-31, renewal: auto, value: 10.00 EUR, notice: {period: 3mo, " \
	"opens: 6mo" more "}}\n"

static void the_clock_is_told(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "notice is ahead",
			.records = NOTICE(""),
			.expected = "auto, from 2026-06-30, by 2026-09-30 (92), next 2027-12-31, "
				    "10.00 EUR"},
		{.says = "it is the last day",
			.records = NOTICE(""),
			.expected = "auto, from 2026-06-30, by 2026-09-30 (0), next 2027-12-31, "
				    "10.00 EUR",
			.as_of = "2026-09-30"},
		{.says = "it was missed",
			.records = NOTICE(""),
			.expected = "auto, from 2026-06-30, by 2026-09-30 (-1)!, next 2027-12-31, "
				    "10.00 EUR",
			.as_of = "2026-10-01"},
		{.says = "it was given",
			.records = NOTICE(", given: 2026-06-30"),
			.expected = "auto, from 2026-06-30, by none, next none, 10.00 EUR"},
		{.says = "no period is agreed",
			.records = "contract: {end: 2026-12-31, renewal: auto}\n",
			.expected = "auto, from none, by none, next 2027-12-31, none"},
		{.says = "it ends by itself",
			.records = "contract: {end: 2026-12-31, notice: {period: 3mo}}\n",
			.expected = "manual, from none, by none, next none, none"},
		{.says = "it has no end",
			.records = "contract: {renewal: evergreen, notice: {period: 3mo}}\n",
			.expected = "evergreen, from none, by none, next none, none"},
		{.says = "there is none",
			.records = "tier: trial\n",
			.expected = "none, from none, by none, next none, none"},
		{.says = "it has ended",
			.records = "ended: 2026-06-30\n" NOTICE(""),
			.expected = "none, from none, by none, next none, none"},
	};

	(void)state;
	check_facts(tell_clock, rows, COUNT_OF(rows));
}

/* ---- what could take its place ---- */

static void tell_alternatives(struct buffer *buffer, const struct card_facts *facts)
{
	buffer_printf(buffer, "%s, ", or_none(facts->substitutability));
	fact_put_date(buffer, facts->alternative_tested);
}

#define OTHERS(rows) "exit: {alternatives: [" rows "]}\n"

static void the_easiest_alternative_counts(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "none is listed",
			.records = "exit: {reason: cost}\n",
			.expected = "none, none"},
		{.says = "the easiest",
			.records = OTHERS("{substitutability: impossible}, {substitutability: "
					  "difficult}, {substitutability: highly-complex}"),
			.expected = "difficult, none"},
		{.says = "easy",
			.records = OTHERS("{kind: in-house, substitutability: easy}"),
			.expected = "easy, none"},
		{.says = "one that is impossible is not none",
			.records = OTHERS("{kind: none}, {substitutability: impossible}"),
			.expected = "impossible, none"},
		{.says = "what is none is not easy",
			.records =
				OTHERS("{kind: none, substitutability: easy, tested: 2026-01-01}, "
				       "{substitutability: difficult}"),
			.expected = "difficult, none"},
		{.says = "the newest test by the day",
			.records = OTHERS("{tested: 2026-06-30}, {tested: 2026-01-01}, "
					  "{tested: 2026-07-01}"),
			.expected = "none, 2026-06-30"},
	};

	(void)state;
	check_facts(tell_alternatives, rows, COUNT_OF(rows));
}

/* The word `none` is not the same as no word. */
static void that_nothing_is_possible_is_known(void **state)
{
	struct carded carded;
	const struct card_facts *facts;

	(void)state;
	card_open(&carded, &(struct card_text){.records = OTHERS("{kind: none}, {kind: none}")});
	facts = exit_facts(&carded.source, carded.card);
	assert_non_null(facts->substitutability);
	assert_string_equal(facts->substitutability, "none");
	card_close(&carded);
	card_open(&carded, &(struct card_text){.records = OTHERS("{name: A}, {kind: none}")});
	assert_null(exit_facts(&carded.source, carded.card)->substitutability);
	card_close(&carded);
}

static void tell_functions(struct buffer *buffer, const struct card_facts *facts)
{
	buffer_printf(buffer, "%d", (int)facts->critical_functions);
}

static void critical_functions_are_counted(void **state)
{
	static const struct fact_row rows[] = {
		{.says = "none", .records = "tier: trial\n", .expected = "0"},
		{.says = "two of four",
			.records = "exit: {functions: [{id: a, critical: true}, {id: b}, "
				   "{id: c, critical: false}, {id: d, critical: true}]}\n",
			.expected = "2"},
	};

	(void)state;
	check_facts(tell_functions, rows, COUNT_OF(rows));
}

/* ---- as JSON ---- */

static const struct card_count two_of_three = {2, 3}, none_of_one = {0, 1}, none_of_none;
static const struct card_severity severities[] = {{1, 0, 2}};
static const struct card_opinion opinions[] = {{"delivery", 7.5, 2}};
static const struct card_conduct conduct = {.milestones = &two_of_three,
	.incidents = {severities, 1},
	.remedies = &none_of_none,
	.feedback = &none_of_one,
	.given = 4,
	.received = 5,
	.ratings = {opinions, 1}};
static const struct card_event events[] = {{EVENT_SEND_BY, 0, 1, "a.yaml", 8, "contract"},
	{EVENT_REENTRY, 2, DATE_NONE, "b.yaml", 9, "exit"}};

static const char printed[] =
	"{\"alternative_tested\":\"1970-01-02\",\"converted\":null,\"cost_of_missing\":null,"
	"\"cost_to_end_of_life\":[{\"currency\":\"EUR\",\"expected\":\"0.02 EUR\","
	"\"high\":\"0.03 EUR\",\"low\":\"0.01 EUR\",\"npv\":null}],\"critical_functions\":2,"
	"\"days_left\":-3.0,\"events\":["
	"{\"date\":\"1970-01-01\",\"key\":\"1970-01-02\",\"kind\":\"send-by\",\"line\":8,"
	"\"path\":\"a.yaml\",\"ref\":\"contract\"},"
	"{\"date\":\"1970-01-03\",\"key\":null,\"kind\":\"reentry\",\"line\":9,"
	"\"path\":\"b.yaml\",\"ref\":\"exit\"}],"
	"\"mirror\":{\"feedback\":{\"k\":0,\"n\":1},\"given\":4,"
	"\"incidents\":[{\"k\":0,\"n\":2,\"severity\":1}],\"milestones\":{\"k\":2,\"n\":3},"
	"\"ratings\":[{\"criterion\":\"delivery\",\"n\":2,\"sum\":7.5}],\"received\":5,"
	"\"remedies\":{\"k\":0,\"n\":0}},\"missed\":true,\"next_term_end\":null,"
	"\"notice_earliest\":null,\"owner\":\"ann\",\"owner_name\":\"Ann\","
	"\"praised\":\"1970-01-05\",\"renewal\":\"auto\",\"send_by\":\"1970-01-01\",\"spend\":\"0.05 EUR\","
	"\"spend_basis\":\"costs\",\"substitutability\":\"none\"}\n";

static void they_read_back_as_they_are_printed(void **state)
{
	const uint16_t euro = currency_find("EUR", 3);
	const struct card_life lives[] = {{"EUR", {1, euro}, {2, euro}, {3, euro}, {0, 0}}};
	const struct card_facts facts = {.owner = "ann",
		.owner_name = "Ann",
		.spend = {5, euro},
		.spend_basis = "costs",
		.renewal = "auto",
		.notice_earliest = DATE_NONE,
		.send_by = 0,
		.days_left = -3,
		.missed = true,
		.next_term_end = DATE_NONE,
		.substitutability = "none",
		.alternative_tested = 1,
		.critical_functions = 2,
		.praised = 4,
		.events = {events, 2},
		.mirror = &conduct,
		.cost_to_end_of_life = {lives, 1}};
	struct card_facts back = {0};
	struct arena arena = {0};
	struct buffer once = {0}, again = {0};
	struct read_fault fault;

	(void)state;
	write_json_line(&once, &card_facts_record, &facts);
	assert_int_equal(once.length, strlen(printed));
	assert_memory_equal(once.data, printed, once.length);
	assert_true(read_json_record(
		&arena, &card_facts_record, once.data, once.length, &back, &fault));
	write_json_line(&again, &card_facts_record, &back);
	assert_int_equal(again.length, once.length);
	assert_memory_equal(again.data, once.data, once.length);
	buffer_free(&once);
	buffer_free(&again);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, tree_begin, tree_end)
		TEST(somebody_owns_it),
		TEST(the_clock_is_told),
		TEST(the_easiest_alternative_counts),
		TEST(that_nothing_is_possible_is_known),
		TEST(critical_functions_are_counted),
		TEST(they_read_back_as_they_are_printed),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
