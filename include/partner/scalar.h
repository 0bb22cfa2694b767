/**
 * What all scalar readers share: the verdict on a text, and the plain numbers.
 *
 * Every `*_parse` takes `length` bytes (not NUL-terminated), sets its result only when the
 * text is good, and otherwise says in `*hint` (a static string) what to write instead. Texts
 * are taken exactly: no surrounding space, no locale.
 */
#ifndef PARTNER_SCALAR_H
#define PARTNER_SCALAR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum scalar_verdict {
	SCALAR_OK,
	SCALAR_INVALID, /**< not of this kind */
	SCALAR_RANGE,   /**< of this kind, but outside what it can be */
};

/** `12`, `-3`: decimal digits, no octal (`012` is refused), no sign but minus. */
enum scalar_verdict whole_parse(const char *text, size_t length, int64_t *value, const char **hint);

/**
 * `0.85`, `-12`: decimal point with digits on both sides, no exponent, no NaN, no infinity;
 * magnitude below 1e15. The nearest double (decimals after the 40th are not read), never -0.
 */
enum scalar_verdict number_parse(const char *text, size_t length, double *value, const char **hint);

/** `85%` or `0.85` as a fraction, both the same double; 0 to 1, else SCALAR_RANGE. */
enum scalar_verdict share_parse(const char *text, size_t length, double *value, const char **hint);

/** `true` or `false`; the hint for yes, no, on, off says which to write. */
enum scalar_verdict flag_parse(const char *text, size_t length, bool *value, const char **hint);

/** A partner id: `[a-z0-9][a-z0-9._-]*`. */
enum scalar_verdict partner_id_check(const char *text, size_t length, const char **hint);

/** An id of a record or a person: `[A-Za-z0-9][A-Za-z0-9._-]*`. */
enum scalar_verdict record_id_check(const char *text, size_t length, const char **hint);

#endif
