#include "partner/signs.h"

#include <string.h>

static const char *const none[] = {NULL};

/* The parameters of a sign. */
#define SET(...) ((const char *const[]){__VA_ARGS__, NULL})

static const struct sign_info signs[] = {
	{"renewal-only-attention", SIGN_WARNING, "V5", SET("n", "ratio", "p"),
		"they get in touch far more often near a renewal than at other times"},
	{"futures-over-present", SIGN_WARNING, "V6", SET("age", "stale"),
		"a roadmap promise is very old, or more old ones are open than were delivered"},
	{"too-comfortable", SIGN_NOTE, "V7", SET("ahead"),
		"a good partner has no stretch goal and nothing due for a while"},
	{"one-sided-goals", SIGN_WARNING, "V8", none, "all goals serve the same side"},
	{"unknown-exit-cost", SIGN_WARNING, "V9", none,
		"the forecast ends before the contract does, or nobody knows what leaving costs"},
	{"no-consequence", SIGN_NOTE, "V10", none,
		"a delivery is late and neither a penalty nor a reward hangs on it"},
	{"unclaimed-remedy", SIGN_WARNING, "V10", SET("after"),
		"a penalty, reward or credit is due and nobody has asked for it, us included"},
	{"silent-after-fire", SIGN_WARNING, "V11", SET("after"),
		"a severe incident is over and nobody has talked about what it meant"},
	{"blame-shifting", SIGN_CRITICAL, "W2", SET("count"),
		"they pointed at others in several incidents, or in one of the worst"},
	{"not-convenient", SIGN_CRITICAL, "W3", none,
		"they declined to come when something severe had happened"},
	{"captive", SIGN_CRITICAL, "W4", SET("tested", "fall"),
		"we depend on them, have tried no alternative, and the score is poor or falling"},
	{"our-side-failing", SIGN_WARNING, "W5", SET("below", "behind"),
		"we are the worse partner: our own score is low, or far behind theirs"},
	{"winding-down", SIGN_WARNING, "L1", none, "the score falls quarter by quarter"},
	{"partner-voice-missing", SIGN_NOTE, "L2", SET("silence", "answer"),
		"we have not asked what they think, or not answered what they said"},
	{"goals-stale", SIGN_WARNING, "L3", SET("after"),
		"an active goal has not been revisited for longer than a quarter"},
	{"leads-only", SIGN_WARNING, "T1", none,
		"every active goal is about leads, revenue or sales"},
	{"unrealistic-timeline", SIGN_WARNING, "T2", none,
		"revenue or leads are due in the first year, or a milestone was moved twice"},
	{"secret-goals", SIGN_WARNING, "T3", SET("after"),
		"an active goal was never told to the other side"},
	{"one-way-street", SIGN_WARNING, "T4", SET("below"),
		"one side gives and the other takes; it says which"},
	{"no-plan", SIGN_WARNING, "T5", SET("overdue"),
		"a close partner has no agreed plan, or its review is overdue"},
	{"no-meetings", SIGN_WARNING, "T6", none,
		"nobody was in touch for more than twice the agreed cadence"},
	{"no-problem", SIGN_WARNING, "T7", none,
		"nobody has written down which problem the partnership solves"},
	{"no-internal-sponsor", SIGN_WARNING, "T8", none,
		"on our side of a close partner the sponsor or a needed role is missing"},
	{"unsaid", SIGN_WARNING, "T9", SET("below", "within"),
		"people judge them harshly and nobody has told them"},
	{"hidden-truth", SIGN_CRITICAL, "T10", SET("fall"),
		"the score fell in half a year and no open conversation was held"},
	{"notice-due", SIGN_WARNING, "V9", SET("warn", "critical"),
		"the last day to send notice before the renewal is near"},
	{"one-role-panel", SIGN_NOTE, "V2", none, "all raters have the same role"},
	{"lone-rater", SIGN_NOTE, "V2", none, "a single rater makes up the panel"},
	{"raters-disagree", SIGN_NOTE, "V3", SET("sd"), "raters lie far apart on some criterion"},
	{"halo", SIGN_NOTE, "V3", none, "a rater gave every criterion the same points"},
	{"perception-gap", SIGN_NOTE, "V3", SET("gap"),
		"the panel and the facts of a criterion lie far apart"},
	{"declared-interest", SIGN_NOTE, "V3", none,
		"a rater has an interest in the outcome; it shows the score without them"},
	{"stale-ratings", SIGN_NOTE, "V3", SET("after"), "the newest rating is old"},
	{"uncalibrated", SIGN_NOTE, "V3", none, "ratings are not corrected for the raters' bias"},
	{"thin-evidence", SIGN_NOTE, "V1", SET("coverage", "width"),
		"much was not measured, or the score's interval is wide"},
	{"document-expired", SIGN_NOTE, "V9", none, "the newest document of some kind has expired"},
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
