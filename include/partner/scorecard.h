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
	int64_t n;
	double points;
	double weight;       /**< share of its criterion */
	double pull;         /**< share of the whole score; not printed as JSON */
	const char *reading; /**< the value in words; not printed as JSON */
	struct array records;
};

struct card_criterion {
	const char *criterion;
	double weight;
	double score;
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
	double floor;
	double ceiling;
	double coverage;
	double min_coverage; /**< of the policy; not printed as JSON */
	double talk_below;   /**< of the policy; not printed as JSON */
	const char *grade;
	const struct rules *rules; /**< whose grade bands a plot shows; not printed as JSON */
	struct array criteria;
	struct array panel;
	struct array disputes;
	const struct card_contract *contract;
};

extern const struct record scorecard_record;

/**
 * Judges the partner of `source` as of `as_of`. Without `effects` those of the records are NaN,
 * which saves the work where nobody prints them. Everything lives in source->arena. The
 * source must be a document without errors, its policy without faults.
 */
const struct scorecard *scorecard_make(const struct source *source, int32_t as_of, bool effects);

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
