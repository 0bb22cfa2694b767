/**
 * Results: what the commands compute, told by rows of a table as fields of a file are. Part of
 * schema.h, which has the kinds and FIELD_AT.
 */
#ifndef PARTNER_RESULT_H
#define PARTNER_RESULT_H

#include <stddef.h>

/** Items of a result; NULL items print as null, no items as []. */
struct array {
	const void *items;
	size_t n;
};

/** Walks over the items: RESULT_EACH (struct card_sign, sign, card->signs) { … } */
#define RESULT_EACH(type, item, list)                                                          \
	for (const type *item = (list).items, *item##_end = (list).n ? item + (list).n : item; \
		item != item##_end; item++)

/** A share of something, or any other number, by its name. */
struct named_share {
	const char *name;
	double share; /**< NaN is null */
};

/** No value of an enum that a result holds. */
#define CHOICE_NONE (-1)

#define R_STRING(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_STRING, const char *, .doc = (text))
#define R_WORD(label, type, member, words, text)                                       \
	FIELD_AT(label, type, member, RESULT_STRING, const char *, .choices = (words), \
		.doc = (text))
#define R_CHOICE(label, type, member, words, text) \
	FIELD_AT(label, type, member, RESULT_CHOICE, int, .choices = (words), .doc = (text))
/** The same of an enum whose values below `least` do not occur. */
#define R_CHOICE_FROM(label, type, member, least_, words, text)              \
	FIELD_AT(label, type, member, RESULT_CHOICE, int, .first = (least_), \
		.choices = (words) + (least_), .doc = (text))
#define R_REAL(label, type, member, places, text) \
	FIELD_AT(label, type, member, RESULT_REAL, double, .decimals = (places), .doc = (text))
#define R_COUNT(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_COUNT, int64_t, .doc = (text))
#define R_LINE(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_LINE, int64_t, .doc = (text))
#define R_TRUTH(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_TRUTH, bool, .doc = (text))
#define R_DATE(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_DATE, int32_t, .doc = (text))
#define R_MONEY(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_MONEY, struct money, .doc = (text))
#define R_OBJECT(label, type, member, member_type, row, text)                              \
	FIELD_AT(label, type, member, RESULT_OBJECT, const member_type *, .record = (row), \
		.doc = (text))
#define R_OBJECTS(label, type, member, row, text) \
	FIELD_AT(label, type, member, RESULT_OBJECTS, struct array, .record = (row), .doc = (text))
#define R_SHARES(label, type, member, places, text)                                      \
	FIELD_AT(label, type, member, RESULT_SHARES, struct array, .decimals = (places), \
		.doc = (text))
#define R_COUNTS(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_COUNTS, struct array, .doc = (text))
#define R_REALS(label, type, member, places, text)                                      \
	FIELD_AT(label, type, member, RESULT_REALS, struct array, .decimals = (places), \
		.doc = (text))
#define R_STRINGS(label, type, member, text) \
	FIELD_AT(label, type, member, RESULT_STRINGS, struct array, .doc = (text))
#define R_CONSTANT(label, value, text)                                                  \
	{                                                                               \
		.name = (label), .length = NAME_LENGTH(label), .kind = RESULT_CONSTANT, \
		.constant = (value), .doc = (text)                                      \
	}
#define R_NULL(label, text)                                                                       \
	{                                                                                         \
		.name = (label), .length = NAME_LENGTH(label), .kind = RESULT_NULL, .doc = (text) \
	}

#endif
