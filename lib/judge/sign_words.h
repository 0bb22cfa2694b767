/*
 * What the families of sign rules share: records found, the worst first, and words for what
 * they say. Private to lib/judge.
 */
#ifndef JUDGE_SIGN_WORDS_H
#define JUDGE_SIGN_WORDS_H

#include "sign_rules.h"

/* A record that speaks for a sign. */
struct finding {
	const struct record *record;
	const struct head *head;
	int32_t date; /* its own day; DATE_NONE: it has none */
	int64_t rank; /* the less, the worse */
	size_t place; /* set when it is added */
};

/* All of them; starts as all zeros. */
struct findings {
	struct finding *items;
	size_t n, room;
};

void findings_add(const struct sign_case *sign, struct findings *findings, struct finding finding);

/* Sorts them, the worst first and equals as they were added, and cites them in that order. */
void findings_cite(struct sign_case *sign, struct findings *findings);

/* Cites the partner file itself: for what is missing from it. */
void sign_cite_file(struct sign_case *sign);

/* Whether somebody talked to them openly in `from`…D. */
bool sign_told(const struct view *view, int32_t from);

/* `1 incident`, `3 incidents`. */
void words_put_count(struct buffer *buffer, size_t n, const char *one, const char *many);

/* `90 days`, `1 year`. */
void words_put_span(struct buffer *buffer, struct duration span);

/* Between the parts of a list: the separator, unless the text is still empty. */
void words_join(struct buffer *buffer, const char *separator);

#endif
