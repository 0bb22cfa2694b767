/**
 * Diagnostics: faults in data, each with its rule, its place and its subjects. The library
 * collects them and never prints; the message is built from the rule's own words.
 */
#ifndef PARTNER_DIAG_H
#define PARTNER_DIAG_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/buffer.h"

enum diag_level {
	DIAG_OFF,
	DIAG_NOTE,
	DIAG_WARNING,
	DIAG_ERROR,
};

/** Where something stands in a text: 1-based lines and columns (code points), end inclusive. */
struct span {
	uint32_t line; /**< 0: nowhere, absent */
	uint32_t column;
	uint32_t end_line;
	uint32_t end_column;
};

/** Every rule of partner-check, in the order of its ids. */
enum diag_rule {
	P001_NOT_UTF8,
	P002_SYNTAX,
	P003_UNKNOWN_FIELD,
	P004_DUPLICATE_KEY,
	P005_MISSING_REQUIRED,
	P006_WRONG_SHAPE,
	P007_WRONG_VALUE,
	P008_OUT_OF_RANGE,
	P009_UNKNOWN_CHOICE,
	P010_DUPLICATE_ID,
	P011_YAML_FEATURE,
	P012_CONTINUED_LINE,
	P013_ID_NOT_STEM,
	P014_DUPLICATE_PARTNER,
	P015_LIMIT,
	P016_NOT_COUNTED,
	P017_COMPANION,
	P018_ORPHAN_COMPANION,
	P019_EMPTY,
	P020_DUPLICATE_RECORD,
	P101_UNKNOWN_PERSON,
	P102_UNKNOWN_GOAL,
	P103_UNKNOWN_CRITERION,
	P104_UNKNOWN_RECORD,
	P105_UNKNOWN_EVIDENCE,
	P106_EVIDENCE_MISSING,
	P107_EVIDENCE_OUTSIDE,
	P108_UNKNOWN_RULE,
	P109_UNKNOWN_TASK,
	P110_TASK_CYCLE,
	P111_TWO_NAMES,
	P201_END_BEFORE_START,
	P202_DELIVERED_EARLY,
	P203_INCIDENT_ORDER,
	P204_EVENT_ORDER,
	P205_RATER_LEFT,
	P206_AFTER_AS_OF,
	P207_NO_NOTICE_PERIOD,
	P208_NOTICE_IMPOSSIBLE,
	P209_LEAP_DAY_END,
	P210_CONTRACT_LAPSED,
	P211_TERM_ORDER,
	P212_PREPAID_OVERLAP,
	P213_OBSERVED_TWICE,
	P301_UNEVIDENCED_RATING,
	P302_DECLARED_INTEREST,
	P303_ONE_ROLE_PANEL,
	P304_HALO,
	P305_EXCEPTION_EXPIRED,
	P306_EXCEPTION_INCOMPLETE,
	P307_RATES_ITSELF,
	P401_MISSING_PLAN,
	P402_MISSING_GOALS,
	P403_MISSING_SPONSOR,
	P404_MISSING_CONTRACT,
	P405_MISSING_NOTICE,
	P406_MISSING_COSTS,
	P407_MISSING_EXIT,
	P408_MISSING_CADENCE,
	P409_MISSING_SERVICE_LEVELS,
	P410_MISSING_DOCUMENTS,
	P501_DUE_EDITED,
	P502_RECORD_REMOVED,
	P503_RATING_EDITED,
	P504_GOALPOSTS_MOVED,
	P505_WEIGHTS_WITH_RATINGS,
	P506_INCIDENT_SOFTENED,
	P507_EXCEPTION_PROLONGED,
	P508_TIER_LOWERED,
	P601_WEIGHTS,
	P602_SCALE,
	P603_UNKNOWN_MEASURE,
	P604_GRADES,
	P605_CALIBRATION,
	P606_NO_RATE,
	DIAG_RULES, /* how many */
};

/** What a rule is: one row of the reference in partner-check(1). */
struct diag_rule_info {
	const char *id;   /**< P004 */
	const char *name; /**< duplicate-key */
	enum diag_level level;
	const char *message; /**< words with %w for a bare subject, %s for a quoted one */
	const char *doc;     /**< one line: when it is raised */
};

/** The row of a rule. The rows lie one behind the other, in the order of the rules. */
const struct diag_rule_info *diag_rule_info(enum diag_rule rule);

/** The rule with exactly this id or name, DIAG_RULES when there is none. */
enum diag_rule diag_rule_find(const char *id_or_name);

#define DIAG_SUBJECTS 4

/** A finding. All strings live in the arena of its list, or are static. */
struct diag {
	enum diag_rule rule;
	const char *path;   /**< as it was named, with `/`; at a revision from the top */
	const char *prefix; /**< of the list */
	struct span at;
	const char *pointer;  /**< JSON pointer, "" for the whole document */
	const char *identity; /**< the pointer with ids for places, NULL: as the pointer */
	const char *hint;     /**< NULL when there is none */
	const char *subjects[DIAG_SUBJECTS]; /**< what fills the message, in order */
	const char *partner; /**< id of the partner it concerns, NULL when unknown */
	int32_t muted_until; /**< DATE_NONE when it is not muted */
};

/** Findings in order of arrival. Ready when all zeros but for the arena. */
struct diag_list {
	struct arena *arena;
	const char *prefix; /**< what stands before each path when it is printed, NULL: nothing */
	struct diag *items;
	size_t n;
	size_t capacity;
	size_t dropped;                  /**< beyond DIAG_MOST: counted only */
	uint32_t dropped_by[DIAG_RULES]; /**< of them, by rule: those that are not muted */
	size_t dropped_muted;            /**< of them, those that are */
	bool errors;                     /**< some finding is of level error */
};

/** After so many findings in one list the rest is only counted. */
#define DIAG_MOST 1000

/**
 * Adds a finding of `rule`; the variable arguments are the subjects, as many `const char *`
 * as the rule's message has places. Subjects, hint (may be NULL) and pointer are copied, the
 * path must outlive the list. Returns it, or NULL when it was only counted.
 */
struct diag *diag_add(struct diag_list *list, enum diag_rule rule, const char *path, struct span at,
	const char *pointer, const char *hint, ...);

/** Sorts by path, line, column, id; stable. */
void diag_sort(struct diag_list *list);

/** Appends `message` of a finding: the rule's words with its subjects, untrusted text escaped. */
void diag_put_message(struct buffer *buffer, const struct diag *diag);

/** Appends `message; hint`, or the message alone when there is no hint; escaped likewise. */
void diag_put_text(struct buffer *buffer, const struct diag *diag);

/**
 * Appends the prefix, `file:line:col: level: message; hint [P004]` and a newline, untrusted
 * text escaped; only `file: level: …` when it stands nowhere.
 */
void diag_put_line(struct buffer *buffer, const struct diag *diag);

/** `error`, `warning`, `note`, `off`. */
const char *diag_level_word(enum diag_level level);

#endif
