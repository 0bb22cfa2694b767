/*
 * Stands between a program and the C library, by LD_PRELOAD, and makes calls fail. What is to
 * fail stands in FAULT:
 *
 *   alloc:N      the Nth allocation; with N = 0 none, and how many there were is written to
 *                descriptor 200 at the end
 *   NAME:N:E     the Nth call of read, write, fsync, close, rename or fchmod, with errno E
 *   swap:NAME    before a path that ends in NAME is opened first, PATH becomes PATH.was, and
 *                PATH.then, when there is such a thing, becomes PATH
 *   short        reads, writes and sends are of one byte each
 *   interrupt    a signal interrupts every second read, write, send and wait
 *
 * Memory that was not asked to be zero is not: what is used before it is set shows.
 */
#define _GNU_SOURCE    /* RTLD_NEXT */
#undef _FORTIFY_SOURCE /* which makes some of these functions inline */

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#define COUNT_TO 200
#define JUNK 0xa5

static unsigned long allocations, allocation_to_fail;
static char call_to_fail[16];
static unsigned long calls_left;
static int error_of_call;
static const char *name_to_swap; /* NULL for none */
static bool counts, shortens, interrupts, odd;

/* `next.call` is the function that would have been called. */
#define NEXT(name)                      \
	union {                         \
		void *found;            \
		__typeof__(name) *call; \
	} next = {dlsym(RTLD_NEXT, #name)}

/* Takes a number and the colon behind it. */
static unsigned long take_number(const char **text)
{
	char *end;
	unsigned long number = strtoul(*text, &end, 10);

	*text = end + (*end == ':');
	return number;
}

__attribute__((constructor)) static void begin(void)
{
	const char *fault = getenv("FAULT");
	size_t length = fault ? strcspn(fault, ":") : 0;
	const char *rest = fault && fault[length] ? fault + length + 1 : "";

	allocations = 0;
	if (!fault || length >= sizeof(call_to_fail))
		return;
	memcpy(call_to_fail, fault, length);
	shortens = strcmp(call_to_fail, "short") == 0;
	interrupts = strcmp(call_to_fail, "interrupt") == 0;
	if (strcmp(call_to_fail, "swap") == 0) {
		name_to_swap = rest;
	} else if (strcmp(call_to_fail, "alloc") == 0) {
		allocation_to_fail = take_number(&rest);
		counts = allocation_to_fail == 0;
	} else {
		calls_left = take_number(&rest);
		error_of_call = (int)take_number(&rest);
	}
}

__attribute__((destructor)) static void end(void)
{
	char line[32];
	int length = snprintf(line, sizeof(line), "%lu\n", allocations);

	NEXT(write);
	if (counts && next.call(COUNT_TO, line, (size_t)length) != length)
		_exit(1);
}

/* NOLINTBEGIN(readability-inconsistent-declaration-parameter-name): system headers name them __x */

/* ---- allocation ---- */

static bool allocation_fails(void)
{
	if (++allocations != allocation_to_fail)
		return false;
	errno = ENOMEM;
	return true;
}

void *malloc(size_t size)
{
	void *memory;

	NEXT(malloc);
	if (allocation_fails())
		return NULL;
	memory = next.call(size);
	return memory ? memset(memory, JUNK, size) : NULL;
}

void *calloc(size_t count, size_t size)
{
	NEXT(calloc);
	return allocation_fails() ? NULL : next.call(count, size);
}

void *realloc(void *memory, size_t size)
{
	NEXT(realloc);
	return allocation_fails() ? NULL : next.call(memory, size);
}

/* ---- system calls ---- */

static bool call_fails(const char *name)
{
	bool fails = strcmp(call_to_fail, name) == 0 && calls_left > 0 && --calls_left == 0;

	if (fails)
		errno = error_of_call;
	return fails;
}

static bool is_interrupted(void)
{
	odd = !odd;
	if (!interrupts || !odd)
		return false;
	errno = EINTR;
	return true;
}

static size_t shortened(size_t size)
{
	return shortens && size > 1 ? 1 : size;
}

ssize_t read(int fd, void *bytes, size_t size)
{
	NEXT(read);
	if (call_fails("read") || is_interrupted())
		return -1;
	return next.call(fd, bytes, shortened(size));
}

ssize_t write(int fd, const void *bytes, size_t size)
{
	NEXT(write);
	if (call_fails("write") || is_interrupted())
		return -1;
	return next.call(fd, bytes, shortened(size));
}

ssize_t pread(int fd, void *bytes, size_t size, off_t at)
{
	NEXT(pread);
	if (call_fails("pread") || is_interrupted())
		return -1;
	return next.call(fd, bytes, shortened(size), at);
}

ssize_t pwrite(int fd, const void *bytes, size_t size, off_t at)
{
	NEXT(pwrite);
	if (call_fails("pwrite") || is_interrupted())
		return -1;
	return next.call(fd, bytes, shortened(size), at);
}

ssize_t send(int fd, const void *bytes, size_t size, int flags)
{
	NEXT(send);
	if (call_fails("send") || is_interrupted())
		return -1;
	return next.call(fd, bytes, shortened(size), flags);
}

pid_t waitpid(pid_t pid, int *status, int options)
{
	NEXT(waitpid);
	return is_interrupted() ? -1 : next.call(pid, status, options);
}

int fsync(int fd)
{
	NEXT(fsync);
	return call_fails("fsync") ? -1 : next.call(fd);
}

/* As on Linux, the descriptor is closed all the same. */
int close(int fd)
{
	NEXT(close);
	if (!call_fails("close"))
		return next.call(fd);
	next.call(fd);
	errno = error_of_call;
	return -1;
}

int rename(const char *from, const char *to)
{
	NEXT(rename);
	return call_fails("rename") ? -1 : next.call(from, to);
}

int fchmod(int fd, mode_t mode)
{
	NEXT(fchmod);
	return call_fails("fchmod") ? -1 : next.call(fd, mode);
}

/* ---- what is moved meanwhile ---- */

static void swap(const char *path)
{
	size_t length = strlen(path), end = name_to_swap ? strlen(name_to_swap) : 0;
	char was[4096], then[4096];

	if (end == 0 || length < end || strcmp(path + length - end, name_to_swap) != 0)
		return;
	snprintf(was, sizeof(was), "%s.was", path);
	snprintf(then, sizeof(then), "%s.then", path);
	name_to_swap = NULL;
	if (rename(path, was))
		_exit(99);
	(void)!rename(then, path);
}

int open(const char *path, int flags, ...)
{
	va_list more;
	mode_t mode = 0;

	NEXT(open);
	va_start(more, flags);
	if (flags & O_CREAT)
		mode = va_arg(more, mode_t);
	va_end(more);
	swap(path);
	return next.call(path, flags, mode);
}

/* What open() without a mode becomes where the compiler looks closer. */
int __open_2(const char *path, int flags); /* NOLINT(bugprone-reserved-identifier,cert-dcl*) */

int __open_2(const char *path, int flags)
{
	return open(path, flags);
}

/* NOLINTEND(readability-inconsistent-declaration-parameter-name) */
