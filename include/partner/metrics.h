/**
 * Gauges in the text format that Prometheus reads: a family of a name, a help text and a type,
 * then a line for each value. No times of their own, so that the reader's time holds.
 */
#ifndef PARTNER_METRICS_H
#define PARTNER_METRICS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"

/** The value may hold anything: marks of the format are escaped, a newline stays one, other
 * controls and what turns the order of characters around are written as utf8_put_safe does. */
struct metrics_label {
	const char *name; /**< [a-z_]+ */
	const char *value;
};

/** A file in the making: ready when all zeros but for where it goes. */
struct metrics {
	struct buffer *out;
	/** Called after each line, and may take away what is in `out`; NULL: nobody asks. */
	void (*drain)(void *context);
	void *context;           /**< of drain */
	const char *name, *help; /**< of the family */
	bool begun;              /**< its head is written */
};

/** Begins a family of gauges, each name once; its head is written before its first value, so
 * that a family without values leaves nothing. Both texts are kept, not copied. */
void metrics_family(struct metrics *metrics, const char *name, const char *help);

/** A value of the family with these labels, with so many decimals; NaN and the infinities are
 * none, and give no line. */
void metrics_real(struct metrics *metrics, const struct metrics_label *labels, size_t n,
	double value, int decimals);

/** The same of a whole number. */
void metrics_whole(
	struct metrics *metrics, const struct metrics_label *labels, size_t n, int64_t value);

#endif
