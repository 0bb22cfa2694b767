/* A scorecard from the line that partner-score -j printed. */
#include "partner/read.h"

#include "card_read.h"

const struct scorecard *scorecard_read(
	struct arena *arena, const char *line, size_t length, struct read_fault *fault)
{
	struct scorecard *card = ARENA_NEW(arena, struct scorecard);

	if (!read_json_record(arena, &scorecard_record, line, length, card, fault))
		return NULL;
	*fault = (struct read_fault){.message = card_fault(card)};
	if (fault->message)
		return NULL;
	card_complete(card, arena);
	return card;
}
