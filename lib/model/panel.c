/* What people judged, what they hold to be wrong, and what is to be kept quiet. */
#include "partner/partner.h"

#include "tables.h"

static const struct field rating_fields[] = {
	F_DATE("date", struct rating, date, "day of the rating"),
	F_ID("by", struct rating, by, "id of the person who rates"),
	F_WORD("of", struct rating, of, side_words, "who is rated; partner when it is not said"),
	F_SCORES("scores", struct rating, scores,
		"criterion: points, from 1 (poor) to 5 (excellent), halves allowed"),
	F_TEXTS("evidence", struct rating, evidence,
		"what it rests on: goal:ID, milestone:ID, incident:ID, a URL or a path"),
	F_TEXT("note", struct rating, note, "anything else worth knowing about the rating"),
};
const struct record rating_record =
	RECORD("rating", struct rating, rating_fields, NULL, "what one person judged on one day");

static const struct field dispute_fields[] = {
	F_TEXT("record", struct dispute, record,
		"what is disputed, such as incident:INC-7 or rating:#2"),
	F_WORD("by", struct dispute, by, side_words, "who disputes it"),
	F_DATE("on", struct dispute, on, "day on which it was disputed"),
	F_TEXT("reason", struct dispute, reason, "why it is held to be wrong"),
	F_DATE("settled", struct dispute, settled, "day on which the dispute was settled"),
	F_FLAG("upheld", struct dispute, upheld,
		"true when the dispute was right; the record then counts nowhere"),
	F_TEXT("note", struct dispute, note, "anything else worth knowing about the dispute"),
};
const struct record dispute_record = RECORD(
	"dispute", struct dispute, dispute_fields, NULL, "a record that a side holds to be wrong");

static const struct field exception_fields[] = {
	F_ID("mute", struct exception, mute, "name of the warning sign or rule to keep quiet"),
	F_TEXT("reason", struct exception, reason, "why it may wait"),
	F_TEXT("by", struct exception, by, "who decided so"),
	F_DATE("until", struct exception, until, "last day on which it is kept quiet"),
	F_TEXT("note", struct exception, note, "anything else worth knowing about the exception"),
};
const struct record exception_record = RECORD("exception", struct exception, exception_fields, NULL,
	"a finding to keep quiet about until a day");

bool exception_complete(const struct exception *exception)
{
	return HAS(exception->mute) && HAS(exception->reason) && HAS(exception->by) &&
		HAS(exception->until);
}
