/*
 * What the groups of rules share: the document at hand, how findings are added, and indexes
 * that keep references and duplicates linear. Private to lib/check.
 */
#ifndef CHECK_RULES_H
#define CHECK_RULES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "partner/buffer.h"
#include "partner/check.h"
#include "partner/index.h"
#include "partner/records.h"
#include "partner/trail.h"
#include "partner/view.h"

/* ---- findings (report.c) ---- */

struct report {
	struct diag_list *faults;
	struct arena *arena;
	const char *partner;   /* its id, NULL when unknown */
	const char *elsewhere; /* findings in this file are left out, NULL: none */
};

#define SUBJECTS(...) ((const char *const[DIAG_SUBJECTS]){__VA_ARGS__})

/*
 * A finding about what `trail` leads to, in the file of `head`. It stands at `leaf`; NULL:
 * something is missing, and the finding stands at the first key of `head`.
 */
void report_place(struct report *report, enum diag_rule rule, const struct trail *trail,
	const struct head *head, const struct leaf *leaf, const char *hint,
	const char *const *subjects);

/* The same for the field `field` of the map that `trail` leads to and `head` begins. */
void report_field(struct report *report, enum diag_rule rule, const struct trail *trail,
	const struct head *head, const char *field, const struct leaf *leaf, const char *hint,
	const char *const *subjects);

/* The same for an item of the list that `list` leads to; without a field for it as a whole. */
void report_item(struct report *report, enum diag_rule rule, const struct trail *list,
	const struct head *head, const char *field, const struct leaf *leaf, const char *hint,
	const char *const *subjects);

/* The same for the `index`-th value of a list of scalars in such an item. */
void report_value(struct report *report, enum diag_rule rule, const struct trail *list,
	const struct head *head, const char *field, size_t index, const struct leaf *leaf,
	const char *hint, const char *const *subjects);

/* Whether further findings are only counted, and hints need not be looked for. */
bool report_is_full(const struct report *report);

/* `2026-03-31`, in the arena. */
const char *date_text(struct arena *arena, int32_t date);

/* How messages name a file of the report's tree: `main~1:partners/acme.yaml`. */
const char *named_path(const struct report *report, const char *path);

/* `first at FILE:LINE`, of a named path. */
const char *first_at(struct arena *arena, const char *path, uint32_t line);

/* `did you mean 'WORD'`, NULL when no candidate is near. */
const char *nearest_hint(
	struct arena *arena, const char *word, const char *const *candidates, size_t n);

/* ---- lists of records (lists.c) ---- */

/* A list of records: where it is and what it holds. */
struct record_list {
	const struct record *record;
	const struct list *list;
	const struct trail *trail;
};

typedef void (*visit_list)(void *context, const struct record_list *list);

/* Calls `visit` for every list of records in `object`, from the outermost down. */
void visit_lists(const struct record *record, const void *object, const struct trail *trail,
	visit_list visit, void *context);

/* The table of the records in the list `name` of `record`. */
const struct record *list_record(const struct record *record, const char *name);

/* As check_identity, in an `object` of any table. */
const char *find_identity(struct arena *arena, const struct record *record, const void *object,
	const struct diag *diag);

/* ---- ids of a list (ids.c) ---- */

struct ids {
	struct id_index index;
	const char **names; /* of nearest_hint, filled when first asked for */
	size_t n_names;
};

/* Indexes a list. */
void ids_init(
	struct ids *ids, struct arena *arena, const struct record *record, const struct list *list);

/* As nearest_hint, among the ids. */
const char *ids_hint(struct ids *ids, struct report *report, const char *id);

/* P010 in every list below `object`. */
void report_duplicate_ids(struct report *report, const struct record *record, const void *object);

/* P020 in every list below `object` (structure.c). */
void report_duplicate_records(
	struct report *report, const struct record *record, const void *object);

/* ---- calibrations (calibrations.c) ---- */

/*
 * P605 where the policy names a calibration in vain, and what each of them says beyond its
 * shape. Both are faults of the calibrations, which are sorted.
 */
void check_calibrations(struct policy_file *policy, struct arena *arena);

/* ---- what groups ask of each other ---- */

/* What to call a record in a message: its label, else its place, `#3` (structure.c). */
const char *label_or_place(
	struct arena *arena, const struct record *record, const struct head *head);

/* Both are there, and the first lies before the second, whatever hour of its day a time is of
 * which only the day is known (time.c). */
bool surely_before(const struct time_field *time, const struct time_field *other);

/* Whether fields of this name say what happened, not what is planned or agreed (future.c). */
bool names_event(const char *field);

/* ---- memory from file to file (memory.c) ---- */

/* Where something was first seen. Strings are good until the next call. */
struct seen {
	const char *path;
	const char *name; /* of a person */
	uint32_t line;
};

/* Notes a partner; true, and `first`, when the id was there before. */
bool memory_partner(struct check_memory *memory, const char *id, const char *path, uint32_t line,
	struct seen *first);

/* Where a person was first named; false when never. */
bool memory_named(const struct check_memory *memory, const char *id, struct seen *first);

/* Notes a person's name, unless the person has one already. */
void memory_person(struct check_memory *memory, const char *id, const char *name, const char *path,
	uint32_t line);

/* What a run compares documents with, and what it has seen of policies (since_policy.c). */
struct since {
	struct earlier *earlier; /* NULL: nothing is compared */
	struct arena arena;
	struct weighing *weighings;
	size_t n, capacity;
};

struct since *memory_since(struct check_memory *memory);

/* ---- the document at hand ---- */

struct check {
	struct report report;
	struct source *source;
	const struct partner *partner;
	struct check_memory *memory;
	const struct source *earlier; /* what it was at a revision; NULL: not known */
	struct arena *arena;
	struct rules rules; /* of this partner; only when the policy is sound */
	struct view view;   /* likewise */
	int32_t as_of;
	struct ids people, goals, tasks, criteria;
	struct ids *records; /* of lists that evidence and disputes name, found so far */
	size_t n_records;
};

/* Whether both lists of people can be judged. */
bool people_are_sound(const struct source *source);

/* The person, NULL when unknown. */
const struct person *check_person(const struct check *check, const struct text_field *id);

/* ---- rules, one function each (structure.c … policy_rules.c) ---- */

void check_duplicate_ids(struct check *check);
void check_stem(struct check *check);
void check_duplicate_partner(struct check *check);
void check_not_counted(struct check *check);
void check_duplicate_records(struct check *check);

void check_people_named(struct check *check);
void check_goals_named(struct check *check);
void check_criteria_named(struct check *check);
void check_disputes_named(struct check *check);
void check_mutes_named(struct check *check);
void check_two_names(struct check *check);

void check_tasks_named(struct check *check);
void check_task_cycles(struct check *check);

void check_evidence(struct check *check);

void check_ends(struct check *check);
void check_deliveries(struct check *check);
void check_incident_order(struct check *check);
void check_event_order(struct check *check);
void check_raters_left(struct check *check);
void check_after_as_of(struct check *check);

void check_notice_period(struct check *check);
void check_notice_window(struct check *check);
void check_leap_day(struct check *check);
void check_lapsed(struct check *check);
void check_earlier_ends(struct check *check);
void check_prepaid(struct check *check);
void check_observed_twice(struct check *check);

void check_unevidenced(struct check *check);
void check_interests(struct check *check);
void check_one_role(struct check *check);
void check_halo(struct check *check);
void check_exceptions(struct check *check);
void check_own_side(struct check *check);

void check_completeness(struct check *check);
void check_rates(struct check *check);

void check_dues(struct check *check);
void check_removed(struct check *check);
void check_scores(struct check *check);
void check_goalposts(struct check *check);
void check_weights(struct check *check);
void check_softened(struct check *check);
void check_prolonged(struct check *check);
void check_lowered(struct check *check);

/* Whether there is the record that incident:INC-7 or rating:#2 names. */
enum reference_verdict {
	REFERENCE_FOUND,
	REFERENCE_NO_LIST,   /* no kind of record is called so */
	REFERENCE_NO_RECORD, /* `*ids` has those that there are */
	REFERENCE_UNKNOWN,   /* the list is not sound */
};
enum reference_verdict check_reference(
	struct check *check, const char *reference, struct ids **ids);

/* What to write instead of a reference that is REFERENCE_NO_RECORD; may be NULL. */
const char *reference_hint(struct check *check, struct ids *ids, const char *reference);

/* Until when exceptions mute a rule; DATE_NONE: they do not (mute.c). */
int32_t muted_until(const struct check *check, enum diag_rule rule);

/* Marks what exceptions mute (mute.c). */
void mute_findings(const struct check *check);

#endif
