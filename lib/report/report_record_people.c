/*
 * The tables of mirror and panel. Rows stand in the order in which JSON prints them: by name.
 */
#include "report_record.h"

/* ---- 7 mirror ---- */

static const struct field ratio_rows[] = {
	R_REAL("high", struct report_ratio, high, 4, "upper end of its interval"),
	R_COUNT("k", struct report_ratio, k, "how many"),
	R_REAL("low", struct report_ratio, low, 4, "lower end of its interval"),
	R_COUNT("n", struct report_ratio, n, "of how many"),
	R_STRING("name", struct report_ratio, name, "what is counted"),
	R_REAL("share", struct report_ratio, share, 4, "k of n; null when there are none"),
};
static const struct record ratio_record = RECORD(
	"ratio", struct report_ratio, ratio_rows, NULL, "how many of how many, of all partners");

static const struct field opinion_rows[] = {
	R_STRING("criterion", struct report_opinion, criterion, "id of the criterion"),
	R_REAL("mean", struct report_opinion, mean, 2, "mean of their points, 1 to 5"),
	R_COUNT("n", struct report_opinion, n, "ratings"),
};
static const struct record opinion_record =
	RECORD("opinion", struct report_opinion, opinion_rows, NULL, "what partners think of us");

static const struct field mirror_grade_rows[] = {
	R_COUNT("n", struct report_tally, n, "partners"),
	R_STRING("name", struct report_tally, name, "our grade; - is ungraded"),
};
static const struct record mirror_grade_record = RECORD(
	"grade", struct report_tally, mirror_grade_rows, NULL, "with how many we have a grade");

static const struct field worst_rows[] = {
	R_STRING("grade", struct report_worst, grade, "our grade"),
	R_STRING("name", struct report_worst, name, "name of the partner"),
	R_STRING("partner", struct report_worst, partner, "id of the partner"),
	R_REAL("score", struct report_worst, score, 1, "our score"),
};
static const struct record worst_record =
	RECORD("worst", struct report_worst, worst_rows, NULL, "a partner with whom we do badly");

static const struct field mirror_rows[] = {
	R_COUNT("given", struct report_mirror, given, "exchanges in which we gave"),
	R_OBJECTS("grades", struct report_mirror, grades, &mirror_grade_record,
		"our grades, the best first"),
	R_OBJECTS("ratings", struct report_mirror, ratings, &opinion_record,
		"what partners think of us, by criterion"),
	R_OBJECTS("ratios", struct report_mirror, ratios, &ratio_record,
		"our conduct, counted over all partners"),
	R_COUNT("received", struct report_mirror, received, "exchanges in which we received"),
	R_STRINGS("self", struct report_mirror, self, "ids of our own organisation"),
	R_OBJECTS("worst", struct report_mirror, worst, &worst_record,
		"the five with whom we do worst"),
};
const struct record report_mirror_record =
	RECORD("mirror", struct report_mirror, mirror_rows, NULL, "how we look as a partner");

/* ---- 8 panel ---- */

static const struct field rater_rows[] = {
	R_LINE("group", struct report_rater, group, "group of raters; null: unknown"),
	R_COUNT("n", struct report_rater, n, "ratings"),
	R_REAL("offset", struct report_rater, offset, 4,
		"points above the others; null without a calibration"),
	R_STRING("rater", struct report_rater, rater, "id of the rater"),
	R_REAL("reliability", struct report_rater, reliability, 4,
		"how much of the offset the data show, 0 to 1"),
	R_REAL("se", struct report_rater, se, 4, "standard error of the offset"),
};
static const struct record rater_record =
	RECORD("rater", struct report_rater, rater_rows, NULL, "somebody who rates");

static const char *const verdict_words[] = {"reliable", "tentative", "do not rely on it", NULL};

static const struct field agreement_rows[] = {
	R_REAL("alpha", struct report_agreement, alpha, 4,
		"Krippendorff's alpha; null with too few units"),
	R_STRING("criterion", struct report_agreement, criterion, "id of the criterion"),
	R_COUNT("ratings", struct report_agreement, ratings, "ratings of these units"),
	R_COUNT("units", struct report_agreement, units, "cells that two or more have rated"),
	R_WORD("verdict", struct report_agreement, verdict, verdict_words,
		"what alpha allows; null without"),
};
static const struct record agreement_record = RECORD("agreement", struct report_agreement,
	agreement_rows, NULL, "how far raters agree on a criterion");

static const struct field group_rows[] = {
	R_COUNT("group", struct report_group, group, "number of the group"),
	R_STRINGS("raters", struct report_group, raters, "ids of its raters"),
};
static const struct record group_record =
	RECORD("group", struct report_group, group_rows, NULL, "raters that can be compared");

static const struct field bridge_rows[] = {
	R_STRING("partner", struct report_bridge, partner, "id of the partner to rate"),
	R_STRING("rater", struct report_bridge, rater, "id of who should rate"),
};
static const struct record bridge_record = RECORD(
	"bridge", struct report_bridge, bridge_rows, NULL, "a rating that would join two groups");

static const struct field panel_rows[] = {
	R_OBJECTS("agreement", struct report_panel, agreement, &agreement_record, "by criterion"),
	R_OBJECTS("bridges", struct report_panel, bridges, &bridge_record,
		"ratings that would join groups"),
	R_TRUTH("calibrated", struct report_panel, calibrated,
		"whether ratings were adjusted by a calibration"),
	R_OBJECTS("groups", struct report_panel, groups, &group_record,
		"raters that can be compared"),
	R_OBJECTS(
		"raters", struct report_panel, raters, &rater_record, "the largest offsets first"),
};
const struct record report_panel_record =
	RECORD("panel", struct report_panel, panel_rows, NULL, "who rates, and how far they agree");
