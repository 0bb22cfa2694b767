#include "lived.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

static const char *told(struct planned *planned)
{
	struct buffer text = {0};

	for (size_t i = 0; i < planned->plan->cost_to_end_of_life.n; i++) {
		const struct plan_cost *cost =
			PLAN_ITEM(struct plan_cost, planned->plan->cost_to_end_of_life, i);

		buffer_printf(&text, "%s%s: %s, %s, %s, %s", i ? "\n" : "", cost->currency,
			plan_amount(planned, cost->low), plan_amount(planned, cost->expected),
			plan_amount(planned, cost->high), plan_amount(planned, cost->npv));
	}
	return buffer_keep(&text, &planned->arena);
}

void life_check(const struct plan_text *text, const char *expected)
{
	struct planned planned;

	plan_open(&planned, text);
	assert_non_null(planned.plan->cost_to_end_of_life.items);
	assert_string_equal(told(&planned), expected);
	plan_close(&planned);
}
