/* What needs somebody: a line for each partner, by the most urgent that there is. */
#include <stdlib.h>
#include <string.h>

#include "orders.h"
#include "portfolio_parts.h"

/* Notice that was missed longer ago is news no more. */
#define MISSED_DAYS 30

const char *const need_words[] = {
	[NEED_NOTICE_CRITICAL] = "notice-critical",
	[NEED_NOTICE_MISSED] = "notice-missed",
	[NEED_NOTICE_WARNING] = "notice-warning",
	[NEED_EXIT] = "exit",
	[NEED_SIGN] = "sign",
	[NEED_FELL] = "fell",
	[NEED_TALK] = "talk",
	[NEED_REVIEW] = "review",
	NULL,
};

/* A partner as it is looked at. */
struct look {
	const struct member *member;
	int32_t as_of;
	int32_t date; /* of the class that was found last */
	struct buffer sentence;
};

static void put_days(struct buffer *buffer, int32_t days)
{
	buffer_printf(buffer, days == 1 ? "%d day" : "%d days", (int)days);
}

/* `WHAT: why`, or what alone. */
static void put_because(struct buffer *buffer, const char *what, const char *why)
{
	buffer_puts(buffer, what);
	if (why)
		buffer_printf(buffer, ": %s", why);
}

/* ---- a to c: notice ---- */

/* The level at which notice-due is heard; SIGN_OFF: it is not. */
static int notice_level(const struct member *member)
{
	const struct member_sign *signs = member->signs.items;

	for (size_t i = 0; i < member->signs.n; i++)
		if (!signs[i].muted && strcmp(signs[i].sign, "notice-due") == 0)
			return signs[i].level;
	return SIGN_OFF;
}

/* DATE_NONE: none is to be sent, or nobody knows. */
static int32_t send_by(const struct member *member)
{
	return member->facts ? member->facts->send_by : DATE_NONE;
}

/* The end of the sentence; without a next end of the term it has none. */
static void put_renewal(struct look *look, const char *before)
{
	const struct card_facts *facts = look->member->facts;
	char date[DATE_SIZE];

	if (facts->next_term_end == DATE_NONE)
		return;
	buffer_printf(&look->sentence, "%s%s", before, date_format(facts->next_term_end, date));
	if (!facts->cost_of_missing.currency)
		return;
	buffer_puts(&look->sentence, " for ");
	money_put(&look->sentence, facts->cost_of_missing);
}

static bool find_notice(struct look *look, enum sign_level level)
{
	int32_t day = send_by(look->member);
	char date[DATE_SIZE];

	if (day == DATE_NONE || day < look->as_of || notice_level(look->member) != (int)level)
		return false;
	look->date = day;
	buffer_printf(&look->sentence, "Send notice by %s (", date_format(day, date));
	if (day == look->as_of)
		buffer_puts(&look->sentence, "today");
	else
		put_days(&look->sentence, day - look->as_of);
	buffer_putc(&look->sentence, ')');
	put_renewal(look, ", or it renews to ");
	return true;
}

static bool find_notice_critical(struct look *look)
{
	return find_notice(look, SIGN_CRITICAL);
}

static bool find_notice_warning(struct look *look)
{
	return find_notice(look, SIGN_WARNING);
}

/* Of an older card notice that was due then may be missed by now. */
static bool find_notice_missed(struct look *look)
{
	const struct member *member = look->member;
	int32_t day = send_by(member);

	if (day == DATE_NONE || day >= look->as_of || look->as_of - day > MISSED_DAYS ||
		(!member->facts->missed && notice_level(member) < SIGN_WARNING))
		return false;
	look->date = day;
	buffer_puts(&look->sentence, "Notice missed ");
	put_days(&look->sentence, look->as_of - day);
	buffer_puts(&look->sentence, " ago");
	put_renewal(look, ": bound to ");
	return true;
}

/* ---- d, g, h: the standing, and talks ---- */

/* The earliest review of a conversation from `from` to `to`; NULL without one. */
static const struct card_event *find_review(const struct member *member, int32_t from, int32_t to)
{
	const struct card_event *found = NULL, *events;

	if (!member->facts)
		return NULL;
	events = member->facts->events.items;
	for (size_t i = 0; i < member->facts->events.n; i++)
		if (events[i].kind == EVENT_CONVERSATION_REVIEW && events[i].date >= from &&
			events[i].date <= to && (!found || events[i].date < found->date))
			found = &events[i];
	return found;
}

static bool find_standing(struct look *look, enum standing standing, const char *advice)
{
	const struct card_event *review;

	if (look->member->standing != (int)standing)
		return false;
	review = find_review(look->member, look->as_of, DATE_MAX);
	look->date = review ? review->date : DATE_NONE;
	put_because(&look->sentence, advice, look->member->reason);
	return true;
}

static bool find_exit(struct look *look)
{
	return find_standing(look, STANDING_EXIT, "Consider leaving");
}

static bool find_talk(struct look *look)
{
	return find_standing(look, STANDING_TALK, "Talk");
}

static bool find_unsettled(struct look *look)
{
	const struct card_event *review = find_review(look->member, DATE_MIN, look->as_of);
	char date[DATE_SIZE];

	if (!review)
		return false;
	look->date = review->date;
	if (review->key == DATE_NONE)
		buffer_puts(&look->sentence, "Say how the talk ended");
	else
		buffer_printf(&look->sentence, "Say how the talk of %s ended",
			date_format(review->key, date));
	return true;
}

/* ---- e: signs ---- */

/* The sign was serious at S, too. */
static bool was_serious(const struct member *past, const char *sign)
{
	const struct member_sign *signs = past ? past->signs.items : NULL;

	for (size_t i = 0; past && i < past->signs.n; i++)
		if (sign_is_serious(&signs[i]) && strcmp(signs[i].sign, sign) == 0)
			return true;
	return false;
}

/* The notice is what the classes before speak of. */
static bool is_told(const struct member *member, const struct member_sign *sign)
{
	return send_by(member) != DATE_NONE && strcmp(sign->sign, "notice-due") == 0;
}

static bool find_sign(struct look *look)
{
	const struct member *member = look->member;
	const struct member_sign *signs = member->signs.items, *first = NULL;
	const char *const *text = member->texts, *why = NULL;
	size_t more = 0;

	for (size_t i = 0; i < member->signs.n; i++) {
		const char *said = sign_is_serious(&signs[i]) ? *text++ : NULL;

		if (!sign_is_serious(&signs[i]) || is_told(member, &signs[i]) ||
			was_serious(member->past, signs[i].sign))
			continue;
		more += first != NULL;
		why = first ? why : said;
		first = first ? first : &signs[i];
	}
	if (!first)
		return false;
	look->date = first->newest;
	put_because(&look->sentence, first->sign, why);
	if (more)
		buffer_printf(&look->sentence, ", and %zu more critical", more);
	return true;
}

/* ---- f: the grade ---- */

/* By the policy of today. */
static bool find_fall(struct look *look)
{
	const struct member *member = look->member, *past = member->past;

	if (!past || !past->graded || !member->graded || member->rank >= member->policy->bands.n ||
		policy_rank(member->policy, past->grade) >= member->rank)
		return false;
	look->date = look->as_of;
	buffer_printf(&look->sentence, "Fell from %s to %s (", past->grade, member->grade);
	buffer_put_fixed(&look->sentence, past->score, 1);
	buffer_puts(&look->sentence, " to ");
	buffer_put_fixed(&look->sentence, member->score, 1);
	buffer_putc(&look->sentence, ')');
	return true;
}

/* ---- all ---- */

/* Whether it is so; then it says so, and by when. */
static bool (*const classes[])(struct look *look) = {
	[NEED_NOTICE_CRITICAL] = find_notice_critical,
	[NEED_NOTICE_MISSED] = find_notice_missed,
	[NEED_NOTICE_WARNING] = find_notice_warning,
	[NEED_EXIT] = find_exit,
	[NEED_SIGN] = find_sign,
	[NEED_FELL] = find_fall,
	[NEED_TALK] = find_talk,
	[NEED_REVIEW] = find_unsettled,
};

static void describe(struct need *need, const struct member *member)
{
	need->partner = member->partner;
	need->name = member->name;
	need->owner = member_owner(member);
	need->standing = member->standing;
	need->path = member->path;
	need->line = member->line;
	need->member = member;
}

/* False when nothing is to be done. */
static bool find_need(struct look *look, struct need *need)
{
	size_t found = 0, said;

	for (size_t i = 0; i < COUNT_OF(classes) && found < 2; i++) {
		said = look->sentence.length;
		if (found)
			buffer_puts(&look->sentence, "; ");
		if (!classes[i](look)) {
			look->sentence.length = said;
			continue;
		}
		if (found++ == 0) {
			need->class = (int)i;
			need->date = look->date;
		}
	}
	return found > 0;
}

static int compare_needs(const void *left, const void *right)
{
	const struct need *a = left, *b = right;

	if (a->class != b->class)
		return a->class < b->class ? -1 : 1;
	if (a->class <= NEED_NOTICE_WARNING && a->date != b->date)
		return a->date < b->date ? -1 : 1;
	return member_compare_k(&a->member, &b->member);
}

/* Those that need somebody, without their sentences; returns how many. */
static size_t list_needs(const struct portfolio *portfolio, struct need *needs)
{
	struct look look = {.as_of = portfolio->as_of};
	size_t n = 0;

	for (size_t i = 0; i < portfolio->partners.n; i++) {
		look.member = portfolio->partners.items[i];
		buffer_clear(&look.sentence);
		if (find_need(&look, &needs[n]))
			describe(&needs[n++], look.member);
	}
	buffer_free(&look.sentence);
	if (n)
		qsort(needs, n, sizeof(*needs), compare_needs);
	return n;
}

static void tell_needs(const struct portfolio *portfolio, struct need *needs, size_t n)
{
	size_t told = rows_cut(portfolio, n, NEEDS_TOLD);

	for (size_t i = 0; i < told; i++) {
		struct look look = {.member = needs[i].member, .as_of = portfolio->as_of};

		find_need(&look, &needs[i]);
		needs[i].sentence = buffer_keep(&look.sentence, results_of(portfolio));
	}
}

struct array report_needs(const struct portfolio *portfolio)
{
	struct arena scratch = {0};
	struct need *needs = arena_array(&scratch, portfolio->partners.n, sizeof(*needs));
	size_t n = list_needs(portfolio, needs);
	struct array kept;

	tell_needs(portfolio, needs, n);
	kept = results_keep(portfolio, needs, n, sizeof(*needs));
	arena_free(&scratch);
	return kept;
}

/* ---- the next date ---- */

/* The first event that is not past; DATE_NONE without one. */
static int32_t next_date(const struct member *member, int32_t as_of)
{
	const struct card_event *events = member->facts ? member->facts->events.items : NULL;
	int32_t date = DATE_NONE;

	for (size_t i = 0; events && i < member->facts->events.n; i++)
		if (events[i].date >= as_of && (date == DATE_NONE || events[i].date < date))
			date = events[i].date;
	return date;
}

const struct need_next *report_next(const struct portfolio *portfolio)
{
	struct need_next *next = ARENA_NEW(results_of(portfolio), struct need_next);
	const struct member *first = NULL;

	next->date = DATE_NONE;
	for (size_t i = 0; i < portfolio->partners.n; i++) {
		const struct member *member = portfolio->partners.items[i];
		int32_t date = next_date(member, portfolio->as_of);
		bool sooner = !first || date < next->date ||
			(date == next->date && member_compare_k(&member, &first) < 0);

		if (date == DATE_NONE || !sooner)
			continue;
		first = member;
		next->date = date;
		next->name = member->name;
	}
	return next;
}
