/**
 * The scorecard: the judgement on one partner, from one side, as of one day. It is a record
 * like any other, so that JSON, its schema and its description come from one table; the text
 * is drawn from it, too.
 */
#ifndef PARTNER_SCORECARD_H
#define PARTNER_SCORECARD_H

#include <stdint.h>

#include "partner/arena.h"
#include "partner/diag_record.h"
#include "partner/schema.h"
#include "partner/score.h"
#include "partner/source.h"

struct card_policy {
	const char *id;
	const char *digest;
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
	const char *word; /**< its value in a word; not printed as JSON */
};

struct card_measure {
	const char *measure;
	const char *status;
	const char *unit;
	double value;
	double low, high; /**< of the value, at the policy's confidence; NaN: none, unbounded */
	int64_t n;
	double points;
	double points_low, points_high;
	double weight;       /**< share of its criterion */
	double pull;         /**< share of the whole score; not printed as JSON */
	const char *reading; /**< the value in words; not printed as JSON */
	struct array records;
};

struct card_criterion {
	const char *criterion;
	double weight;
	double score;
	double low, high;
	double coverage;
	struct array measures;
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
	const char *level;  /**< note, warning or critical */
	const char *source; /**< id of the practitioners' advice that it answers */
	const char *text;   /**< one line with the numbers */
	const char *advice; /**< one line that can be acted on */
	int32_t muted;      /**< last day on which an exception mutes it; DATE_NONE: it is heard */
	bool moves;         /**< counts for the standing when heard; not printed as JSON */
	struct array records; /**< struct card_reference */
};

/** What the judgement would be without somebody or something. */
struct card_flip {
	const char *without; /**< rater:ID, criterion:ID or a record */
	double score;
	const char *grade;
	const char *standing; /**< NULL where there is none */
};

struct card_point {
	int32_t as_of;
	double score;
	const char *grade;
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
	const char *side;
	int32_t as_of;
	int32_t ended; /**< DATE_NONE while it goes on; not printed as JSON */
	const struct result_source *source;
	const struct card_policy *policy;
	const struct card_calibration *calibration;
	double score;
	double low, high; /**< NaN without a score */
	double floor;
	double ceiling;
	double coverage;
	const char *grade;
	bool firm;            /**< the interval lies within the grade */
	double tolerance;     /**< 0–1; NaN when ungraded */
	const char *standing; /**< gather, exit, talk, keep, grow; NULL on side us and when ended */
	const char *reason;   /**< one sentence; NULL with the standing */
	struct array reason_refs;  /**< struct card_reference */
	const char *phase;         /**< NULL on side us */
	double slope;              /**< points a quarter; NaN: unknown */
	const struct rules *rules; /**< whose grade bands a plot shows; not printed as JSON */
	struct array criteria;
	struct array panel;
	struct array disputes;
	struct array upheld; /**< const char *: records that upheld disputes have taken out */
	struct array signs; /**< struct card_sign, by the order of the catalogue */
	struct array flips; /**< struct card_flip */
	struct array trend; /**< struct card_point, oldest first; none unless asked for */
	const struct card_mirror *mirror;         /**< NULL on side us and kind self */
	const struct card_robustness *robustness; /**< NULL unless asked for, or ungraded */
	const struct card_contract *contract;
	struct array next; /**< struct card_date, at most two, by date */
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
 * Judges the partner of `source` from `side`; a partner of kind self has side us alone.
 * Everything lives in source->arena. The source must be a document without errors, its policy
 * and calibration without faults.
 */
const struct scorecard *scorecard_make(
	const struct source *source, const struct card_request *request, enum side side);

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

/** Appends the heading of the table, and the line of one partner. */
void scorecard_put_table_head(
	struct buffer *buffer, const struct rules *rules, const struct card_style *style);
void scorecard_put_table_line(
	struct buffer *buffer, const struct scorecard *card, const struct card_style *style);

#endif
