/* When it is to be done: the merged tasks on the calendar, and what is asked of them. */
#include "schedule.h"

#include <string.h>

/* Of what a dropped task waits for, so many are named by each that waited for it. */
#define INSTEAD_MOST 100

/* Of a longer cycle only so many ids are named. */
#define NAMED_MOST 20

/* None waits for these: they are dropped, or stand apart from the rest. */
static bool is_skipped(const struct schedule *schedule, size_t place)
{
	return schedule->activities[place].passed || schedule->activities[place].apart;
}

/* ---- dates ---- */

/* The last of its days; a point in time ends when it starts. */
static void print_days(struct step *step, const struct activity *activity)
{
	step->start = activity->early_start;
	step->end = activity->early_finish > activity->early_start ? activity->early_finish - 1
								   : activity->early_start;
	if (step->done != DATE_NONE)
		step->start = step->end = step->done;
}

static void print_steps(struct schedule *schedule)
{
	for (size_t i = 0; i < schedule->n; i++) {
		struct step *step = &schedule->steps[i];

		if (step->dropped)
			continue;
		print_days(step, &schedule->activities[i]);
		if (!schedule->activities[i].apart && step->end > schedule->finish)
			schedule->finish = step->end;
	}
}

/* ---- what is waited for ---- */

/* True of each place once for a stamp. */
static bool see(const struct schedule *schedule, size_t place, size_t stamp)
{
	bool first = schedule->seen->at[place] != stamp;

	schedule->seen->at[place] = stamp;
	return first;
}

/* What is waited for when `before` is: itself, or what stands in its stead. */
static struct array waited_for(const struct schedule *schedule, const size_t *before)
{
	return is_skipped(schedule, *before) ? schedule->instead[*before]
					     : (struct array){before, 1};
}

/* What is waited for in the stead of a skipped step. */
static struct array find_instead(const struct schedule *schedule, struct arena *arena, size_t step)
{
	const struct activity *activity = &schedule->activities[step];
	size_t stamp = ++schedule->seen->stamp, places[INSTEAD_MOST], n = 0;
	size_t *kept;

	for (size_t i = 0; i < activity->n_after; i++) {
		struct array before = waited_for(schedule, &activity->after[i]);

		for (size_t k = 0; k < before.n && n < INSTEAD_MOST; k++) {
			size_t place = ((const size_t *)before.items)[k];

			if (see(schedule, place, stamp))
				places[n++] = place;
		}
	}
	kept = arena_array(arena, n, sizeof(*kept));
	if (n)
		memcpy(kept, places, n * sizeof(*kept));
	return (struct array){kept, n};
}

/* In the network's order each finds those before it done. */
static void find_all_instead(struct schedule *schedule, struct arena *arena)
{
	struct array *instead = arena_array(arena, schedule->n, sizeof(*instead));

	schedule->instead = instead;
	schedule->seen = ARENA_NEW(arena, struct seen);
	schedule->seen->at = arena_array(arena, schedule->n, sizeof(size_t));
	for (size_t i = 0; i < schedule->n; i++) {
		size_t step = schedule->network.order[i];

		if (is_skipped(schedule, step))
			instead[step] = find_instead(schedule, arena, step);
	}
}

/* In the order in which they are given. */
struct array schedule_after(const struct schedule *schedule, struct arena *arena, size_t step)
{
	const struct activity *activity = &schedule->activities[step];
	size_t stamp = ++schedule->seen->stamp, n = 0;
	const char **ids;

	for (size_t i = 0; i < activity->n_after; i++)
		n += waited_for(schedule, &activity->after[i]).n;
	ids = arena_array(arena, n, sizeof(*ids));
	n = 0;
	for (size_t i = 0; i < activity->n_after; i++) {
		struct array before = waited_for(schedule, &activity->after[i]);

		for (size_t k = 0; k < before.n; k++) {
			size_t place = ((const size_t *)before.items)[k];

			if (see(schedule, place, stamp))
				ids[n++] = schedule->steps[place].id;
		}
	}
	return (struct array){ids, n};
}

/* ---- the whole ---- */

void schedule_make(
	struct schedule *schedule, struct arena *arena, const struct schedule_terms *terms)
{
	*schedule = (struct schedule){.finish = DATE_NONE};
	schedule_merge(schedule, arena, terms);
	schedule->network = (struct network){
		.activities = schedule->activities,
		.n = schedule->n,
		.start = terms->start,
		.calendar = &terms->view->calendar,
		.early = terms->early,
	};
	schedule->sound = network_solve(&schedule->network, arena) && !schedule->unknown_task;
	if (!schedule->sound)
		return;
	if (!terms->early)
		find_all_instead(schedule, arena);
	print_steps(schedule);
}

void schedule_bound_review(struct schedule *schedule, int32_t day)
{
	size_t place = schedule_place(schedule, "reentry-review");
	struct activity *activity = &schedule->activities[place];
	struct step *step = &schedule->steps[place];

	if (!schedule->sound || step->dropped || step->done != DATE_NONE ||
		activity->early_start >= day)
		return;
	activity_place(activity, day, schedule->network.calendar);
	print_days(step, activity);
}

const struct step *schedule_find(const struct schedule *schedule, const char *id)
{
	size_t place = schedule->sound ? schedule_place(schedule, id) : schedule->n;

	return place < schedule->n && !schedule->steps[place].dropped ? &schedule->steps[place]
								      : NULL;
}

const char *schedule_cycle(const struct schedule *schedule, struct arena *arena)
{
	const struct network *network = &schedule->network;
	struct buffer text = {0};

	if (!network->cycle)
		return NULL;
	for (size_t i = network->n_cycle; i-- > 0;) {
		if (network->n_cycle - 1 - i == NAMED_MOST) {
			buffer_printf(&text, "%zu more, ", i + 1);
			break;
		}
		buffer_puts(&text, schedule->steps[network->cycle[i]].id);
		buffer_puts(&text, ", ");
	}
	buffer_puts(&text, schedule->steps[network->cycle[network->n_cycle - 1]].id);
	return buffer_keep(&text, arena);
}
