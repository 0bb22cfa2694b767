/* The days to come as a calendar. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "partner/ics.h"
#include "partner/report.h"

/* Of the reserved name that never leads anywhere (RFC 2606). */
#define DOMAIN "partner.invalid"

/* An event of a calendar. */
struct entry {
	const struct member *member;
	const struct card_event *event;
	size_t place;  /* among the events of its partner */
	size_t number; /* from 1, among those that would have the same UID */
};

struct entries {
	struct entry *items;
	size_t n;
};

/* ---- which, and in which order ---- */

static int compare_whole(int64_t a, int64_t b)
{
	return (a > b) - (a < b);
}

static int compare_partners(const struct entry *a, const struct entry *b)
{
	return strcmp(a->member->partner, b->member->partner);
}

/* Those of one UID beside each other. */
static int compare_keys(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = compare_partners(a, b);

	if (!order)
		order = compare_whole(a->event->kind, b->event->kind);
	if (!order)
		order = compare_whole(a->event->key, b->event->key);
	if (!order)
		order = compare_whole(a->event->date, b->event->date);
	return order ? order : compare_whole((int64_t)a->place, (int64_t)b->place);
}

static int compare_days(const void *left, const void *right)
{
	const struct entry *a = left, *b = right;
	int order = compare_whole(a->event->date, b->event->date);

	if (!order)
		order = compare_partners(a, b);
	if (!order)
		order = compare_whole(a->event->kind, b->event->kind);
	return order ? order : compare_whole((int64_t)a->place, (int64_t)b->place);
}

static bool same_uid(const struct entry *a, const struct entry *b)
{
	return compare_partners(a, b) == 0 && a->event->kind == b->event->kind &&
		a->event->key == b->event->key;
}

static void number_entries(struct entries *entries)
{
	struct entry *items = entries->items;

	qsort(items, entries->n, sizeof(*items), compare_keys);
	for (size_t i = 0; i < entries->n; i++)
		items[i].number =
			i && same_uid(&items[i - 1], &items[i]) ? items[i - 1].number + 1 : 1;
	qsort(items, entries->n, sizeof(*items), compare_days);
}

static void add_events(struct entries *entries, const struct member *member, int32_t from)
{
	struct array events = member->facts ? member->facts->events : (struct array){0};
	const struct card_event *items = events.items;

	for (size_t i = 0; i < events.n; i++)
		if (items[i].date >= from)
			entries->items[entries->n++] = (struct entry){member, &items[i], i, 1};
}

static size_t count_events(struct members members)
{
	size_t n = 0;

	for (size_t i = 0; i < members.n; i++)
		n += members.items[i]->facts ? members.items[i]->facts->events.n : 0;
	return n;
}

static struct entries list_entries(const struct portfolio *portfolio, struct arena *arena)
{
	const struct members lists[] = {portfolio->partners, portfolio->ended};
	struct entries entries = {
		arena_array(arena, count_events(lists[0]) + count_events(lists[1]),
			sizeof(struct entry)),
		0};

	for (size_t i = 0; i < COUNT_OF(lists); i++)
		for (size_t j = 0; j < lists[i].n; j++)
			add_events(&entries, lists[i].items[j], portfolio->as_of);
	number_entries(&entries);
	return entries;
}

/* ---- what they say ---- */

/* conversation-review-2026-05-12.acme@partner.invalid; a second talk of that day has a number. */
static void put_uid(struct buffer *out, const struct entry *entry)
{
	buffer_printf(out, "%s-", card_event_words[entry->event->kind]);
	if (entry->event->key == DATE_NONE)
		buffer_puts(out, "next");
	else
		date_put(out, entry->event->key);
	if (entry->number > 1)
		buffer_printf(out, "-%zu", entry->number);
	buffer_printf(out, ".%s@" DOMAIN, entry->member->partner);
	buffer_putc(out, '\0');
}

static void put_summary(struct buffer *out, const struct entry *entry)
{
	static const char *const phrases[] = {
		[EVENT_SEND_BY] = "last day to send notice",
		[EVENT_NOTICE_OPENS] = "notice may be given from today",
		[EVENT_TERM_END] = "term ends",
		[EVENT_PLAN_REVIEW] = "review the plan",
		[EVENT_CONVERSATION_REVIEW] = "review the talk",
		[EVENT_REENTRY] = "are they ready? are we?",
	};

	buffer_printf(out, "%s: %s", entry->member->name, phrases[entry->event->kind]);
	if (entry->event->kind == EVENT_CONVERSATION_REVIEW && entry->event->key != DATE_NONE) {
		buffer_puts(out, " of ");
		date_put(out, entry->event->key);
	}
	buffer_putc(out, '\0');
}

static void put_standing(struct buffer *out, const struct member *member)
{
	if (member->standing != STANDING_NONE)
		buffer_printf(out, "standing: %s\n", standing_words[member->standing]);
	else if (member->ended != DATE_NONE)
		buffer_puts(out, "standing: ended\n");
}

static void put_description(struct buffer *out, const struct entry *entry)
{
	const struct member *member = entry->member;
	const struct card_event *event = entry->event;
	const char *owner = member_owner(member);
	int64_t line = event->path ? event->line : member->line;

	put_standing(out, member);
	buffer_puts(out, "score: ");
	if (isnan(member->score))
		buffer_puts(out, "not measured");
	else
		buffer_put_fixed(out, member->score, 1);
	buffer_printf(out, "\nowner: %s\n%s", owner ? owner : "no owner",
		event->path ? event->path : member->path);
	if (line > 0)
		buffer_printf(out, ":%lld", (long long)line);
	buffer_putc(out, '\0');
}

static void put_entry(struct buffer *out, const struct entry *entry, int32_t as_of)
{
	struct buffer uid = {0}, summary = {0}, description = {0};

	put_uid(&uid, entry);
	put_summary(&summary, entry);
	put_description(&description, entry);
	ics_put_event(out,
		&(struct ics_event){.uid = uid.data,
			.stamp = as_of,
			.start = entry->event->date,
			.end = entry->event->date,
			.summary = summary.data,
			.description = description.data});
	buffer_free(&uid);
	buffer_free(&summary);
	buffer_free(&description);
}

void report_put_ics(struct buffer *out, const struct report *report)
{
	struct arena arena = {0};
	struct entries entries = list_entries(report->source, &arena);

	ics_begin(out, "partner-report");
	for (size_t i = 0; i < entries.n; i++)
		put_entry(out, &entries.items[i], report->as_of);
	ics_end(out);
	arena_free(&arena);
}
