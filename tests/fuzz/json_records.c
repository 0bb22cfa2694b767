/*
 * Lines of JSON that are read back as the records of commands: what is read is written as a line
 * that is read again and written as the same one; what is not has a reason. What is a scorecard
 * is reported on.
 */
#include "partner/calibrate.h"
#include "partner/read.h"
#include "report.h"

static const struct record *const records[] = {
	&scorecard_record, &calibration_result_record, &diagnostic_record, &error_record};

static bool read_record(struct arena *arena, const struct record *record, const char *line,
	size_t length, void **object)
{
	struct read_fault fault = {0};
	struct buffer message = {0};
	bool done;

	*object = arena_alloc(arena, record->size);
	done = read_json_record(arena, record, line, length, *object, &fault);
	PROMISE(done == !fault.message);
	PROMISE(!done || !fault.column);
	PROMISE(fault.column <= length + 1);
	if (!done) {
		buffer_puts(&message, fault.message);
		PROMISE(message.length > 0);
		promise_harmless(&message);
	}
	buffer_free(&message);
	return done;
}

static void take_record(
	struct arena *arena, const struct record *record, const char *line, size_t length)
{
	struct buffer once = {0}, twice = {0};
	void *object;

	if (!read_record(arena, record, line, length, &object))
		return;
	write_json_line(&once, record, object);
	promise_harmless(&once);
	PROMISE(read_record(arena, record, once.data, once.length, &object));
	write_json_line(&twice, record, object);
	PROMISE(once.length == twice.length && !memcmp(once.data, twice.data, once.length));
	buffer_free(&once);
	buffer_free(&twice);
}

/* Whether it is a scorecard. */
static bool take_line(const char *line, size_t length)
{
	for (size_t i = 0; i < COUNT_OF(records); i++) {
		struct arena arena = {0};

		take_record(&arena, records[i], line, length);
		arena_free(&arena);
	}
	return take_card(line, length);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *end = text + size;
	bool cards = false;

	while (text < end) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		const char *next = newline ? newline + 1 : end;

		cards |= take_line(text, (size_t)(next - text));
		text = next;
	}
	if (cards)
		promise_report((const char *)data, size);
	return 0;
}
