/* Signs that the score itself gives: where it stands, and where it goes. */
#include <math.h>

#include "card_lines.h"
#include "sign_votes.h"
#include "sign_words.h"

/* From this rank of the grades on, the third best, a partner is a poor one (R68). */
#define POOR_RANK 2

/* With a worse grade, so many points lost are enough (R19). */
#define FALL_WITH_GRADE 5.0

/* ---- falls ---- */

/* Today's score as printed, and how sure it is. */
struct today {
	double score;
	double half; /* half the width of its interval */
	size_t rank; /* of its grade */
};

static struct today read_today(const struct score *score)
{
	double low = score_round(score->range.low), high = score_round(score->range.high);

	return (struct today){score_round(score->score), (high - low) / 2,
		judge_grade_rank(score->rules, score->grade)};
}

/* Whether so many points lost are at least `points`, and more than chance explains. */
static bool is_fall(const struct today *today, double lost, double points)
{
	return lost + NOISE >= fmax(points, today->half);
}

/* Whether a score of 100 would have been such a fall: else there is no need to look back. */
static bool can_be_fall(const struct today *today, double points)
{
	return is_fall(today, 100 - today->score, points);
}

/* Whether the grade was better then. */
static bool was_better(const struct score *score, const struct score_point *then)
{
	return judge_grade_rank(score->rules, then->grade) <
		judge_grade_rank(score->rules, score->grade);
}

static void put_lost(struct sign_case *sign, double lost, int32_t since)
{
	buffer_put_fixed(&sign->text, lost, 1);
	buffer_puts(&sign->text, " points lost since ");
	date_put(&sign->text, since);
}

/* R19. With the best grade of today none can be worse, so that only the points count. */
bool sign_hidden_truth(struct sign_case *sign)
{
	const struct score *score = &sign->judgement->score;
	int32_t since = view_months_back(sign->view, 6);
	struct today today = read_today(score);
	double fall = sign->rule->fall.value, lost;
	struct score_point then;

	if (!score_graded(score) || sign_told(sign->view, since + 1) ||
		!can_be_fall(&today, today.rank ? fmin(fall, FALL_WITH_GRADE) : fall))
		return false;
	then = judge_on(sign->judgement, since);
	if (!grade_given(then.grade))
		return false;
	lost = score_round(then.score - today.score);
	if (!is_fall(&today, lost, was_better(score, &then) ? fmin(fall, FALL_WITH_GRADE) : fall))
		return false;
	put_lost(sign, lost, since);
	buffer_puts(&sign->text, ", and nobody told them");
	return true;
}

/* ---- dependence ---- */

/* Whether somebody who could take over was tried in (D − `tested`, D]. */
static bool has_tested(const struct sign_case *sign)
{
	const struct view *view = sign->view;
	int32_t before = view_back(view, sign->rule->tested.duration);

	EACH (struct exit_alternative, alternative, view->partner->exit.alternatives)
		if (alternative_exists(alternative) && view_by(view, alternative->tested) &&
			alternative->tested.date > before)
			return true;
	return false;
}

/* A poor grade or a fall within a year, with its text; R19. */
static bool put_poor_or_falling(struct sign_case *sign)
{
	const struct score *score = &sign->judgement->score;
	int32_t since = view_months_back(sign->view, 12);
	struct today today = read_today(score);
	struct score_point then;
	double lost;

	if (!score_graded(score))
		return false;
	if (today.rank >= POOR_RANK) {
		buffer_printf(&sign->text, "critical, grade %s", score->grade);
		return true;
	}
	if (!can_be_fall(&today, sign->rule->fall.value))
		return false;
	then = judge_on(sign->judgement, since);
	lost = score_round(then.score - today.score);
	if (!grade_given(then.grade) || !is_fall(&today, lost, sign->rule->fall.value))
		return false;
	buffer_puts(&sign->text, "critical, ");
	put_lost(sign, lost, since);
	return true;
}

bool sign_captive(struct sign_case *sign)
{
	const struct partner *partner = sign->view->partner;
	char tested[16];

	if (WORD_OR(partner->criticality, CRITICALITY_ROUTINE) != CRITICALITY_CRITICAL ||
		has_tested(sign) || !put_poor_or_falling(sign))
		return false;
	duration_format(sign->rule->tested.duration, tested);
	buffer_printf(&sign->text, ", nothing tested in %s", tested);
	if (HAS(partner->exit.head))
		sign_cite(sign, &exit_record_record, &partner->exit.head, DATE_NONE);
	else if (HAS(partner->contract.head))
		sign_cite(sign, &contract_record, &partner->contract.head, DATE_NONE);
	else
		sign_cite_file(sign);
	return true;
}

/* ---- the two sides ---- */

bool sign_our_side_failing(struct sign_case *sign)
{
	const struct score *mirror = sign->judgement->mirror;
	double theirs = score_round(sign->judgement->score.score), ours;

	if (!mirror || !score_graded(mirror))
		return false;
	ours = score_round(mirror->score);
	if (!(ours < sign->rule->below.value) &&
		!(score_round(theirs - ours) >= sign->rule->behind.value))
		return false;
	buffer_puts(&sign->text, "ours ");
	buffer_put_fixed(&sign->text, ours, 1);
	if (!isnan(theirs)) {
		buffer_puts(&sign->text, ", theirs ");
		buffer_put_fixed(&sign->text, theirs, 1);
	}
	return true;
}

bool sign_winding_down(struct sign_case *sign)
{
	if (sign->judgement->phase != PHASE_WINDING_DOWN)
		return false;
	buffer_put_fixed(&sign->text, -sign->judgement->slope, 1);
	buffer_puts(&sign->text, " points lost a quarter");
	return true;
}

/* ---- thin ---- */

bool sign_thin_evidence(struct sign_case *sign)
{
	const struct score *score = &sign->judgement->score;
	double width = score_round(score_round(score->range.high) - score_round(score->range.low));

	if (score->coverage < sign->rule->coverage.value) {
		buffer_puts(&sign->text, "coverage ");
		card_put_below(&sign->text, score->coverage, sign->rule->coverage.value);
	}
	if (width > sign->rule->width.value) {
		words_join(&sign->text, ", ");
		buffer_puts(&sign->text, "interval ");
		buffer_put_fixed(&sign->text, width, 1);
		buffer_puts(&sign->text, " points wide");
	}
	return sign->text.length > 0;
}
