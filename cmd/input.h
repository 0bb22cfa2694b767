/**
 * What every command does with its operands: read one document after the other, and say on
 * standard error what could not be read.
 */
#ifndef CMD_INPUT_H
#define CMD_INPUT_H

#include <stdbool.h>

#include "command.h"
#include "partner/earlier.h"
#include "partner/source.h"

struct input {
	struct sources *sources;
	size_t policies, people; /* whose faults were told */
	size_t found;            /* documents and problems so far */
	bool part;               /* other processes have the rest */
	bool fault;              /* something could not be read */
};

/** How sources are opened with these settings; a command may want more. */
struct source_options input_options(const struct settings *settings);

/** Opens the operands with these options. */
void input_open(
	struct input *input, const struct source_options *options, const struct operands *operands);

/** What documents were at the revision that the settings name; NULL, and told, when it cannot
 * be read. */
struct earlier *input_open_earlier(const struct settings *settings);

/** The next document or problem; false at the end. Tells what the system refused. */
bool input_next(struct input *input, struct source *source);

/** Tells what keeps a source from being a document; it is a fault when it could not be read. */
void input_tell_problem(struct input *input, const struct source *source);

/** The next policy or people file that was read since the last call, for its faults. */
const struct policy_file *input_new_policy(struct input *input);
struct people_source *input_new_people(struct input *input);

/** Prints the faults of policies, calibrations and people files read since the last call. */
void input_tell_surroundings(struct input *input);

/** Why a file cannot be computed with. */
struct unsound {
	const struct diag_list *faults;
	int error;          /* errno; 0: the faults are why */
	const char *reason; /* what to say of the error; NULL: what the system says */
	bool unreadable;    /* it, or the calibration that it names, could not be read */
};

/** The first of a document's policy, calibration and people that is unsound; false: none is. */
bool input_surroundings_unsound(const struct source *source, struct unsound *why);

/** Whether the document can be computed with. */
bool input_is_sound(const struct source *source);

/**
 * For commands that need sound data: prints the document's faults and those of its policy,
 * calibration and people to standard error, each once. True when it can be computed with.
 */
bool input_sound(struct input *input, const struct source *source);

/** Appends a line of type error for what is not sound, so that nothing goes missing in a pipe. */
void input_put_error(const struct source *source, int32_t as_of, struct buffer *buffer);

void input_close(struct input *input);

#endif
