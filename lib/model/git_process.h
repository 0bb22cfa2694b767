/*
 * git as a process that is talked to over a socket: no shell, no other descriptors than its
 * three streams, an environment of our own. Private to lib/model.
 */
#ifndef MODEL_GIT_PROCESS_H
#define MODEL_GIT_PROCESS_H

#include <stddef.h>
#include <sys/types.h>

#include "partner/arena.h"

/* Which of its streams is heard; the other one leads nowhere. */
enum process_stream { PROCESS_OUTPUT = 1, PROCESS_ERRORS = 2 };

/* A running process; none when `pid` is 0. */
struct process {
	pid_t pid;
	int fd; /* what is written comes to its standard input; read_enough() reads the stream */
};

/* How the arguments begin. The repository's own configuration may come from a stranger. */
#define PROCESS_GIT                                                                                \
	"git", "--no-pager", "-c", "core.fsmonitor=false", "-c", "core.hooksPath=/dev/null", "-c", \
		"protocol.allow=never"

/*
 * An environment that makes git read only: of `given` (closed by NULL; NULL: nothing) what
 * tells git where it, its configuration and the repository are. Strings are not copied.
 */
char *const *process_environment(struct arena *arena, char *const *given);

/*
 * Starts git, found through PATH, with these arguments and this environment, both closed by
 * NULL. 0 or errno: ENOENT when there is no such program, which some systems tell at its end.
 */
int process_start(struct process *process, const char *const *arguments, char *const *environment,
	enum process_stream heard);

/* Writes all bytes; 0 or errno: EPIPE, and no signal, when it has ended. */
int process_tell(const struct process *process, const char *bytes, size_t length);

/*
 * Hangs up and waits for its end; nothing when none is running. 0; EIO when it says that it has
 * failed, as one may that was not heard to its end; ENOENT as above.
 */
int process_end(struct process *process);

#endif
