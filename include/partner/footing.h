/**
 * Footing: parts that are printed rounded and still add up to the printed total.
 */
#ifndef PARTNER_FOOTING_H
#define PARTNER_FOOTING_H

#include <stddef.h>

/** A smaller part is nothing but the noise of floating-point sums: it stays 0. */
#define FOOTING_NOISE 5e-10

/** The nearest tenth; halves go away from 0, and noise does not decide what a half is. */
double footing_tenth(double part);

/**
 * Rounds `n` parts to tenths such that they add up to `total`, a number of tenths, in
 * `rounded` (which may be `parts` itself): each is rounded to the nearest tenth, then those with
 * the largest error move by a tenth towards the total, the first of equal ones first, again and
 * again if need be. Parts below FOOTING_NOISE stay 0; when all are, so does the sum. The method
 * of largest remainders, for parts of either sign. All numbers are finite.
 */
void footing_round(const double *parts, size_t n, double total, double *rounded);

#endif
