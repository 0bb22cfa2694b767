/* Reading files whole, whatever the system call gives at once. */
#include "source_read.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "partner/decode.h"
#include "partner/source.h"

#define READ_LEAST ((size_t)64 << 10)
#define READ_MOST ((size_t)1 << 20)

int read_open(const char *path, enum read_trust trust)
{
	int flags = O_RDONLY | O_CLOEXEC;

	if (trust != READ_NAMED)
		flags |= O_NONBLOCK;
	return open(path, trust == READ_FOUND ? flags | O_NOFOLLOW : flags);
}

/* Whether a descriptor is of a file, or of a folder, which reading refuses by itself. */
static bool is_steady(int fd)
{
	struct stat what;

	return fstat(fd, &what) == 0 && (S_ISREG(what.st_mode) || S_ISDIR(what.st_mode));
}

/* A buffer grows only when it is full: that a small file has ended is seen with what is left. */
int read_enough(int fd, struct buffer *text, size_t enough)
{
	while (text->length < enough) {
		size_t room;
		ssize_t got;

		if (text->length == text->capacity)
			buffer_grow(text, READ_LEAST);
		room = text->capacity - text->length;
		got = read(fd, text->data + text->length, room < READ_MOST ? room : READ_MOST);
		if (got == 0)
			return 0;
		if (got > 0)
			text->length += (size_t)got;
		else if (errno != EINTR)
			return errno;
	}
	return 0;
}

int read_whole(const char *path, enum read_trust trust, struct buffer *text)
{
	int fd = read_open(path, trust);
	int error;

	buffer_clear(text);
	if (fd < 0)
		return errno;
	error = trust == READ_NAMED || is_steady(fd)
		? read_enough(fd, text, (size_t)YAML_MAX_SIZE + 1)
		: ENOTSUP;
	close(fd);
	return error;
}

bool same_file(const char *a, const char *b)
{
	struct stat left, right;

	return a && b && stat(a, &left) == 0 && stat(b, &right) == 0 && S_ISREG(left.st_mode) &&
		left.st_dev == right.st_dev && left.st_ino == right.st_ino;
}

bool read_is_empty(const struct yaml_node *root)
{
	return root->kind == YAML_SCALAR && root->plain && root->length == 0 && !root->faulty;
}

void read_report_empty(struct diag_list *faults, const char *path, const char *hint)
{
	diag_add(faults, P019_EMPTY, path, (struct span){1, 1, 1, 1}, "", hint, path);
}

bool read_record(struct arena *arena, const char *path, const char *text, size_t length,
	const struct record *record, void *object, struct diag_list *faults)
{
	struct decoder decoder = {.arena = arena, .faults = faults, .path = path};
	struct yaml_stream *stream = yaml_open(arena, path, text, length, faults);
	const struct yaml_node *root;
	bool any = false;

	while (yaml_next(stream, &root) == YAML_DOCUMENT) {
		if (read_is_empty(root))
			continue;
		if (any) {
			diag_add(faults, P006_WRONG_SHAPE, path, root->at, "", "write one document",
				record->name);
			break;
		}
		decode_record(&decoder, record, root, object);
		any = true;
	}
	yaml_close(stream);
	return any || faults->errors;
}
