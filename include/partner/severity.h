/**
 * Severity of raters: who is strict, who is lenient, and what the ratings are without that.
 *
 * Rating = cell + rater's offset + noise. Cells (what is rated) are fixed, raters are random
 * and shrunk towards 0 by λ, the ratio of the variances of noise and offsets: an offset is
 * held back as if λ further ratings had shown none. With d a rating less the mean of its cell,
 * q_r = Σ d of the rater and L_rs = [r = s] n_r - Σ_c n_cr n_cs/n_c the offsets b solve
 * (L + λI) b = q. This is the best linear unbiased prediction of Henderson 1975 with the cells
 * swept out; L is the Laplacian of the graph of raters who share cells. Raters who share none,
 * not even by others, form groups; L falls into a block for each, and each is solved by itself.
 */
#ifndef PARTNER_SEVERITY_H
#define PARTNER_SEVERITY_H

#include <stddef.h>

#include "partner/arena.h"

/** Up to so many raters a group is solved densely, beyond by conjugate gradients. */
#define SEVERITY_DENSE 500

/** Up to so many a group is factored where all reliabilities are asked for. */
#define SEVERITY_FACTORED 4000

struct severity_rating {
	size_t cell;  /**< from 0; every cell has a rating */
	size_t rater; /**< from 0 */
	double value;
};

struct rater_system;

struct severity {
	size_t n, cells, raters;
	double *offset;    /**< of each rater, b: above 0 is lenient; 0 without shared cells */
	size_t *rated;     /**< ratings of each rater */
	size_t *group;     /**< of each rater, from 0 in the order of the smallest rater */
	size_t groups;     /**< raters of different groups share no cell, not even by others */
	double *raw;       /**< mean of each cell */
	double *adjusted;  /**< of each cell, t_c: the mean less its raters' mean offset */
	size_t *n_in_cell; /**< ratings of each cell */
	double within;     /**< Σ d² */
	double explained;  /**< q·b */
	size_t df;         /**< ratings less cells */
	double variance;   /**< σ² = (within - explained)/df; NaN when df is 0 */
	const struct rater_system *system; /**< for the functions below */
};

/**
 * Fits the offsets, λ > 0. Everything lives in `arena`. The offsets of a group add up to 0.
 * In groups beyond SEVERITY_DENSE raters the residual of the system is at most 1e-12 of q.
 */
void severity_fit(const struct severity_rating *ratings, size_t n, size_t cells, size_t raters,
	double lambda, struct arena *arena, struct severity *fit);

/**
 * How much of a rater's offset the data show: 1 - λ[(L + λI)⁻¹]_rr, 0 (nothing) to 1; exactly 0
 * for who is alone in the group. The standard error of the offset is σ·√((1 - reliability)/λ).
 * Every call solves the rater's group once; `scratch` may be reset between calls.
 */
double severity_reliability(const struct severity *fit, size_t rater, struct arena *scratch);

/**
 * The reliability of every rater. A group of R, up to SEVERITY_FACTORED, takes R³/3
 * multiplications and for the time being room for R² doubles, beyond as long as R calls of
 * severity_reliability.
 */
void severity_reliabilities(const struct severity *fit, double *reliability);

/** What neither cell nor rater explains: value - t_c - b_r. */
double severity_residual(const struct severity *fit, const struct severity_rating *rating);

/**
 * The λ that restricted maximum likelihood would choose: the least of
 * log|L + λI| - R log λ + (N - C) log(Σd² - q·b), to six digits, between 1e-4 and 1e4. 0 when
 * it falls still below (noise is nothing beside the raters), INFINITY when above (no rater
 * differs). NaN when nothing tells: N = C, no two raters share a cell, no variation within
 * cells, all λ alike (one degree of freedom), or more than SEVERITY_DENSE raters who share
 * cells.
 */
double severity_reml(const struct severity *fit, struct arena *scratch);

#endif
