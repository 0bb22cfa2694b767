/**
 * JSON read as a whole: a document in memory, and its values one by one. Nothing is copied; all
 * of it lives until the document is closed. What is missing (NULL) is null.
 */
#ifndef PARTNER_JSON_VALUE_H
#define PARTNER_JSON_VALUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** A value; that of a whole document is its top. */
struct json_value;

enum json_kind {
	JSON_KIND_NULL,
	JSON_KIND_TRUTH,
	JSON_KIND_WHOLE, /**< a number without point and exponent, which fits an int64_t */
	JSON_KIND_REAL,  /**< another number; always finite */
	JSON_KIND_STRING,
	JSON_KIND_ARRAY,
	JSON_KIND_OBJECT,
};

/** Why a text is no JSON. */
struct json_fault {
	const char *message; /**< static */
	unsigned column;     /**< from 1, in code points */
};

/**
 * Makes a lack of memory while JSON is read end the process, by arena_exhausted(): the JSON
 * library takes it for a fault of the text, or goes on without a character. Called once by a
 * program, before it reads any and starts threads.
 */
void json_prepare(void);

/**
 * Reads a text, which may have a newline at its end. NULL with the fault unless it is one object
 * or array in UTF-8, of at most 2048 levels, without a key twice in an object and without NUL.
 */
struct json_value *json_open(const char *text, size_t length, struct json_fault *fault);

/** Gives back the document; NULL is allowed. */
void json_close(struct json_value *top);

enum json_kind json_kind(const struct json_value *value);

/** Of a string: closed by a NUL, none within. */
const char *json_text(const struct json_value *value);

/** Of a string its bytes, of an array its items, of an object its members; else 0. */
size_t json_size(const struct json_value *value);

/** Of either number. */
double json_number(const struct json_value *value);

int64_t json_whole(const struct json_value *value);

bool json_truth(const struct json_value *value);

/** The item of an array, `i` below its size. */
const struct json_value *json_item(const struct json_value *array, size_t i);

/** The member of an object, NULL without one. */
const struct json_value *json_member(const struct json_value *object, const char *name);

/** A member while an object is walked over. Ready when all zeros. */
struct json_step {
	const char *name;
	size_t length; /**< of the name */
	const struct json_value *value;
	void *at;
};

/** Goes on to the next member, in the order of the text; false at the end. */
bool json_step(const struct json_value *object, struct json_step *step);

#endif
