/**
 * Special functions behind intervals and tests. They rest on exp, log, log1p, sqrt and erfc of
 * the C library alone: two libraries may differ in the last two digits of sixteen, never in
 * what is printed. lgamma is not used, for it writes a global.
 */
#ifndef PARTNER_SPECIAL_H
#define PARTNER_SPECIAL_H

/**
 * The regularised incomplete beta function I_x(a, b), 0 <= x <= 1, a > 0, b > 0. Relative
 * error below 1e-12 for a + b up to 1e5. The other tail is special_beta(1 - x, b, a).
 *
 * Continued fraction: DLMF 8.17.22 as DiDonato & Morris 1992 contract it ("Algorithm 708",
 * ACM TOMS 18), evaluated by Lentz's method as Thompson & Barnett 1986 modify it. Its factor:
 * the saddle-point form of Loader 2000, "Fast and accurate computation of binomial
 * probabilities".
 */
double special_beta(double x, double a, double b);

/**
 * The x at which I_x(a, b) = p, 0 <= p <= 1. Relative error below 1e-12 of x when p <= 0.5, of
 * 1 - x when p is more, as long as that is above 1e-300.
 */
double special_beta_quantile(double p, double a, double b);

/**
 * Student's t with df >= 1 degrees of freedom, which need not be whole: the t below which a
 * share 0 < p < 1 lies, 1e-100 <= p: relative error below 1e-12 where p is not within 1e-3 of
 * 0.5, there an absolute one below 1e-15. For a two-sided interval of `confidence` p is
 * (1 + confidence)/2.
 */
double special_t_quantile(double p, double df);

/** The same for the normal distribution. */
double special_normal_quantile(double p);

#endif
