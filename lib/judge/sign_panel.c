/*
 * Signs about those who rate: who they are, how far their judgement can be trusted, and whether
 * the partner was told.
 */
#include <math.h>

#include "sign_votes.h"
#include "sign_words.h"

/* A text names so many raters, and counts the others. */
#define MOST_NAMED 3

/* ---- raters ---- */

static bool has_role(const struct ballot *ballot)
{
	return ballot->n && ballot->rater->person && HAS(ballot->rater->person->role);
}

bool sign_one_role_panel(struct sign_case *sign)
{
	struct ballot *ballots = ballots_open(sign);
	size_t n = 0;
	int role = 0;

	for (size_t i = 0; i < sign->view->n_raters; i++) {
		struct ballot *ballot = &ballots[i];

		if (!has_role(ballot))
			continue;
		if (n++ && ballot->rater->person->role.value != role)
			return false;
		role = ballot->rater->person->role.value;
		ballot->named = true;
	}
	if (n < 2)
		return false;
	buffer_printf(&sign->text, "%zu raters, all of role %s", n, role_words[role]);
	ballots_cite(sign);
	return true;
}

bool sign_lone_rater(struct sign_case *sign)
{
	struct ballot *ballots = ballots_open(sign);
	struct ballot *lone = NULL;

	for (size_t i = 0; i < sign->view->n_raters; i++) {
		if (!ballots[i].n)
			continue;
		if (lone)
			return false;
		lone = &ballots[i];
	}
	if (!lone)
		return false;
	lone->named = true;
	buffer_printf(&sign->text, "%s alone rated ", lone->rater->id);
	words_put_count(&sign->text, lone->n, "criterion", "criteria");
	ballots_cite(sign);
	return true;
}

/* Those for whom `is_named` holds are named, the first of them by `put`; false without any. */
static bool name_raters(struct sign_case *sign, bool (*is_named)(const struct ballot *ballot),
	void (*put)(struct sign_case *sign, const struct ballot *ballot))
{
	struct ballot *ballots = ballots_open(sign);
	size_t n = 0;

	for (size_t i = 0; i < sign->view->n_raters; i++) {
		struct ballot *ballot = &ballots[i];

		if (!ballot->n || !is_named(ballot))
			continue;
		ballot->named = true;
		if (n++ >= MOST_NAMED)
			continue;
		words_join(&sign->text, "; ");
		put(sign, ballot);
	}
	if (n > MOST_NAMED)
		buffer_printf(&sign->text, "; %zu more", n - MOST_NAMED);
	ballots_cite(sign);
	return n > 0;
}

static bool has_halo(const struct ballot *ballot)
{
	return ballot->n >= 3 && ballot->alike;
}

static void put_halo(struct sign_case *sign, const struct ballot *ballot)
{
	buffer_printf(&sign->text, "%s gave all %zu criteria ", ballot->rater->id, ballot->n);
	buffer_put_fixed(&sign->text, ballot->adjusted + ballot->rater->offset, 1);
}

bool sign_halo(struct sign_case *sign)
{
	return name_raters(sign, has_halo, put_halo);
}

static bool is_interested(const struct ballot *ballot)
{
	return ballot->rater->person && HAS(ballot->rater->person->interest);
}

static void put_score_without(struct sign_case *sign, const struct ballot *ballot)
{
	struct arena scratch = {0};
	const struct score *without;
	struct trial trial;

	trial_init(&trial, &scratch, &sign->judgement->score, sign->view);
	without = trial_without_rater(&trial, ballot->rater);
	buffer_printf(&sign->text, "without %s ", ballot->rater->id);
	if (isnan(without->score)) {
		buffer_puts(&sign->text, "no score");
	} else {
		buffer_put_fixed(&sign->text, score_round(without->score), 1);
		buffer_printf(&sign->text, ", grade %s", without->grade);
	}
	arena_free(&scratch);
}

bool sign_declared_interest(struct sign_case *sign)
{
	return name_raters(sign, is_interested, put_score_without);
}

/* ---- criteria ---- */

/* Sample standard deviation of what the raters gave. */
static bool is_split(const struct sign_case *sign, struct panel *panel)
{
	double n = (double)panel->n, sum = 0, squares = 0;

	if (panel->n < 2)
		return false;
	for (size_t i = 0; i < panel->n; i++)
		sum += panel->votes[i].adjusted;
	for (size_t i = 0; i < panel->n; i++) {
		double off = panel->votes[i].adjusted - sum / n;

		squares += off * off;
	}
	panel->worry = sqrt(squares / (n - 1));
	return panel->worry > sign->rule->sd.value + NOISE;
}

static void cite_votes(
	struct sign_case *sign, const struct panels *panels, const struct panel *panel)
{
	for (size_t i = 0; i < panel->n; i++)
		panels_cite(panels, sign, panel->votes[i].rating);
}

static void put_split(struct sign_case *sign, const struct panel *panel)
{
	double low = panel->votes[0].adjusted, high = low;

	for (size_t i = 1; i < panel->n; i++) {
		low = fmin(low, panel->votes[i].adjusted);
		high = fmax(high, panel->votes[i].adjusted);
	}
	words_join(&sign->text, "; ");
	buffer_printf(&sign->text, "%s ", panel->criterion->criterion->id.text);
	buffer_put_fixed(&sign->text, low, 1);
	buffer_puts(&sign->text, " to ");
	buffer_put_fixed(&sign->text, high, 1);
	buffer_puts(&sign->text, ", sd ");
	buffer_put_fixed(&sign->text, panel->worry, 2);
}

bool sign_raters_disagree(struct sign_case *sign)
{
	struct panels panels = panels_worrying(sign, is_split);

	for (size_t i = 0; i < panels.n; i++) {
		put_split(sign, &panels.items[i]);
		cite_votes(sign, &panels, &panels.items[i]);
	}
	return panels.n > 0;
}

/* What the records alone would make of the criterion, as printed; NaN without any measure. */
static double facts_points(const struct scored_criterion *criterion)
{
	double sum = 0, weight = 0;

	for (size_t i = 0; i < criterion->n; i++) {
		const struct scored_measure *measure = &criterion->measures[i];

		if (measure->taken.status != MEASURE_MEASURED ||
			measure->info->reads & READS_RATINGS)
			continue;
		sum += measure->weight * measure->points;
		weight += measure->weight;
	}
	return weight > 0 ? score_round(sum / weight) : NAN;
}

static bool is_far_apart(const struct sign_case *sign, struct panel *panel)
{
	double facts = facts_points(panel->criterion);

	panel->worry = score_round(fabs(score_round(panel->measure->points) - facts));
	return panel->worry > sign->rule->gap.value;
}

bool sign_perception_gap(struct sign_case *sign)
{
	struct panels panels = panels_worrying(sign, is_far_apart);

	for (size_t i = 0; i < panels.n; i++) {
		const struct panel *panel = &panels.items[i];

		words_join(&sign->text, "; ");
		buffer_printf(&sign->text, "%s panel ", panel->criterion->criterion->id.text);
		buffer_put_fixed(&sign->text, score_round(panel->measure->points), 1);
		buffer_puts(&sign->text, ", facts ");
		buffer_put_fixed(&sign->text, facts_points(panel->criterion), 1);
		cite_votes(sign, &panels, panel);
	}
	return panels.n > 0;
}

/* ---- judged harshly ---- */

/* The recent votes on a criterion. */
struct recent {
	double sum, weight;
	int32_t first_low; /* date of the earliest low one; DATE_NONE: there is none */
};

static bool is_low(const struct sign_case *sign, double points)
{
	return points < sign->rule->below.value - NOISE;
}

static bool is_recent(const struct sign_case *sign, const struct rating *rating)
{
	return rating->date.date > view_back(sign->view, sign->rule->within.duration);
}

static struct recent read_recent(const struct sign_case *sign, const struct panel *panel)
{
	struct recent recent = {0, 0, DATE_NONE};

	for (size_t i = 0; i < panel->n; i++) {
		const struct vote *vote = &panel->votes[i];
		int32_t date = vote->rating->date.date;

		if (!is_recent(sign, vote->rating))
			continue;
		recent.sum += vote->weight * vote->adjusted;
		recent.weight += vote->weight;
		if (is_low(sign, vote->adjusted) &&
			(recent.first_low == DATE_NONE || date < recent.first_low))
			recent.first_low = date;
	}
	return recent;
}

static bool has_low(const struct sign_case *sign, const struct panel *panel)
{
	for (size_t i = 0; i < panel->n; i++)
		if (is_low(sign, panel->votes[i].adjusted))
			return true;
	return false;
}

/* The lower the mean, the worse. */
static bool is_unsaid(const struct sign_case *sign, struct panel *panel)
{
	struct recent recent;

	if (!has_low(sign, panel))
		return false;
	recent = read_recent(sign, panel);
	if (recent.first_low == DATE_NONE)
		return false;
	panel->worry = -recent.sum / recent.weight;
	return is_low(sign, -panel->worry) && !sign_told(sign->view, recent.first_low);
}

static void cite_low(struct sign_case *sign, const struct panels *panels, const struct panel *panel)
{
	for (size_t i = 0; i < panel->n; i++)
		if (is_low(sign, panel->votes[i].adjusted) &&
			is_recent(sign, panel->votes[i].rating))
			panels_cite(panels, sign, panel->votes[i].rating);
}

/* Never rounded up, so that a mean below the threshold does not look as if it were there. */
static double printed_mean(double mean)
{
	return floor(100 * mean + NOISE) / 100;
}

bool sign_unsaid(struct sign_case *sign)
{
	struct panels panels = panels_worrying(sign, is_unsaid);

	for (size_t i = 0; i < panels.n; i++) {
		const struct panel *panel = &panels.items[i];

		words_join(&sign->text, ", ");
		buffer_printf(&sign->text, "%s ", panel->criterion->criterion->id.text);
		buffer_put_fixed(&sign->text, printed_mean(-panel->worry), 2);
		cite_low(sign, &panels, panel);
	}
	if (panels.n)
		buffer_puts(&sign->text, " of 5, and nobody told them");
	return panels.n > 0;
}

/* ---- all of them ---- */

/* The newest rating of the partner on record, whether it is counted or not. */
static const struct rating *newest_rating(const struct view *view)
{
	const struct rating *newest = NULL;

	EACH (struct rating, rating, view->partner->ratings)
		if (view_by(view, rating->date) && view_counts(view, &rating->head) &&
			rating_of(view, rating) == SIDE_PARTNER &&
			(!newest || rating->date.date >= newest->date.date))
			newest = rating;
	return newest;
}

bool sign_stale_ratings(struct sign_case *sign)
{
	const struct view *view = sign->view;
	const struct rating *newest = newest_rating(view);

	if (!newest || newest->date.date >= view_back(view, sign->rule->after.duration))
		return false;
	buffer_puts(&sign->text, "the newest is of ");
	date_put(&sign->text, newest->date.date);
	buffer_puts(&sign->text, ", ");
	words_put_count(&sign->text, (size_t)(view->as_of - newest->date.date), "day", "days");
	buffer_puts(&sign->text, " ago");
	sign_cite(sign, &rating_record, &newest->head, newest->date.date);
	return true;
}

bool sign_uncalibrated(struct sign_case *sign)
{
	if (sign->view->calibration || !sign->judgement->panels->n)
		return false;
	buffer_puts(&sign->text, "ratings are used as given");
	return true;
}
