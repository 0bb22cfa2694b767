#include "probe.h"

static const char *const colours[] = {"red", "green", "blue", NULL};

static const struct field inner_fields[] = {
	F_ID("id", struct inner, id, "name of the inner record"),
	F_WHOLE("size", struct inner, size, 1, 9, "how large it is"),
};
static const struct record inner_record =
	RECORD("inner", struct inner, inner_fields, "id", "a record within a record");

static const struct field probe_fields[] = {
	F_TEXT("text", struct probe, text, "any text"),
	F_PARTNER_ID("partner_id", struct probe, partner_id, "an id of a partner"),
	F_ID("id", struct probe, id, "an id of a record"),
	F_WORD("word", struct probe, word, colours, "one of the colours"),
	F_WHOLE("whole", struct probe, whole, 1, 4, "a number from 1 to 4"),
	F_NUMBER("number", struct probe, number, 0, 0, "any number"),
	F_NUMBER("atleast", struct probe, atleast, 0, NO_LIMIT, "a number that is not negative"),
	F_SHARE("share", struct probe, share, "a share"),
	F_WEIGHT("weight", struct probe, weight, "a weight"),
	F_FLAG("flag", struct probe, flag, "yes or no"),
	F_DATE("date", struct probe, date, "a day"),
	F_TIME("time", struct probe, time, "a point in time"),
	F_DURATION("duration", struct probe, duration, "a span of time"),
	F_MONEY("money", struct probe, money, "an amount"),
	F_PRICE("price", struct probe, price, "a price for each"),
	F_TEXTS("texts", struct probe, texts, "some texts"),
	F_IDS("ids", struct probe, ids, "some ids"),
	F_WORDS("words", struct probe, words, colours, "some colours"),
	F_DATES("dates", struct probe, dates, "some days"),
	F_SCORES("scores", struct probe, scores, "points by criterion"),
	F_SCALE("scale", struct probe, scale, "knots of a scale"),
	F_RECORD("one", struct probe, one, struct inner, &inner_record, "one inner record"),
	F_RECORDS("many", struct probe, many, struct inner, &inner_record, "inner records"),
};
const struct record probe_record =
	RECORD("probe", struct probe, probe_fields, NULL, "a record with every kind of field");
