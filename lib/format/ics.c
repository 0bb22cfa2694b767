/* Calendars. */
#include "partner/ics.h"

#include <string.h>

#include "partner/date.h"
#include "partner/utf8.h"

/* Octets of a line, without its end. */
#define LINE_MOST 75

/* ---- lines ---- */

/* How many octets of `text` a line takes that has room for `room`. */
static size_t fitting(const char *text, size_t length, size_t room)
{
	size_t at = 0, bytes;

	while (at < length) {
		utf8_decode(text + at, length - at, &bytes);
		if (at + bytes > room)
			break;
		at += bytes;
	}
	return at;
}

/* Ends a content line that was put together apart, folded where it is too long; frees it. */
static void put_folded(struct buffer *out, struct buffer *line)
{
	size_t room = LINE_MOST;

	for (size_t at = 0, n; at < line->length; at += n) {
		if (at)
			buffer_puts(out, "\r\n ");
		n = fitting(line->data + at, line->length - at, room);
		buffer_add(out, line->data + at, n);
		room = LINE_MOST - 1; /* the blank that goes on with the line counts */
	}
	buffer_puts(out, "\r\n");
	buffer_free(line);
}

/* Marks of the format, in text that has no controls but newlines. */
static void put_escaped(struct buffer *line, const char *text, size_t length)
{
	for (size_t i = 0; i < length; i++) {
		if (strchr("\\;,", text[i]))
			buffer_putc(line, '\\');
		buffer_putc(line, text[i]);
	}
}

static void put_text(struct buffer *out, const char *name, const char *text)
{
	struct buffer line = {0};

	buffer_printf(&line, "%s:", name);
	while (*text) {
		size_t length = strcspn(text, "\r\n");
		struct buffer safe = {0};

		utf8_put_safe(&safe, text, length);
		put_escaped(&line, safe.data, safe.length);
		buffer_free(&safe);
		text += length;
		if (!*text)
			break;
		buffer_puts(&line, "\\n");
		text += text[0] == '\r' && text[1] == '\n' ? 2 : 1;
	}
	put_folded(out, &line);
}

static void put_day(struct buffer *out, const char *name, int32_t date, const char *suffix)
{
	struct civil civil = civil_of_date(date);

	buffer_printf(
		out, "%s:%04d%02d%02d%s\r\n", name, civil.year, civil.month, civil.day, suffix);
}

/* ---- events ---- */

/* The day after the last; the last of all days has none. */
static int32_t day_after(int32_t date)
{
	return date < DATE_MAX ? date + 1 : DATE_MAX;
}

void ics_put_event(struct buffer *out, const struct ics_event *event)
{
	int32_t after = day_after(event->end);

	buffer_puts(out, "BEGIN:VEVENT\r\n");
	put_text(out, "UID", event->uid);
	put_day(out, "DTSTAMP", event->stamp, "T000000Z");
	put_day(out, "DTSTART;VALUE=DATE", event->start, "");
	if (after > event->start)
		put_day(out, "DTEND;VALUE=DATE", after, "");
	put_text(out, "SUMMARY", event->summary);
	if (event->description)
		put_text(out, "DESCRIPTION", event->description);
	buffer_puts(out, "TRANSP:TRANSPARENT\r\nEND:VEVENT\r\n");
}

void ics_begin(struct buffer *out, const char *program)
{
	struct buffer product = {0};

	buffer_printf(&product, "-//partner//%s//EN", program);
	buffer_putc(&product, '\0');
	buffer_puts(out, "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n");
	put_text(out, "PRODID", product.data);
	buffer_puts(out, "CALSCALE:GREGORIAN\r\n");
	buffer_free(&product);
}

void ics_end(struct buffer *out)
{
	buffer_puts(out, "END:VCALENDAR\r\n");
}
