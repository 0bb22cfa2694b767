#include "files_from.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#define READ_AT_ONCE ((size_t)64 << 10)

static bool read_all(int fd, struct buffer *text)
{
	for (;;) {
		ssize_t got = read(fd, buffer_reserve(text, READ_AT_ONCE), READ_AT_ONCE);

		if (got < 0 && errno == EINTR)
			continue;
		if (got <= 0)
			return got == 0;
		text->length += (size_t)got;
	}
}

bool file_read(const char *path, struct buffer *text)
{
	int fd = strcmp(path, "-") == 0 ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC);
	bool done;
	int error;

	if (fd < 0)
		return false;
	done = read_all(fd, text);
	error = errno;
	if (fd != STDIN_FILENO)
		close(fd);
	errno = error;
	return done;
}

static size_t count_bytes(const char *text, size_t length, char byte)
{
	size_t n = 0;

	for (size_t i = 0; i < length; i++)
		n += text[i] == byte;
	return n;
}

static void append(
	const char *text, size_t length, char end, struct arena *arena, struct operands *operands)
{
	size_t most = operands->n + count_bytes(text, length, end) + 1;
	char **items = arena_array(arena, most, sizeof(*items));

	if (operands->n)
		memcpy(items, operands->items, operands->n * sizeof(*items));
	operands->items = items;
	for (size_t at = 0; at < length;) {
		const char *stop = memchr(text + at, end, length - at);
		size_t size = stop ? (size_t)(stop - text) - at : length - at;

		if (size)
			items[operands->n++] = arena_copy(arena, text + at, size);
		at += size + 1;
	}
}

bool files_from(const char *path, bool zero, struct arena *arena, struct operands *operands)
{
	struct buffer text = {0};
	bool done = file_read(path, &text);
	int error = errno;

	if (done && !zero && count_bytes(text.data, text.length, '\0') > 0) {
		done = false;
		error = EILSEQ;
	}
	if (done)
		append(text.data, text.length, zero ? '\0' : '\n', arena, operands);
	buffer_free(&text);
	errno = error;
	return done;
}
