/**
 * One table drives everything: a record is a struct, and a row for each of its members says
 * what it is called, what kind of value it has, where it lies and what it means. Decoding,
 * validation, JSON, JSON Schema, the man pages' references and the policy's merging walk
 * these rows, so that none of them can drift from another.
 *
 * Two families of kinds. *Fields* are read from YAML: each carries its value, its place in
 * the file, and whether it is absent, sound or faulty. *Results* are plain C members of what
 * the commands compute; absence is NULL, NaN, DATE_NONE or currency 0, printed as null.
 *
 * The F_ and R_ macros name a member once; a row that lies about its type does not compile.
 */
#ifndef PARTNER_SCHEMA_H
#define PARTNER_SCHEMA_H

#include <math.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/date.h"
#include "partner/diag.h"
#include "partner/money.h"
#include "partner/result.h"

/* ---- fields: what stands in a YAML file ---- */

enum leaf_state {
	LEAF_ABSENT,
	LEAF_SOUND,
	LEAF_FAULTY, /**< written, but reported as a fault: neither present nor absent */
};

/** The beginning of every field: where it stands. Line 0 when absent. */
struct leaf {
	struct span at;
	enum leaf_state state;
};

struct text_field {
	struct leaf leaf;
	const char *text; /**< UTF-8, closed by a NUL; NULL unless sound */
	size_t length;
};

/** One of the choices of its row: `value` is the place in them. */
struct word_field {
	struct leaf leaf;
	int value;
};

struct whole_field {
	struct leaf leaf;
	int64_t value;
};

/** Numbers, and shares as fractions of 1. */
struct number_field {
	struct leaf leaf;
	double value;
};

/** A weight: `20%` or a plain number; all of one list must be written alike. */
struct weight_field {
	struct leaf leaf;
	double value; /**< 0.2 for 20%; below 0 only until the policy is checked */
	bool percent;
};

struct flag_field {
	struct leaf leaf;
	bool value;
};

struct date_field {
	struct leaf leaf;
	int32_t date;
};

struct time_field {
	struct leaf leaf;
	struct instant time;
};

struct duration_field {
	struct leaf leaf;
	struct duration duration;
};

struct money_field {
	struct leaf leaf;
	struct money money;
};

/** A price per unit, in millionths of the currency's major unit. */
struct price_field {
	struct leaf leaf;
	int64_t millionths;
	uint16_t currency;
};

/** A list of any of the above or of records; `items` is contiguous. */
struct list {
	struct leaf leaf; /**< at its key */
	void *items;
	size_t n;
	size_t written;  /**< of records: also those that could not be read */
	size_t capacity; /**< items there is room for, when others were appended */
};

/** One entry of a map from a criterion to points 1–5 in halves. */
struct score_entry {
	struct text_field criterion;
	struct number_field points;
};

/** One knot of a piecewise-linear scale. */
struct scale_knot {
	struct leaf leaf;
	double x;
	double points;
};

/** The beginning of every record of a file. */
struct head {
	struct leaf leaf; /**< at its first key */
	const char *path; /**< the file it stands in */
	bool refused;     /**< a key was unknown or refused: this is not all that was written */
	uint32_t place;   /**< 1-based in the merged list as it was written: touchpoint:#3 */
	uint32_t index;   /**< 0-based in the list of its own file, for JSON pointers */
};

/** A list whose items have the given type; EACH checks it. */
#define LIST_OF(item_type)        \
	union {                   \
		struct list list; \
		item_type *type;  \
	}

/** The items of a LIST_OF(type); does not compile for another type. */
#define LIST_ITEMS(item_type, of) \
	((const item_type *)_Generic((of).type, item_type * : (of).list.items))

/** Walks a list: EACH (struct incident, incident, partner->incidents) { … } */
#define EACH(item_type, item, of)                                            \
	for (const item_type *item = LIST_ITEMS(item_type, of),              \
			     *item##_end = item ? item + (of).list.n : NULL; \
		item != item##_end; item++)

/** Of a field or a head: it can be used; nothing was written; what was written is of no use. */
#define HAS(field) ((field).leaf.state == LEAF_SOUND)
#define ABSENT(field) ((field).leaf.state == LEAF_ABSENT)
#define FAULTY(field) ((field).leaf.state == LEAF_FAULTY)

/** Value of a word, or `otherwise` when there is none. */
#define WORD_OR(field, otherwise) (HAS(field) ? (field).value : (int)(otherwise))

/** A flag that is there, and true. */
#define IS_SET(field) (HAS(field) && (field).value)

/* ---- rows ---- */

enum field_kind {
	/* read from YAML */
	KIND_TEXT,
	KIND_PARTNER_ID,
	KIND_CURRENCY, /**< a code of ISO 4217 */
	KIND_ID,
	KIND_WORD,
	KIND_WHOLE,
	KIND_NUMBER,
	KIND_SHARE,
	KIND_WEIGHT,
	KIND_FLAG,
	KIND_DATE,
	KIND_TIME,
	KIND_DURATION,
	KIND_MONEY,
	KIND_PRICE,
	KIND_TEXTS,
	KIND_IDS,
	KIND_WORDS,
	KIND_DATES,
	KIND_SCORES,  /**< map of criterion to 1–5 */
	KIND_SCALE,   /**< list of [x, points] */
	KIND_RECORD,  /**< one record */
	KIND_RECORDS, /**< list of records */
	/* computed */
	RESULT_STRING,   /**< const char *; NULL is null */
	RESULT_CHOICE,   /**< int, an enum whose words are `choices`; CHOICE_NONE is null */
	RESULT_REAL,     /**< double, printed with `decimals`; NaN is null */
	RESULT_COUNT,    /**< int64_t */
	RESULT_LINE,     /**< int64_t, a line from 1; 0 is null */
	RESULT_TRUTH,    /**< bool */
	RESULT_DATE,     /**< int32_t; DATE_NONE is null */
	RESULT_MONEY,    /**< struct money; currency 0 is null */
	RESULT_CONSTANT, /**< no member: always the text of `constant` */
	RESULT_NULL,     /**< no member: always null */
	RESULT_OBJECT,   /**< pointer to a record; NULL is null */
	RESULT_OBJECTS,  /**< struct array of records */
	RESULT_SHARES,   /**< struct array of struct named_share: a map, by name, of reals */
	RESULT_COUNTS,   /**< struct array of int64_t */
	RESULT_REALS,    /**< struct array of double, each as RESULT_REAL */
	RESULT_STRINGS,  /**< struct array of const char * */
};

struct record;

struct field {
	const char *name;
	enum field_kind kind;
	uint8_t length; /**< of the name */
	bool required;
	size_t offset;
	const char *const *choices;  /**< of words and of strings from a fixed set */
	const struct record *record; /**< of records and objects */
	double least, most;          /**< of numbers; 0, 0: any; most NO_LIMIT: no end */
	int decimals;                /**< of RESULT_REAL, RESULT_REALS and RESULT_SHARES */
	int first;                   /**< of RESULT_CHOICE: the value of the first word */
	const char *constant;
	const char *doc; /**< one sentence, lower case, no full stop */
};

struct record {
	const char *name; /**< singular, as in references: incident */
	size_t size;
	const struct field *fields;
	size_t n;
	const char *key; /**< name of the field that is unique in a list, NULL: none */
	const char *doc;
};

#define COUNT_OF(array) (sizeof(array) / sizeof((array)[0]))

/** The place of a word among those of a table closed by NULL; CHOICE_NONE when it is not there. */
int word_place(const char *const *words, const char *word);

/** `most` of a number that has no upper end. */
#define NO_LIMIT HUGE_VAL

/** 0, but compiles only when the member has the type. */
#define MEMBER_CHECK(type, member, expected) \
	(0 * sizeof(char[_Generic(((type *)0)->member, expected : 1)]))

/** The length of a name, which has to be a literal. */
#define NAME_LENGTH(label) (sizeof("" label) - 1)

#define FIELD_AT(label, type, member, kind_, expected, ...)                              \
	{                                                                                \
		.name = (label), .length = NAME_LENGTH(label), .kind = (kind_),          \
		.offset = offsetof(type, member) + MEMBER_CHECK(type, member, expected), \
		__VA_ARGS__                                                              \
	}

#define F_TEXT(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_TEXT, struct text_field, .doc = (text))
#define F_PARTNER_ID(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_PARTNER_ID, struct text_field, .doc = (text))
#define F_CURRENCY(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_CURRENCY, struct text_field, .doc = (text))
#define F_ID(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_ID, struct text_field, .doc = (text))
#define F_WORD(label, type, member, words, text)                                        \
	FIELD_AT(label, type, member, KIND_WORD, struct word_field, .choices = (words), \
		.doc = (text))
#define F_WHOLE(label, type, member, low, high, text)                                 \
	FIELD_AT(label, type, member, KIND_WHOLE, struct whole_field, .least = (low), \
		.most = (high), .doc = (text))
#define F_NUMBER(label, type, member, low, high, text)                                  \
	FIELD_AT(label, type, member, KIND_NUMBER, struct number_field, .least = (low), \
		.most = (high), .doc = (text))
#define F_SHARE(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_SHARE, struct number_field, .doc = (text))
#define F_WEIGHT(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_WEIGHT, struct weight_field, .doc = (text))
#define F_FLAG(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_FLAG, struct flag_field, .doc = (text))
#define F_DATE(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_DATE, struct date_field, .doc = (text))
#define F_TIME(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_TIME, struct time_field, .doc = (text))
#define F_DURATION(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_DURATION, struct duration_field, .doc = (text))
#define F_MONEY(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_MONEY, struct money_field, .doc = (text))
#define F_PRICE(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_PRICE, struct price_field, .doc = (text))

#define LIST_AT(label, owner, member, kind_, item_type, ...)                                       \
	{                                                                                          \
		.name = (label), .length = NAME_LENGTH(label), .kind = (kind_),                    \
		.offset = offsetof(owner, member) + MEMBER_CHECK(owner, member.type, item_type *), \
		__VA_ARGS__                                                                        \
	}
#define F_TEXTS(label, type, member, text) \
	LIST_AT(label, type, member, KIND_TEXTS, struct text_field, .doc = (text))
#define F_IDS(label, type, member, text) \
	LIST_AT(label, type, member, KIND_IDS, struct text_field, .doc = (text))
#define F_WORDS(label, type, member, words, text)                                       \
	LIST_AT(label, type, member, KIND_WORDS, struct word_field, .choices = (words), \
		.doc = (text))
#define F_DATES(label, type, member, text) \
	LIST_AT(label, type, member, KIND_DATES, struct date_field, .doc = (text))
#define F_SCORES(label, type, member, text) \
	LIST_AT(label, type, member, KIND_SCORES, struct score_entry, .doc = (text))
#define F_SCALE(label, type, member, text) \
	LIST_AT(label, type, member, KIND_SCALE, struct scale_knot, .doc = (text))
#define F_RECORDS(label, type, member, item_type, row, text) \
	LIST_AT(label, type, member, KIND_RECORDS, item_type, .record = (row), .doc = (text))
#define F_RECORD(label, type, member, member_type, row, text) \
	FIELD_AT(label, type, member, KIND_RECORD, member_type, .record = (row), .doc = (text))

/* The same for what must be there. */
#define F_TEXT_REQUIRED(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_TEXT, struct text_field, .required = true, .doc = (text))
#define F_PARTNER_ID_REQUIRED(label, type, member, text)                                    \
	FIELD_AT(label, type, member, KIND_PARTNER_ID, struct text_field, .required = true, \
		.doc = (text))
#define F_CURRENCY_REQUIRED(label, type, member, text)                                    \
	FIELD_AT(label, type, member, KIND_CURRENCY, struct text_field, .required = true, \
		.doc = (text))
#define F_ID_REQUIRED(label, type, member, text) \
	FIELD_AT(label, type, member, KIND_ID, struct text_field, .required = true, .doc = (text))
#define F_WORD_REQUIRED(label, type, member, words, text)                             \
	FIELD_AT(label, type, member, KIND_WORD, struct word_field, .required = true, \
		.choices = (words), .doc = (text))
#define F_NUMBER_REQUIRED(label, type, member, low, high, text)                           \
	FIELD_AT(label, type, member, KIND_NUMBER, struct number_field, .required = true, \
		.least = (low), .most = (high), .doc = (text))
#define F_WEIGHT_REQUIRED(label, type, member, text)                                      \
	FIELD_AT(label, type, member, KIND_WEIGHT, struct weight_field, .required = true, \
		.doc = (text))
#define F_RECORDS_REQUIRED(label, type, member, item_type, row, text)                            \
	LIST_AT(label, type, member, KIND_RECORDS, item_type, .required = true, .record = (row), \
		.doc = (text))

/** The record of a table. */
#define RECORD(singular, type, rows, key_, text)                                                 \
	{                                                                                        \
		.name = (singular), .size = sizeof(type), .fields = (rows), .n = COUNT_OF(rows), \
		.key = (key_), .doc = (text)                                                     \
	}

/** The row with this name, NULL when there is none. */
const struct field *record_field(const struct record *record, const char *name, size_t length);

/** The field that is unique in a list, NULL when records of this table have none. */
const struct field *key_field(const struct record *record);

/** Its value in a record; NULL when it is not sound, or `key` is NULL. */
const struct text_field *key_of(const struct field *key, const struct head *head);

/** A kind in words for messages and manuals: `date`; and an example of how it is written. */
const char *kind_word(enum field_kind kind);
const char *kind_example(enum field_kind kind);

/** What a list of scalars holds: KIND_ID for KIND_IDS; of any other kind the kind itself. */
enum field_kind kind_item(enum field_kind list);

/** Whether it holds records or scalars, one after the other. */
static inline bool kind_has_items(enum field_kind kind)
{
	return kind == KIND_RECORDS || kind_item(kind) != kind;
}

/** Bytes of a field of this kind; 0 for one record, whose table knows, and for results. */
size_t kind_size(enum field_kind kind);

/** Where a member lies in a record. */
static inline const void *field_at(const void *record, const struct field *field)
{
	return (const char *)record + field->offset;
}

#endif
