/**
 * The calibration (format calibration/1): how strict each rater is, found over a whole portfolio
 * by partner-calibrate(1), reviewed by people, committed, and named by a policy. Scoring only
 * applies it, so that a score depends on no other partner's file.
 *
 * This is the file as it is read; calibrate.h has it as it is computed.
 */
#ifndef PARTNER_CALIBRATION_H
#define PARTNER_CALIBRATION_H

#include "partner/diag.h"
#include "partner/index.h"
#include "partner/schema.h"

struct calibrated_rater {
	struct head head;
	struct text_field rater;
	/* Points of the scale 1–5; below 0: strict. It may be larger than the scale: it adds up
	 * along a chain of raters, each of whom shares partners with the next one only. */
	struct number_field offset;
	struct number_field se;          /* its standard error */
	struct number_field reliability; /* how much of it the data show, 0 to 1 */
	struct whole_field ratings;
	struct whole_field group;
};

struct calibrated_agreement {
	struct head head;
	struct text_field criterion;
	struct number_field alpha; /* Krippendorff's, ordinal; absent: too few units */
	struct whole_field units;
	struct whole_field ratings;
};

/** Raters who share rated cells, directly or by others. */
struct calibrated_group {
	struct head head;
	struct whole_field group;
	LIST_OF(struct text_field) raters;
};

/** The rating that would join two groups at the least cost. */
struct calibrated_bridge {
	struct head head;
	struct text_field rater;
	struct text_field partner;
};

/** A rating that neither the cell nor the rater's offset explains. */
struct calibrated_residual {
	struct head head;
	struct text_field rater;
	struct text_field partner;
	struct word_field of; /* enum side: who was rated */
	struct text_field criterion;
	struct number_field residual;
};

struct calibration {
	struct head head;
	struct word_field type;   /* calibration */
	struct word_field schema; /* partner.calibration/1 */
	struct date_field as_of;
	struct number_field lambda;
	struct number_field reml_lambda; /* diagnostic; absent: nothing tells */
	struct number_field sigma;       /* absent: no cell has two ratings */
	struct whole_field df;
	struct whole_field ratings;
	struct whole_field cells;
	LIST_OF(struct calibrated_rater) raters;
	LIST_OF(struct calibrated_agreement) agreement;
	LIST_OF(struct calibrated_group) groups;
	LIST_OF(struct calibrated_bridge) bridges;
	LIST_OF(struct calibrated_residual) residuals;
	struct text_field note;
};

extern const struct record calibration_record;

/** A calibration that a policy names, and where it comes from. */
struct calibration_file {
	const char *name;   /**< as the policy names it */
	const char *path;   /**< beside the policy */
	const char *digest; /**< 64 hex digits of the SHA-256 of its bytes */
	struct calibration calibration;
	struct id_index raters; /**< of calibration.raters by id */
	struct diag_list faults;
	/**
	 * errno when it could not be read; the faults say so where the policy names it. A policy
	 * that nobody named may only name what lies in its own folder or below (else EPERM), with
	 * no link on the way (else ELOOP).
	 */
	int error;
};

/** Whether the file at `path` can be read and says that it is a calibration, if a faulty one. */
bool calibration_is_at(const char *path);

/** The scale's noise as the panel's interval needs it (R11). */
struct rating_noise {
	double sigma; /**< standard deviation of a rating around its cell, in points */
	double df;    /**< degrees of freedom behind it */
};

/**
 * What the calibration knows of the noise; sigma is at least 0.15, for ratings are rounded to
 * halves. Without a calibration (NULL), or one without repeated ratings: 0.8 with df 8.
 */
struct rating_noise calibration_noise(const struct calibration_file *file);

/** How much a rater is above the others; 0 when the calibration (may be NULL) does not know. */
double calibration_offset(const struct calibration_file *file, const char *rater);

#endif
