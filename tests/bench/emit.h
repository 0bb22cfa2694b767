/**
 * What every record writer of the generator uses: random numbers, dates, and the
 * fields of a YAML map, in block or in flow style.
 *
 * The order in which C evaluates arguments is open, so no call of a function that draws
 * a number stands beside another one in the same expression: every compiler must write
 * the same bytes.
 */
#ifndef TESTS_BENCH_EMIT_H
#define TESTS_BENCH_EMIT_H

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>

/** 2026-06-30 in days since 1970-01-01: nothing happens after it. */
#define TODAY 20634L

#define DAY_MINUTES 1440

/** The file that is being written. Dates are days since 1970-01-01. */
struct gen {
	FILE *out;
	uint64_t state; /* of the random numbers */
	unsigned index; /* which partner */
	const char *kind;
	const char *tier;
	const char *currency;
	unsigned quality;       /* 0 to 100: how likely a thing goes well */
	bool complete;          /* strategic and preferred partners leave nothing out */
	unsigned start_quarter; /* of the contract, counted from the first quarter of 1970 */
	long start;
	long last; /* day that may be recorded: TODAY, or when the partnership ended */
	unsigned goals, milestones, incidents; /* written so far */
	unsigned items;                        /* of the list that is being written */
	bool flow;                             /* style of the list that is being written */
	bool first;                            /* the next field opens the map */
};

/** A short text by value, so that it can be an argument. */
struct text {
	char s[32];
};

/** splitmix64 by Sebastiano Vigna, public domain: https://prng.di.unimi.it/splitmix64.c */
static inline uint64_t random_next(struct gen *g)
{
	uint64_t z = (g->state += 0x9e3779b97f4a7c15U);

	z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9U;
	z = (z ^ (z >> 27)) * 0x94d049bb133111ebU;
	return z ^ (z >> 31);
}

/** A number from 0 to n - 1; n is far below 2^32, so the bias does not matter here. */
static inline unsigned below(struct gen *g, unsigned n)
{
	return (unsigned)(((random_next(g) >> 32) * n) >> 32);
}

/** A number from low to high, both included. */
static inline unsigned between(struct gen *g, unsigned low, unsigned high)
{
	return low + below(g, high - low + 1);
}

static inline bool chance(struct gen *g, unsigned percent)
{
	return below(g, 100) < percent;
}

/** Does a thing go well with this partner? */
static inline bool well(struct gen *g)
{
	return chance(g, g->quality);
}

#define LENGTH(table) ((unsigned)(sizeof(table) / sizeof((table)[0])))
#define PICK(g, table) ((table)[below((g), LENGTH(table))])

/** A day of the i-th of n equal parts of from...to: rising with i, and never the same twice. */
static inline long slot(struct gen *g, long from, long to, unsigned i, unsigned n)
{
	long part = (to - from) / (long)n;

	return from + part * (long)i + (long)below(g, part > 0 ? (unsigned)part : 1);
}

static inline struct tm utc_time(long minutes)
{
	time_t seconds = (time_t)minutes * 60;
	struct tm tm;

	gmtime_r(&seconds, &tm);
	return tm;
}

static inline struct text date_text(long day)
{
	struct tm tm = utc_time(day * DAY_MINUTES);
	struct text text;

	strftime(text.s, sizeof(text.s), "%Y-%m-%d", &tm);
	return text;
}

static inline struct text time_text(long minutes)
{
	struct tm tm = utc_time(minutes);
	struct text text;

	strftime(text.s, sizeof(text.s), "%Y-%m-%dT%H:%MZ", &tm);
	return text;
}

/** First day of a quarter that is counted from the first one of 1970; right until 2099. */
static inline long quarter_day(unsigned quarter)
{
	static const unsigned OFFSETS[] = {0, 90, 181, 273};
	unsigned year = quarter / 4;
	unsigned leap = (year + 1970) % 4 == 0 && quarter % 4 > 0;
	unsigned days = year * 365 + (year + 1) / 4 + OFFSETS[quarter % 4] + leap;

	return (long)days;
}

static inline struct text money_text(const struct gen *g, unsigned amount)
{
	bool yen = strcmp(g->currency, "JPY") == 0;
	struct text text;

	if (yen)
		snprintf(text.s, sizeof(text.s), "%u JPY", amount * 100);
	else
		snprintf(text.s, sizeof(text.s), "%u.00 %s", amount, g->currency);
	return text;
}

/** Opens an item of the list that is being written. */
static inline void item_begin(struct gen *g)
{
	fputs(g->flow ? "  - {" : "  - ", g->out);
	g->first = true;
}

static inline void item_end(struct gen *g)
{
	fputs(g->flow ? "}\n" : "\n", g->out);
}

/** Starts a field of the open item; its value follows. */
static inline void put_key(struct gen *g, const char *key)
{
	if (!g->first)
		fputs(g->flow ? ", " : "\n    ", g->out);
	g->first = false;
	fprintf(g->out, "%s:", key);
}

/** One field of the open item; the value is formatted as by printf. */
__attribute__((format(printf, 3, 4))) static inline void put(
	struct gen *g, const char *key, const char *format, ...)
{
	va_list args;

	put_key(g, key);
	fputc(' ', g->out);
	va_start(args, format);
	vfprintf(g->out, format, args);
	va_end(args);
}

static inline void put_date(struct gen *g, const char *key, long day)
{
	put(g, key, "%s", date_text(day).s);
}

static inline void put_money(struct gen *g, const char *key, unsigned amount)
{
	put(g, key, "%s", money_text(g, amount).s);
}

/** n dates of from...to, in order. */
static inline void put_dates(struct gen *g, const char *key, long from, long to, unsigned n)
{
	put(g, key, "[");
	for (unsigned i = 0; i < n; i++)
		fprintf(g->out, "%s%s", i > 0 ? ", " : "", date_text(slot(g, from, to, i, n)).s);
	fputc(']', g->out);
}

#endif
