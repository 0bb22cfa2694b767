/* Where the quadrants of a report are parted. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "filed.h"
#include "partner/report.h"

/* A partner of score 60. */
static void add_with_line(struct filed *filed, const char *id, double line)
{
	struct scorecard *card = filed_card(filed, id, 60);

	card->criticality = "routine";
	filed_policy(filed, card)->talk_below = line;
	filed_add(filed, card);
}

static double line_of(struct filed *filed)
{
	double line = -1;

	filed_done(filed);
	report_quadrant(&filed->portfolio, &line);
	filed_close(filed);
	return line;
}

static void the_line_is_that_of_most_policies(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_with_line(&filed, "a", 50);
	add_with_line(&filed, "b", 61);
	add_with_line(&filed, "c", 70);
	add_with_line(&filed, "d", 61);
	assert_true(line_of(&filed) == 61);
}

static void of_equally_many_policies_the_lower_line(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_with_line(&filed, "a", 61);
	add_with_line(&filed, "b", 50);
	add_with_line(&filed, "c", 61);
	add_with_line(&filed, "d", 50);
	assert_true(line_of(&filed) == 50);
}

static void policies_without_a_line_do_not_count(void **state)
{
	struct filed filed;

	(void)state;
	filed_open(&filed);
	add_with_line(&filed, "a", 61);
	add_with_line(&filed, "b", NAN);
	add_with_line(&filed, "c", 61);
	add_with_line(&filed, "d", 50);
	add_with_line(&filed, "e", NAN);
	add_with_line(&filed, "f", NAN);
	assert_true(line_of(&filed) == 61);
	filed_open(&filed);
	add_with_line(&filed, "a", NAN);
	assert_true(isnan(line_of(&filed)));
}

static void one_line_parts_all_of_them(void **state)
{
	const struct report_dot *dot;
	struct filed filed;
	struct array dots;
	double line;

	(void)state;
	filed_open(&filed);
	add_with_line(&filed, "a", 61);
	add_with_line(&filed, "b", 61);
	add_with_line(&filed, "c", 50);
	filed_done(&filed);
	dots = report_quadrant(&filed.portfolio, &line);
	assert_int_equal(dots.n, 3);
	dot = dots.items;
	for (size_t i = 0; i < dots.n; i++)
		assert_int_equal(dot[i].quadrant, QUADRANT_REPLACEABLE);
	filed_close(&filed);
}

static void nobody_is_no_dot_and_no_line(void **state)
{
	struct filed filed;
	double line;

	(void)state;
	filed_open(&filed);
	filed_done(&filed);
	assert_int_equal(report_quadrant(&filed.portfolio, &line).n, 0);
	assert_true(isnan(line));
	filed_close(&filed);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_line_is_that_of_most_policies),
		cmocka_unit_test(of_equally_many_policies_the_lower_line),
		cmocka_unit_test(policies_without_a_line_do_not_count),
		cmocka_unit_test(one_line_parts_all_of_them),
		cmocka_unit_test(nobody_is_no_dot_and_no_line),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
