#define _XOPEN_SOURCE 700 /* realpath, of the X/Open part of POSIX in glibc */

#include "output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "partner/arena.h"

#define FLUSH_AT ((size_t)64 << 10)
#define COLUMNS 80
#define COLUMNS_LEAST 20

/* The name to remove when the process ends early. */
static char *volatile temporary_now;

void output_remove_temporary(void)
{
	if (temporary_now)
		unlink(temporary_now);
}

static unsigned columns_of(int fd)
{
	struct winsize size;

	if (ioctl(fd, TIOCGWINSZ, &size) != 0 || size.ws_col < COLUMNS_LEAST)
		return COLUMNS;
	return size.ws_col;
}

static char *name_temporary(const char *target)
{
	static const char ending[] = ".XXXXXX";
	size_t length = strlen(target);
	char *name = malloc(length + sizeof(ending));

	if (!name)
		arena_exhausted();
	memcpy(name, target, length);
	memcpy(name + length, ending, sizeof(ending));
	return name;
}

/* A link stays, the file it leads to is replaced; NULL when it leads to none. */
static char *name_target(const char *path, bool exists)
{
	char *target = exists ? realpath(path, NULL) : strdup(path);

	if (!target && errno == ENOMEM)
		arena_exhausted();
	return target;
}

/* The permissions that a file made by open() would get. */
static mode_t default_mode(void)
{
	mode_t mask = umask(0);

	umask(mask);
	return 0666 & ~mask;
}

/* Beside the file that a rename would replace; `old` is NULL when there is none yet. */
static bool open_temporary(struct output *output, const struct stat *old)
{
	output->target = name_target(output->path, old != NULL);
	output->temporary = output->target ? name_temporary(output->target) : NULL;
	if (!output->temporary)
		return false;
	output->fd = mkstemp(output->temporary);
	if (output->fd < 0)
		return false;
	temporary_now = output->temporary;
	return fchmod(output->fd, old ? old->st_mode & 07777 : default_mode()) == 0;
}

static bool open_file(struct output *output)
{
	struct stat old;
	bool exists = stat(output->path, &old) == 0;

	if (!exists && errno != ENOENT)
		return false;
	if (exists && S_ISDIR(old.st_mode)) {
		errno = EISDIR;
		return false;
	}
	if (!exists || S_ISREG(old.st_mode))
		return open_temporary(output, exists ? &old : NULL);
	output->fd = open(output->path, O_WRONLY);
	return output->fd >= 0;
}

bool output_open(struct output *output, const char *path)
{
	*output = (struct output){.path = path, .fd = -1, .columns = COLUMNS};
	if (!path) {
		output->fd = STDOUT_FILENO;
	} else if (!open_file(output)) {
		int error = errno;

		output_abandon(output);
		errno = error;
		return false;
	}
	output->terminal = isatty(output->fd) == 1;
	if (output->terminal)
		output->columns = columns_of(output->fd);
	return true;
}

static void fail(struct output *output)
{
	if (output->error == 0)
		output->error = errno;
}

void output_flush(struct output *output)
{
	const char *next = output->buffer.data;
	size_t left = output->buffer.length;

	while (left > 0 && output->error == 0) {
		ssize_t written = write(output->fd, next, left);

		if (written > 0) {
			next += written;
			left -= (size_t)written;
			output->used = true;
		} else if (written == 0 || errno != EINTR) {
			fail(output);
		}
	}
	buffer_clear(&output->buffer);
}

void output_flush_some(struct output *output)
{
	if (output->buffer.length > FLUSH_AT)
		output_flush(output);
}

/* Gives back everything; the file stays as it is now. */
static void release(struct output *output)
{
	if (output->fd >= 0)
		close(output->fd);
	output->fd = -1;
	temporary_now = NULL;
	free(output->temporary);
	free(output->target);
	output->temporary = output->target = NULL;
	buffer_free(&output->buffer);
}

void output_abandon(struct output *output)
{
	output_remove_temporary();
	release(output);
}

static void finish(struct output *output)
{
	int fd = output->fd;

	if (output->temporary && fsync(fd) != 0)
		fail(output);
	output->fd = -1;
	if (close(fd) != 0)
		fail(output);
	if (output->error != 0 || !output->temporary)
		return;
	if (rename(output->temporary, output->target) == 0)
		temporary_now = NULL;
	else
		fail(output);
}

bool output_close(struct output *output)
{
	if (output->fd < 0)
		return true;
	output_flush(output);
	finish(output);
	output_abandon(output);
	errno = output->error;
	return output->error == 0;
}
