/* Signs of what is wanted: goals that are one-sided, easy, secret, forgotten or too soon. */
#include "sign_words.h"

/* Until then a partnership earns no money. */
#define FIRST_MONTHS 12
/* So many moves of one milestone are too many. */
#define MANY_MOVES 2

static void add_goal(
	struct sign_case *sign, struct findings *found, const struct goal *goal, int64_t rank)
{
	findings_add(sign, found,
		(struct finding){.record = &goal_record,
			.head = &goal->head,
			.date = goal_start(sign->view, goal),
			.rank = rank});
}

/* `both active goals are`. */
static void put_all(struct buffer *buffer, size_t n)
{
	if (n == 1)
		buffer_puts(buffer, "the only active goal is");
	else if (n == 2)
		buffer_puts(buffer, "both active goals are");
	else
		buffer_printf(buffer, "all %zu active goals are", n);
}

/* `goal:G-1 not shared for 40 days, and 2 others`; the rank of each is since when it waits. */
static void put_waiting(struct sign_case *sign, const struct findings *found, const char *what)
{
	const struct finding *worst = &found->items[0];
	struct buffer *text = &sign->text;

	buffer_printf(
		text, "%s %s", record_reference(sign->arena, worst->record, worst->head), what);
	if (worst->rank != DATE_NONE) {
		buffer_puts(text, " for ");
		words_put_count(text, (size_t)(sign->view->as_of - worst->rank), "day", "days");
	}
	if (found->n > 1) {
		buffer_puts(text, ", and ");
		words_put_count(text, found->n - 1, "other", "others");
	}
}

bool sign_one_sided_goals(struct sign_case *sign)
{
	struct findings found = {0};
	int served = FOR_BOTH;

	EACH (struct goal, goal, sign->view->partner->goals) {
		int whom = WORD_OR(goal->for_whom, FOR_BOTH);

		if (!goal_active_now(sign->view, goal))
			continue;
		if (whom == FOR_BOTH || (found.n && whom != served))
			return false;
		served = whom;
		add_goal(sign, &found, goal, 0);
	}
	if (found.n < 2)
		return false;
	findings_cite(sign, &found);
	put_all(&sign->text, found.n);
	buffer_puts(&sign->text, served == FOR_US ? " for us" : " for them");
	return true;
}

bool sign_leads_only(struct sign_case *sign)
{
	struct findings found = {0};

	EACH (struct goal, goal, sign->view->partner->goals) {
		int kind = WORD_OR(goal->kind, GOAL_OUTCOME);

		if (!goal_active_now(sign->view, goal))
			continue;
		if (kind != GOAL_LEADS && kind != GOAL_REVENUE && kind != GOAL_SALES)
			return false;
		add_goal(sign, &found, goal, 0);
	}
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	put_all(&sign->text, found.n);
	buffer_puts(&sign->text, " about leads, revenue or sales");
	return true;
}

bool sign_goals_stale(struct sign_case *sign)
{
	const struct view *view = sign->view;
	int32_t recent = view_back(view, sign->rule->after.duration);
	struct findings found = {0};

	EACH (struct goal, goal, view->partner->goals) {
		int32_t start = goal_start(view, goal), reviewed = goal_reviewed(view, goal);

		if (goal_active_now(view, goal) && start <= recent && reviewed < recent)
			add_goal(sign, &found, goal, reviewed == DATE_NONE ? start : reviewed);
	}
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	put_waiting(sign, &found, "not revisited");
	return true;
}

bool sign_secret_goals(struct sign_case *sign)
{
	const struct view *view = sign->view;
	int32_t recent = view_back(view, sign->rule->after.duration);
	struct findings found = {0};

	EACH (struct goal, goal, view->partner->goals) {
		int32_t start = goal_start(view, goal);

		if (goal_active_now(view, goal) && start <= recent && !view_by(view, goal->shared))
			add_goal(sign, &found, goal, start);
	}
	if (!found.n)
		return false;
	findings_cite(sign, &found);
	put_waiting(sign, &found, "not shared");
	return true;
}

/* ---- too comfortable ---- */

/* Milestones: whether there are any, and none of theirs is due by `until`. */
static bool rests_on_milestones(const struct view *view, int32_t until, bool *any)
{
	EACH (struct milestone, milestone, view->partner->milestones) {
		int32_t due = milestone_current_due(view, milestone);

		*any |= milestone_exists(view, milestone);
		if (milestone_by(view, milestone) == view->side &&
			milestone_open(view, milestone) && due > view->as_of && due <= until)
			return false;
	}
	return true;
}

/* Goals: none stretches, and none that serves us is due by `until`. */
static bool rests_on_goals(struct sign_case *sign, int32_t until, struct findings *found)
{
	const struct view *view = sign->view;

	EACH (struct goal, goal, view->partner->goals) {
		if (!goal_active_now(view, goal))
			continue;
		if (IS_SET(goal->stretch))
			return false;
		if (WORD_OR(goal->for_whom, FOR_BOTH) != FOR_PARTNER && HAS(goal->due) &&
			goal->due.date > view->as_of && goal->due.date <= until)
			return false;
		add_goal(sign, found, goal, 0);
	}
	return true;
}

bool sign_too_comfortable(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct score *score = &sign->judgement->score;
	int32_t until = date_add(view->as_of, sign->rule->ahead.duration, &view->calendar);
	struct findings found = {0};
	bool any = false;

	if (!score_graded(score) || judge_grade_rank(score->rules, score->grade) > 1 ||
		!rests_on_goals(sign, until, &found) || !rests_on_milestones(view, until, &any) ||
		!(any || found.n))
		return false;
	findings_cite(sign, &found);
	buffer_printf(&sign->text, "grade %s, no stretch goal, nothing due from them until ",
		score->grade);
	date_put(&sign->text, until);
	return true;
}

/* ---- unrealistic timeline ---- */

/* Money expected from a partnership that has hardly begun. */
static size_t add_early_goals(struct sign_case *sign, struct findings *found)
{
	const struct view *view = sign->view;
	int32_t since = view_since(view);
	size_t before = found->n;

	if (since == DATE_NONE)
		return 0;
	EACH (struct goal, goal, view->partner->goals) {
		int kind = WORD_OR(goal->kind, GOAL_OUTCOME);

		if ((kind == GOAL_REVENUE || kind == GOAL_LEADS) && HAS(goal->due) &&
			goal->due.date < date_add_months(since, FIRST_MONTHS) &&
			goal_active_now(view, goal))
			add_goal(sign, found, goal, INT64_MIN);
	}
	return found->n - before;
}

static int64_t count_moves(const struct view *view, const struct milestone *milestone)
{
	int64_t n = 0;

	EACH (struct move, move, milestone->moved)
		n += view_by(view, move->on);
	return n;
}

/* Still to come, or hardly over. */
static bool is_present(const struct view *view, const struct milestone *milestone)
{
	return milestone_open(view, milestone) ||
		(milestone_exists(view, milestone) && view_by(view, milestone->delivered) &&
			view_in_window(view, milestone->delivered.date));
}

/* What was moved again and again, by either side; `*most` is how often the worst was. */
static size_t add_moved(struct sign_case *sign, struct findings *found, int64_t *most)
{
	const struct view *view = sign->view;
	size_t before = found->n;

	EACH (struct milestone, milestone, view->partner->milestones) {
		int64_t moves = count_moves(view, milestone);

		if (moves < MANY_MOVES || !is_present(view, milestone))
			continue;
		*most = moves > *most ? moves : *most;
		findings_add(sign, found,
			(struct finding){.record = &milestone_record,
				.head = &milestone->head,
				.date = milestone_current_due(view, milestone),
				.rank = -moves});
	}
	return found->n - before;
}

bool sign_unrealistic_timeline(struct sign_case *sign)
{
	struct buffer *text = &sign->text;
	struct findings found = {0};
	int64_t most = 0;
	size_t early = add_early_goals(sign, &found), moved = add_moved(sign, &found, &most);

	if (!found.n)
		return false;
	findings_cite(sign, &found);
	if (early) {
		words_put_count(text, early, "goal", "goals");
		buffer_printf(
			text, " of revenue or leads due in the first %d months", FIRST_MONTHS);
	}
	if (moved) {
		words_join(text, ", ");
		words_put_count(text, moved, "milestone", "milestones");
		buffer_printf(
			text, " moved %s%lld times", moved > 1 ? "up to " : "", (long long)most);
	}
	return true;
}
