/**
 * A command: one table row each for what it is, what it takes and what it does. The same
 * rows drive parsing, --help, the man page's OPTIONS and the completions of three shells.
 *
 * A new command is a file cmd/NAME.c with `const struct command command_NAME`, a declaration
 * and a summary here, and a row each in docs.c and partner.c.
 */
#ifndef CMD_COMMAND_H
#define CMD_COMMAND_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/diag.h"

/** Exit statuses. */
enum status {
	STATUS_FINE = 0,
	STATUS_FOUND = 1, /**< findings, differences, or a gate not met */
	STATUS_FAULT = 2, /**< usage, unreadable or malformed input, output not written */
	STATUS_BUG = 3,
};

enum color_when { COLOR_AUTO, COLOR_ALWAYS, COLOR_NEVER };

/** Arguments of an option that may be given more than once. */
struct texts {
	const char **items;
	size_t n;
};

/** Which of how many parts, from 1. */
struct shard {
	unsigned number, of; /**< 0 and 0: all in one */
};

/** The settings of all commands; an option's row says which member it sets. */
struct settings {
	/* common */
	const char *format; /**< one of the command's formats */
	const char *output; /**< NULL: standard output */
	const char *files_from;
	const char *people;
	const char *policy;
	int32_t as_of;            /**< resolved: --as-of, else SOURCE_DATE_EPOCH, else today, UTC */
	bool dated;               /**< by --as-of */
	int color;                /**< enum color_when */
	char *const *environment; /**< closed by NULL; for git */
	int jobs;                 /**< threads; 0: as many as there are processors */
	struct shard shard;       /**< of the files; none: all */
	bool zero;                /**< -z: names in --files-from end in NUL */
	bool ascii;
	bool quiet;
	bool exit_zero;
	bool standalone; /**< an option was given that needs no operand */
	/* partner-check */
	const char *baseline; /**< JSON lines of an earlier run, NULL: none */
	int fail_on;          /**< enum diag_level */
	const char *since;    /**< revision to compare with, NULL: none */
	const char *schema;   /**< type whose JSON Schema to print, NULL: none */
	const char *template; /**< kind of partner to write a starter file for, NULL: none */
	/* partner-diff */
	int32_t from, to;   /**< DATE_NONE: as_of */
	struct texts gates; /**< lists of gates, as written */
	/* partner-exit-plan */
	int32_t start, by; /**< DATE_NONE: as of today, as the contract has it */
	int mode;          /**< enum plan_mode */
	int reason;        /**< enum exit_reason; CHOICE_NONE: that of the file */
	/* partner-report */
	int32_t past;          /**< day to compare with; DATE_NONE: three months earlier */
	const char *link_base; /**< NULL: places are no links */
	bool csv_safe;
	/* partner-score */
	bool explain;
	bool print_policy;
	bool robustness;
	int sides;         /**< enum sides */
	int trend;         /**< quarter ends to look back, 0: none */
	int require;       /**< enum standing; STANDING_GATHER: whatever it is */
	double fail_under; /**< NaN: no gate */
};

/** Whose conduct partner-score judges. */
enum sides { SIDES_PARTNER, SIDES_US, SIDES_BOTH };

enum option_kind {
	OPTION_FLAG,    /**< bool */
	OPTION_TEXT,    /**< const char * */
	OPTION_TEXTS,   /**< struct texts: given again, it adds to it */
	OPTION_FILE,    /**< const char *, not empty, completed as a file name */
	OPTION_COMMIT,  /**< const char *, not empty, without a dash at its start */
	OPTION_CHOICE,  /**< const char *, one of choices */
	OPTION_CHOOSE,  /**< int, the place in choices plus `base` */
	OPTION_DATE,    /**< int32_t */
	OPTION_WHOLE,   /**< int, from `least` to `most` */
	OPTION_SHARD,   /**< struct shard, I/N */
	OPTION_NUMBER,  /**< double, from `least` to `most` */
	OPTION_SET,     /**< takes no argument; the text member gets `set` (as -j does) */
	OPTION_HELP,    /**< sets nothing: --help */
	OPTION_VERSION, /**< sets nothing: --version */
};

struct option {
	const char *name; /**< long name without dashes, NULL when there is none */
	char letter;      /**< short name, 0 when there is none */
	enum option_kind kind;
	size_t offset;              /**< into struct settings */
	const char *argument;       /**< FILE, DATE; NULL when it takes none */
	bool optional;              /**< --schema[=TYPE]; then `set` is the value without */
	bool standalone;            /**< with it no operand is needed */
	const char *const *choices; /**< closed by NULL; NULL: the command's formats */
	int base;
	int least, most;
	const char *set;
	const char *preset; /**< the argument when it is not given, NULL: none */
	const char *doc;    /**< one sentence for --help and the man page */
};

/** The offset of a member of struct settings; any other type of it does not compile. */
#define SETTING(member, type) \
	_Generic(((struct settings *)0)->member, type : offsetof(struct settings, member))

/** Kind and offset of a row: `{.name = "explain", SETS_FLAG(explain), .doc = …}`. */
#define SETS_FLAG(member) .kind = OPTION_FLAG, .offset = SETTING(member, bool)
#define SETS_TEXT(member) .kind = OPTION_TEXT, .offset = SETTING(member, const char *)
#define SETS_TEXTS(member) .kind = OPTION_TEXTS, .offset = SETTING(member, struct texts)
#define SETS_FILE(member) .kind = OPTION_FILE, .offset = SETTING(member, const char *)
#define SETS_COMMIT(member) .kind = OPTION_COMMIT, .offset = SETTING(member, const char *)
#define SETS_CHOICE(member) .kind = OPTION_CHOICE, .offset = SETTING(member, const char *)
#define SETS_CHOOSE(member) .kind = OPTION_CHOOSE, .offset = SETTING(member, int)
#define SETS_DATE(member) .kind = OPTION_DATE, .offset = SETTING(member, int32_t)
#define SETS_WHOLE(member) .kind = OPTION_WHOLE, .offset = SETTING(member, int)
#define SETS_SHARD(member) .kind = OPTION_SHARD, .offset = SETTING(member, struct shard)
#define SETS_NUMBER(member) .kind = OPTION_NUMBER, .offset = SETTING(member, double)
#define SETS_SET(member) .kind = OPTION_SET, .offset = SETTING(member, const char *)

struct operands {
	char **items;
	size_t n;
};

struct output; /* cmd/output.h */

struct command {
	const char *name;             /**< score */
	const char *summary;          /**< one line, as in the man page's NAME */
	const char *operands;         /**< FILE… */
	const char *const *formats;   /**< closed by NULL; the first is the default */
	const struct option *options; /**< own ones, closed by an empty row; NULL: none */
	const char *const *examples;  /**< command, then what it answers; closed by NULL */
	const char *found;            /**< what exit status 1 says of it */
	/** Whether settings and operands go together, else a fault; NULL: they always do. */
	bool (*check)(const struct settings *settings, const struct operands *operands,
		struct buffer *fault);
	/** Whether its YAML may replace this YAML file; NULL: it may replace none. */
	bool (*may_replace)(const char *path);
	/** Returns an enum status. The operands are as named, `-` alone when none was. */
	int (*run)(const struct settings *settings, const struct operands *operands,
		struct output *output);
};

/** What each command is for: in its row, its man page, and the driver's list. */
#define SUMMARY_CALIBRATE "find out how strict each rater is, and whether raters agree"
#define SUMMARY_CHECK "find faults, gaps and dishonesty in partner files"
#define SUMMARY_DIFF "tell what changed in partnerships, by how much, and why"
#define SUMMARY_EXIT_PLAN "plan how to leave a partner: dates, money, people"
#define SUMMARY_REPORT "report on a portfolio: what needs you, and how each partner stands"
#define SUMMARY_SCORE "judge partnerships, and name the records behind every point"

extern const struct command command_calibrate;
extern const struct command command_check;
extern const struct command command_diff;
extern const struct command command_exit_plan;
extern const struct command command_report;
extern const struct command command_score;

/** Options that every command has, closed by an empty row. */
extern const struct option common_options[];

/** The row after `row` of a command's own and then the common options; the first for NULL. */
const struct option *option_next(const struct command *command, const struct option *row);

/** What its argument may be, closed by NULL; NULL when it is not a choice. */
const char *const *option_choices(const struct command *command, const struct option *row);

/** True when an argument may or must follow. */
bool option_takes_argument(const struct option *row);

/** An output format: the file names it is inferred from, and what it is for. */
struct format {
	const char *name;
	const char *extensions[4]; /**< without the point, closed by NULL */
	const char *doc;
};

/** The row after `format`, NULL at the end; the first for NULL. */
const struct format *format_next(const struct format *format);

/** The row of a format; every format of a command has one. */
const struct format *format_find(const char *name);

/** What an exit status of a command means. */
const char *status_doc(const struct command *command, enum status status);

#endif
