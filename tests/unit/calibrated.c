#include "calibrated.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "decoded.h"

void calibrated_open(struct calibrated *portfolio, const char *over)
{
	const struct policy *built_in, *changes;

	*portfolio = (struct calibrated){.collection = collection_new()};
	built_in = decoded(&portfolio->arena, &policy_record, default_policy_yaml);
	portfolio->policy = *built_in;
	if (!over)
		return;
	changes = decoded(&portfolio->arena, &policy_record, over);
	rules_merge(&portfolio->arena, &portfolio->policy.rules, &changes->rules);
	portfolio->policy.overrides = changes->overrides;
}

void calibrated_close(struct calibrated *portfolio)
{
	collection_free(portfolio->collection);
	arena_free(&portfolio->arena);
}

void calibrated_add(struct calibrated *portfolio, const char *id, const char *text)
{
	struct arena *arena = &portfolio->arena;
	const struct partner *partner = decoded(arena, &partner_record,
		arena_printf(arena, "partner: %s\nname: %s\n%s", id, id, text));
	struct rules rules;

	policy_rules_for(arena, &portfolio->policy, partner, &rules);
	collect_document(portfolio->collection, partner, &rules, "portfolio.yaml",
		(uint32_t)++portfolio->documents, AS_OF, arena);
}

void calibrated_solve(struct calibrated *portfolio)
{
	calibrate(portfolio->collection, &portfolio->policy, AS_OF, &portfolio->arena,
		&portfolio->result);
}

const struct offset_result *rater_of(const struct calibrated *portfolio, const char *id)
{
	const struct offset_result *rows = portfolio->result.raters.items;

	for (size_t i = 0; i < portfolio->result.raters.n; i++)
		if (!strcmp(rows[i].rater, id))
			return &rows[i];
	fail_msg("no rater %s", id);
	return NULL;
}

void calibrated_add_ring(struct calibrated *portfolio)
{
	calibrated_add(portfolio, "p1", VENDOR RATES("a", "3") RATES("c", "4"));
	calibrated_add(portfolio, "p2", VENDOR RATES("a", "2") RATES("b", "4"));
	calibrated_add(portfolio, "p3", VENDOR RATES("a", "4") RATES("b", "5"));
	calibrated_add(portfolio, "p4", VENDOR RATES("b", "3") RATES("c", "2"));
}

const struct agreement_result *agreement_of(const struct calibrated *portfolio, size_t i)
{
	assert_true(i < portfolio->result.agreement.n);
	return (const struct agreement_result *)portfolio->result.agreement.items + i;
}
