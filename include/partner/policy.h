/**
 * The policy (format policy/1): what counts, how much, and from where on it is worrying.
 * See partner-policy(5). The built-in policy is a YAML file like any other.
 */
#ifndef PARTNER_POLICY_H
#define PARTNER_POLICY_H

#include "partner/partner.h"
#include "partner/schema.h"

struct currency_rate {
	struct head head;
	struct text_field currency;
	struct number_field rate; /* 1 unit of `currency` is `rate` units of the policy's */
	struct date_field on;
	struct text_field note;
};

struct grade_band {
	struct head head;
	struct text_field grade;
	struct number_field from; /* points, closed below */
	struct text_field note;
};

struct measure_info;

enum aggregate { AGGREGATE_LAST, AGGREGATE_MEAN, AGGREGATE_RECENCY };

struct policy_measure {
	struct head head;
	struct text_field measure;        /* a name of the table of measures, or metric:ID */
	struct number_field weight;       /* absent: 1 */
	struct word_field aggregate;      /* of metric:ID; absent: last */
	LIST_OF(struct scale_knot) scale; /* absent: the measure's default */
	struct text_field note;
	const struct measure_info *info; /* set by measure_resolve; NULL: no such measure */
};

struct criterion {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct weight_field weight;
	struct weight_field weight_low;
	struct weight_field weight_high;
	LIST_OF(struct word_field) kinds; /* enum partner_kind; none: all */
	LIST_OF(struct policy_measure) measures;
	struct text_field note;
};

enum sign_level { SIGN_OFF, SIGN_NOTE, SIGN_WARNING, SIGN_CRITICAL };
extern const char *const sign_level_words[]; /**< closed by NULL */

/** A sign's level and parameters; which parameters a sign has stands in signs.h. */
struct sign_rule {
	struct head head;
	struct text_field sign;
	struct word_field level; /* enum sign_level */
	struct whole_field n;
	struct whole_field count;
	struct number_field ratio;
	struct number_field p;
	struct number_field below;
	struct number_field behind;
	struct number_field fall;
	struct number_field sd;
	struct number_field gap;
	struct number_field width;
	struct number_field coverage;
	struct duration_field age;
	struct duration_field stale;
	struct duration_field ahead;
	struct duration_field tested;
	struct duration_field silence;
	struct duration_field answer;
	struct duration_field after;
	struct duration_field overdue;
	struct duration_field within;
	struct duration_field warn;
	struct duration_field critical; /* notice-due: becomes critical within */
	struct text_field note;
};

struct standing_rules {
	struct head head;
	struct number_field exit_below;
	struct number_field talk_below;
	struct whole_field talk_warnings;
	struct duration_field patience;
	struct text_field note;
};

/** What partner-check demands of a tier; values of the words: enum completeness_item. */
struct completeness {
	struct head head;
	LIST_OF(struct word_field) strategic;
	LIST_OF(struct word_field) preferred;
	LIST_OF(struct word_field) approved;
	LIST_OF(struct word_field) trial;
	struct text_field note;
};

enum completeness_item {
	ITEM_PLAN,
	ITEM_GOALS,
	ITEM_SPONSOR,
	ITEM_CONTRACT,
	ITEM_NOTICE,
	ITEM_COSTS,
	ITEM_EXIT,
	ITEM_CADENCE,
	ITEM_SERVICE_LEVELS,
	ITEM_DOCUMENTS
};

struct template_rule {
	struct head head;
	struct word_field kind; /* enum partner_kind; absent: all */
	struct text_field task;
	struct text_field title;
	struct duration_field takes;
	LIST_OF(struct text_field) after;
	struct text_field note;
};

struct exit_policy {
	struct head head;
	LIST_OF(struct template_rule) templates;
	LIST_OF(struct date_field) holidays;
	struct text_field note;
};

/** Everything that a policy may set and an override may change. */
struct rules {
	struct duration_field window;
	struct duration_field half_life;
	struct number_field confidence;
	struct number_field min_coverage;
	struct duration_field grace;
	struct number_field unevidenced_weight;
	struct text_field calibration;
	struct number_field lambda;
	struct number_field discount_rate;
	struct text_field currency;
	LIST_OF(struct currency_rate) rates;
	struct duration_field renewal_window;
	LIST_OF(struct grade_band) grades;
	LIST_OF(struct criterion) criteria;
	LIST_OF(struct sign_rule) signs;
	struct standing_rules standing;
	struct completeness completeness;
	struct exit_policy exit;
};

/** Holds where every one of kind, tier and partner that it names matches. */
struct policy_override {
	struct head head;
	struct word_field kind;
	struct word_field tier;
	struct text_field partner;
	struct rules rules;
	struct text_field note;
};

struct policy {
	struct head head;
	struct text_field id; /* key `policy` */
	struct rules rules;
	LIST_OF(struct policy_override) overrides;
	struct text_field note;
};

extern const struct record policy_record;
extern const struct record rules_record; /* the rows of struct rules alone */

/** The built-in policy as YAML text, and 64 hex digits of the SHA-256 of its bytes. */
extern const char default_policy_yaml[];
extern const size_t default_policy_size;
extern const char default_policy_digest[];

/**
 * `base` with what `over` gives: scalars replace; criteria, grades and other lists replace
 * as a whole; signs and exit.templates merge by their names. `over` is not changed.
 */
void rules_merge(struct arena *arena, struct rules *base, const struct rules *over);

/** The rules for one partner: those of `policy` with its matching overrides, in file order. */
void policy_rules_for(struct arena *arena, const struct policy *policy,
	const struct partner *partner, struct rules *result);

/** Appends the policy as YAML that reads back to the same. */
void policy_put_yaml(struct buffer *buffer, const struct policy *policy);

#endif
