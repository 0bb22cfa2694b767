/**
 * The change of a partner between two states: what moved, by how much, and why. A record like
 * any other, so that JSON, its schema and its description come from one table, and every other
 * format is drawn from it.
 *
 * Its numbers foot as they are printed: causes add up to `delta`, and so do the effects of the
 * criteria; the measures to their criterion's; the records to as much of their measure's as time
 * and data have made, where their effects are known.
 */
#ifndef PARTNER_CHANGE_H
#define PARTNER_CHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "partner/arena.h"
#include "partner/diag.h"
#include "partner/scorecard.h"
#include "partner/source.h"

enum change_status { CHANGE_ADDED, CHANGE_CHANGED, CHANGE_REMOVED };
extern const char *const change_status_words[]; /**< closed by NULL */

/** What an effect of a record comes from: in the data, or by the passing of time. */
enum record_change {
	RECORD_ADDED,
	RECORD_CHANGED,
	RECORD_REMOVED,
	RECORD_ENTERED, /**< the window, or what else time brings */
	RECORD_LEFT,
	RECORD_AGED,
	RECORD_JOINT, /**< what changes do only together: it has no reference */
};
extern const char *const record_change_words[]; /**< closed by NULL */

/** One end of a change. */
struct change_end {
	int32_t as_of;
	double score; /**< as printed; NaN without */
	double coverage;
	const char *grade;
	int standing;         /**< enum standing */
	const char *reason;   /**< of the standing; NULL without one */
	const char *revision; /**< full hash of the commit; NULL on disk */
	int phase;            /**< enum phase; not printed as JSON */
	bool graded;          /**< likewise */
};

/** Where the difference of the scores comes from, in points. */
struct change_causes {
	double policy;
	double calibration;
	double time;
	double data;
};

struct change_record {
	const char *ref; /**< NULL when joint */
	int change;      /**< enum record_change */
	double effect;   /**< points of the total; NaN: unknown, between scorecards */
	const char *path;
	int64_t line;
};

struct change_measure {
	const char *measure;
	double effect;
	double from, to;      /**< points at the ends, NaN when not measured; not printed as JSON */
	struct array records; /**< struct change_record, by |effect| */
};

struct change_criterion {
	const char *criterion;
	double value_effect;   /**< of another score of the criterion */
	double weight_effect;  /**< of another weight of it in the total */
	double from, to;       /**< its scores at the ends, NaN when none; not printed as JSON */
	struct array measures; /**< struct change_measure, those measured at either end */
};

/** Signs by name. */
struct change_signs {
	struct array raised;  /**< new, heard again, or more serious than before */
	struct array cleared; /**< were heard, and are gone */
	struct array eased;   /**< still there, less serious */
	struct array muted;   /**< were heard, and are muted now */
};

/** A record that was changed, with what is another about it. */
struct changed_record {
	const char *ref;
	const char *path;
	int64_t line;
	struct array fields; /**< struct field_change of match.h */
};

/** Disputes by the record that is disputed. */
struct change_disputes {
	struct array opened; /**< const char * */
	struct array closed; /**< were open, and are settled or gone */
};

struct change_records {
	struct array added;   /**< struct card_reference */
	struct array changed; /**< struct changed_record */
	struct array removed; /**< struct card_reference */
};

struct change {
	const char *partner;
	const char *name; /**< not printed as JSON */
	const char *kind; /**< as in the scorecard; not printed as JSON */
	const char *tier;
	const char *criticality;
	int32_t as_of; /**< of the newer end */
	int status;    /**< enum change_status */
	const struct change_end *from;
	const struct change_end *to;
	double delta;                       /**< printed to less printed from; NaN */
	const struct change_causes *causes; /**< NULL when unknown, or a score is missing */
	struct array criteria;              /**< struct change_criterion; none likewise */
	const struct change_disputes *disputes;
	const struct change_signs *signs;
	const struct change_records *records;
	/* Not printed as JSON. */
	const struct scorecard *cards[2]; /**< the ends in full; NULL as `from`, `to` */
	bool few_events;    /**< the grade is another one, and by R2 not that of the score */
	bool repaired;      /**< `from` is NULL because the older file was faulty */
	const char *prefix; /**< before paths in the older state; NULL: nothing */
	const char *path;   /**< the partner's file, of the newer end if there is one */
	int64_t line;
	struct array gates; /**< const char *: those of --fail-on that it meets */
};

/** One end of a comparison of all. */
struct changes_end {
	const char *operand; /**< as it was named */
	int32_t as_of;       /**< DATE_NONE when the scorecards bring their own */
	const char *revision;
};

struct changes_gate {
	const char *gate;
	struct array partners; /**< const char *: ids, in order of the changes */
};

/** The last line: what was compared, and what came of it. */
struct changes {
	int32_t as_of;
	const struct changes_end *from;
	const struct changes_end *to;
	int64_t compared; /**< partners that may have changed, on both sides */
	int64_t added;
	int64_t removed;
	int64_t changed;
	int64_t faulty;     /**< left out, their newer file being so */
	int64_t unchanged;  /**< of those compared */
	struct array gates; /**< struct changes_gate, all that were asked for */
};

extern const struct record change_record;
extern const struct record changes_record;

/** A state of a partner. */
struct state {
	const struct source *source; /**< a sound document, or a line with a scorecard; else NULL */
	const struct scorecard *card; /**< of such a line; else NULL */
	int32_t as_of;                /**< of a document */
	bool faulty;                  /**< there is a document, but it is not sound */
};

/**
 * What changed from one state of a partner to another one, in `arena`; a state of all zeros is
 * not there, and the older one may be faulty, if it has an id. NULL when nothing did: no record,
 * nor what is printed of score, coverage, grade, standing, phase, signs and disputes. A partner's
 * own side is judged.
 *
 * The score is taken apart in steps, in this order: the policy, the calibration, the day, the
 * data become those of the newer state; each step's effect is exact and symmetric (Shapley 1953,
 * for the two factors weight and value), and a step without a score leaves its part to the next
 * one that has one. Between scorecards all is data when policy, calibration and day agree, and
 * the causes are unknown when they do not.
 */
const struct change *change_make(
	struct arena *arena, const struct state *from, const struct state *to);

/**
 * Whether a partner that had a grade has a worse one, or none any more. Which is worse tells the
 * newer policy, else the older one, whichever has both grades; where no policy is at hand, as
 * between scorecards, the alphabet when both are one letter, A the best; else the score.
 */
bool change_grade_worse(const struct change *change);

/** How changes are ordered: met gates first, then the greatest loss, unknown ones last, by id. */
int change_compare(const struct change *one, const struct change *other);

/* ---- formats ---- */

/** Appends the block of one change. */
void change_put_text(
	struct buffer *buffer, const struct change *change, const struct card_style *style);

/** Appends what came of all: totals and gates. */
void changes_put_text(
	struct buffer *buffer, const struct changes *changes, const struct card_style *style);

/** A comment of a merge request has at most so many bytes. */
#define CHANGES_MARKDOWN_MOST 60000

/** Appends the row of a change in the table of such a comment, and what is folded below it. */
void change_put_markdown_row(struct buffer *buffer, const struct change *change);
void change_put_markdown_details(struct buffer *buffer, const struct change *change);

/**
 * Appends a comment of `n` rows and details, drawn before, in order of change_compare: what does
 * not fit is left out from the end, first details, then rows, and counted.
 */
void changes_join_markdown(struct buffer *buffer, const struct changes *changes,
	const char *const *rows, const char *const *details, size_t n);

/** How a path is named from the repository's top. */
typedef const char *(*change_place)(void *context, struct arena *arena, const char *path);

/**
 * Appends an annotation of GitHub, without a newline, at the record of largest effect that is in
 * the newer file: an error when the change meets a gate, a warning when a sign was raised or the
 * grade is worse, else a note. Returns which.
 */
enum diag_level change_put_annotation(
	struct buffer *buffer, const struct change *change, change_place place, void *context);

#endif
