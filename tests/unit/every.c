#include "every.h"

static const char *const colours[] = {"red", "green", "blue", NULL};

static const struct field every_rows[] = {
	R_CHOICE("choice", struct every, choice, colours, "choice"),
	R_COUNT("count", struct every, count, "count"),
	R_COUNTS("counts", struct every, counts, "counts"),
	R_DATE("date", struct every, date, "date"),
	R_CHOICE_FROM("later", struct every, later, 1, colours, "later"),
	R_MONEY("money", struct every, money, "money"),
	R_NULL("nothing", "always null"),
	R_OBJECT("object", struct every, object, struct every, &every_record, "itself"),
	R_OBJECTS("objects", struct every, objects, &every_record, "objects"),
	R_REAL("real", struct every, real, 1, "real"),
	R_REALS("reals", struct every, reals, 1, "reals"),
	R_SHARES("shares", struct every, shares, 3, "shares"),
	R_STRING("string", struct every, string, "string"),
	R_STRINGS("strings", struct every, strings, "strings"),
	R_TRUTH("truth", struct every, truth, "truth"),
	R_CONSTANT("type", "every", "kind of this record"),
	R_WORD("word", struct every, word, colours, "word"),
};
const struct record every_record = RECORD("every", struct every, every_rows, NULL, "one of each");
