/* The policy's tables: what counts, how much, and from where on it is worrying. */
#include "partner/policy.h"

#include "tables.h"

static const char *const aggregate_words[] = {
	[AGGREGATE_LAST] = "last",
	[AGGREGATE_MEAN] = "mean",
	[AGGREGATE_RECENCY] = "recency",
	NULL,
};

const char *const sign_level_words[] = {
	[SIGN_OFF] = "off",
	[SIGN_NOTE] = "note",
	[SIGN_WARNING] = "warning",
	[SIGN_CRITICAL] = "critical",
	NULL,
};

static const char *const completeness_words[] = {
	[ITEM_PLAN] = "plan",
	[ITEM_GOALS] = "goals",
	[ITEM_SPONSOR] = "sponsor",
	[ITEM_CONTRACT] = "contract",
	[ITEM_NOTICE] = "notice",
	[ITEM_COSTS] = "costs",
	[ITEM_EXIT] = "exit",
	[ITEM_CADENCE] = "cadence",
	[ITEM_SERVICE_LEVELS] = "service_levels",
	[ITEM_DOCUMENTS] = "documents",
	NULL,
};

static const struct field rate_fields[] = {
	F_CURRENCY_REQUIRED(
		"currency", struct currency_rate, currency, "the other currency, such as EUR"),
	F_NUMBER_REQUIRED("rate", struct currency_rate, rate, 0, NO_LIMIT,
		"what one unit of it is worth in the policy's currency"),
	F_DATE("on", struct currency_rate, on, "day from which on the rate holds"),
	F_TEXT("note", struct currency_rate, note, "where the rate is from"),
};
static const struct record rate_record =
	RECORD("rate", struct currency_rate, rate_fields, NULL, "what another currency is worth");

static const struct field grade_fields[] = {
	F_TEXT_REQUIRED("grade", struct grade_band, grade, "the grade as it is printed"),
	F_NUMBER_REQUIRED(
		"from", struct grade_band, from, 0, 100, "the least score that still earns it"),
	F_TEXT("note", struct grade_band, note, "what the grade means to you"),
};
static const struct record grade_record =
	RECORD("grade", struct grade_band, grade_fields, "grade", "a band of scores");

static const struct field measure_fields[] = {
	F_TEXT_REQUIRED("measure", struct policy_measure, measure,
		"name of the measure, or metric:ID for a figure of your own"),
	F_NUMBER("weight", struct policy_measure, weight, 0, NO_LIMIT,
		"how much it counts within its criterion; 1 when it is not said"),
	F_WORD("aggregate", struct policy_measure, aggregate, aggregate_words,
		"what counts of a metric:ID: the last value (the default), the mean, the newest most"),
	F_SCALE("scale", struct policy_measure, scale,
		"points for values, as [[value, points], …] from the least value up"),
	F_TEXT("note", struct policy_measure, note, "why it is measured so"),
};
static const struct record measure_record = RECORD(
	"measure", struct policy_measure, measure_fields, "measure", "a measure of a criterion");

static const struct field criterion_fields[] = {
	F_ID_REQUIRED("id", struct criterion, id, "short name, as used in the scores of ratings"),
	F_TEXT("title", struct criterion, title, "name of the criterion in words"),
	F_WEIGHT_REQUIRED("weight", struct criterion, weight,
		"how much it counts: a share, all of them 100 % together, or all plain numbers"),
	F_WEIGHT("weight_low", struct criterion, weight_low,
		"the least weight to try when asking how robust the score is"),
	F_WEIGHT("weight_high", struct criterion, weight_high,
		"the greatest weight to try when asking how robust the score is"),
	F_WORDS("kinds", struct criterion, kinds, partner_kind_words,
		"the kinds of partner it is for; all when it is not said"),
	F_RECORDS_REQUIRED("measures", struct criterion, measures, struct policy_measure,
		&measure_record, "what it is measured by"),
	F_TEXT("note", struct criterion, note, "why it counts"),
};
static const struct record criterion_record =
	RECORD("criterion", struct criterion, criterion_fields, "id", "one part of the score");

static const struct field sign_rule_fields[] = {
	F_ID_REQUIRED("sign", struct sign_rule, sign, "name of the warning sign"),
	F_WORD("level", struct sign_rule, level, sign_level_words,
		"how loud it is; off when you do not want to hear it"),
	F_WHOLE("n", struct sign_rule, n, 0, NO_LIMIT, "how many contacts there must be to judge"),
	F_WHOLE("count", struct sign_rule, count, 0, NO_LIMIT, "how many of them raise the sign"),
	F_NUMBER("ratio", struct sign_rule, ratio, 0, NO_LIMIT,
		"how many times more contacts there must be near a renewal than otherwise"),
	F_NUMBER("p", struct sign_rule, p, 0, 1,
		"how likely it may be at most that chance alone did it"),
	F_NUMBER("below", struct sign_rule, below, 0, 100, "the value below which it is raised"),
	F_NUMBER("behind", struct sign_rule, behind, 0, 100,
		"how many points our own score may lie behind the partner's"),
	F_NUMBER("fall", struct sign_rule, fall, 0, 100, "how many points the score has fallen"),
	F_NUMBER("sd", struct sign_rule, sd, 0, NO_LIMIT,
		"how far the raters lie apart, as a standard deviation"),
	F_NUMBER("gap", struct sign_rule, gap, 0, 100,
		"how many points opinion and facts lie apart"),
	F_NUMBER("width", struct sign_rule, width, 0, 100,
		"how many points wide the score's interval may be"),
	F_SHARE("coverage", struct sign_rule, coverage,
		"the share of the weight that must be measured"),
	F_DURATION("age", struct sign_rule, age, "how old a single open promise may become"),
	F_DURATION("stale", struct sign_rule, stale, "age from which on an open promise is old"),
	F_DURATION("ahead", struct sign_rule, ahead, "how far ahead something must be due"),
	F_DURATION("tested", struct sign_rule, tested, "how long the test of an alternative holds"),
	F_DURATION("silence", struct sign_rule, silence,
		"how long nothing need be heard from the partner"),
	F_DURATION("answer", struct sign_rule, answer, "how long an answer may take"),
	F_DURATION("after", struct sign_rule, after, "how long it may stay so before it is said"),
	F_DURATION("overdue", struct sign_rule, overdue, "how late a review may be"),
	F_DURATION("within", struct sign_rule, within, "how far back ratings are looked at"),
	F_DURATION("warn", struct sign_rule, warn, "how long before the day the warning begins"),
	F_DURATION("critical", struct sign_rule, critical,
		"how long before the day the warning becomes critical"),
	F_TEXT("note", struct sign_rule, note, "why it is set so"),
};
const struct record sign_rule_record = RECORD("sign", struct sign_rule, sign_rule_fields, "sign",
	"how loud a warning sign is, and from where on");

static const struct field standing_fields[] = {
	F_NUMBER("exit_below", struct standing_rules, exit_below, 0, 100,
		"score below which leaving is considered, once talking has not helped"),
	F_NUMBER("talk_below", struct standing_rules, talk_below, 0, 100,
		"score below which it is time to talk"),
	F_WHOLE("talk_warnings", struct standing_rules, talk_warnings, 1, NO_LIMIT,
		"number of warnings from which on it is time to talk"),
	F_DURATION("patience", struct standing_rules, patience,
		"how long after the talk things may take to improve"),
	F_TEXT("note", struct standing_rules, note, "why it is set so"),
};
static const struct record standing_record = RECORD("standing", struct standing_rules,
	standing_fields, NULL, "from where on to talk, and to think of leaving");

static const struct field completeness_fields[] = {
	F_WORDS("strategic", struct completeness, strategic, completeness_words,
		"what the file of a strategic partner must have"),
	F_WORDS("preferred", struct completeness, preferred, completeness_words,
		"what the file of a preferred partner must have"),
	F_WORDS("approved", struct completeness, approved, completeness_words,
		"what the file of an approved partner must have"),
	F_WORDS("trial", struct completeness, trial, completeness_words,
		"what the file of a partner on trial must have"),
	F_TEXT("note", struct completeness, note, "why so much and no more"),
};
static const struct record completeness_record = RECORD("completeness", struct completeness,
	completeness_fields, NULL, "what a partner file must have, tier by tier");

static const struct field template_rule_fields[] = {
	F_WORD("kind", struct template_rule, kind, partner_kind_words,
		"the kind of partner it is for; all when it is not said"),
	F_ID_REQUIRED("task", struct template_rule, task, "id of the task of the exit template"),
	F_TEXT("title", struct template_rule, title, "what is to be done"),
	F_DURATION("takes", struct template_rule, takes, "how long it takes"),
	F_IDS("after", struct template_rule, after,
		"ids of the tasks that must be finished before"),
	F_TEXT("note", struct template_rule, note, "why it is set so"),
};
const struct record template_rule_record = RECORD("template", struct template_rule,
	template_rule_fields, NULL, "a change to the exit template");

static const struct field exit_policy_fields[] = {
	F_RECORDS("templates", struct exit_policy, templates, struct template_rule,
		&template_rule_record, "changes to the exit template"),
	F_DATES("holidays", struct exit_policy, holidays,
		"days without business, besides Saturdays and Sundays"),
	F_TEXT("note", struct exit_policy, note, "why it is set so"),
};
static const struct record exit_policy_record =
	RECORD("exit", struct exit_policy, exit_policy_fields, NULL, "how exit plans are made");

/* The rows of struct rules, for a struct that holds it as `at`, or for itself. */
#define RULES_ROWS(type, at)                                                                      \
	F_DURATION("window", type, at window, "how far back events count"),                       \
		F_DURATION("half_life", type, at half_life, "age at which a rating counts half"), \
		F_SHARE("confidence", type, at confidence, "how sure intervals are to be"),       \
		F_SHARE("min_coverage", type, at min_coverage,                                    \
			"share of the weight that must be measured for a grade"),                 \
		F_DURATION("grace", type, at grace,                                               \
			"age until which a partnership is still finding its feet"),               \
		F_SHARE("unevidenced_weight", type, at unevidenced_weight,                        \
			"what a rating without evidence counts"),                                 \
		F_TEXT("calibration", type, at calibration,                                       \
			"file of the raters' offsets, made by partner-calibrate(1)"),             \
		F_NUMBER("lambda", type, at lambda, 0, NO_LIMIT,                                  \
			"how many further ratings without bias to imagine for each rater"),       \
		F_SHARE("discount_rate", type, at discount_rate,                                  \
			"yearly rate at which later money counts less"),                          \
		F_CURRENCY("currency", type, at currency, "currency of sums, such as USD"),       \
		F_RECORDS("rates", type, at rates, struct currency_rate, &rate_record,            \
			"what other currencies are worth in it"),                                 \
		F_DURATION("renewal_window", type, at renewal_window,                             \
			"how long before a term's end a renewal is near"),                        \
		F_RECORDS("grades", type, at grades, struct grade_band, &grade_record,            \
			"the grades from the best down, the last from 0"),                        \
		F_RECORDS("criteria", type, at criteria, struct criterion, &criterion_record,     \
			"what the score consists of; your own list replaces the built-in one"),   \
		F_RECORDS("signs", type, at signs, struct sign_rule, &sign_rule_record,           \
			"changes to the warning signs, each by its name"),                        \
		F_RECORD("standing", type, at standing, struct standing_rules, &standing_record,  \
			"from where on to talk, and to think of leaving"),                        \
		F_RECORD("completeness", type, at completeness, struct completeness,              \
			&completeness_record, "what a partner file must have, tier by tier"),     \
		F_RECORD("exit", type, at exit, struct exit_policy, &exit_policy_record,          \
			"how exit plans are made")

static const struct field rules_fields[] = {RULES_ROWS(struct rules, )};
const struct record rules_record =
	RECORD("rules", struct rules, rules_fields, NULL, "everything that a policy may set");

static const struct field override_fields[] = {
	F_WORD("kind", struct policy_override, kind, partner_kind_words,
		"only for partners of this kind"),
	F_WORD("tier", struct policy_override, tier, tier_words, "only for partners of this tier"),
	F_PARTNER_ID("partner", struct policy_override, partner, "only for the partner of this id"),
	RULES_ROWS(struct policy_override, rules.),
	F_TEXT("note", struct policy_override, note, "why the rules differ here"),
};
static const struct record override_record = RECORD(
	"override", struct policy_override, override_fields, NULL, "other rules for some partners");

static const struct field policy_fields[] = {
	F_ID_REQUIRED("policy", struct policy, id, "name of the policy, in the JSON of each score"),
	RULES_ROWS(struct policy, rules.),
	F_RECORDS("overrides", struct policy, overrides, struct policy_override, &override_record,
		"other rules for some partners, by kind, tier or id"),
	F_TEXT("note", struct policy, note, "anything else worth knowing about the policy"),
};
const struct record policy_record =
	RECORD("policy", struct policy, policy_fields, NULL, "what counts, and how much");
