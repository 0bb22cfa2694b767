/*
 * A request is a line with the name of an object; the answer a line `NAME TYPE SIZE`, the
 * bytes and a newline, or a line that ends in `missing`.
 */
#include "git.h"

#include <errno.h>
#include <string.h>

#include "git_answer.h"
#include "partner/arena.h"
#include "source_read.h"

#define MISSING "git is not installed, or not in PATH"
#define ANSWER_MOST ((size_t)1 << 16)
#define CACHE_SLOTS 256
#define CACHE_MOST ((size_t)32 << 10)
#define COMMIT_MOST ((size_t)1 << 20)

enum state { STATE_NEW, STATE_OPEN, STATE_BROKEN };

struct cached {
	struct git_oid oid;
	struct buffer text;
};

const char git_no_repository[] = "no git repository here";

struct git {
	struct arena arena;
	char *const *environment; /* of the process */
	enum state state;
	const char *folder;
	const char *broken; /* why, when it is */
	const char *reason;
	bool shallow;
	bool has_files;
	struct process process; /* cat-file */
	struct buffer in;       /* its last answer, or the start of it */
	size_t at;              /* where the bytes of the object start in that */
	struct cached cache[CACHE_SLOTS];
};

/* ---- the process ---- */

struct git *git_new(char *const *environment)
{
	struct arena arena = {0};
	struct git *git = ARENA_NEW(&arena, struct git);

	git->arena = arena;
	git->environment = process_environment(&git->arena, environment);
	return git;
}

static void hang_up(struct git *git)
{
	process_end(&git->process);
	buffer_clear(&git->in);
}

void git_free(struct git *git)
{
	struct arena arena;

	if (!git)
		return;
	hang_up(git);
	buffer_free(&git->in);
	for (size_t i = 0; i < CACHE_SLOTS; i++)
		buffer_free(&git->cache[i].text);
	arena = git->arena;
	arena_free(&arena);
}

static int fail(struct git *git, int error, const char *reason)
{
	git->reason = reason;
	return error;
}

int git_start(struct git *git, struct process *process, const char *const *arguments,
	enum process_stream heard)
{
	int error = process_start(process, arguments, git->environment, heard);

	if (error == ENOENT)
		return fail(git, EIO, MISSING);
	return error ? fail(git, EIO, "git cannot be started") : 0;
}

/* ---- the repository ---- */

/* Asks where we are, and listens to the answer or to the complaint. */
static int ask_repository(struct git *git, enum process_stream heard, struct buffer *answer)
{
	static const char *const arguments[] = {PROCESS_GIT, "rev-parse", "--is-shallow-repository",
		"--is-inside-work-tree", "--show-prefix", NULL};
	struct process process = {0};
	int error = git_start(git, &process, arguments, heard);

	if (!error)
		read_enough(process.fd, answer, ANSWER_MOST);
	buffer_putc(answer, '\0');
	return process_end(&process) == ENOENT ? fail(git, EIO, MISSING) : error;
}

/* Twice `true` or `false` and a newline, the folder, a newline. */
static bool take_repository(struct git *git, const struct buffer *answer)
{
	const char *inside = strchr(answer->data, '\n');
	const char *folder = inside ? strchr(++inside, '\n') : NULL;
	size_t length = folder ? strlen(++folder) : 0;

	if (length == 0 || folder[length - 1] != '\n')
		return false;
	git->shallow = strncmp(answer->data, "true\n", 5) == 0;
	git->has_files = strncmp(inside, "true\n", 5) == 0;
	git->folder = arena_copy(&git->arena, folder, length - 1);
	return true;
}

/* The first line of a complaint in our words, else in git's. */
static const char *explain(struct git *git, const char *complaint)
{
	static const char fatal[] = "fatal: ";

	if (strstr(complaint, "not a git repository"))
		return git_no_repository;
	if (strstr(complaint, "dubious ownership") || strstr(complaint, "unsafe repository"))
		return "git does not trust this repository, which belongs to somebody else; see "
		       "safe.directory in git-config(1)";
	if (strncmp(complaint, fatal, strlen(fatal)) == 0)
		complaint += strlen(fatal);
	return arena_printf(
		&git->arena, "git says: %.*s", (int)strcspn(complaint, "\n"), complaint);
}

static int break_down(struct git *git, const char *why)
{
	git->state = STATE_BROKEN;
	git->broken = why;
	return fail(git, EIO, why);
}

static int open_repository(struct git *git)
{
	struct buffer answer = {0};
	int error;

	if (git->state == STATE_OPEN)
		return 0;
	if (git->state == STATE_BROKEN)
		return fail(git, EIO, git->broken);
	error = ask_repository(git, PROCESS_OUTPUT, &answer);
	if (!error && take_repository(git, &answer)) {
		git->state = STATE_OPEN;
	} else if (error) {
		break_down(git, git->reason);
	} else {
		buffer_clear(&answer);
		error = ask_repository(git, PROCESS_ERRORS, &answer);
		break_down(git, error ? git->reason : explain(git, answer.data));
	}
	buffer_free(&answer);
	return git->state == STATE_OPEN ? 0 : EIO;
}

int git_folder(struct git *git, const char **folder)
{
	int error = open_repository(git);

	*folder = error ? "" : git->folder;
	return error;
}

bool git_has_files(struct git *git)
{
	return open_repository(git) == 0 && git->has_files;
}

/* ---- requests ---- */

static int lose(struct git *git)
{
	hang_up(git);
	return fail(git, EIO, "git cannot read it; see git-fsck(1), or fetch it first");
}

/* The line that comes next, without its newline; lives until the next request. */
static int take_line(struct git *git, const char **line, size_t *length)
{
	struct buffer *in = &git->in;
	size_t seen = 0;
	const char *end = NULL;

	buffer_clear(in);
	for (; !end; seen = in->length) {
		if (read_enough(git->process.fd, in, seen + 1) || in->length == seen)
			return lose(git);
		end = memchr(in->data + seen, '\n', in->length - seen);
	}
	*line = in->data;
	*length = (size_t)(end - in->data);
	git->at = *length + 1;
	return 0;
}

/* Sends a name; ENOENT when there is no such object, EEXIST when there are several. */
static int request(struct git *git, const char *name, struct git_oid *oid, size_t *size)
{
	static const char *const arguments[] = {PROCESS_GIT, "cat-file", "--batch", NULL};
	const char *line;
	size_t length;
	int error = open_repository(git);

	if (!error && !git->process.pid)
		error = git_start(git, &git->process, arguments, PROCESS_OUTPUT);
	if (error)
		return error;
	/* in one piece, which wakes the process once */
	buffer_clear(&git->in);
	buffer_printf(&git->in, "%s\n", name);
	if (process_tell(&git->process, git->in.data, git->in.length))
		return lose(git);
	error = take_line(git, &line, &length);
	if (error || answer_header(line, length, oid, size))
		return error;
	return answer_ends_in(line, length, " ambiguous") ? EEXIST : ENOENT;
}

/* The bytes behind the line, which a newline ends: nothing follows before the next request. A
 * rest that nobody wants is left with the process. */
static int take_bytes(struct git *git, size_t size, size_t most, struct buffer *text)
{
	size_t wanted = size < most ? size + 1 : most;

	buffer_clear(text);
	buffer_add(text, git->in.data + git->at, git->in.length - git->at);
	if (read_enough(git->process.fd, text, wanted) || text->length < wanted)
		return lose(git);
	if (size < most)
		wanted--;
	else
		hang_up(git);
	text->length = wanted;
	return 0;
}

int git_read(struct git *git, const struct git_oid *oid, size_t most, struct buffer *text)
{
	struct git_oid found;
	size_t size;
	int error = request(git, oid->hex, &found, &size);

	if (error == ENOENT || error == EEXIST)
		return fail(git, EIO, "it is not in this copy of the repository; fetch it first");
	return error ? error : take_bytes(git, size, most, text);
}

/* ---- files ---- */

static struct cached *slot_of(struct git *git, const struct git_oid *oid)
{
	unsigned at = 0;

	for (size_t i = 0; i < 8; i++)
		at = at * 31 + (unsigned char)oid->hex[i];
	return &git->cache[at % CACHE_SLOTS];
}

int git_read_blob(struct git *git, const struct git_oid *oid, size_t most, struct buffer *text)
{
	struct cached *slot = slot_of(git, oid);
	int error;

	if (strcmp(slot->oid.hex, oid->hex) == 0) {
		buffer_clear(text);
		buffer_add(text, slot->text.data, slot->text.length);
		return 0;
	}
	error = git_read(git, oid, most, text);
	if (!error && text->length <= CACHE_MOST && text->length < most) {
		slot->oid = *oid;
		buffer_clear(&slot->text);
		buffer_add(&slot->text, text->data, text->length);
	}
	return error;
}

/* ---- revisions ---- */

static int refuse(struct git *git, const char *what, const char *revision, const char *advice)
{
	return fail(git, EINVAL, arena_printf(&git->arena, "%s'%s'%s", what, revision, advice));
}

/* No commit has this name: perhaps something else has. */
static int refuse_revision(struct git *git, const char *revision)
{
	struct git_oid oid;
	size_t size;
	/* no name has a newline, and what follows one would be another request */
	int error = strchr(revision, '\n') ? ENOENT : request(git, revision, &oid, &size);

	if (!error) {
		hang_up(git); /* nobody wants the rest of the answer */
		return refuse(git, "", revision, " is no commit");
	}
	if (error == EEXIST)
		return refuse(git, "", revision, " is ambiguous; write more of it");
	return refuse(git, "unknown revision ", revision,
		git->shallow ? " in a shallow clone; fetch it first (git fetch --unshallow)"
			     : "; fetch it first");
}

/* The first line of a commit: `tree NAME`. */
static bool take_tree(const struct buffer *text, struct git_oid *tree)
{
	static const char word[] = "tree ";
	const size_t start = sizeof(word) - 1;
	const char *end = text->length ? memchr(text->data, '\n', text->length) : NULL;
	size_t length = end ? (size_t)(end - text->data) : 0;

	if (length <= start || length - start >= GIT_HEX || memcmp(text->data, word, start) != 0)
		return false;
	*tree = (struct git_oid){0};
	memcpy(tree->hex, text->data + start, length - start);
	return true;
}

int git_commit(struct git *git, const char *revision, struct git_oid *commit, struct git_oid *tree)
{
	struct buffer text = {0};
	struct buffer name = {0};
	size_t size;
	int error = open_repository(git);

	if (error)
		return error;
	if (strchr(revision, '\n'))
		return refuse_revision(git, revision);
	buffer_printf(&name, "%s^{commit}", revision);
	buffer_putc(&name, '\0');
	error = request(git, name.data, commit, &size);
	if (error == ENOENT || error == EEXIST)
		error = refuse_revision(git, revision);
	else if (!error)
		error = take_bytes(git, size, COMMIT_MOST, &text);
	if (!error && !take_tree(&text, tree))
		error = lose(git);
	buffer_free(&name);
	buffer_free(&text);
	return error;
}

bool git_is_shallow(const struct git *git)
{
	return git->shallow;
}

const char *git_reason(const struct git *git)
{
	return git->reason;
}
