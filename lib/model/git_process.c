/* One socket is both its input and its output: unlike a pipe it can be written to without
 * risking SIGPIPE. */
#include "git_process.h"

#include <errno.h>
#include <fcntl.h>
#include <spawn.h>
#include <stdbool.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

/* How a process ends that posix_spawnp() has begun and could not make the program. */
#define NOT_STARTED 127

/* ---- the environment ---- */

/* Names that tell where something is; one that ends in `_` stands for all that begin so. */
static bool is_needed(const char *variable)
{
	static const char *const names[] = {"PATH", "HOME", "XDG_CONFIG_HOME", "SUDO_UID",
		"LD_LIBRARY_PATH", "GIT_EXEC_PATH", "GIT_CONFIG_", "GIT_DIR", "GIT_WORK_TREE",
		"GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY", "GIT_ALTERNATE_OBJECT_DIRECTORIES",
		"GIT_QUARANTINE_PATH", "GIT_CEILING_DIRECTORIES",
		"GIT_DISCOVERY_ACROSS_FILESYSTEM"};

	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		size_t length = strlen(names[i]);

		if (strncmp(variable, names[i], length) == 0 &&
			(variable[length] == '=' || names[i][length - 1] == '_'))
			return true;
	}
	return false;
}

char *const *process_environment(struct arena *arena, char *const *given)
{
	static const char *const ours[] = {"LC_ALL=C", "GIT_OPTIONAL_LOCKS=0",
		"GIT_NO_REPLACE_OBJECTS=1", "GIT_NO_LAZY_FETCH=1", "GIT_ALLOW_PROTOCOL=none",
		"GIT_TERMINAL_PROMPT=0"};
	const size_t n_ours = sizeof(ours) / sizeof(ours[0]);
	size_t n = 0;
	char **all;

	for (size_t i = 0; given && given[i]; i++)
		n += is_needed(given[i]);
	all = arena_array(arena, n + n_ours + 1, sizeof(*all));
	n = 0;
	for (size_t i = 0; given && given[i]; i++)
		if (is_needed(given[i]))
			all[n++] = given[i];
	for (size_t i = 0; i < n_ours; i++)
		all[n++] = arena_copy(arena, ours[i], strlen(ours[i]));
	return all;
}

/* ---- the process ---- */

static int direct(posix_spawn_file_actions_t *actions, int fd, enum process_stream heard)
{
	int other = heard == PROCESS_OUTPUT ? STDERR_FILENO : STDOUT_FILENO;
	int error = posix_spawn_file_actions_adddup2(actions, fd, STDIN_FILENO);

	if (!error)
		error = posix_spawn_file_actions_adddup2(actions, fd, (int)heard);
	if (!error)
		error = posix_spawn_file_actions_addopen(actions, other, "/dev/null", O_WRONLY, 0);
	return error;
}

/* posix_spawnp never writes to the arguments, whatever it says. */
static int spawn(struct process *process, int fd, const char *const *arguments,
	char *const *environment, enum process_stream heard)
{
	char *const *words = (char *const *)(const void *)arguments;
	posix_spawn_file_actions_t actions;
	int error = posix_spawn_file_actions_init(&actions);

	if (error)
		return error;
	error = direct(&actions, fd, heard);
	if (!error)
		error = posix_spawnp(&process->pid, words[0], &actions, NULL, words, environment);
	posix_spawn_file_actions_destroy(&actions);
	return error;
}

int process_start(struct process *process, const char *const *arguments, char *const *environment,
	enum process_stream heard)
{
	int ends[2];
	int error;

	if (socketpair(AF_UNIX, SOCK_STREAM, 0, ends))
		return errno;
	if (fcntl(ends[0], F_SETFD, FD_CLOEXEC) || fcntl(ends[1], F_SETFD, FD_CLOEXEC))
		error = errno;
	else
		error = spawn(process, ends[1], arguments, environment, heard);
	close(ends[1]);
	if (error) {
		close(ends[0]);
		*process = (struct process){0};
		return error;
	}
	process->fd = ends[0];
	return 0;
}

int process_tell(const struct process *process, const char *bytes, size_t length)
{
	while (length > 0) {
		ssize_t sent = send(process->fd, bytes, length, MSG_NOSIGNAL);

		if (sent < 0 && errno != EINTR)
			return errno;
		if (sent > 0) {
			bytes += sent;
			length -= (size_t)sent;
		}
	}
	return 0;
}

int process_end(struct process *process)
{
	int status = 0;

	if (!process->pid)
		return 0;
	close(process->fd);
	while (waitpid(process->pid, &status, 0) < 0 && errno == EINTR)
		continue;
	*process = (struct process){0};
	if (!WIFEXITED(status))
		return EIO;
	if (WEXITSTATUS(status) == NOT_STARTED)
		return ENOENT;
	return WEXITSTATUS(status) ? EIO : 0;
}
