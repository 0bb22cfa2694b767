/* Warnings of plans made from short texts. */
#ifndef UNIT_WARNED_H
#define UNIT_WARNED_H

#include "planned.h"

/*
 * Makes the plan, and fails unless it has just these warnings of one id, each on a line that ends
 * with a newline: `error 12: message`, where 12 is the line of acme.yaml (its records start on
 * line 4); of another file `policy.yaml:3`. What is muted says `note 12 until 2026-12-31: …`.
 */
void check_warnings(const struct plan_text *text, const char *id, const char *expected);

/* A test in a new empty folder. */
#define WARNING_TEST(function) cmocka_unit_test_setup_teardown(function, tree_begin, tree_end)

#endif
