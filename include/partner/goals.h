/**
 * Goals, milestones and metrics of a partner file: what is wanted, and how far it has come.
 */
#ifndef PARTNER_GOALS_H
#define PARTNER_GOALS_H

#include "partner/schema.h"

enum goal_kind {
	GOAL_OUTCOME,
	GOAL_REVENUE,
	GOAL_LEADS,
	GOAL_ADOPTION,
	GOAL_QUALITY,
	GOAL_TRAINING,
	GOAL_MARKETING,
	GOAL_SALES
};
enum goal_for { FOR_US, FOR_PARTNER, FOR_BOTH };
enum pace { PACE_LINEAR, PACE_AT_END };

struct observation {
	struct head head;
	struct date_field date;
	struct number_field value;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

struct goal {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct word_field kind;
	struct word_field for_whom; /* enum goal_for; absent: both */
	struct date_field shared;
	struct flag_field stretch;
	struct word_field pace;
	struct date_field start;
	struct date_field due;
	struct number_field baseline;
	struct number_field target;
	struct text_field unit;
	struct number_field weight;
	LIST_OF(struct date_field) reviewed;
	LIST_OF(struct observation) observations;
	struct text_field note;
};

enum milestone_kind { MILESTONE_DELIVERY, MILESTONE_ROADMAP };

struct move {
	struct head head;
	struct date_field on;
	struct date_field to;
	struct word_field asked_by; /* enum side; absent: the milestone's own side */
	struct text_field note;
};

struct milestone {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct word_field by; /* enum side; absent: partner (kind self: us) */
	struct word_field kind;
	struct date_field promised;
	struct date_field due;
	LIST_OF(struct move) moved;
	struct date_field delivered;
	struct date_field cancelled;
	struct money_field penalty;
	struct money_field reward;
	struct date_field claimed;
	struct date_field settled;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

/** A KPI of the user's own; scored by a policy measure `metric:<id>`. */
struct metric {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct text_field unit;
	LIST_OF(struct observation) observations;
	struct text_field note;
};

#endif
