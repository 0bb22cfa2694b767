/* A scorecard from the line that partner-score -j printed; the line may be anybody's. */
#include <math.h>

#include "card_lines.h"
#include "partner/read.h"

/* More than any version knows; they are looked for one by one. */
#define SIGNS_MOST 1000

/* Unknown, or from 0 to `most`. */
static bool fits(double x, double most)
{
	return isnan(x) || (x >= 0 && x <= most);
}

static bool are_named(struct array records)
{
	CARD_EACH (struct card_record, record, records)
		if (!record->ref || !record->path)
			return false;
	return true;
}

static const char *faults_of_measures(const struct card_criterion *criterion)
{
	CARD_EACH (struct card_measure, measure, criterion->measures) {
		if (!are_named(measure->records))
			return "a record without 'ref' or 'path'";
		if (!measure->measure)
			return "a measure without 'measure'";
		if (!fits(measure->points, 100) || !fits(measure->weight, 1))
			return "'points' or 'weight' of a measure out of range";
	}
	return NULL;
}

static const char *faults_of_criteria(const struct scorecard *card)
{
	CARD_EACH (struct card_criterion, criterion, card->criteria) {
		const char *fault = faults_of_measures(criterion);

		if (fault)
			return fault;
		if (!criterion->criterion)
			return "a criterion without 'criterion'";
		if (!fits(criterion->score, 100) || !fits(criterion->weight, 1))
			return "'score' or 'weight' of a criterion out of range";
	}
	return NULL;
}

static const char *faults_of_lists(const struct scorecard *card)
{
	if (card->signs.n > SIGNS_MOST)
		return "too many signs";
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
