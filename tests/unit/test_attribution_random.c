/* Differences of random scores taken apart: whatever they are, the parts add up. */
#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "composed.h"
#include "partner/random.h"
#include "scored.h"

#define MOST 5

static size_t below(struct random *random, size_t n)
{
	return (size_t)(random_share(random) * (double)n);
}

/* Few names, so that some come twice and some are missing. */
static const char *draw_name(struct random *random)
{
	static const char *const names[] = {"a", "b", "c", "d"};

	return names[below(random, 4)];
}

static double draw_weight(struct random *random)
{
	return below(random, 6) ? random_share(random) : 0;
}

static void draw_compound(struct random *random, struct arena *arena, struct compound *criterion)
{
	struct component *measures = arena_array(arena, MOST, sizeof(*measures));
	size_t n = below(random, MOST);

	for (size_t i = 0; i < n; i++)
		measures[i] = (struct component){draw_name(random),
			below(random, 4) ? 100 * random_share(random) : NAN, draw_weight(random)};
	criterion->criterion = draw_name(random);
	criterion->weight = draw_weight(random);
	compose_measures(criterion, measures, n);
}

static struct composition draw_composition(struct random *random, struct arena *arena, bool scored)
{
	struct compound *criteria = arena_array(arena, MOST, sizeof(*criteria));
	struct composition composition;

	do {
		size_t n = below(random, MOST + 1);

		for (size_t i = 0; i < n; i++)
			draw_compound(random, arena, &criteria[i]);
		composition = compose(criteria, n);
	} while (scored && isnan(composition.score));
	return composition;
}

static double sum_measures(const struct criterion_effect *criterion)
{
	double sum = 0;

	for (size_t i = 0; i < criterion->n; i++)
		for (int step = 0; step < STEPS; step++)
			sum += criterion->measures[i].effects[step];
	return sum;
}

static void assert_foots(const struct attribution *attribution, double difference)
{
	double parts = 0, criteria = 0;

	for (int step = 0; step < STEPS; step++)
		parts += attribution->parts[step];
	for (size_t i = 0; i < attribution->n; i++) {
		const struct criterion_effect *criterion = &attribution->criteria[i];

		criteria += criterion->value + criterion->weight;
		assert_close(sum_measures(criterion), criterion->value + criterion->shared);
	}
	assert_close(parts, difference);
	assert_close(criteria, difference);
}

static void whatever_the_states_it_foots(void **state)
{
	struct composition states[STEPS + 1];
	struct attribution attribution;
	struct arena arena = {0};
	struct random random;

	(void)state;
	random_seed(&random, 11, 1);
	for (int try = 0; try < 2000; try++) {
		for (int i = 0; i <= STEPS; i++)
			states[i] = draw_composition(&random, &arena, i == 0 || i == STEPS);
		attribute(&attribution, &arena, states);
		assert_foots(&attribution, states[STEPS].score - states[0].score);
		arena_reset(&arena);
	}
	arena_free(&arena);
}

static void the_reverse_has_the_reverse_effects(void **state)
{
	struct attribution there, back;
	struct arena arena = {0};
	struct random random;

	(void)state;
	random_seed(&random, 12, 1);
	for (int try = 0; try < 200; try++) {
		struct composition from = draw_composition(&random, &arena, true);
		struct compound *changed = arena_array(&arena, from.n, sizeof(*changed));
		struct composition to;

		for (size_t i = 0; i < from.n; i++) {
			changed[i] = from.criteria[i];
			changed[i].score += 10 * random_share(&random);
			changed[i].weight += random_share(&random);
		}
		changed[below(&random, from.n)].score = 50;
		to = compose(changed, from.n);
		attribute_data(&there, &arena, from, to);
		attribute_data(&back, &arena, to, from);
		for (size_t i = 0; i < there.n; i++) {
			assert_close(there.criteria[i].value, -back.criteria[i].value);
			assert_close(there.criteria[i].weight, -back.criteria[i].weight);
			assert_close(there.criteria[i].shared, -back.criteria[i].shared);
		}
		arena_reset(&arena);
	}
	arena_free(&arena);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(whatever_the_states_it_foots),
		cmocka_unit_test(the_reverse_has_the_reverse_effects),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
