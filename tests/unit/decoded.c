#include "decoded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "partner/decode.h"

static void fail_on_faults(const struct diag_list *faults)
{
	struct buffer lines = {0};

	for (size_t i = 0; i < faults->n; i++)
		diag_put_line(&lines, &faults->items[i]);
	buffer_putc(&lines, '\0');
	if (faults->n)
		fail_msg("%s", lines.data);
	buffer_free(&lines);
}

void *decoded(struct arena *arena, const struct record *record, const char *text)
{
	struct diag_list faults = {.arena = arena};
	struct decoder decoder = {.arena = arena, .faults = &faults, .path = "test.yaml"};
	struct yaml_stream *stream = yaml_open(arena, decoder.path, text, strlen(text), &faults);
	void *object = arena_alloc(arena, record->size);
	const struct yaml_node *root = NULL;
	enum yaml_outcome outcome = yaml_next(stream, &root);

	if (outcome == YAML_DOCUMENT)
		decode_record(&decoder, record, root, object);
	yaml_close(stream);
	fail_on_faults(&faults);
	assert_int_equal(outcome, YAML_DOCUMENT);
	return object;
}
