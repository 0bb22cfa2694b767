/* The report as gauges: of each partner that goes on, what it is worth watching. */
#include <string.h>

#include "orders.h"
#include "partner/metrics.h"
#include "partner/policy.h"

#define SECONDS_A_DAY 86400

/* Every label that a line can have. */
#define LABELS_MOST 3

/* The gauges in the making. */
struct gauges {
	struct metrics metrics;
	struct members members; /* by id */
};

/* The labels of every line, and one more unless its name is NULL; returns how many. */
static size_t label(struct metrics_label labels[LABELS_MOST], const struct member *member,
	enum side side, const char *name, const char *value)
{
	labels[0] = (struct metrics_label){"partner", member->partner};
	labels[1] = (struct metrics_label){"side", side_words[side]};
	labels[2] = (struct metrics_label){name, value};
	return name ? 3 : 2;
}

/* What is known of a side: the partner's is laid out as ours is. False: nothing. */
static bool see(const struct member *member, enum side side, struct card_mirror *seen)
{
	if (side == SIDE_US && !member->mirror)
		return false;
	*seen = side == SIDE_US ? *member->mirror
				: (struct card_mirror){.score = member->score,
					  .low = member->low,
					  .high = member->high,
					  .coverage = member->coverage,
					  .grade = member->grade};
	return true;
}

/* ---- of both sides ---- */

struct ratio {
	const char *name, *help;
	size_t offset; /* in struct card_mirror */
	double whole;  /* what counts as 1 */
	int decimals;
};

static const struct ratio ratios[] = {
	{"partner_score_ratio", "Score, 0 to 1.", offsetof(struct card_mirror, score), 100, 3},
	{"partner_score_low_ratio", "Lower end of its interval.", offsetof(struct card_mirror, low),
		100, 3},
	{"partner_score_high_ratio", "Upper end of its interval.",
		offsetof(struct card_mirror, high), 100, 3},
	{"partner_coverage_ratio", "Share of the policy's weight measured.",
		offsetof(struct card_mirror, coverage), 1, 4},
};

static void put_ratio_of(struct gauges *gauges, const struct ratio *ratio,
	const struct member *member, enum side side)
{
	struct metrics_label labels[LABELS_MOST];
	struct card_mirror seen;
	double value;

	if (!see(member, side, &seen))
		return;
	memcpy(&value, (const char *)&seen + ratio->offset, sizeof(value));
	metrics_real(&gauges->metrics, labels, label(labels, member, side, NULL, NULL),
		value / ratio->whole, ratio->decimals);
}

static void put_ratio(struct gauges *gauges, const struct ratio *ratio)
{
	metrics_family(&gauges->metrics, ratio->name, ratio->help);
	for (size_t i = 0; i < gauges->members.n; i++) {
		put_ratio_of(gauges, ratio, gauges->members.items[i], SIDE_PARTNER);
		put_ratio_of(gauges, ratio, gauges->members.items[i], SIDE_US);
	}
}

static void put_grade_of(struct gauges *gauges, const struct member *member, enum side side)
{
	struct metrics_label labels[LABELS_MOST];
	struct card_mirror seen;

	if (see(member, side, &seen) && seen.grade)
		metrics_whole(&gauges->metrics, labels,
			label(labels, member, side, "grade", seen.grade), 1);
}

static void put_grades(struct gauges *gauges)
{
	metrics_family(&gauges->metrics, "partner_grade_info", "Grade; always 1.");
	for (size_t i = 0; i < gauges->members.n; i++) {
		put_grade_of(gauges, gauges->members.items[i], SIDE_PARTNER);
		put_grade_of(gauges, gauges->members.items[i], SIDE_US);
	}
}

/* ---- of the partner's side alone ---- */

/* A line of the partner's side, with one more label unless its name is NULL. */
static void put_whole(struct gauges *gauges, const struct member *member, const char *name,
	const char *value, int64_t whole)
{
	struct metrics_label labels[LABELS_MOST];

	metrics_whole(
		&gauges->metrics, labels, label(labels, member, SIDE_PARTNER, name, value), whole);
}

static void put_standings(struct gauges *gauges)
{
	metrics_family(&gauges->metrics, "partner_standing_info", "Advice; always 1.");
	for (size_t i = 0; i < gauges->members.n; i++) {
		const struct member *member = gauges->members.items[i];

		if (member->standing != STANDING_NONE)
			put_whole(gauges, member, "standing", standing_words[member->standing], 1);
	}
}

static void put_midnight(struct gauges *gauges, const struct member *member, int32_t date)
{
	if (date != DATE_NONE)
		put_whole(gauges, member, NULL, NULL, (int64_t)date * SECONDS_A_DAY);
}

static void put_dates(struct gauges *gauges)
{
	metrics_family(&gauges->metrics, "partner_contract_end_timestamp_seconds",
		"Last day of the term.");
	for (size_t i = 0; i < gauges->members.n; i++)
		put_midnight(gauges, gauges->members.items[i], gauges->members.items[i]->term_end);
	metrics_family(&gauges->metrics, "partner_notice_send_by_timestamp_seconds",
		"Last day to send notice.");
	for (size_t i = 0; i < gauges->members.n; i++)
		if (gauges->members.items[i]->facts)
			put_midnight(gauges, gauges->members.items[i],
				gauges->members.items[i]->facts->send_by);
}

static void put_signs(struct gauges *gauges)
{
	metrics_family(&gauges->metrics, "partner_signs", "Unmuted warning signs.");
	for (size_t i = 0; i < gauges->members.n; i++)
		for (int level = SIGN_CRITICAL; level >= SIGN_NOTE; level--)
			put_whole(gauges, gauges->members.items[i], "level",
				sign_level_words[level], gauges->members.items[i]->heard[level]);
	metrics_family(&gauges->metrics, "partner_signs_muted", "Muted warning signs.");
	for (size_t i = 0; i < gauges->members.n; i++)
		put_whole(gauges, gauges->members.items[i], NULL, NULL,
			gauges->members.items[i]->muted);
}

void report_put_metrics(struct buffer *out, const struct report *report,
	void (*drain)(void *context), void *context)
{
	struct arena arena = {0};
	struct gauges gauges = {
		.metrics = {.out = out, .drain = drain, .context = context},
		.members = members_sorted(&arena, report->source->partners, member_compare_ids),
	};

	for (size_t i = 0; i < COUNT_OF(ratios); i++)
		put_ratio(&gauges, &ratios[i]);
	put_grades(&gauges);
	put_standings(&gauges);
	put_dates(&gauges);
	put_signs(&gauges);
	metrics_family(&gauges.metrics, "partner_report_unread_files", "Unread inputs.");
	metrics_whole(&gauges.metrics, NULL, 0, (int64_t)report->source->unread.n);
	arena_free(&arena);
}
