/* What is wrong with a card that was read: everything that drawing it relies on is looked at. */
#include <math.h>

#include "card_read.h"

/* More than any version knows, or any policy has; they are looked for one by one. */
#define SIGNS_MOST 1000
#define BANDS_MOST 1000
#define WAYS_MOST 100

/* A slope is points a quarter, from at least a day. */
#define SLOPE_MOST 1e4

#define COUNT_MOST 1000000000
#define DAYS_MOST 1e7

/* Unknown, or from 0 to `most`. */
static bool fits(double x, double most)
{
	return isnan(x) || (x >= 0 && x <= most);
}

static bool is_known(double x, double most)
{
	return x >= 0 && x <= most;
}

/* A score needs both ends of its interval. */
static bool are_points(double score, double low, double high)
{
	return isnan(score) ? fits(low, 100) && fits(high, 100)
			    : is_known(score, 100) && is_known(low, 100) && is_known(high, 100);
}

static bool counts(int64_t n)
{
	return n >= 0 && n <= COUNT_MOST;
}

static bool counts_part(int64_t k, int64_t n)
{
	return counts(n) && k >= 0 && k <= n;
}

/* ---- the policy ---- */

static const char *fault_of_policy(const struct card_policy *policy)
{
	double before = 100;

	if (!fits(policy->exit_below, 100) || !fits(policy->talk_below, 100))
		return "'exit_below' or 'talk_below' out of range";
	if (!fits(policy->unevidenced_weight, 1))
		return "'unevidenced_weight' out of range";
	if (policy->bands.n > BANDS_MOST)
		return "too many bands";
	RESULT_EACH (struct card_band, band, policy->bands) {
		if (!band->grade || !band->grade[0] || !grade_given(band->grade))
			return "a band without 'grade'";
		if (!is_known(band->from, before))
			return "'from' of a band out of range or order";
		before = band->from;
	}
	return NULL;
}

/* ---- criteria ---- */

static const char *fault_of_records(struct array records)
{
	RESULT_EACH (struct card_record, record, records) {
		if (!record->ref || !record->path)
			return "a record without 'ref' or 'path'";
		if (!isnan(record->effect) && !is_known(fabs(record->effect), 100))
			return "'effect' of a record out of range";
	}
	return NULL;
}

static const char *fault_of_measures(const struct card_criterion *criterion)
{
	RESULT_EACH (struct card_measure, measure, criterion->measures) {
		const char *fault = fault_of_records(measure->records);

		if (fault)
			return fault;
		if (!measure->measure || measure->status == CHOICE_NONE)
			return "a measure without 'measure' or 'status'";
		if (!fits(measure->points, 100) || !is_known(measure->weight, 1))
			return "'points' or 'weight' of a measure out of range";
		if (!are_points(measure->points, measure->points_low, measure->points_high))
			return "'points_low' or 'points_high' of a measure out of range";
	}
	return NULL;
}

static const char *fault_of_criteria(const struct scorecard *card)
{
	RESULT_EACH (struct card_criterion, criterion, card->criteria) {
		const char *fault = fault_of_measures(criterion);

		if (fault)
			return fault;
		if (!criterion->criterion)
			return "a criterion without 'criterion'";
		if (!fits(criterion->score, 100) || !is_known(criterion->weight, 1))
			return "'score' or 'weight' of a criterion out of range";
		if (!are_points(criterion->score, criterion->low, criterion->high) ||
			!fits(criterion->coverage, 1))
			return "'low', 'high' or 'coverage' of a criterion out of range";
	}
	return NULL;
}

static const char *fault_of_panel(const struct scorecard *card)
{
	RESULT_EACH (struct card_vote, vote, card->panel)
		if (!vote->criterion || !vote->rater || !fits(vote->weight, 1))
			return "a vote without 'criterion' or 'rater', or with a 'weight' out of range";
	return NULL;
}

/* ---- the judgement ---- */

static bool are_strings(struct array strings)
{
	const char *const *items = strings.items;

	for (size_t i = 0; i < strings.n; i++)
		if (!items[i])
			return false;
	return true;
}

static const char *fault_of_signs(const struct scorecard *card)
{
	if (card->signs.n > SIGNS_MOST)
		return "too many signs";
	RESULT_EACH (struct card_sign, sign, card->signs) {
		if (!sign->sign || sign->level == CHOICE_NONE)
			return "a sign without 'sign' or 'level'";
		if (!sign->text || !sign->advice || !sign->source)
			return "a sign without 'text', 'advice' or 'source'";
		RESULT_EACH (struct card_reference, record, sign->records)
			if (!record->ref || !record->path)
				return "a record without 'ref' or 'path'";
	}
	return NULL;
}

static bool are_ways(struct array ways)
{
	RESULT_EACH (struct card_way, way, ways) {
		const struct card_warnings *warnings = way->warnings;

		if (way->standing == STANDING_NONE || !are_strings(way->without))
			return false;
		if (!isnan(way->points) && !is_known(fabs(way->points), 100))
			return false;
		if (warnings && (!counts(warnings->from) || !counts(warnings->to)))
			return false;
	}
	return true;
}

static const char *fault_of_change(const struct scorecard *card)
{
	const struct card_change *change = card->change;

	if (change && (change->better.n > WAYS_MOST || change->worse.n > WAYS_MOST))
		return "too many ways to another standing";
	if (change && (!are_ways(change->better) || !are_ways(change->worse)))
		return "a way to another standing without it, or with numbers out of range";
	return NULL;
}

/* Where the card has a standing, so has each of its flips. */
static const char *fault_of_flips(const struct scorecard *card, struct array flips)
{
	RESULT_EACH (struct card_flip, flip, flips) {
		if (!flip->without || !flip->grade)
			return "a flip without 'without' or 'grade'";
		if (!fits(flip->score, 100))
			return "'score' of a flip out of range";
		if ((flip->standing == STANDING_NONE) != (card->standing == STANDING_NONE))
			return "a flip without 'standing', or a standing of flips alone";
	}
	return NULL;
}

static const char *fault_of_robustness(const struct scorecard *card)
{
	const struct card_robustness *robustness = card->robustness;

	if (!robustness)
		return NULL;
	if (robustness->grades.n > BANDS_MOST)
		return "too many grades";
	RESULT_EACH (struct named_share, grade, robustness->grades)
		if (!is_known(grade->share, 1))
			return "a share of 'robustness' out of range";
	if (!is_known(robustness->least, 100) || !is_known(robustness->most, 100))
		return "'least' or 'most' out of range";
	return fault_of_flips(card, robustness->records);
}

static const char *fault_of_mirror(const struct card_mirror *mirror)
{
	if (!mirror)
		return NULL;
	if (!mirror->grade)
		return "no 'grade' of 'mirror'";
	if (!are_points(mirror->score, mirror->low, mirror->high) || !is_known(mirror->coverage, 1))
		return "numbers of 'mirror' out of range";
	return NULL;
}

static const char *fault_of_days(const struct scorecard *card)
{
	RESULT_EACH (struct card_point, point, card->trend)
		if (!point->grade || point->as_of == DATE_NONE || !fits(point->score, 100) ||
			(grade_given(point->grade) && isnan(point->score)))
			return "a point of 'trend' without 'as_of', 'grade' or 'score'";
	RESULT_EACH (struct card_date, next, card->next)
		if (!next->what || next->date == DATE_NONE)
			return "a date of 'next' without 'date' or 'what'";
	RESULT_EACH (struct card_dispute, dispute, card->disputes)
		if (!dispute->record)
			return "a dispute without 'record'";
	return are_strings(card->upheld) ? NULL : "a record of 'upheld' without a name";
}

/* ---- the facts ---- */

static const char *fault_of_conduct(const struct card_conduct *conduct)
{
	const struct card_count *const parts[] = {
		conduct->milestones, conduct->remedies, conduct->feedback};

	for (size_t i = 0; i < COUNT_OF(parts); i++)
		if (parts[i] && !counts_part(parts[i]->k, parts[i]->n))
			return "a count of 'facts.mirror' out of range";
	RESULT_EACH (struct card_severity, incidents, conduct->incidents)
		if (incidents->severity < 1 || incidents->severity > 4 ||
			!counts_part(incidents->k, incidents->n))
			return "incidents of 'facts.mirror' out of range";
	if (!counts(conduct->given) || !counts(conduct->received))
		return "exchanges of 'facts.mirror' out of range";
	RESULT_EACH (struct card_opinion, opinion, conduct->ratings)
		if (!opinion->criterion || !counts(opinion->n) ||
			!is_known(opinion->sum, 5 * (double)opinion->n))
			return "a rating of 'facts.mirror' out of range";
	return NULL;
}

static const char *fault_of_facts(const struct card_facts *facts)
{
	if (!facts)
		return NULL;
	RESULT_EACH (struct card_event, event, facts->events)
		if (event->kind == CHOICE_NONE || event->date == DATE_NONE)
			return "an event without 'kind' or 'date'";
	RESULT_EACH (struct card_life, life, facts->cost_to_end_of_life)
		if (!life->currency)
			return "a cost to the end of life without 'currency'";
	if (!counts(facts->critical_functions) ||
		(!isnan(facts->days_left) && !is_known(fabs(facts->days_left), DAYS_MOST)))
		return "'critical_functions' or 'days_left' out of range";
	return facts->mirror ? fault_of_conduct(facts->mirror) : NULL;
}

/* ---- all ---- */

static const char *fault_of_names(const struct scorecard *card)
{
	if (!card->partner)
		return "no 'partner'";
	if (!card->grade)
		return "no 'grade'";
	if (card->as_of == DATE_NONE)
		return "no 'as_of'";
	if (!card->source || !card->source->path)
		return "no 'source.path'";
	if (!card->policy || !card->calibration)
		return "no 'policy' or no 'calibration'";
	if (card->side == CHOICE_NONE)
		return "no 'side'";
	return NULL;
}

static const char *fault_of_score(const struct scorecard *card)
{
	if (!fits(card->score, 100) || !is_known(card->coverage, 1))
		return "'score' or 'coverage' out of range";
	if (!are_points(card->score, card->low, card->high))
		return "'low' or 'high' out of range";
	if (!are_points(card->score, card->floor, card->ceiling))
		return "'floor' or 'ceiling' out of range";
	if (isnan(card->score) && grade_given(card->grade))
		return "a 'grade' without 'score'";
	if (!fits(card->tolerance, 1) || !(isnan(card->slope) || fabs(card->slope) <= SLOPE_MOST))
		return "'tolerance' or 'slope' out of range";
	return NULL;
}

static const char *fault_of_judgement(const struct scorecard *card)
{
	const char *fault = fault_of_signs(card);

	if (!fault)
		fault = fault_of_change(card);
	if (!fault)
		fault = fault_of_flips(card, card->flips);
	if (!fault)
		fault = fault_of_robustness(card);
	if (!fault)
		fault = fault_of_mirror(card->mirror);
	return fault ? fault : fault_of_days(card);
}

const char *card_fault(const struct scorecard *card)
{
	const char *fault = fault_of_names(card);

	if (!fault)
		fault = fault_of_policy(card->policy);
	if (!fault)
		fault = fault_of_score(card);
	if (!fault)
		fault = fault_of_criteria(card);
	if (!fault)
		fault = fault_of_panel(card);
	if (!fault)
		fault = fault_of_judgement(card);
	return fault ? fault : fault_of_facts(card->facts);
}
