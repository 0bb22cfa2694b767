/*
 * The calibration as YAML: a line for each rater and each other item, what is not known left
 * out. The tables of the file say what there is, and in which order; those of the result have
 * the values.
 */
#include <assert.h>
#include <math.h>
#include <string.h>

#include "calibrate_design.h"
#include "partner/calibration.h"
#include "partner/json.h"
#include "partner/yaml.h"

static const char head[] =
	"# How strict each rater is, computed by partner-calibrate(1) from the ratings of all\n"
	"# partners. Review it, commit it, and name it in the policy:\n"
	"#\n"
	"#     calibration: calibration.yaml\n"
	"#\n"
	"# Then partner-score(1) takes each rater's offset off the ratings of that person; its\n"
	"# --explain and its JSON show beside each rating what was given. Offsets are points of\n"
	"# the scale from 1 to 5.\n";

static void put_id(struct buffer *buffer, const char *id)
{
	yaml_put_text(buffer, id, strlen(id));
}

static void put_ids(struct buffer *buffer, const struct array *array)
{
	const char *const *ids = array->items;

	buffer_putc(buffer, '[');
	for (size_t i = 0; i < array->n; i++) {
		buffer_puts(buffer, i ? ", " : "");
		put_id(buffer, ids[i]);
	}
	buffer_putc(buffer, ']');
}

static void put_date(struct buffer *buffer, int32_t date)
{
	char text[DATE_SIZE];

	buffer_puts(buffer, date_format(date, text));
}

/* The value of one row; numbers are written as in JSON. */
static void put_value(struct buffer *buffer, const struct field *field, const void *member)
{
	struct json_writer json = {.out = buffer};

	switch (field->kind) {
	case RESULT_CONSTANT:
		buffer_puts(buffer, field->constant);
		break;
	case RESULT_STRING:
		put_id(buffer, *(const char *const *)member);
		break;
	case RESULT_STRINGS:
		put_ids(buffer, member);
		break;
	case RESULT_DATE:
		put_date(buffer, *(const int32_t *)member);
		break;
	case RESULT_COUNT:
		buffer_put_whole(buffer, *(const int64_t *)member);
		break;
	default:
		assert(field->kind == RESULT_REAL);
		json_put_real(&json, *(const double *)member, field->decimals);
	}
}

/* The row of the result that has the value of a row of the file; NULL: there is none. */
static const struct field *find_known(
	const struct record *results, const struct field *row, const void *object)
{
	const struct field *field = record_field(results, row->name, strlen(row->name));

	if (field && field->kind == RESULT_REAL && isnan(*(const double *)field_at(object, field)))
		return NULL;
	return field;
}

static bool is_alone(const struct calibration_result *result, const struct offset_result *rater)
{
	const struct group_result *groups = result->groups.items;

	return groups[rater->group - 1].raters.n == 1;
}

/* An offset of 0 that says nothing, and why there is no alpha, must not be read as good news. */
static void put_remark(struct buffer *buffer, const struct calibration_result *result,
	const struct array *array, const void *item)
{
	const struct agreement_result *agreement = item;

	if (array == &result->raters && is_alone(result, item))
		buffer_puts(buffer, "  # alone in the group: nothing to compare with");
	if (array != &result->agreement || !isnan(agreement->alpha))
		return;
	if (agreement->units < AGREEMENT_UNITS)
		buffer_printf(buffer, "  # fewer than %d units", AGREEMENT_UNITS);
	else
		buffer_puts(buffer, "  # all ratings are equal");
}

/* `{rater: dana, offset: -0.36, …}` */
static void put_item(struct buffer *buffer, const struct record *rows, const struct record *results,
	const void *item)
{
	const char *before = "{";

	for (size_t i = 0; i < rows->n; i++) {
		const struct field *field = find_known(results, &rows->fields[i], item);

		if (!field)
			continue;
		buffer_printf(buffer, "%s%s: ", before, field->name);
		put_value(buffer, field, field_at(item, field));
		before = ", ";
	}
	buffer_putc(buffer, '}');
}

static void put_list(struct buffer *buffer, const struct field *row, const struct field *field,
	const struct calibration_result *result)
{
	const struct array *array = field_at(result, field);
	const char *item = array->items;

	buffer_printf(buffer, "\n# %s\n%s:%s\n", row->doc, row->name, array->n ? "" : " []");
	for (size_t i = 0; i < array->n; i++, item += field->record->size) {
		buffer_puts(buffer, "  - ");
		put_item(buffer, row->record, field->record, item);
		put_remark(buffer, result, array, item);
		buffer_putc(buffer, '\n');
	}
}

void calibration_put_yaml(struct buffer *buffer, const struct calibration_result *result)
{
	buffer_puts(buffer, head);
	for (size_t i = 0; i < calibration_record.n; i++) {
		const struct field *row = &calibration_record.fields[i];
		const struct field *field = find_known(&calibration_result_record, row, result);

		if (field && field->kind == RESULT_OBJECTS) {
			put_list(buffer, row, field, result);
		} else if (field) {
			buffer_printf(buffer, "%s: ", field->name);
			put_value(buffer, field, field_at(result, field));
			buffer_putc(buffer, '\n');
		}
	}
}
