/* The report as one line of JSON: every key of every section. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "drafted.h"
#include "found.h"
#include "measured.h"
#include "partner/report.h"
#include "partner/write.h"

/* The line of a report; free it. */
static struct buffer line_of(const struct report *report)
{
	struct buffer out = {0};
	json_t *root;

	report_put_json(&out, report);
	root = json_loadb(out.data, out.length, JSON_REJECT_DUPLICATES, NULL);
	assert_non_null(root);
	json_decref(root);
	return out;
}

/* Whether the member of the report that is called so is printed as expected. */
static void check_member(const struct report *report, const char *name, const char *expected)
{
	struct buffer out = {0};
	struct json_writer json = {.out = &out};
	const struct field *field = record_field(&report_record, name, strlen(name));

	assert_non_null(field);
	write_json_member(&json, field, report);
	assert_string_equal(written(&out), expected);
	buffer_free(&out);
}

static struct money usd(int64_t minor)
{
	return (struct money){minor, currency_find("USD", 3)};
}

#define LIST(rows) ((struct array){(rows), COUNT_OF(rows)})

static void a_report_of_nothing_has_every_key(void **state)
{
	(void)state;
	static const struct report_inputs inputs = {.unread = {"", 0}};
	struct array none = {"", 0};
	const struct report report = {
		.as_of = day("2026-06-30"),
		.since = day("2026-03-30"),
		.inputs = &inputs,
		.needs = none,
		.quadrant = none,
		.talk_below = NAN,
		.renewals = none,
		.renewal_months = none,
		.costs = none,
		.cost_totals = none,
		.partners = none,
	};
	struct buffer out = line_of(&report);

	assert_string_equal(written(&out),
		"{\"as_of\":\"2026-06-30\",\"cost_totals\":[],\"costs\":[],\"heat\":null,"
		"\"inputs\":{\"ended\":0,\"partners\":0,\"unread\":[]},\"mirror\":null,"
		"\"movers\":null,\"needs\":[],\"next\":null,\"panel\":null,\"partner\":null,"
		"\"partners\":[],\"policy\":null,\"portfolio\":null,\"quadrant\":[],"
		"\"renewal_months\":[],\"renewals\":[],\"schema\":\"partner.report/1\","
		"\"since\":\"2026-03-30\",\"talk_below\":null,\"type\":\"report\","
		"\"without_cost\":0}\n");
	buffer_free(&out);
}

static void the_head_names_policy_and_inputs(void **state)
{
	(void)state;
	static const char *const unread[] = {"broken.yaml"};
	static const struct card_policy policy = {.id = "default", .digest = "12ab"};
	const struct report_inputs inputs = {7, 2, LIST(unread)};
	const struct report report = {.policy = &policy, .inputs = &inputs, .talk_below = 55};

	check_member(&report, "policy", "{\"digest\":\"12ab\",\"id\":\"default\"}");
	check_member(
		&report, "inputs", "{\"ended\":2,\"partners\":7,\"unread\":[\"broken.yaml\"]}");
	check_member(&report, "talk_below", "55.0");
}

static void needs_are_told(void **state)
{
	(void)state;
	const struct need needs[] = {{.class = NEED_TALK,
		.partner = "acme",
		.name = "Acme",
		.sentence = "Talk: score below 55",
		.date = day("2026-07-01"),
		.owner = "Dana",
		.standing = STANDING_TALK,
		.path = "acme.yaml",
		.line = 1}};
	const struct need_next next = {day("2026-07-02"), "Zeta"};
	const struct report report = {.needs = LIST(needs), .next = &next};

	check_member(&report, "needs",
		"[{\"class\":\"talk\",\"date\":\"2026-07-01\",\"line\":1,\"name\":\"Acme\","
		"\"owner\":\"Dana\",\"partner\":\"acme\",\"path\":\"acme.yaml\","
		"\"sentence\":\"Talk: score below 55\",\"standing\":\"talk\"}]");
	check_member(&report, "next", "{\"date\":\"2026-07-02\",\"name\":\"Zeta\"}");
}

static void the_portfolio_is_counted(void **state)
{
	(void)state;
	static const struct report_tally standings[] = {{"exit", 1}}, grades[] = {{"-", 2}};
	static const int64_t histogram[HISTOGRAM_BINS] = {[0] = 3, [19] = 4};
	static const struct report_share largest[] = {{"acme", "Acme", 0.66667}};
	static const struct report_functions functions = {5, 3, 1};
	const struct report_spend spend[] = {{"B", "USD", usd(120000), 2}};
	const struct report_spend total[] = {{NULL, "USD", {0}, 2}};
	const struct report_concentration concentration[] = {
		{"USD", 5555.6, "high", 2, LIST(largest)}};
	const struct report_portfolio portfolio = {LIST(standings), LIST(grades), LIST(histogram),
		LIST(spend), LIST(total), true, 1, LIST(concentration), 0.87654, &functions};
	const struct report report = {.portfolio = &portfolio};

	check_member(&report, "portfolio",
		"{\"concentration\":[{\"currency\":\"USD\",\"hhi\":5556.0,\"largest\":[{\"name\":"
		"\"Acme\",\"partner\":\"acme\",\"share\":0.6667}],\"level\":\"high\","
		"\"partners\":2}],\"converted\":true,\"coverage\":0.8765,\"functions\":{"
		"\"critical\":5,\"partners\":3,\"untested\":1},\"grades\":[{\"n\":2,\"name\":"
		"\"-\"}],\"histogram\":[3,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,4],\"spend\":[{"
		"\"amount\":\"1200.00 USD\",\"currency\":\"USD\",\"grade\":\"B\",\"partners\":2}],"
		"\"spend_total\":[{\"amount\":null,\"currency\":\"USD\",\"grade\":null,"
		"\"partners\":2}],\"standings\":[{\"n\":1,\"name\":\"exit\"}],"
		"\"unknown_spend\":1}");
}

static void movers_name_their_cause(void **state)
{
	(void)state;
	static const struct report_cause cause = {
		"measure", "support", "incident-conduct", -3.12, "incident:INC-9", "acme.yaml", 88};
	const struct report_end from = {day("2026-03-30"), 57.6, "C"};
	const struct report_end to = {day("2026-06-30"), 53.6, "D"};
	const struct report_mover falls[] = {{"acme", "Acme", &from, &to, -4, &cause, NULL}};
	const struct report_mover rises[] = {{"beta", "Beta", &to, &from, 4, NULL, NULL}};
	const struct report_movers movers = {LIST(falls), LIST(rises), 1, 2, 3, 8};
	const struct report report = {.movers = &movers};

	check_member(&report, "movers",
		"{\"compared\":8,\"falls\":[{\"cause\":{\"criterion\":\"support\",\"effect\":-3.1,"
		"\"kind\":\"measure\",\"line\":88,\"measure\":\"incident-conduct\",\"path\":"
		"\"acme.yaml\",\"ref\":\"incident:INC-9\"},\"delta\":-4.0,"
		"\"from\":{\"as_of\":\"2026-03-30\",\"grade\":\"C\",\"score\":57.6},\"name\":"
		"\"Acme\",\"partner\":\"acme\",\"to\":{\"as_of\":\"2026-06-30\",\"grade\":\"D\","
		"\"score\":53.6}}],\"newly_graded\":2,\"no_longer_graded\":3,\"rises\":[{"
		"\"cause\":null,\"delta\":4.0,\"from\":{\"as_of\":\"2026-06-30\",\"grade\":\"D\","
		"\"score\":53.6},\"name\":\"Beta\",\"partner\":\"beta\",\"to\":{\"as_of\":"
		"\"2026-03-30\",\"grade\":\"C\",\"score\":57.6}}],\"still\":1}");
}

static void dots_may_have_no_place(void **state)
{
	(void)state;
	static const struct report_dot dots[] = {{"acme", "Acme", 53.6, 48.1, 59, 83.333, 1, 1, 0.5,
							 QUADRANT_EXPOSED, STANDING_TALK, NULL},
		{"beta", "Beta", NAN, NAN, NAN, NAN, NAN, NAN, NAN, CHOICE_NONE, STANDING_GATHER,
			NULL}};
	const struct report report = {.quadrant = LIST(dots)};

	check_member(&report, "quadrant",
		"[{\"criticality\":1.0,\"dependence\":83.3,\"high\":59.0,\"low\":48.1,\"name\":"
		"\"Acme\",\"partner\":\"acme\",\"quadrant\":\"exposed\",\"score\":53.6,"
		"\"spend_rank\":1.0,\"standing\":\"talk\",\"substitutability\":0.5},"
		"{\"criticality\":null,\"dependence\":null,\"high\":null,\"low\":null,\"name\":"
		"\"Beta\",\"partner\":\"beta\",\"quadrant\":null,\"score\":null,"
		"\"spend_rank\":null,\"standing\":\"gather\",\"substitutability\":null}]");
}

static void renewals_have_their_days(void **state)
{
	(void)state;
	const struct report_renewal renewals[] = {{"acme", "Acme", "auto", DATE_NONE,
		day("2026-09-29"), day("2026-12-31"), day("2026-09-29"), false, usd(500), NULL}};
	const struct report_month months[] = {{"2026-09", "USD", usd(500), 1}};
	const struct report report = {.renewals = LIST(renewals), .renewal_months = LIST(months)};

	check_member(&report, "renewals",
		"[{\"at_stake\":\"5.00 USD\",\"by\":\"2026-09-29\",\"missed\":false,\"name\":"
		"\"Acme\",\"notice_earliest\":null,\"partner\":\"acme\",\"renewal\":\"auto\","
		"\"send_by\":\"2026-09-29\",\"term_end\":\"2026-12-31\"}]");
	check_member(&report, "renewal_months",
		"[{\"at_stake\":\"5.00 USD\",\"currency\":\"USD\",\"month\":\"2026-09\","
		"\"partners\":1}]");
}

static void heat_maps_are_rows_of_cells(void **state)
{
	(void)state;
	static const struct heat_column criteria[] = {{"support", 0}, {"value", 0}};
	static const struct heat_column signs[] = {{"notice-due", 1}, {"silence", 1}};
	static const double points[] = {61.24, NAN};
	static const int64_t steps[] = {3, 0};
	static const char *const levels[] = {"critical", NULL};
	const struct heat_row by_criteria[] = {
		{"acme", "Acme", STANDING_EXIT, LIST(points), LIST(steps), {NULL, 0}}};
	const struct heat_row by_signs[] = {
		{"acme", "Acme", STANDING_EXIT, {NULL, 0}, {NULL, 0}, LIST(levels)}};
	const struct report_heat_map maps[] = {
		{LIST(criteria), 2, LIST(by_criteria)}, {LIST(signs), 103, LIST(by_signs)}};
	const struct report_heat heat = {&maps[0], &maps[1]};
	const struct report report = {.heat = &heat};

	check_member(&report, "heat",
		"{\"criteria\":{\"columns\":[{\"name\":\"support\"},{\"name\":\"value\"}],"
		"\"columns_all\":2,\"rows\":[{\"name\":\"Acme\",\"partner\":\"acme\",\"points\":"
		"[61.2,null],\"standing\":\"exit\"}]},\"signs\":{\"columns\":[{\"name\":\"notice-due\","
		"\"partners\":1},{\"name\":\"silence\",\"partners\":1}],\"columns_all\":103,"
		"\"rows\":[{\"levels\":[\"critical\",null],\"name\":\"Acme\",\"partner\":\"acme\","
		"\"standing\":\"exit\"}]}}");
}

static void the_mirror_is_counted(void **state)
{
	(void)state;
	static const struct report_ratio ratios[] = {
		{"milestones", 3, 4, 0.75, 0.30064, 0.95441}, {"feedback", 0, 0, NAN, NAN, NAN}};
	static const struct report_opinion ratings[] = {{"support", 3.6667, 3}};
	static const struct report_tally grades[] = {{"B", 2}};
	static const struct report_worst worst[] = {{"acme", "Acme", 41.2, "D"}};
	static const char *const self[] = {"ourselves"};
	const struct report_mirror mirror = {
		LIST(ratios), 5, 8, LIST(ratings), LIST(grades), LIST(worst), LIST(self)};
	const struct report report = {.mirror = &mirror};

	check_member(&report, "mirror",
		"{\"given\":5,\"grades\":[{\"n\":2,\"name\":\"B\"}],\"ratings\":[{\"criterion\":"
		"\"support\",\"mean\":3.67,\"n\":3}],\"ratios\":[{\"high\":0.9544,\"k\":3,"
		"\"low\":0.3006,\"n\":4,\"name\":\"milestones\",\"share\":0.75},{\"high\":null,"
		"\"k\":0,\"low\":null,\"n\":0,\"name\":\"feedback\",\"share\":null}],"
		"\"received\":8,\"self\":[\"ourselves\"],\"worst\":[{\"grade\":\"D\",\"name\":"
		"\"Acme\",\"partner\":\"acme\",\"score\":41.2}]}");
}

static void the_panel_may_not_be_calibrated(void **state)
{
	(void)state;
	static const struct report_rater raters[] = {
		{"dana", -0.36, 0.2, 0.61, 24, 1}, {"li", NAN, NAN, NAN, 3, 0}};
	static const struct report_agreement agreement[] = {
		{"support", 0.62, 14, 40, "do not rely on it"}, {"value", NAN, 4, 9, NULL}};
	static const char *const ids[] = {"dana", "li"};
	static const struct report_bridge bridges[] = {{"dana", "zeta"}};
	const struct report_group groups[] = {{1, LIST(ids)}};
	const struct report_panel panel = {
		true, LIST(raters), LIST(agreement), LIST(groups), LIST(bridges)};
	const struct report report = {.panel = &panel};

	check_member(&report, "panel",
		"{\"agreement\":[{\"alpha\":0.62,\"criterion\":\"support\",\"ratings\":40,"
		"\"units\":14,\"verdict\":\"do not rely on it\"},{\"alpha\":null,\"criterion\":"
		"\"value\",\"ratings\":9,\"units\":4,\"verdict\":null}],\"bridges\":[{\"partner\":"
		"\"zeta\",\"rater\":\"dana\"}],\"calibrated\":true,\"groups\":[{\"group\":1,"
		"\"raters\":[\"dana\",\"li\"]}],\"raters\":[{\"group\":1,\"n\":24,\"offset\":-0.36,"
		"\"rater\":\"dana\",\"reliability\":0.61,\"se\":0.2},{\"group\":null,\"n\":3,"
		"\"offset\":null,\"rater\":\"li\",\"reliability\":null,\"se\":null}]}");
}

static void costs_have_a_sum(void **state)
{
	(void)state;
	const struct report_cost costs[] = {
		{"acme", "Acme", "USD", usd(100), usd(200), usd(300), {0}, 1}};
	const struct report_cost totals[] = {
		{NULL, NULL, "USD", usd(100), usd(200), usd(300), usd(150), 1}};
	const struct report report = {
		.costs = LIST(costs), .cost_totals = LIST(totals), .without_cost = 3};

	check_member(&report, "costs",
		"[{\"currency\":\"USD\",\"expected\":\"2.00 USD\",\"high\":\"3.00 USD\",\"low\":"
		"\"1.00 USD\",\"name\":\"Acme\",\"npv\":null,\"partner\":\"acme\","
		"\"partners\":1}]");
	check_member(&report, "cost_totals",
		"[{\"currency\":\"USD\",\"expected\":\"2.00 USD\",\"high\":\"3.00 USD\",\"low\":"
		"\"1.00 USD\",\"name\":null,\"npv\":\"1.50 USD\",\"partner\":null,"
		"\"partners\":1}]");
	check_member(&report, "without_cost", "3");
}

static struct report_partner partner_of(const char *name)
{
	return (struct report_partner){
		.partner = "acme",
		.name = name,
		.kind = "vendor",
		.owner = "dana",
		.side = SIDE_PARTNER,
		.standing = STANDING_KEEP,
		.as_of = day("2026-06-30"),
		.ended = DATE_NONE,
		.grade = "B",
		.score = 72.44,
		.low = 66.1,
		.high = 78.7,
		.coverage = 0.87,
		.spend = usd(12000000),
		.send_by = DATE_NONE,
		.term_end = day("2026-12-31"),
		.critical = 1,
		.warnings = 2,
		.notes = 3,
		.muted = 4,
		.path = "acme.yaml",
		.line = 1,
	};
}

static void check_name(const char *name, const char *expected)
{
	const struct report_partner partners[] = {partner_of(name)};
	const struct report report = {.partners = LIST(partners)};
	struct buffer line = {0}, out = line_of(&report);

	buffer_printf(&line,
		"\"partners\":[{\"as_of\":\"2026-06-30\",\"coverage\":0.87,\"critical\":1,"
		"\"criticality\":null,\"ended\":null,\"grade\":\"B\",\"high\":78.7,\"kind\":"
		"\"vendor\",\"line\":1,\"low\":66.1,\"muted\":4,\"name\":%s,\"notes\":3,"
		"\"owner\":\"dana\",\"owner_name\":null,\"partner\":\"acme\",\"path\":"
		"\"acme.yaml\",\"reason\":null,\"score\":72.4,\"send_by\":null,\"side\":"
		"\"partner\",\"spend\":\"120000.00 USD\",\"standing\":\"keep\",\"term_end\":"
		"\"2026-12-31\",\"tier\":null,\"warnings\":2}],",
		expected);
	assert_times(&out, written(&line), 1);
	assert_times(&out, "\n", 1);
	buffer_free(&line);
	buffer_free(&out);
}

static void each_partner_is_a_line_whatever_its_name(void **state)
{
	(void)state;
	check_name("Acme", "\"Acme\"");
	check_name(NULL, "null");
	check_name(HOSTILE_TAG, "\"" HOSTILE_TAG "\"");
	check_name(HOSTILE_FORMULA, "\"" HOSTILE_FORMULA "\"");
	check_name(HOSTILE_LINES, "\"one\\ntwo\\r\\nEND:VEVENT\"");
	check_name("\",\"name\":\"\\", "\"\\\",\\\"name\\\":\\\"\\\\\"");
	check_name("\xE2\x80\xAE"
		   "evil\x1B",
		"\"\\u202eevil\\u001b\"");
	check_name(HOSTILE_ARABIC, "\"" HOSTILE_ARABIC "\"");
	check_name(HOSTILE_EMOJI, "\"" HOSTILE_EMOJI "\"");
}

/* Keys are printed as the rows stand. */
static void check_sorted(const struct record *record)
{
	for (size_t i = 0; i < record->n; i++) {
		const struct field *field = &record->fields[i];

		assert_true(i == 0 || strcmp(field[-1].name, field->name) < 0);
		if (field->record)
			check_sorted(field->record);
	}
}

static void keys_are_sorted(void **state)
{
	(void)state;
	check_sorted(&report_record);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_report_of_nothing_has_every_key),
		cmocka_unit_test(the_head_names_policy_and_inputs),
		cmocka_unit_test(needs_are_told),
		cmocka_unit_test(the_portfolio_is_counted),
		cmocka_unit_test(movers_name_their_cause),
		cmocka_unit_test(dots_may_have_no_place),
		cmocka_unit_test(renewals_have_their_days),
		cmocka_unit_test(heat_maps_are_rows_of_cells),
		cmocka_unit_test(the_mirror_is_counted),
		cmocka_unit_test(the_panel_may_not_be_calibrated),
		cmocka_unit_test(costs_have_a_sum),
		cmocka_unit_test(each_partner_is_a_line_whatever_its_name),
		cmocka_unit_test(keys_are_sorted),
	};

	return cmocka_run_group_tests_name("report_record", tests, NULL, NULL);
}
