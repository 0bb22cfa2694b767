/**
 * What happens in a partnership: incidents, contacts, give and take, words.
 */
#ifndef PARTNER_EVENTS_H
#define PARTNER_EVENTS_H

#include "partner/schema.h"

enum cause { CAUSE_PARTNER, CAUSE_US, CAUSE_BOTH, CAUSE_THIRD_PARTY, CAUSE_UNKNOWN };
enum ownership { OWNERSHIP_OWNED, OWNERSHIP_PARTLY, OWNERSHIP_DEFLECTED };
enum effort { EFFORT_SURGED, EFFORT_NORMAL, EFFORT_MINIMAL };
enum availability { AVAILABILITY_IMMEDIATE, AVAILABILITY_PROMPT, AVAILABILITY_DECLINED };

struct incident {
	struct head head;
	struct text_field id;
	struct text_field title;
	struct whole_field severity; /* 1 worst to 4; absent: 3 */
	struct word_field cause;     /* absent: unknown */
	struct time_field opened;
	struct time_field acknowledged;
	struct time_field resolved;
	struct word_field ownership;
	struct word_field effort;
	struct word_field availability;
	struct date_field debriefed;
	struct money_field credit;
	struct date_field claimed;
	struct date_field settled;
	struct whole_field customers;
	LIST_OF(struct text_field) evidence;
	struct text_field note;
};

enum touchpoint_kind {
	TOUCHPOINT_REVIEW,
	TOUCHPOINT_CALL,
	TOUCHPOINT_VISIT,
	TOUCHPOINT_EMAIL,
	TOUCHPOINT_ESCALATION,
	TOUCHPOINT_NEGOTIATION,
	TOUCHPOINT_TRAINING,
	TOUCHPOINT_SOCIAL
};

struct touchpoint {
	struct head head;
	struct date_field date;
	struct word_field kind;
	struct word_field initiated_by;
	LIST_OF(struct text_field) people;
	LIST_OF(struct text_field) goals;
	struct text_field note;
};

enum direction { DIRECTION_GIVEN, DIRECTION_RECEIVED };

struct exchange {
	struct head head;
	struct date_field date;
	struct word_field direction;
	struct word_field kind;
	struct number_field count;
	struct money_field value;
	struct text_field note;
};

struct feedback {
	struct head head;
	struct date_field date;
	struct word_field from; /* enum side */
	struct word_field about;
	struct text_field text;
	struct date_field answered;
	struct text_field note;
};

enum conversation_kind { TALK_DEFINE_RELATIONSHIP, TALK_RECOVERY, TALK_EXIT, TALK_PRAISE };
enum outcome { OUTCOME_IMPROVING, OUTCOME_UNCHANGED, OUTCOME_WORSE };

struct conversation {
	struct head head;
	struct date_field date;
	struct word_field kind;
	LIST_OF(struct text_field) said;
	struct text_field agreed;
	struct date_field review;
	struct word_field outcome;
	struct text_field note;
};

#endif
