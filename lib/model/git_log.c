/* Of what git says only numbers, names and hashes are asked for, which no setting changes. */
#include "git_log.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "partner/date.h"

#define COMMIT_MOST ((size_t)1 << 20)
#define SECONDS_MOST ((int64_t)1 << 40)

/* The day of seconds since 1970, which may be written by anybody. */
static int32_t day_of(const char *seconds)
{
	int64_t count = strtoll(seconds, NULL, 10);

	if (count > SECONDS_MOST)
		count = SECONDS_MOST;
	if (count < -SECONDS_MOST)
		count = -SECONDS_MOST;
	return date_clamp(count / 86400 - (count % 86400 < 0));
}

/* `committer NAME <ADDRESS> SECONDS ZONE`, before the empty line that ends the head. */
static const char *find_seconds(const char *text)
{
	static const char word[] = "committer ";

	while (*text && *text != '\n') {
		size_t length = strcspn(text, "\n");
		size_t at = length;

		if (strncmp(text, word, strlen(word)) == 0) {
			while (at > 0 && text[at - 1] != '>')
				at--;
			return at > 0 ? text + at : NULL;
		}
		text += length + (text[length] == '\n');
	}
	return NULL;
}

int git_committed(struct git *git, const char *commit, int32_t *day)
{
	struct git_oid oid = {0};
	struct buffer text = {0};
	const char *seconds;
	int error;

	memcpy(oid.hex, commit, strlen(commit));
	error = git_read(git, &oid, COMMIT_MOST, &text);
	buffer_putc(&text, '\0');
	seconds = error ? NULL : find_seconds(text.data);
	if (seconds)
		*day = day_of(seconds);
	buffer_free(&text);
	return seconds ? 0 : error ? error : EINVAL;
}

struct change {
	const struct git *git;
	struct arena *arena;
	struct git_author *author;
	bool found;
};

/* `SECONDS PARENTS`, a newline, the name. Where history was cut off everything seems new. */
static bool take_author(void *context, const char *item)
{
	struct change *change = context;
	const char *parents = strchr(item, ' ');
	const char *name = strchr(item, '\n');

	if (!parents || !name || (git_is_shallow(change->git) && parents + 1 == name))
		return false;
	change->author->day = day_of(item);
	change->author->name = arena_copy(change->arena, name + 1, strlen(name + 1));
	change->found = true;
	return true;
}

bool git_last_change(struct git *git, struct arena *arena, const char *from, const char *to,
	const char *path, struct git_author *author)
{
	const char *const arguments[] = {PROCESS_GIT, "-c", "log.showSignature=false", "-c",
		"log.follow=false", "log", "-1", "-z", "--no-mailmap", "--encoding=UTF-8",
		"--format=%at %P%n%an", arena_printf(arena, "%s..%s", from, to), "--",
		arena_printf(arena, ":(top,literal)%s", path), NULL};
	struct change change = {git, arena, author, false};

	return !git_list(git, arguments, take_author, &change) && change.found;
}
