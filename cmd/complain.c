#include "complain.h"

#include <errno.h>
#include <stdarg.h>
#include <string.h>
#include <unistd.h>

#include "partner/utf8.h"

static const char *program = "partner";

void complain_name(const char *name)
{
	program = name;
}

void complain_lines(struct buffer *lines)
{
	const char *next = lines->data;
	size_t left = lines->length;

	while (left > 0) {
		ssize_t written = write(STDERR_FILENO, next, left);

		if (written < 0 && errno == EINTR)
			continue;
		if (written <= 0)
			break; /* there is nowhere left to say so */
		next += written;
		left -= (size_t)written;
	}
	buffer_clear(lines);
}

static void print_line(struct buffer *text)
{
	struct buffer line = {0};

	buffer_printf(&line, "%s: ", program);
	utf8_put_safe(&line, text->data, text->length);
	buffer_putc(&line, '\n');
	complain_lines(&line);
	buffer_free(&line);
	buffer_free(text);
}

void complain(const char *format, ...)
{
	struct buffer text = {0};
	va_list arguments;

	va_start(arguments, format);
	buffer_vprintf(&text, format, arguments);
	va_end(arguments);
	print_line(&text);
}

void complain_errno(int error, const char *format, ...)
{
	struct buffer text = {0};
	va_list arguments;

	va_start(arguments, format);
	buffer_vprintf(&text, format, arguments);
	va_end(arguments);
	buffer_printf(&text, ": %s", strerror(error));
	print_line(&text);
}
