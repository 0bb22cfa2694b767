/**
 * measure [-n TIMES] COMMAND [ARGUMENT...]: runs the command TIMES times (once if not said)
 * with its output and its errors thrown away. Prints the median wall time of a run in
 * seconds and the greatest resident memory of any run in kilobytes, as Linux counts it.
 * Stops at the first run that does not exit with 0, and takes over its status.
 */
#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define MAX_TIMES 100000

/* POSIX has no header that declares it */
extern char **environ;

static double now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/** Exit status as a shell gives it; 127 when the command cannot be started. */
static int run_once(char **command, const posix_spawn_file_actions_t *actions)
{
	pid_t pid;
	int status;
	int error = posix_spawnp(&pid, command[0], actions, NULL, command, environ);

	if (error != 0) {
		fprintf(stderr, "measure: cannot run '%s': %s\n", command[0], strerror(error));
		return 127;
	}
	while (waitpid(pid, &status, 0) < 0)
		if (errno != EINTR)
			return 126;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/** Fills seconds with one wall time for each run. */
static int run_all(char **command, size_t times, double *seconds)
{
	posix_spawn_file_actions_t actions;
	int status = 0;

	posix_spawn_file_actions_init(&actions);
	posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
	posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
	for (size_t i = 0; i < times && status == 0; i++) {
		double start = now();

		status = run_once(command, &actions);
		seconds[i] = now() - start;
	}
	posix_spawn_file_actions_destroy(&actions);
	return status;
}

static int compare_seconds(const void *a, const void *b)
{
	double x = *(const double *)a;
	double y = *(const double *)b;

	return (x > y) - (x < y);
}

static double median(double *values, size_t n)
{
	qsort(values, n, sizeof(*values), compare_seconds);
	return (values[(n - 1) / 2] + values[n / 2]) / 2;
}

static int measure(char **command, size_t times)
{
	double *seconds = calloc(times, sizeof(*seconds));
	struct rusage usage;
	int status;

	if (!seconds) {
		fputs("measure: out of memory\n", stderr);
		return 2;
	}
	status = run_all(command, times, seconds);
	if (status == 0) {
		getrusage(RUSAGE_CHILDREN, &usage);
		printf("%.6f %ld\n", median(seconds, times), usage.ru_maxrss);
	}
	free(seconds);
	return status;
}

int main(int argc, char **argv)
{
	unsigned long times = 1;
	int first = 1;

	if (argc > 2 && strcmp(argv[1], "-n") == 0) {
		times = strtoul(argv[2], NULL, 10);
		first = 3;
	}
	if (first >= argc || times < 1 || times > MAX_TIMES) {
		fputs("usage: measure [-n TIMES] COMMAND [ARGUMENT...]\n", stderr);
		return 2;
	}
	return measure(argv + first, times);
}
