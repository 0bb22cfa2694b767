/* Warnings of an exit plan: how they are muted, and all of them together. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "tree.h"
#include "warned.h"

#define CHECK(id, expected, ...) check_warnings(&(struct plan_text){__VA_ARGS__}, (id), (expected))

/* The plan's last day is 2026-12-31, the natural end 31 days later. */
#define TERM                  \
	"contract:\n"         \
	"  end: 2027-01-31\n" \
	"  renewal: manual\n"

/* ---- muting ---- */

#define MUTE(what, until) \
	"exceptions:\n"   \
	"  - {mute: " what ", reason: it is known, by: maria, until: " until "}\n"

static void muted_by_id_and_by_name(void **state)
{
	(void)state;
	CHECK("X25", "warning 7 until 2026-06-30: nobody has approved the plan\n",
		.records = MUTE("X25", "2026-06-30") "exit:\n"
						     "  reason: cost\n");
	CHECK("X25", "warning 7 until 2026-12-31: nobody has approved the plan\n",
		.records = MUTE("unapproved", "2026-12-31") "exit:\n"
							    "  reason: cost\n");
}

static void muted_until_the_last_of_several(void **state)
{
	(void)state;
	CHECK("X25", "warning 8 until 2026-12-31: nobody has approved the plan\n",
		.records = MUTE("X25", "2026-07-31") //
		"  - {mute: unapproved, reason: so, by: maria, until: 2026-12-31}\n"
		"  - {mute: X25, reason: so, by: maria, until: 2026-08-31}\n"
		"exit: {reason: cost}\n");
}

static void not_muted_any_more(void **state)
{
	(void)state;
	CHECK("X25", "warning 6: nobody has approved the plan\n",
		.records = MUTE("X25", "2026-06-29") "exit: {reason: cost}\n");
}

static void not_muted_by_what_is_incomplete(void **state)
{
	(void)state;
	CHECK("X25", "warning 6: nobody has approved the plan\n",
		.records = "exceptions:\n"
			   "  - {mute: X25, by: maria, until: 2026-12-31}\n"
			   "exit: {reason: cost}\n");
}

static void not_muted_by_another(void **state)
{
	(void)state;
	CHECK("X25", "warning 6: nobody has approved the plan\n",
		.records = MUTE("X26", "2026-12-31") "exit: {reason: cost}\n");
}

static void errors_cannot_be_muted(void **state)
{
	(void)state;
	CHECK("X17",
		"error 7: the plan ends the contract on 2026-12-31, 31 days before 2027-01-31, and "
		"neither termination for convenience nor a cause allows that\n",
		.records = MUTE("X17", "2026-12-31") TERM, .by = "2026-12-31");
}

/* Of one id the note is muted, the error is not. */
static void an_error_of_a_muted_id_is_heard(void **state)
{
	(void)state;
	CHECK("X07",
		"note 8 until 2026-12-31: data:crm stays with the partner: the law forbids to "
		"delete it\n"
		"error 9: data:hr was deleted on 2026-01-31, although the law forbids that\n",
		.records = MUTE("legal-hold", "2026-12-31") //
		"exit:\n"
		"  data:\n"
		"    - {id: crm, legal_hold: true}\n"
		"    - {id: hr, legal_hold: true, deleted: 2026-01-31}\n");
}

/* ---- all together ---- */

/* 3 months before 2026-09-30: Tuesday 2026-06-30. */
#define AUTO                  \
	"contract:\n"         \
	"  end: 2026-09-30\n" \
	"  renewal: auto\n"   \
	"  notice: {period: 3mo}\n"

static void warnings_come_in_the_order_of_their_ids(void **state)
{
	const struct plan_text text = {.records = AUTO, .as_of = "2026-07-01"};
	struct planned planned;
	const struct plan_warning *warnings;

	(void)state;
	plan_open(&planned, &text);
	warnings = planned.plan->warnings.items;
	assert_true(planned.plan->warnings.n > 3);
	for (size_t i = 1; i < planned.plan->warnings.n; i++)
		assert_true(strcmp(warnings[i - 1].id, warnings[i].id) <= 0);
	assert_true(exit_plan_has_error(planned.plan));
	plan_close(&planned);
}

/* As good a file as there can be. */
#define GOOD                                                                    \
	"owner: maria\n"                                                        \
	"people: [{id: maria}, {id: bob, side: partner, role: sales}]\n"        \
	"conversations: [{date: 2026-06-01, kind: exit}]\n"                     \
	"contract:\n"                                                           \
	"  start: 2026-01-01\n"                                                 \
	"  end: 2027-12-31\n"                                                   \
	"  renewal: manual\n"                                                   \
	"  notice: {period: 3mo}\n"                                             \
	"  value: 1200.00 EUR\n"                                                \
	"  termination: {convenience: true}\n"                                  \
	"  transition: {period: 1mo, included_days: 5, day_rate: 100.00 EUR}\n" \
	"  retrieval: 30d\n"                                                    \
	"exit:\n"                                                               \
	"  reason: cost\n"                                                      \
	"  functions: [{id: booking, critical: true, rto: 4h}]\n"               \
	"  alternatives: [{name: B, cost: 10.00 EUR, tested: 2026-06-01}]\n"    \
	"  data: [{id: crm, volume_gb: 10}]\n"                                  \
	"  egress: {rate: 0.1 EUR, free_gb: 0, requested: 2026-06-01}\n"        \
	"  access: [{id: api, holder: partner, kind: integration}]\n"           \
	"  customers: [{id: c, renewal: 2027-06-30}]\n"                         \
	"  knowledge: [{topic: Month end, holder: bob, successor: maria}]\n"    \
	"  staff: {count: 1, last_day: 2027-12-31}\n"                           \
	"  monthly_overlap: 10.00 EUR\n"                                        \
	"  decommission: 10.00 EUR\n"                                           \
	"  approved: 2026-06-01\n"                                              \
	"  tested: 2026-06-01\n"                                                \
	"  reentry: {conditions: [new management]}\n"

static void nothing_is_wrong(void **state)
{
	const struct plan_text text = {.records = GOOD};
	struct planned planned;

	(void)state;
	plan_open(&planned, &text);
	for (size_t i = 0; i < planned.plan->warnings.n; i++)
		print_error(
			"%s\n", PLAN_ITEM(struct plan_warning, planned.plan->warnings, i)->message);
	assert_int_equal(planned.plan->warnings.n, 0);
	assert_non_null(planned.plan->warnings.items);
	assert_false(exit_plan_has_error(planned.plan));
	plan_close(&planned);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		WARNING_TEST(muted_by_id_and_by_name),
		WARNING_TEST(muted_until_the_last_of_several),
		WARNING_TEST(not_muted_any_more),
		WARNING_TEST(not_muted_by_what_is_incomplete),
		WARNING_TEST(not_muted_by_another),
		WARNING_TEST(errors_cannot_be_muted),
		WARNING_TEST(an_error_of_a_muted_id_is_heard),
		WARNING_TEST(warnings_come_in_the_order_of_their_ids),
		WARNING_TEST(nothing_is_wrong),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
