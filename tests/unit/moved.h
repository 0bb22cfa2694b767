/*
 * Changes written by hand, to be drawn: one in full, which tests alter.
 */
#ifndef UNIT_MOVED_H
#define UNIT_MOVED_H

#include "partner/change.h"

#define LIST(array)                      \
	{                                \
		(array), COUNT_OF(array) \
	}

/* Northbeam loses 3.5 points by an incident that was added, and one that aged. */
struct moved {
	struct change change;
	struct change_end from, to;
	struct change_causes causes;
	struct change_disputes disputes;
	struct change_signs signs;
	struct change_records records;
	struct scorecard old_card, card; /* of the ends; the newer one has signs, no more */
};

void move(struct moved *moved);

/* Leaves it but one end: CHANGE_ADDED, CHANGE_REMOVED. */
void move_end(struct moved *moved, enum change_status status);

/* A name to lead every format astray. */
#define HOSTILE                                                                          \
	"::error::%0A<b></summary><script>| a |[x](javascript:1) @all #1 !2 ~bug `c` \\" \
	"https://x.example www.x.example\n\r\x1b[31m \xe2\x80\xae*e* _u_ $m$ GH-1 0123456789abcdef"

/* Makes every text of the change that may come from a file be this one. */
void move_texts(struct moved *moved, const char *text);

/* The part stands so often in the change's text of 80 columns, or in its Markdown. */
void assert_moved_text(const struct moved *moved, const char *part, size_t times);
void assert_moved_markdown(const struct moved *moved, const char *part, size_t times);

/* What was compared: 12 partners, of which 3 changed; one gate was met by two, one by none. */
const struct changes *moved_totals(void);

/* A whole comment, and the annotations, of changes in the order of change_compare. */
void changes_put_markdown(struct buffer *buffer, const struct changes *changes,
	const struct change *const *items, size_t n);
void changes_put_annotations(struct buffer *buffer, const struct change *const *items, size_t n,
	change_place place, void *context);

/* A partner with this id and difference, and nothing else. */
struct change moved_by(const char *partner, double delta);

#endif
