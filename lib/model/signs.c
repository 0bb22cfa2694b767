#include "partner/signs.h"

#include <string.h>

static const char *const none[] = {NULL};

/* The parameters of a sign. */
#define SET(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct sign_info signs[] = {
	{
		.id = "renewal-only-attention",
		.level = SIGN_WARNING,
		.source = "V5",
		.moves = true,
		.parameters = SET("n", "ratio", "p"),
		.doc = "they get in touch far more often near a renewal than at other times",
		.advice =
			"agree a rhythm of contacts between renewals, and ask for it in the next contract",
	},
	{
		.id = "futures-over-present",
		.level = SIGN_WARNING,
		.source = "V6",
		.moves = true,
		.parameters = SET("age", "stale"),
		.doc = "a roadmap promise is very old, or more old ones are open than were delivered",
		.advice = "ask for a dated delivery of the oldest promise, or plan without it",
	},
	{
		.id = "too-comfortable",
		.level = SIGN_NOTE,
		.source = "V7",
		.moves = true,
		.parameters = SET("ahead"),
		.doc = "a good partner has no stretch goal and nothing due for a while",
		.advice = "agree one stretch goal with a date within the next half year",
	},
	{
		.id = "one-sided-goals",
		.level = SIGN_WARNING,
		.source = "V8",
		.moves = true,
		.parameters = none,
		.doc = "all goals serve the same side",
		.advice =
			"add a goal that serves the other side, so that both want the partnership",
	},
	{
		.id = "unknown-exit-cost",
		.level = SIGN_WARNING,
		.source = "V9",
		.moves = true,
		.parameters = none,
		.doc = "the forecast ends before the contract does, or nobody knows what leaving costs",
		.advice =
			"forecast the costs up to the end of the contract, and those of leaving it",
	},
	{
		.id = "no-consequence",
		.level = SIGN_NOTE,
		.source = "V10",
		.moves = true,
		.parameters = none,
		.doc = "a delivery is late and neither a penalty nor a reward hangs on it",
		.advice = "attach a penalty or a reward when the date is next agreed",
	},
	{
		.id = "unclaimed-remedy",
		.level = SIGN_WARNING,
		.source = "V10",
		.moves = true,
		.parameters = SET("after"),
		.doc = "a penalty, reward or credit is due and nobody has asked for it, us included",
		.advice = "claim what they owe, settle what we owe, and record the day of either",
	},
	{
		.id = "silent-after-fire",
		.level = SIGN_WARNING,
		.source = "V11",
		.moves = true,
		.parameters = SET("after"),
		.doc = "a severe incident is over and nobody has talked about what it meant",
		.advice = "hold the debriefing: what it did to both sides, and what changes",
	},
	{
		.id = "blame-shifting",
		.level = SIGN_CRITICAL,
		.source = "W2",
		.moves = true,
		.conduct = true,
		.parameters = SET("count"),
		.doc = "they pointed at others in several incidents, or in one of the worst",
		.advice =
			"define the relationship: who owns an incident until it is over, whoever caused it",
	},
	{
		.id = "not-convenient",
		.level = SIGN_CRITICAL,
		.source = "W3",
		.moves = true,
		.conduct = true,
		.parameters = none,
		.doc = "they declined to come when something severe had happened",
		.advice = "agree in writing who comes, how fast and at what hour when it burns",
	},
	{
		.id = "captive",
		.level = SIGN_CRITICAL,
		.source = "W4",
		.moves = true,
		.parameters = SET("tested", "fall"),
		.doc = "we depend on them, have tried no alternative, and the score is poor or falling",
		.advice = "test an alternative, so that staying is a choice",
	},
	{
		.id = "our-side-failing",
		.level = SIGN_WARNING,
		.source = "W5",
		.moves = true,
		.parameters = SET("below", "behind"),
		.doc = "we are the worse partner: our own score is low, or far behind theirs",
		.advice = "look at our own side with --side=us, and mend that first",
	},
	{
		.id = "winding-down",
		.level = SIGN_WARNING,
		.source = "L1",
		.moves = true,
		.parameters = none,
		.doc = "the score falls quarter by quarter",
		.advice = "decide openly: recover the partnership, or plan its end",
	},
	{
		.id = "partner-voice-missing",
		.level = SIGN_NOTE,
		.source = "L2",
		.moves = true,
		.parameters = SET("silence", "answer"),
		.doc = "we have not asked what they think, or not answered what they said",
		.advice = "ask what they would change, and answer within two months",
	},
	{
		.id = "goals-stale",
		.level = SIGN_WARNING,
		.source = "L3",
		.moves = true,
		.parameters = SET("after"),
		.doc = "an active goal has not been revisited for longer than a quarter",
		.advice = "revisit the goals at the next review, and record the day",
	},
	{
		.id = "leads-only",
		.level = SIGN_WARNING,
		.source = "T1",
		.moves = true,
		.parameters = none,
		.doc = "every active goal is about leads, revenue or sales",
		.advice = "add a goal for what makes them come: training, adoption or quality",
	},
	{
		.id = "unrealistic-timeline",
		.level = SIGN_WARNING,
		.source = "T2",
		.moves = true,
		.parameters = none,
		.doc = "revenue or leads are due in the first year, or a milestone was moved twice",
		.advice = "set dates that both believe in; good partnerships take time",
	},
	{
		.id = "secret-goals",
		.level = SIGN_WARNING,
		.source = "T3",
		.moves = true,
		.parameters = SET("after"),
		.doc = "an active goal was never told to the other side",
		.advice = "share the goal, and record the day on which they accepted it",
	},
	{
		.id = "one-way-street",
		.level = SIGN_WARNING,
		.source = "T4",
		.moves = true,
		.parameters = SET("below"),
		.doc = "one side gives and the other takes; it says which",
		.advice = "agree what the taking side gives within the next half year",
	},
	{
		.id = "no-plan",
		.level = SIGN_WARNING,
		.source = "T5",
		.moves = true,
		.parameters = SET("overdue"),
		.doc = "a close partner has no agreed plan, or its review is overdue",
		.advice = "agree the plan, or hold the review, and record the day",
	},
	{
		.id = "no-meetings",
		.level = SIGN_WARNING,
		.source = "T6",
		.moves = true,
		.parameters = none,
		.doc = "nobody was in touch for more than twice the agreed cadence",
		.advice = "call them this week",
	},
	{
		.id = "no-problem",
		.level = SIGN_WARNING,
		.source = "T7",
		.moves = true,
		.parameters = none,
		.doc = "nobody has written down which problem the partnership solves",
		.advice =
			"write down the problem in one sentence, or ask why the partnership exists",
	},
	{
		.id = "no-internal-sponsor",
		.level = SIGN_WARNING,
		.source = "T8",
		.moves = true,
		.parameters = none,
		.doc = "on our side of a close partner the sponsor or a needed role is missing",
		.advice = "name a sponsor and the people of the missing roles on our side",
	},
	{
		.id = "unsaid",
		.level = SIGN_WARNING,
		.source = "T9",
		.moves = true,
		.parameters = SET("below", "within"),
		.doc = "people judge them harshly and nobody has told them",
		.advice = "tell them what the raters say, in a conversation with an agreed outcome",
	},
	{
		.id = "hidden-truth",
		.level = SIGN_CRITICAL,
		.source = "T10",
		.moves = true,
		.parameters = SET("fall"),
		.doc = "the score fell in half a year and no open conversation was held",
		.advice = "define the relationship: say that it got worse, and by how much",
	},
	{
		.id = "notice-due",
		.level = SIGN_WARNING,
		.source = "V9",
		.parameters = SET("warn", "critical"),
		.doc = "the last day to send notice before the renewal is near",
		.advice = "decide whether to renew, and send the notice in time if not",
	},
	{
		.id = "one-role-panel",
		.level = SIGN_NOTE,
		.source = "V2",
		.parameters = none,
		.doc = "all raters have the same role",
		.advice = "ask somebody of another role to rate",
	},
	{
		.id = "lone-rater",
		.level = SIGN_NOTE,
		.source = "V2",
		.parameters = none,
		.doc = "a single rater makes up the panel",
		.advice = "ask a second person to rate",
	},
	{
		.id = "raters-disagree",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = SET("sd"),
		.doc = "raters lie far apart on some criterion",
		.advice = "let the raters show each other their evidence before they rate again",
	},
	{
		.id = "halo",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = none,
		.doc = "a rater gave every criterion the same points",
		.advice = "ask the rater to judge each criterion by its own evidence",
	},
	{
		.id = "perception-gap",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = SET("gap"),
		.doc = "the panel and the facts of a criterion lie far apart",
		.advice =
			"find out what the raters see that the records do not, or the other way round",
	},
	{
		.id = "declared-interest",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = none,
		.doc = "a rater has an interest in the outcome; it shows the score without them",
		.advice = "let somebody without an interest rate as well",
	},
	{
		.id = "stale-ratings",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = SET("after"),
		.doc = "the newest rating is old",
		.advice = "ask the raters again",
	},
	{
		.id = "uncalibrated",
		.level = SIGN_NOTE,
		.source = "V3",
		.parameters = none,
		.doc = "ratings are not corrected for the raters' bias",
		.advice =
			"run partner-calibrate over the portfolio, and name its file in the policy",
	},
	{
		.id = "thin-evidence",
		.level = SIGN_NOTE,
		.source = "V1",
		.parameters = SET("coverage", "width"),
		.doc = "much was not measured, or the score's interval is wide",
		.advice = "record what is missing; partner-score --explain lists it",
	},
	{
		.id = "document-expired",
		.level = SIGN_NOTE,
		.source = "V9",
		.parameters = none,
		.doc = "the newest document of some kind has expired",
		.advice = "ask for the current document",
	},
};

const struct sign_info *sign_catalogue(size_t *n)
{
	*n = COUNT_OF(signs);
	return signs;
}

const struct sign_info *sign_find(const char *id)
{
	for (size_t i = 0; i < COUNT_OF(signs); i++) {
		if (strcmp(signs[i].id, id) == 0)
			return &signs[i];
	}
	return NULL;
}
