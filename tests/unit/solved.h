/*
 * Networks written as rows of text: what takes how long, after what.
 */
#ifndef UNIT_SOLVED_H
#define UNIT_SOLVED_H

#include "partner/network.h"
#include "partner/schema.h"

/* Of these, one at most. */
enum row_state { ROW_OPEN, ROW_DONE, ROW_PASSED, ROW_APART };

struct network_row {
	const char *id;
	const char *takes;
	const char *after; /* ids of rows, with blanks between them; NULL: none */
	const char *fixed; /* day of not_before; NULL: any */
	const char *due;   /* day of finish_by; NULL: any */
	enum row_state state;
	bool business; /* starts on a business day */
};

/* A network on a calendar with a holiday on 2026-01-06, Tuesday. */
struct solved {
	struct arena arena;
	struct network network;
	const struct network_row *rows;
};

/* Solves it from `start` on, and gives what network_solve does; end with solved_close. */
bool solved_open(
	struct solved *solved, const char *start, const struct network_row *rows, size_t n);
void solved_close(struct solved *solved);

#define SOLVE(solved, start, rows) solved_open((solved), (start), (rows), COUNT_OF(rows))

/* Fails unless the activity has these: `early start, early finish, late start, late finish`. */
void assert_days(struct solved *solved, const char *id, const char *expected);

/* Fails unless these are the ids of the critical ones, in the order of the list. */
void assert_critical(struct solved *solved, const char *expected);

/* The same for the ids of the path, and of the cycle, as they are told. */
void assert_path(struct solved *solved, const char *expected);
void assert_cycle(struct solved *solved, const char *expected);

#endif
