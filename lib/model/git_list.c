/* Listings: what git prints until it ends, cut at the NULs. */
#include "git.h"

#include <errno.h>
#include <string.h>

#include "source_read.h"

#define ITEM_MOST ((size_t)1 << 20)

/* Hands out the whole items of a text, and moves up what is left. */
static bool cut(struct buffer *text, git_listener listen, void *context)
{
	size_t at = 0;
	bool more = true;
	const char *end;

	while (more && at < text->length &&
		(end = memchr(text->data + at, '\0', text->length - at)) != NULL) {
		more = listen(context, text->data + at);
		at = (size_t)(end - text->data) + 1;
	}
	if (at > 0)
		memmove(text->data, text->data + at, text->length - at);
	text->length -= at;
	return more;
}

static int hear(
	const struct process *process, struct buffer *text, git_listener listen, void *context)
{
	for (;;) {
		size_t before = text->length;
		int error = read_enough(process->fd, text, before + 1);

		if (error)
			return error;
		if (text->length == before)
			return before ? EIO : 0;
		if (!cut(text, listen, context))
			return ECANCELED;
		if (text->length > ITEM_MOST)
			return EIO;
	}
}

int git_hear(struct process *process, git_listener listen, void *context)
{
	struct buffer text = {0};
	int error = hear(process, &text, listen, context);

	if (process_end(process) && !error)
		error = EIO;
	buffer_free(&text);
	return error;
}

int git_list(struct git *git, const char *const *arguments, git_listener listen, void *context)
{
	struct process process = {0};
	int error = git_start(git, &process, arguments, PROCESS_OUTPUT);

	return error ? error : git_hear(&process, listen, context);
}
