#include "desk.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>

#include <cmocka.h>

#include "found.h"

const struct place desk_nowhere = {NULL, 0};
const struct doc_style desk_plain = {.columns = 80};
const struct doc_style desk_narrow = {.columns = 40};

void desk_open(struct desk *desk)
{
	*desk = (struct desk){.doc = {.title = "Acme", .verdict = "FITS"}};
	desk->doc.arena = &desk->arena;
}

static void close_as(struct desk *desk, struct buffer *buffer, const char *expected)
{
	buffer_putc(buffer, '\0');
	assert_string_equal(buffer->data, expected);
	buffer_free(buffer);
	arena_free(&desk->arena);
}

void desk_text(struct desk *desk, const struct doc_style *style, const char *expected)
{
	struct buffer buffer = {0};

	doc_put_text(&buffer, &desk->doc, style);
	close_as(desk, &buffer, expected);
}

void desk_markdown(struct desk *desk, const char *expected)
{
	struct buffer buffer = {0};

	doc_put_markdown(&buffer, &desk->doc);
	close_as(desk, &buffer, expected);
}

void desk_html(struct desk *desk, const char *expected)
{
	struct buffer buffer = {0};

	doc_put_html(&buffer, &desk->doc);
	close_as(desk, &buffer, expected);
}

void desk_html_has(struct desk *desk, const char *piece, size_t times)
{
	struct buffer out = {0};

	doc_put_html(&out, &desk->doc);
	assert_times(&out, piece, times);
	buffer_free(&out);
}
