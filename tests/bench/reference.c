/**
 * reference [--threads=N] DIR: what reading YAML costs at least. Walks DIR, reads each
 * *.yaml file whole into a buffer that is used again, and lets libyaml make all events of
 * it and delete them. Prints the number of files, bytes and events.
 */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <yaml.h>

#define MAX_THREADS 256

struct paths {
	char **items;
	size_t count, room;
};

/** Every threads-th file from the first on is this worker's. */
struct worker {
	const struct paths *paths;
	size_t first, threads;
	char *buffer;
	size_t room;
	uint64_t files, bytes, events;
	pthread_t thread;
};

_Noreturn static void fail(const char *what, const char *path)
{
	fprintf(stderr, "reference: cannot %s '%s': %s\n", what, path, strerror(errno));
	exit(2);
}

static void *grow(void *items, size_t size)
{
	void *grown = realloc(items, size);

	if (!grown)
		fail("allocate for", "files");
	return grown;
}

static void paths_add(struct paths *paths, char *path)
{
	if (paths->count == paths->room) {
		paths->room = paths->room ? paths->room * 2 : 1024;
		paths->items = grow(paths->items, paths->room * sizeof(*paths->items));
	}
	paths->items[paths->count++] = path;
}

static void paths_free(struct paths *paths)
{
	for (size_t i = 0; i < paths->count; i++)
		free(paths->items[i]);
	free(paths->items);
}

static char *join(const char *folder, const char *name)
{
	size_t length = strlen(folder) + strlen(name) + 2;
	char *path = grow(NULL, length);

	snprintf(path, length, "%s/%s", folder, name);
	return path;
}

static bool is_yaml(const char *name)
{
	size_t length = strlen(name);

	return length > 5 && strcmp(name + length - 5, ".yaml") == 0;
}

/** Whatever is neither *.yaml nor a folder is passed over. */
static void walk(const char *folder, struct paths *paths)
{
	DIR *dir = opendir(folder);
	struct dirent *entry;

	if (!dir && errno != ENOTDIR)
		fail("open", folder);
	while (dir && (entry = readdir(dir))) {
		if (entry->d_name[0] == '.')
			continue;
		char *path = join(folder, entry->d_name);

		if (is_yaml(entry->d_name)) {
			paths_add(paths, path);
			continue;
		}
		walk(path, paths);
		free(path);
	}
	if (dir)
		closedir(dir);
}

static size_t read_whole(struct worker *w, const char *path)
{
	int fd = open(path, O_RDONLY);
	size_t size = 0;
	ssize_t got;
	struct stat st;

	if (fd < 0 || fstat(fd, &st) != 0)
		fail("open", path);
	if ((size_t)st.st_size >= w->room) {
		w->room = (size_t)st.st_size * 2 + 1;
		w->buffer = grow(w->buffer, w->room);
	}
	while ((got = read(fd, w->buffer + size, w->room - size)) > 0)
		size += (size_t)got;
	if (got < 0)
		fail("read", path);
	close(fd);
	return size;
}

static uint64_t count_events(const char *text, size_t size, const char *path)
{
	uint64_t events = 0;
	bool done = false;
	yaml_parser_t parser;
	yaml_event_t event;

	if (!yaml_parser_initialize(&parser))
		fail("parse", path);
	yaml_parser_set_input_string(&parser, (const unsigned char *)text, size);
	while (!done) {
		if (!yaml_parser_parse(&parser, &event)) {
			errno = EINVAL;
			fail("parse", path);
		}
		done = event.type == YAML_STREAM_END_EVENT;
		yaml_event_delete(&event);
		events++;
	}
	yaml_parser_delete(&parser);
	return events;
}

static void *work(void *argument)
{
	struct worker *w = argument;

	for (size_t i = w->first; i < w->paths->count; i += w->threads) {
		const char *path = w->paths->items[i];
		size_t size = read_whole(w, path);

		w->files++;
		w->bytes += size;
		w->events += count_events(w->buffer, size, path);
	}
	free(w->buffer);
	return NULL;
}

/** The process itself does the first share, so that one thread starts none. */
static void run(const struct paths *paths, size_t threads)
{
	struct worker workers[MAX_THREADS] = {{0}};
	struct worker total = {0};

	for (size_t i = 0; i < threads; i++) {
		workers[i] = (struct worker){.paths = paths, .first = i, .threads = threads};
		if (i > 0) {
			errno = pthread_create(&workers[i].thread, NULL, work, &workers[i]);
			if (errno != 0)
				fail("start", "thread");
		}
	}
	work(&workers[0]);
	for (size_t i = 0; i < threads; i++) {
		if (i > 0)
			pthread_join(workers[i].thread, NULL);
		total.files += workers[i].files;
		total.bytes += workers[i].bytes;
		total.events += workers[i].events;
	}
	printf("%ju files, %ju bytes, %ju events\n", (uintmax_t)total.files, (uintmax_t)total.bytes,
		(uintmax_t)total.events);
}

int main(int argc, char **argv)
{
	static const char OPTION[] = "--threads=";
	size_t threads = 1;
	int operand = 1;
	struct paths paths = {0};

	if (argc > 2 && strncmp(argv[1], OPTION, sizeof(OPTION) - 1) == 0) {
		threads = strtoul(argv[1] + sizeof(OPTION) - 1, NULL, 10);
		operand = 2;
	}
	if (operand + 1 != argc || threads < 1 || threads > MAX_THREADS) {
		fprintf(stderr, "usage: reference [--threads=N] DIR, N up to %d\n", MAX_THREADS);
		return 2;
	}
	walk(argv[operand], &paths);
	run(&paths, threads);
	paths_free(&paths);
	return 0;
}
