/**
 * The scorecard: the judgement on one partner, from one side, as of one day. It is a record
 * like any other, so that JSON, its schema and its description come from one table; the text
 * is drawn from it, too.
 */
#ifndef PARTNER_SCORECARD_H
#define PARTNER_SCORECARD_H

#include <stdint.h>

#include "partner/arena.h"
#include "partner/card_facts.h"
#include "partner/diag_record.h"
#include "partner/measure.h"
#include "partner/read.h"
#include "partner/schema.h"
#include "partner/score.h"
#include "partner/source.h"

/** What to do: the worst advice first; gather stands apart. */
enum standing {
	STANDING_NONE = CHOICE_NONE, /**< ended, or side us */
	STANDING_GATHER,
	STANDING_EXIT,
	STANDING_TALK,
	STANDING_KEEP,
	STANDING_GROW,
};

/** Where a partnership is in its life. */
enum phase {
	PHASE_NONE = CHOICE_NONE, /**< side us */
	PHASE_ONBOARDING,
	PHASE_GROWING,
	PHASE_STEADY,
	PHASE_WINDING_DOWN,
	PHASE_ENDED,
};

/** Both closed by NULL; NONE has no word. */
extern const char *const standing_words[];
extern const char *const phase_words[];

/** A grade, and the least score that earns it. */
struct card_band {
	const char *grade;
	double from;
};

struct card_policy {
	const char *id;
	const char *digest;
	const char *currency; /**< in which sums are given; NULL: each in its own */
	double exit_below;    /**< scores below it ask for an exit, and for a talk */
	double talk_below;
	double unevidenced_weight; /**< of a rating without evidence, 0–1 */
	struct array bands;        /**< struct card_band, the best first */
};

struct card_calibration {
	const char *digest; /**< NULL: ratings are used as given */
};

/** A record, and where it stands. */
struct card_reference {
	const char *ref; /**< incident:INC-7, or touchpoint:#3; of single records their name */
	const char *path;
	int64_t line;
};

/** A record that a measure used, with what it did to the total score. */
struct card_record {
	const char *ref;
	const char *path;
	int64_t line;
	double value;     /**< its part in the measure's value; NaN: none of its own */
	double effect;    /**< points of the total; NaN: without it there is no score */
	double points;    /**< of the measure; NaN: without it the measure has none */
	const char *word; /**< its value in a word; not printed as JSON */
};

struct card_measure {
	const char *measure;
	int status; /**< enum measure_status */
	const char *unit;
	double value;
	double low, high; /**< of the value, at the policy's confidence; NaN: none, unbounded */
	int64_t n;
	double points;
	double points_low, points_high;
	double weight;       /**< share of its criterion */
	double pull;         /**< share of the whole score; not printed as JSON */
	const char *reading; /**< the value in words; not printed as JSON */
	const char *needs;   /**< what to record when it has no data; not printed as JSON */
	struct array records;
};

struct card_criterion {
	const char *criterion;
	double weight;
	double score;
	double low, high;
	double coverage;
	struct array measures;
	/** The measure that costs it most, NULL when none does; not printed as JSON. */
	const struct card_measure *costliest;
};

struct card_vote {
	const char *criterion;
	const char *rater;
	const char *role;
	const char *ref;
	const char *path;
	int64_t line;
	double raw;
	double adjusted;
	double weight;
	bool evidence;
};

struct card_sign {
	const char *sign;
	int level;          /**< enum sign_level */
	const char *source; /**< id of the practitioners' advice that it answers */
	const char *text;   /**< one line with the numbers */
	const char *advice; /**< one line that can be acted on */
	int32_t muted;      /**< last day on which an exception mutes it; DATE_NONE: it is heard */
	int32_t newest;     /**< day of its newest record; DATE_NONE: none is dated */
	struct array records; /**< struct card_reference */
};

/** What the judgement would be without somebody or something. */
struct card_flip {
	const char *without; /**< rater:ID, criterion:ID or a record */
	double score;
	const char *grade;
	bool graded;  /**< the grade is not "-"; not printed as JSON */
	int standing; /**< enum standing */
};

/** From so many warnings to so many. */
struct card_warnings {
	int64_t from;
	int64_t to;
};

/** A way to another standing: all that it takes together, everything else held as it is. */
struct card_way {
	int standing;         /**< enum standing: where it leads */
	double points;        /**< of the score, to be lost when below 0; NaN: it takes none */
	const char *grade;    /**< that the score must earn; NULL: that of today will do */
	struct array without; /**< const char *: critical signs that must go */
	bool critical;        /**< a critical sign must be raised */
	const struct card_warnings *warnings; /**< NULL: those of today will do */
	/** The talk that has had no effect, or a newer one, must have outcome improving. */
	bool improving;
};

/** What would change the standing; of the ways of a list any one is enough. */
struct card_change {
	struct array better; /**< struct card_way: what the next better standing lacks */
	struct array worse;  /**< struct card_way: what ends this one; each takes one thing */
};

struct card_point {
	int32_t as_of;
	double score;
	const char *grade;
	bool graded; /**< the grade is not "-"; not printed as JSON */
};

struct card_mirror {
	double score;
	double low, high;
	double coverage;
	const char *grade;
};

struct card_robustness {
	int64_t draws;
	int64_t seed;
	struct array grades;  /**< struct named_share, every grade of the policy */
	struct array records; /**< struct card_flip, each single record that would flip it */
	double least, most;   /**< score under any weights that the policy's bounds allow */
};

/** A date to keep in mind. */
struct card_date {
	int32_t date;
	const char *what;  /**< send notice, the term ends, plan review, conversation review */
	struct money cost; /**< of missing it; currency 0: none known */
};

struct card_dispute {
	const char *record;
	const char *by;
	const char *reason;
	int32_t on;
};

struct card_contract {
	int32_t start;
	int32_t end;
	int32_t send_by;
	struct money value;
	const char *per;
};

struct scorecard {
	const char *partner;
	const char *name;
	const char *kind;
	const char *tier;
	const char *criticality;
	int side; /**< enum side */
	int32_t as_of;
	int32_t ended; /**< its last day; DATE_NONE while it goes on */
	const struct result_source *source;
	const struct card_policy *policy;
	const struct card_calibration *calibration;
	double score;
	double low, high; /**< NaN without a score */
	double floor;
	double ceiling;
	double coverage;
	const char *grade;
	bool graded;                      /**< the grade is not "-"; not printed as JSON */
	bool firm;                        /**< the interval lies within the grade */
	double tolerance;                 /**< 0–1; NaN when ungraded */
	int standing;                     /**< enum standing */
	const char *reason;               /**< one sentence; NULL without a standing */
	struct array reason_refs;         /**< struct card_reference */
	const struct card_change *change; /**< NULL without a standing, and for gather */
	int phase;                        /**< enum phase */
	double slope;                     /**< points a quarter; NaN: unknown */
	const struct rules *rules; /**< whose grade bands a plot shows; not printed as JSON */
	const struct judgement *judgement; /**< behind it; NULL when it was read; not printed */
	struct array criteria;
	struct array panel;
	int64_t raters; /**< whose judgement counted somewhere; not printed as JSON */
	struct array disputes;
	struct array upheld; /**< const char *: records that upheld disputes have taken out */
	struct array signs;  /**< struct card_sign, by the order of the catalogue */
	struct array flips;  /**< struct card_flip */
	struct array trend;  /**< struct card_point, oldest first; none unless asked for */
	const struct card_mirror *mirror;         /**< NULL on side us and kind self */
	const struct card_robustness *robustness; /**< NULL unless asked for, or ungraded */
	const struct card_contract *contract;
	const struct card_facts *facts; /**< NULL on side us, and unless exit_facts.h made it */
	struct array next;              /**< struct card_date, at most two, by date */
};

extern const struct record scorecard_record;

/** What a card is asked for beyond the judgement itself. */
struct card_request {
	int32_t as_of;
	bool effects; /**< of single records; else NaN */
	bool robustness;
	int trend; /**< so many quarter ends before today */
};

/**
 * The sides from which to judge the partner of `source`, in order, when the partner's conduct
 * is asked for, ours, or both. Returns how many: of our own organisation, kind self, there is
 * one card, which is of us and yet what is asked for about a partner (R22).
 */
size_t scorecard_sides(const struct source *source, bool partner, bool us, enum side sides[2]);

/**
 * Judges the partner of `source` from `side`, one of its scorecard_sides.
 * Everything lives in source->arena. The source must be a document without errors, its policy
 * and calibration without faults.
 */
const struct scorecard *scorecard_make(
	const struct source *source, const struct card_request *request, enum side side);

/**
 * Reads a card back from a line of JSON. What is not printed is worked out again, but for
 * `judgement`, and a measure's `reading` and a record's `word`, which only an explained card
 * shows: so that the card is drawn as the one that was printed. NULL, and why, when the line is
 * no scorecard, or lacks what it cannot do without.
 */
const struct scorecard *scorecard_read(
	struct arena *arena, const char *line, size_t length, struct read_fault *fault);

/** How to draw. */
struct card_style {
	bool ascii;
	bool color;
	bool explain;
	unsigned columns;
};

/** Appends the block of one partner as partner-score(1) describes it. */
void scorecard_put_text(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

/** What the block says besides numbers, as running text. */
enum card_phrase {
	CARD_HEAD, /**< EXIT: consider leaving; ENDED 2026-05-31 */
	CARD_WHY,
	CARD_FLIPS,
	CARD_NEXT,
	CARD_US,
	CARD_COVERAGE, /**< with raters and disputes */
	CARD_MUTED,
};

/** One line, without its label, safe for a terminal, in the arena; NULL when the block has none. */
const char *scorecard_phrase(
	struct arena *arena, const struct scorecard *card, enum card_phrase phrase);

/** Appends the heading of the table, and the line of one partner. */
void scorecard_put_table_head(
	struct buffer *buffer, const struct rules *rules, const struct card_style *style);
void scorecard_put_table_line(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

#endif
