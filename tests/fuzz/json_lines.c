/*
 * Lines of JSON from a pipe: each names a partner's file, or its fault has a reason and,
 * where it is malformed, a column.
 */
#include "fuzz.h"
#include "partner/json.h"

static void promise_string(const char *string)
{
	PROMISE(!string || utf8_valid(string, strlen(string)) == strlen(string));
}

static void promise_empty(const struct json_source *source)
{
	PROMISE(!source->type && !source->schema && !source->partner && !source->path);
	PROMISE(!source->revision && !source->line && !source->fingerprint);
	PROMISE(!source->kind && !source->side);
}

static void take_line(struct arena *arena, const char *line, size_t length)
{
	struct json_source source;
	const char *fault = NULL;
	enum json_outcome outcome = json_line_source(arena, line, length, &source, &fault);

	if (outcome == JSON_LINE_READ) {
		PROMISE(source.type && !source.column);
		promise_string(source.type);
		promise_string(source.schema);
		promise_string(source.partner);
		promise_string(source.kind);
		promise_string(source.side);
		promise_string(source.path);
		promise_string(source.revision);
		promise_string(source.fingerprint);
		return;
	}
	PROMISE(fault && *fault);
	promise_empty(&source);
	PROMISE((outcome == JSON_LINE_MALFORMED) == (source.column > 0));
	PROMISE(source.column <= length + 1);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	const char *text = (const char *)data, *end = text + size;
	struct arena arena = {0};

	while (text < end) {
		const char *newline = memchr(text, '\n', (size_t)(end - text));
		const char *next = newline ? newline + 1 : end;

		take_line(&arena, text, (size_t)(next - text));
		text = next;
	}
	arena_free(&arena);
	return 0;
}
