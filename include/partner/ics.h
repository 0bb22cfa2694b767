/**
 * Calendars (RFC 5545) of whole days, as every calendar program reads them: lines end in CR LF
 * and are folded at 75 octets, never within a character. Nothing depends on a clock, so that
 * equal events give equal bytes.
 */
#ifndef PARTNER_ICS_H
#define PARTNER_ICS_H

#include <stdint.h>

#include "partner/buffer.h"

/**
 * Texts may hold anything: marks of the format are escaped, a newline stays one, other controls
 * and what turns the order of characters around are written as utf8_put_safe does.
 */
struct ics_event {
	const char *uid;         /**< unique in the world, the same in every edition */
	int32_t stamp;           /**< the day as of which it was made; its midnight, UTC */
	int32_t start, end;      /**< both counted */
	const char *summary;     /**< one line */
	const char *description; /**< NULL: none */
};

/** Begins a calendar made by this program: VCALENDAR with its PRODID. */
void ics_begin(struct buffer *out, const char *program);

/** Appends an event that leaves the days free for others. */
void ics_put_event(struct buffer *out, const struct ics_event *event);

void ics_end(struct buffer *out);

#endif
