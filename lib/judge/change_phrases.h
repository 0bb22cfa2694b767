/*
 * What the texts drawn from a change say in the same words. Private to lib/judge.
 */
#ifndef JUDGE_CHANGE_PHRASES_H
#define JUDGE_CHANGE_PHRASES_H

#include "card_lines.h"
#include "partner/change.h"

/* So many records are listed, and so many fields of one, before the rest is counted. */
#define CHANGE_SHOWN 12

/* Values of fields have so many characters, names where there is little room so many. */
#define CHANGE_VALUE_CHARACTERS 40
#define CHANGE_NAME_CHARACTERS 80

/* How a language writes texts from files, and what got worse. */
struct change_tongue {
	void (*put_words)(struct buffer *buffer, const char *text);
	void (*put_code)(struct buffer *buffer, const char *text); /* ids, places, values */
	const char *strong, *strong_end;
	const char *ellipsis;
};

extern const struct change_tongue change_plain, change_plain_ascii;

/* The words of a tongue, shortened in the middle to `most` characters. */
void change_put_short(struct buffer *buffer, const char *text, size_t most, const char *ellipsis,
	void (*put)(struct buffer *buffer, const char *text));

/* -2.4, +0.3 or 0.0; `-` when it is unknown. */
void change_put_effect(struct buffer *buffer, double effect);

/* Nothing of it is printed: unknown effects are not nothing. */
bool change_is_nothing(double effect);

/* The end that tells what the partner is: the newer one if there is one. */
const struct change_end *change_last_end(const struct change *change);

/* Below 0: worse, above: better; 0: neither, or not to be compared. */
int change_grade_turn(const struct change *change);
int change_standing_turn(const struct change *change);

/*
 * `40.7, 3.5 points less`, `grade D, down from C`, `TALK, down from KEEP`. Before a letter stands
 * the `word`: "grade ", or nothing where that is said already.
 */
void change_put_score(struct buffer *buffer, const struct change *change);
void change_put_grade(struct buffer *buffer, const struct change *change, const char *word,
	const struct change_tongue *tongue);
void change_put_standing(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* ---- reasons: change_reasons.c ---- */

/* Why the standing is another one; nothing when it is not, or nobody knows. */
void change_put_standing_reason(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* `data -3.1, time -0.4`, the largest first, or why there are none; may be nothing. */
void change_put_causes(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* The largest cause with the record that did most of it, or what else there is to say. */
void change_put_main_cause(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* A criterion without an effect is not shown. */
bool change_omits(const struct change_criterion *criterion);

/* `50.9 to 36.3`: what points were and are, whole or to one decimal. */
void change_put_way(struct buffer *line, double from, double to, int decimals);

/* ---- what else ---- */

/* `score-drop:5, sign:critical`: the gates that it meets. */
void change_put_gates(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* `coverage 95 %, was 98 %; disputed incident:INC-7`, into an empty buffer; may be nothing. */
void change_put_circumstances(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* `raised blame-shifting (critical); cleared goals-stale`; may be nothing. */
void change_put_signs(
	struct buffer *buffer, const struct change *change, const struct change_tongue *tongue);

/* `3 partners changed, 1 added, 0 removed`, or that there is no change; then the faulty ones. */
void change_put_totals(struct buffer *buffer, const struct changes *changes);

/* ---- records: change_listing.c ---- */

/* How a record came to have an effect. */
const char *change_word(const struct change_record *record);

/* What stands before the path of a record of which this became: `main~1:` if it was removed. */
const char *change_prefix(const struct change *change, int word);

/* The same before the partner's file. */
const char *change_file_prefix(const struct change *change);

/* What of a measure's effect no record has: that of another policy or calibration. */
#define CHANGE_REST "by another policy or calibration"
double change_rest(const struct change *change, const struct change_measure *measure);

/* Appends `path:line` as a tongue writes places. */
void change_put_place(struct buffer *buffer, const char *prefix, const char *path, int64_t line,
	const struct change_tongue *tongue);

/*
 * `ownership owned, was deflected; note gone, was …`. Values are shortened, but never so that
 * what differs reads the same.
 */
void change_put_fields(struct buffer *buffer, const struct changed_record *changed,
	const struct change_tongue *tongue);

/* A record that was added, changed or removed. */
struct change_listed {
	int change; /* RECORD_ADDED, RECORD_CHANGED, RECORD_REMOVED */
	const char *ref;
	const char *path;
	int64_t line;
	const struct changed_record *changed; /* NULL unless it was changed */
	double effect;                        /* all together */
	bool shown;
};

/*
 * All of them, those added first; shown are all, or of many the CHANGE_SHOWN with the largest
 * effects, the first of equal ones. `*left` gets how many are not.
 */
const struct change_listed *change_list(
	struct arena *arena, const struct change *change, size_t *n, size_t *left);

enum change_cause { CAUSE_POLICY, CAUSE_CALIBRATION, CAUSE_TIME, CAUSE_DATA, CAUSES };

/* A record, where it did most, and all that it did. */
struct change_main {
	const struct change_record *record;
	double effect;
};

/*
 * Which record did most by a cause, all measures together; by CAUSES: by any, in the newer file.
 * The record is NULL when none did anything.
 */
struct change_main change_main_record(const struct change *change, enum change_cause cause);

/* Where to look: the record of largest effect in the newer file, else the file. */
void change_find_place(const struct change *change, const char **path, int64_t *line);

#endif
