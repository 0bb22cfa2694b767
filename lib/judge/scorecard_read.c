/* A scorecard from the line that partner-score -j printed; the line may be anybody's. */
#include <math.h>

#include "card_lines.h"
#include "partner/read.h"

/*
 * More criteria, measures of all of them, signs or disputes than this no policy and no file has;
 * what compares them with each other may take a time that is the square of it.
 */
#define ROWS_MOST 1000

/* Larger than any value of a measure, and small enough to be printed. */
#define VALUE_MOST 1e12

/* Unknown, or from 0 to `most`. */
static bool fits(double x, double most)
{
	return isnan(x) || (x >= 0 && x <= most);
}

static bool may_be_printed(double value)
{
	return !(fabs(value) > VALUE_MOST);
}

static const char *faults_of_records(const struct card_measure *measure)
{
	CARD_EACH (struct card_record, record, measure->records) {
		if (!record->ref || !record->path)
			return "a record without 'ref' or 'path'";
		if (!may_be_printed(record->value))
			return "a 'value' out of range";
	}
	return NULL;
}

static const char *faults_of_measures(const struct card_criterion *criterion)
{
	CARD_EACH (struct card_measure, measure, criterion->measures) {
		const char *fault = faults_of_records(measure);

		if (fault)
			return fault;
		if (!measure->measure)
			return "a measure without 'measure'";
		if (!fits(measure->points, 100) || !fits(measure->weight, 1))
			return "'points' or 'weight' of a measure out of range";
	}
	return NULL;
}

static const char *faults_of_criteria(const struct scorecard *card)
{
	size_t measures = 0;

	CARD_EACH (struct card_criterion, criterion, card->criteria) {
		const char *fault = faults_of_measures(criterion);

		if (fault)
			return fault;
		if (!criterion->criterion)
			return "a criterion without 'criterion'";
		if (!fits(criterion->score, 100) || !fits(criterion->weight, 1))
			return "'score' or 'weight' of a criterion out of range";
		measures += criterion->measures.n;
	}
	return measures > ROWS_MOST ? "too many measures" : NULL;
}

static const char *faults_of_lists(const struct scorecard *card)
{
	if (card->criteria.n > ROWS_MOST || card->signs.n > ROWS_MOST ||
		card->disputes.n > ROWS_MOST)
		return "too many criteria, signs or disputes";
	CARD_EACH (struct card_sign, sign, card->signs)
		if (!sign->sign || sign->level == CHOICE_NONE)
			return "a sign without 'sign' or 'level'";
	CARD_EACH (struct card_dispute, dispute, card->disputes)
		if (!dispute->record)
			return "a dispute without 'record'";
	return faults_of_criteria(card);
}

/* What a scorecard cannot be without, and no other value can stand for; NULL: nothing. */
static const char *fault_of(const struct scorecard *card)
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
	if (!fits(card->score, 100) || !fits(card->coverage, 1) || isnan(card->coverage))
		return "'score' or 'coverage' out of range";
	return faults_of_lists(card);
}

const struct scorecard *scorecard_read(
	struct arena *arena, const char *line, size_t length, struct read_fault *fault)
{
	struct scorecard *card = ARENA_NEW(arena, struct scorecard);

	if (!read_json_record(arena, &scorecard_record, line, length, card, fault))
		return NULL;
	*fault = (struct read_fault){.message = fault_of(card)};
	if (fault->message)
		return NULL;
	card->ended = DATE_NONE;
	card->graded = grade_given(card->grade);
	return card;
}
