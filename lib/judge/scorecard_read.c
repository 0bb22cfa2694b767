/* A scorecard from the line that partner-score -j printed; the line may be anybody's. */
#include "card_lines.h"
#include "partner/read.h"

/* Names that the members of its lists cannot do without: the first that lacks, or NULL. */
static const char *lacks_in_measures(const struct card_criterion *criterion)
{
	CARD_EACH (struct card_measure, measure, criterion->measures) {
		if (!measure->measure)
			return "no 'measure' of a measure";
		CARD_EACH (struct card_record, record, measure->records)
			if (!record->ref)
				return "no 'ref' of a record";
	}
	return NULL;
}

static const char *lacks_in_criteria(const struct scorecard *card)
{
	CARD_EACH (struct card_criterion, criterion, card->criteria) {
		const char *lack = lacks_in_measures(criterion);

		if (!criterion->criterion)
			return "no 'criterion' of a criterion";
		if (lack)
			return lack;
	}
	return NULL;
}

static const char *lacks_in_lists(const struct scorecard *card)
{
	CARD_EACH (struct card_sign, sign, card->signs)
		if (!sign->sign)
			return "no 'sign' of a sign";
	CARD_EACH (struct card_dispute, dispute, card->disputes)
		if (!dispute->record)
			return "no 'record' of a dispute";
	return lacks_in_criteria(card);
}

static const char *lacks(const struct scorecard *card)
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
	return lacks_in_lists(card);
}

const struct scorecard *scorecard_read(
	struct arena *arena, const char *line, size_t length, struct read_fault *fault)
{
	struct scorecard *card = ARENA_NEW(arena, struct scorecard);

	if (!read_json_record(arena, &scorecard_record, line, length, card, fault))
		return NULL;
	*fault = (struct read_fault){.message = lacks(card)};
	if (fault->message)
		return NULL;
	card->ended = DATE_NONE;
	card->graded = grade_given(card->grade);
	return card;
}
