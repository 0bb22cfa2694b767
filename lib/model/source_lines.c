/* Lines are cut from a buffer that is moved up and filled whenever it holds no whole one. */
#include "source_lines.h"

#include <string.h>
#include <unistd.h>

#include "source_read.h"

/* What some programs put before a text. */
static const char mark[] = {'\xEF', '\xBB', '\xBF'};

static size_t mark_length(const struct buffer *text)
{
	return text->length >= sizeof(mark) && memcmp(text->data, mark, sizeof(mark)) == 0
		? sizeof(mark)
		: 0;
}

static bool is_blank(char byte)
{
	return byte == ' ' || byte == '\t' || byte == '\r' || byte == '\n';
}

/* Where neither a mark nor a blank stands, nor what may become one. */
static size_t start_of(const struct buffer *text)
{
	size_t at = mark_length(text);

	if (text->length < sizeof(mark) && text->length &&
		memcmp(text->data, mark, text->length) == 0)
		return text->length;
	while (at < text->length && is_blank(text->data[at]))
		at++;
	return at;
}

int lines_read_start(int fd, struct buffer *text)
{
	size_t before;
	int error;

	do {
		before = text->length;
		error = read_enough(fd, text, before + 1);
	} while (!error && text->length > before && start_of(text) == text->length &&
		text->length <= YAML_MAX_SIZE);
	return error;
}

bool lines_are_in(const struct buffer *text)
{
	size_t at = start_of(text);

	return at < text->length && text->data[at] == '{';
}

void lines_begin(struct lines *lines, int fd, struct buffer *text)
{
	struct buffer empty = lines->text;

	buffer_clear(&empty);
	*lines = (struct lines){
		.open = true, .ended = fd < 0, .fd = fd, .text = *text, .at = mark_length(text)};
	*text = empty;
}

/* Reads on behind what is left. */
static void fill(struct lines *lines)
{
	struct buffer *text = &lines->text;
	size_t left = text->length - lines->at;

	if (lines->at) {
		memmove(text->data, text->data + lines->at, left);
		text->length = left;
		lines->at = 0;
	}
	lines->error = read_enough(lines->fd, text, left + 1);
	lines->ended = text->length == left;
}

static bool all_blank(const char *text, size_t length)
{
	while (length && is_blank(text[length - 1]))
		length--;
	return length == 0;
}

static void take(struct lines *lines, size_t size, const char **line, size_t *length)
{
	*line = lines->text.data + lines->at;
	*length = size;
	lines->number++;
}

enum lines_outcome lines_next(struct lines *lines, const char **line, size_t *length)
{
	for (;;) {
		size_t left = lines->text.length - lines->at;
		const char *end = memchr(lines->text.data + lines->at, '\n', left);

		if (end)
			left = (size_t)(end - lines->text.data) - lines->at;
		if (left > YAML_MAX_SIZE)
			return LINES_TOO_LONG;
		if (end || (lines->ended && left > 0)) {
			take(lines, left, line, length);
			lines->at += end ? left + 1 : left;
			if (all_blank(*line, left))
				continue;
			return LINES_LINE;
		}
		if (lines->ended)
			return LINES_END;
		fill(lines);
		if (lines->error)
			return LINES_ERROR;
	}
}

void lines_end(struct lines *lines)
{
	if (lines->open && lines->fd > STDIN_FILENO)
		close(lines->fd);
	buffer_free(&lines->text);
	*lines = (struct lines){0};
}
