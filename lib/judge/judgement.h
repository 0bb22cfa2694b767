/*
 * The judgement of one partner as of one day, before it is written into a card: the score and
 * its past, the mirror, the warning signs, and what they add up to. Private to lib/judge.
 */
#ifndef JUDGE_JUDGEMENT_H
#define JUDGE_JUDGEMENT_H

#include "partner/clock.h"
#include "partner/score.h"
#include "partner/scorecard.h"
#include "partner/signs.h"

/* A warning sign that is raised. */
struct raised {
	const struct sign_info *info;
	enum sign_level level;
	const char *text;
	int32_t muted;     /* until; DATE_NONE: it is heard */
	int32_t newest;    /* date of its newest record; DATE_NONE: none is dated */
	struct array refs; /* struct card_reference */
};

/* What is known besides the score of today; held fixed when something is left out. */
struct circumstances {
	const struct raised *signs;
	size_t n_signs;
	/* The talk since which nothing has improved (R4); NULL: there is none. */
	const struct conversation *talk;
};

/* The verdict, and why. */
struct verdict {
	enum standing standing;
	const char *reason;
	struct array refs; /* struct card_reference */
};

struct panels;

struct judgement {
	struct arena *arena;
	const struct view *view;
	struct score score; /* with records and ranges */
	struct record_effects effects;
	const struct score *mirror; /* with ranges; NULL on side us and kind self */
	struct score_point quarters[SLOPE_QUARTERS]; /* the ends of the last, the newest first */
	size_t n_quarters;                           /* 0 on side us of a partner */
	double slope;
	enum phase phase;      /* PHASE_NONE on side us of a partner */
	struct clock clock;    /* all DATE_NONE without a contract */
	struct panels *panels; /* for the signs, which read it one after the other: sign_votes.h */
	struct circumstances circumstances;
	struct verdict verdict;
};

/* A reference to a record of a list, or to a single record such as the contract. */
struct card_reference judge_cite(
	struct arena *arena, const struct record *record, const struct head *head);

/* The panel measure of a criterion, NULL when it has none. */
const struct scored_measure *judge_panel_measure(const struct scored_criterion *criterion);

/* The score on an earlier day, which may be known from looking back. */
struct score_point judge_on(const struct judgement *judgement, int32_t day);

/*
 * The measure of these criteria that costs the score most: its share of it × (100 − points).
 * NULL when all that is measured has all points.
 */
const struct scored_measure *judge_costliest(const struct scored_criterion *criteria, size_t n);

/* The place of a grade among the policy's, 0 the best; their number when none is given (R68). */
size_t judge_grade_rank(const struct rules *rules, const char *grade);

/* All signs that are raised, by the order of the catalogue; fills judgement->circumstances. */
void signs_raise(struct judgement *judgement);

/*
 * Whether a conduct sign (R3) is raised at level critical and heard as of the view's day, which
 * may be past: such signs follow from the view alone.
 */
bool signs_conduct(struct arena *arena, const struct view *view);

/*
 * The newest conversation to define the relationship or to recover it that was held `patience`
 * ago or earlier, while it was already so bad; NULL without one, and when it or a later one
 * brought improvement by D (R4).
 */
const struct conversation *standing_talk(struct arena *arena, const struct view *view);

/* The first rule of the standing that holds (method §4, R3, R4, R62). */
enum standing standing_of(const struct score *score, const struct circumstances *known);

/* The same with its reason and the records behind it. */
struct verdict standing_explain(const struct judgement *judgement);

/* What would change the standing of the verdict; NULL without one, and for gather. */
const struct card_change *standing_change(const struct judgement *judgement);

/* What would change the grade or the standing if it were left out (R49): struct card_flip. */
struct array flips_find(const struct judgement *judgement);

/* The same for each single record that the score used. */
struct array flips_of_records(const struct judgement *judgement);

/* Judges what `view` shows; `view` is kept. Side us and kind self have fewer parts, see there. */
void judge(struct judgement *judgement, struct arena *arena, const struct view *view, bool effects);

#endif
