/*
 * Tables of the report's sections. Private to lib/report.
 */
#ifndef REPORT_REPORT_RECORD_H
#define REPORT_REPORT_RECORD_H

#include "partner/report.h"

extern const struct record report_need_record;
extern const struct record report_next_record;
extern const struct record report_portfolio_record;
extern const struct record report_movers_record;
extern const struct record report_dot_record;
extern const struct record report_renewal_record;
extern const struct record report_month_record;
extern const struct record report_heat_record;
extern const struct record report_mirror_record;
extern const struct record report_panel_record;
extern const struct record report_cost_record;

#endif
