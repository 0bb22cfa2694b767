#include "near.h"

#include <math.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

void assert_relative(double got, double want, double within, double least)
{
	/* Also NaN fails. */
	if (!(fabs(got - want) <= within * fmax(fabs(want), least)))
		fail_msg("%.17g, should be %.17g", got, want);
}

void assert_near(double got, double want)
{
	assert_relative(got, want, 1e-12, 1);
}
