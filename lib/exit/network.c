/*
 * The critical path method. What is passed or apart stands in the order like all others, so
 * that what waits for it waits for what it waits for, and no edge need be copied.
 */
#include "partner/network.h"

#include <assert.h>

enum visit { UNSEEN, ON_PATH, ORDERED };

/* What the passes hand on between neighbours. */
struct pass {
	struct network *network;
	int32_t *ready; /* the greatest of the start and of what is waited for */
	int32_t *due;   /* the least of the finish and of what waits for it */
	size_t *driver; /* place of the visible predecessor that drives it; NOBODY: none */
	bool *reaches;  /* drives what ends last, directly or not */
};

#define NOBODY SIZE_MAX

/* ---- order ---- */

/* The search: a path of activities, each waiting for the one after it. */
struct search {
	struct network *network;
	enum visit *visits;
	size_t *path;
	size_t *next; /* of each on the path: which of what it waits for comes next */
	size_t length;
	size_t *order;
	size_t n_ordered;
};

static void push(struct search *search, size_t place)
{
	search->visits[place] = ON_PATH;
	search->path[search->length] = place;
	search->next[search->length++] = 0;
}

/* The path from `place` on closes into a cycle; told from its end. */
static void keep_cycle(const struct search *search, struct arena *arena, size_t place)
{
	struct network *network = search->network;
	size_t from = search->length - 1;
	size_t *cycle;

	while (search->path[from] != place)
		from--;
	network->n_cycle = search->length - from;
	cycle = arena_array(arena, network->n_cycle, sizeof(*cycle));
	for (size_t i = 0; i < network->n_cycle; i++)
		cycle[i] = search->path[search->length - 1 - i];
	network->cycle = cycle;
}

/* Follows the last of the path one step, or orders it when nothing is left to follow. */
static bool step(struct search *search, struct arena *arena)
{
	size_t at = search->path[search->length - 1];
	const struct activity *activity = &search->network->activities[at];
	size_t before;

	if (search->next[search->length - 1] == activity->n_after) {
		search->visits[at] = ORDERED;
		search->order[search->n_ordered++] = at;
		search->length--;
		return true;
	}
	before = activity->after[search->next[search->length - 1]++];
	assert(before < search->network->n);
	if (search->visits[before] == ON_PATH) {
		keep_cycle(search, arena, before);
		return false;
	}
	if (search->visits[before] == UNSEEN)
		push(search, before);
	return true;
}

static bool put_in_order(struct network *network, struct arena *arena)
{
	struct search search = {
		.network = network,
		.visits = arena_array(arena, network->n, sizeof(enum visit)),
		.path = arena_array(arena, network->n, sizeof(size_t)),
		.next = arena_array(arena, network->n, sizeof(size_t)),
		.order = arena_array(arena, network->n, sizeof(size_t)),
	};

	for (size_t i = 0; i < network->n; i++) {
		if (search.visits[i] == UNSEEN)
			push(&search, i);
		while (search.length)
			if (!step(&search, arena))
				return false;
	}
	network->order = search.order;
	return true;
}

/* ---- one activity on the calendar ---- */

static bool in_business_days(const struct activity *activity)
{
	return activity->takes.unit == DURATION_BUSINESS_DAYS;
}

static bool on_business_day(const struct activity *activity)
{
	return activity->business_start || in_business_days(activity);
}

/* The day after the last of the business days that begin on `start`, which is one. */
static int32_t business_finish(const struct calendar *calendar, int32_t start, int32_t days)
{
	return days ? date_clamp((int64_t)calendar_add(calendar, start, days - 1) + 1) : start;
}

void activity_place(struct activity *activity, int32_t from, const struct calendar *calendar)
{
	int32_t start = on_business_day(activity) ? calendar_roll_forward(calendar, from) : from;

	activity->early_start = start;
	activity->early_finish = in_business_days(activity)
		? business_finish(calendar, start, activity->takes.count)
		: date_add(start, activity->takes, calendar);
}

/* The latest day from which months end by `finish`: several may end on the last of one. */
static int32_t latest_start(struct duration takes, int32_t finish)
{
	int32_t start = date_sub(finish, takes, NULL);

	for (int i = 0; i < 3 && start < finish && date_add(start + 1, takes, NULL) <= finish; i++)
		start++;
	return start;
}

/* Late start and finish of what must end by `finish`. */
static void place_late(struct activity *activity, int32_t finish, const struct calendar *calendar)
{
	int32_t count = activity->takes.count;

	activity->late_finish = finish;
	if (!in_business_days(activity)) {
		activity->late_start = latest_start(activity->takes, finish);
		if (activity->business_start)
			activity->late_start = calendar_roll_back(calendar, activity->late_start);
		activity->late_finish = date_add(activity->late_start, activity->takes, calendar);
		return;
	}
	if (count) {
		int32_t last = calendar_roll_back(calendar, date_clamp((int64_t)finish - 1));

		activity->late_start = calendar_sub(calendar, last, count - 1);
		activity->late_finish = date_clamp((int64_t)last + 1);
	} else {
		activity->late_start = activity->late_finish = calendar_roll_back(calendar, finish);
	}
}

int32_t activity_slack(const struct activity *activity)
{
	return activity->late_start - activity->early_start;
}

/* ---- the passes ---- */

static int32_t later(int32_t a, int32_t b)
{
	return a > b ? a : b;
}

static int32_t earlier(int32_t a, int32_t b)
{
	return a < b ? a : b;
}

/* What waits for it waits in its stead for what it waits for. */
static bool is_passed(const struct activity *activity)
{
	return activity->passed || activity->apart;
}

static bool is_visible(const struct activity *activity)
{
	return !is_passed(activity) && !activity->done;
}

/* From when on those that wait for it may start. */
static int32_t handed_on(const struct pass *pass, size_t place)
{
	const struct activity *activity = &pass->network->activities[place];

	return is_passed(activity) ? pass->ready[place] : activity->early_finish;
}

/* Its earliest start before it is rolled to a business day. DATE_NONE is before all days. */
static int32_t asked_start(const struct pass *pass, size_t place)
{
	const struct activity *activity = &pass->network->activities[place];

	return activity->passed ? pass->ready[place]
				: later(pass->ready[place], activity->not_before);
}

static void place_early(struct pass *pass, size_t place)
{
	const struct network *network = pass->network;
	struct activity *activity = &network->activities[place];

	pass->ready[place] = network->start;
	for (size_t i = 0; i < activity->n_after; i++)
		pass->ready[place] = later(pass->ready[place], handed_on(pass, activity->after[i]));
	if (activity->passed)
		activity->early_start = activity->early_finish = pass->ready[place];
	else if (activity->done)
		activity->early_start = activity->early_finish = network->start;
	else
		activity_place(activity, asked_start(pass, place), network->calendar);
}

static void pass_forward(struct pass *pass)
{
	struct network *network = pass->network;

	network->finish = network->start;
	for (size_t i = 0; i < network->n; i++) {
		const struct activity *activity = &network->activities[network->order[i]];

		place_early(pass, network->order[i]);
		if (!activity->apart)
			network->finish = later(network->finish, activity->early_finish);
	}
}

/* Answers the late days, and the day by which what it waits for must be finished. */
static int32_t settle_late(const struct pass *pass, size_t place)
{
	struct activity *activity = &pass->network->activities[place];
	int32_t due = pass->due[place];

	if (activity->apart) {
		activity->late_start = activity->late_finish = DATE_NONE;
		return due;
	}
	if (activity->passed || activity->done) {
		activity->late_start = activity->late_finish = due;
		return due;
	}
	if (activity->finish_by != DATE_NONE)
		due = earlier(due, activity->finish_by);
	place_late(activity, due, pass->network->calendar);
	return activity->late_start;
}

/* What is done waits for nothing any more. */
static void pass_backward(struct pass *pass)
{
	const struct network *network = pass->network;

	for (size_t i = 0; i < network->n; i++)
		pass->due[i] = network->finish;
	for (size_t i = network->n; i-- > 0;) {
		size_t place = network->order[i];
		const struct activity *activity = &network->activities[place];
		int32_t due = settle_late(pass, place);

		for (size_t k = 0; k < activity->n_after && !activity->done; k++)
			pass->due[activity->after[k]] = earlier(pass->due[activity->after[k]], due);
	}
}

/* ---- what is critical ---- */

/* Whether `before` determines when `place`, which waits for it, may start. */
static bool drives(const struct pass *pass, size_t before, size_t place)
{
	const struct activity *activity = &pass->network->activities[place];
	int32_t start = is_passed(activity) ? pass->ready[place] : asked_start(pass, place);

	return handed_on(pass, before) == start;
}

/* The place itself when it is visible, what drives it when it is passed; or NOBODY. */
static size_t visible_at(const struct pass *pass, size_t place)
{
	const struct activity *activity = &pass->network->activities[place];

	if (is_passed(activity))
		return pass->driver[place];
	return activity->done ? NOBODY : place;
}

static void find_drivers(struct pass *pass)
{
	const struct network *network = pass->network;

	for (size_t i = 0; i < network->n; i++) {
		size_t place = network->order[i], first = NOBODY;
		const struct activity *activity = &network->activities[place];

		for (size_t k = 0; k < activity->n_after; k++) {
			size_t before = activity->after[k], visible = visible_at(pass, before);

			if (visible < first && drives(pass, before, place))
				first = visible;
		}
		pass->driver[place] = first;
	}
}

static bool ends_last(const struct network *network, size_t place)
{
	const struct activity *activity = &network->activities[place];

	return !activity->apart && !activity->done && activity->early_finish == network->finish;
}

static void reach_back(struct pass *pass, size_t place)
{
	const struct activity *activity = &pass->network->activities[place];

	for (size_t i = 0; i < activity->n_after; i++)
		if (drives(pass, activity->after[i], place))
			pass->reaches[activity->after[i]] = true;
}

static void mark_critical(struct pass *pass)
{
	const struct network *network = pass->network;

	for (size_t i = network->n; i-- > 0;) {
		size_t place = network->order[i];
		struct activity *activity = &network->activities[place];

		pass->reaches[place] |= ends_last(network, place);
		if (pass->reaches[place] && !activity->done)
			reach_back(pass, place);
		activity->critical = is_visible(activity) &&
			(pass->reaches[place] || activity_slack(activity) < 0);
	}
}

/* What ends last; of a chain of points in time on that day the last of them. */
static size_t find_last(const struct pass *pass, struct arena *arena)
{
	const struct network *network = pass->network;
	bool *goes_on = arena_array(arena, network->n, sizeof(*goes_on));
	size_t last = NOBODY;

	for (size_t i = 0; i < network->n; i++)
		if (visible_at(pass, i) == i && ends_last(network, i) && pass->driver[i] != NOBODY)
			goes_on[pass->driver[i]] = true;
	for (size_t i = 0; i < network->n; i++)
		if (ends_last(network, i) && visible_at(pass, i) < last &&
			!goes_on[visible_at(pass, i)])
			last = visible_at(pass, i);
	return last;
}

static void find_path(const struct pass *pass, struct arena *arena)
{
	struct network *network = pass->network;
	size_t last = find_last(pass, arena), n = 0;
	size_t *path;

	for (size_t at = last; at != NOBODY; at = pass->driver[at])
		n++;
	path = arena_array(arena, n, sizeof(*path));
	network->path = path;
	network->n_path = n;
	for (size_t at = last; at != NOBODY; at = pass->driver[at])
		path[--n] = at;
}

bool network_solve(struct network *network, struct arena *arena)
{
	struct pass pass = {.network = network};

	network->order = network->path = network->cycle = NULL;
	network->n_path = network->n_cycle = 0;
	if (!put_in_order(network, arena))
		return false;
	pass.ready = arena_array(arena, network->n, sizeof(*pass.ready));
	pass_forward(&pass);
	if (network->early)
		return true;
	pass.due = arena_array(arena, network->n, sizeof(*pass.due));
	pass.driver = arena_array(arena, network->n, sizeof(*pass.driver));
	pass.reaches = arena_array(arena, network->n, sizeof(*pass.reaches));
	pass_backward(&pass);
	find_drivers(&pass);
	mark_critical(&pass);
	find_path(&pass, arena);
	return true;
}
