/* What the commands print as JSON, read back: what is refused, and that nothing gets lost. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "kept.h"
#include "partner/check.h"
#include "partner/read.h"
#include "partner/scorecard.h"
#include "calibrated.h"

static void scorecards_name_what_is_wrong(void **state)
{
	static const char *const lines[][2] = {
		{"{\"schema\":\"partner.scorecard/1\",\"type\":\"change\"}",
			"'type' is not 'scorecard'"},
		{"{\"schema\":\"partner.scorecard/2\",\"type\":\"scorecard\"}",
			"'schema' is not 'partner.scorecard/1'"},
		{"{\"schema\":\"partner.scorecard/1\",\"type\":\"scorecard\",\"criteria\":"
		 "[{\"score\":1},{\"score\":null},{\"score\":\"high\"}]}",
			"'criteria[2].score' is no number"},
		{"{\"schema\":\"partner.scorecard/1\",\"type\":\"scorecard\",\"signs\":"
		 "[{\"level\":\"off\"}]}",
			"'signs[0].level' is none of note, warning, critical"},
	};

	(void)state;
	for (size_t i = 0; i < COUNT_OF(lines); i++) {
		struct read_fault fault = {0};
		struct arena arena = {0};
		struct scorecard card = {0};

		assert_false(read_json_record(&arena, &scorecard_record, lines[i][0],
			strlen(lines[i][0]), &card, &fault));
		assert_string_equal(fault.message, lines[i][1]);
		arena_free(&arena);
	}
}

/* ---- nothing gets lost ---- */

static void keep_cards(const struct source *source)
{
	const struct card_request request = {
		.as_of = AS_OF, .effects = true, .robustness = true, .trend = 8};
	enum side sides[2];
	size_t n = scorecard_sides(source, true, true, sides);

	for (size_t i = 0; i < n; i++)
		assert_kept(&scorecard_record, scorecard_make(source, &request, sides[i]));
}

static void scorecards_of_the_examples_are_kept(void **state)
{
	static char folder[] = "examples/partners";
	char *const operands[] = {folder};
	const struct source_options options = {
		.operands = operands, .n = 1, .validate = check_policy};
	struct sources *sources = sources_open(&options);
	struct source source;
	size_t n = 0;

	(void)state;
	for (; sources_next(sources, &source); n++) {
		assert_int_equal(source.kind, SOURCE_DOCUMENT);
		assert_false(source.faults.errors);
		keep_cards(&source);
	}
	assert_true(n >= 8);
	sources_close(sources);
}

static void calibrations_are_kept(void **state)
{
	struct calibrated portfolio;

	(void)state;
	calibrated_open(&portfolio, NULL);
	calibrated_solve(&portfolio);
	assert_kept(&calibration_result_record, &portfolio.result);
	calibrated_close(&portfolio);
	calibrated_open(&portfolio, NULL);
	calibrated_add_ring(&portfolio);
	calibrated_add(&portfolio, "alone", VENDOR RATES("z", "1"));
	calibrated_solve(&portfolio);
	assert_true(portfolio.result.raters.n == 4 && portfolio.result.bridges.n == 1);
	assert_kept(&calibration_result_record, &portfolio.result);
	calibrated_close(&portfolio);
}

static void findings_and_unreadable_files_are_kept(void **state)
{
	static const struct result_source source = {0, "gone.yaml", NULL};
	struct arena arena = {0};
	struct diag_list list = {.arena = &arena};
	struct fingerprints given = {.arena = &arena};
	struct file_error error = {AS_OF, {NULL, 0}, NULL, &source};
	const struct diagnostic *items;
	struct span at = {12, 3, 12, 8};

	(void)state;
	diag_add(&list, P004_DUPLICATE_KEY, "acme.yaml", at, "/a", "first on line 9", "\x1B");
	diag_add(&list, P019_EMPTY, "b.yaml", (struct span){0}, "", NULL)->muted_until = AS_OF;
	error.diagnostics = diagnostics_of(&list, AS_OF, &given, &arena);
	items = error.diagnostics.items;
	assert_int_equal(error.diagnostics.n, 2);
	assert_kept(&diagnostic_record, &items[0]);
	assert_kept(&diagnostic_record, &items[1]);
	assert_kept(&error_record, &error);
	error = (struct file_error){AS_OF, {"", 0}, "No such file or directory", &source};
	assert_kept(&error_record, &error);
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(scorecards_name_what_is_wrong),
		cmocka_unit_test(scorecards_of_the_examples_are_kept),
		cmocka_unit_test(calibrations_are_kept),
		cmocka_unit_test(findings_and_unreadable_files_are_kept),
	};

	return cmocka_run_group_tests_name("read_json_records", tests, NULL, NULL);
}
