/**
 * Numbers that should be nearly the same.
 */
#ifndef TESTS_NEAR_H
#define TESTS_NEAR_H

/** Fails unless |got - want| <= within·max(|want|, least). */
void assert_relative(double got, double want, double within, double least);

/** Fails unless they differ by 1e-12 at most. */
void assert_near(double got, double want);

#endif
