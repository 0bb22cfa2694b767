#include "leaf.h"

#include <string.h>

#include "partner/nearest.h"

/* Reads the text of a scalar into the leaf `out`; sets the hint when it cannot. */
typedef enum scalar_verdict read_fn(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint);

static enum scalar_verdict read_text(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct text_field *leaf = out;

	(void)field;
	(void)hint;
	leaf->text = node->text;
	leaf->length = node->length;
	return SCALAR_OK;
}

static enum scalar_verdict read_partner_id(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	enum scalar_verdict verdict = partner_id_check(node->text, node->length, hint);

	return verdict == SCALAR_OK ? read_text(field, node, out, hint) : verdict;
}

static enum scalar_verdict read_id(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	enum scalar_verdict verdict = record_id_check(node->text, node->length, hint);

	return verdict == SCALAR_OK ? read_text(field, node, out, hint) : verdict;
}

static enum scalar_verdict read_currency(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	if (currency_find(node->text, node->length))
		return read_text(field, node, out, hint);
	*hint = "write the three letters of ISO 4217, as in EUR";
	return SCALAR_INVALID;
}

int word_place(const char *const *words, const char *word)
{
	for (int i = 0; words[i]; i++)
		if (strcmp(words[i], word) == 0)
			return i;
	return CHOICE_NONE;
}

static enum scalar_verdict read_word(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct word_field *leaf = out;
	int place = word_place(field->choices, node->text);

	(void)hint;
	if (place == CHOICE_NONE)
		return SCALAR_INVALID;
	leaf->value = place;
	return SCALAR_OK;
}

static bool is_bounded(const struct field *field)
{
	return field->least != 0 || field->most != 0;
}

static bool out_of_bounds(const struct field *field, double value)
{
	return is_bounded(field) && !(value >= field->least && value <= field->most);
}

static enum scalar_verdict read_whole(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct whole_field *leaf = out;
	enum scalar_verdict verdict = whole_parse(node->text, node->length, &leaf->value, hint);

	if (verdict != SCALAR_OK || !out_of_bounds(field, (double)leaf->value))
		return verdict;
	*hint = NULL;
	return SCALAR_RANGE;
}

static enum scalar_verdict read_number(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct number_field *leaf = out;
	enum scalar_verdict verdict = number_parse(node->text, node->length, &leaf->value, hint);

	if (verdict != SCALAR_OK || !out_of_bounds(field, leaf->value))
		return verdict;
	*hint = NULL;
	return SCALAR_RANGE;
}

static enum scalar_verdict read_share(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct number_field *leaf = out;

	(void)field;
	return share_parse(node->text, node->length, &leaf->value, hint);
}

static enum scalar_verdict read_weight(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct weight_field *leaf = out;

	(void)field;
	leaf->percent = node->length && node->text[node->length - 1] == '%';
	if (leaf->percent)
		return share_parse(node->text, node->length, &leaf->value, hint);
	return number_parse(node->text, node->length, &leaf->value, hint);
}

static enum scalar_verdict read_flag(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct flag_field *leaf = out;

	(void)field;
	return flag_parse(node->text, node->length, &leaf->value, hint);
}

static enum scalar_verdict read_date(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct date_field *leaf = out;

	(void)field;
	return date_parse(node->text, node->length, &leaf->date, hint);
}

static enum scalar_verdict read_time(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct time_field *leaf = out;

	(void)field;
	return instant_parse(node->text, node->length, &leaf->time, hint);
}

static enum scalar_verdict read_duration(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct duration_field *leaf = out;

	(void)field;
	return duration_parse(node->text, node->length, &leaf->duration, hint);
}

static enum scalar_verdict read_money(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct money_field *leaf = out;

	(void)field;
	return money_parse(node->text, node->length, &leaf->money, hint);
}

static enum scalar_verdict read_price(
	const struct field *field, const struct yaml_node *node, void *out, const char **hint)
{
	struct price_field *leaf = out;

	(void)field;
	return price_parse(node->text, node->length, &leaf->millionths, &leaf->currency, hint);
}

static read_fn *const readers[] = {
	[KIND_TEXT] = read_text,
	[KIND_CURRENCY] = read_currency,
	[KIND_PARTNER_ID] = read_partner_id,
	[KIND_ID] = read_id,
	[KIND_WORD] = read_word,
	[KIND_WHOLE] = read_whole,
	[KIND_NUMBER] = read_number,
	[KIND_SHARE] = read_share,
	[KIND_WEIGHT] = read_weight,
	[KIND_FLAG] = read_flag,
	[KIND_DATE] = read_date,
	[KIND_TIME] = read_time,
	[KIND_DURATION] = read_duration,
	[KIND_MONEY] = read_money,
	[KIND_PRICE] = read_price,
};

/* The words of a row in one line: "low, middle, high". */
static const char *choices_line(struct arena *arena, const char *const *choices)
{
	const char *line = choices[0];

	for (size_t i = 1; choices[i]; i++)
		line = arena_printf(arena, "%s, %s", line, choices[i]);
	return line;
}

static void report_choice(const struct decoder *decoder, const struct field *field,
	const struct yaml_node *node, const struct trail *trail)
{
	struct arena *arena = decoder->arena;
	const char *all = choices_line(arena, field->choices);
	const char *nearest;
	size_t n = 0;

	while (field->choices[n])
		n++;
	nearest = nearest_word(node->text, node->length, field->choices, n);
	diag_add(decoder->faults, P009_UNKNOWN_CHOICE, decoder->path, node->at,
		trail_pointer(arena, trail),
		nearest ? arena_printf(arena, "did you mean '%s'; one of %s", nearest, all)
			: arena_printf(arena, "one of %s", all),
		field->name, node->text);
}

void leaf_report(const struct decoder *decoder, enum scalar_verdict verdict, const char *what,
	const char *hint, const struct yaml_node *node, const struct trail *trail)
{
	enum diag_rule rule = verdict == SCALAR_RANGE ? P008_OUT_OF_RANGE : P007_WRONG_VALUE;

	diag_add(decoder->faults, rule, decoder->path, node->at,
		trail_pointer(decoder->arena, trail), hint, what, node->text);
}

static const char *range_hint(const struct decoder *decoder, const struct field *field)
{
	if (field->most > 1e8)
		return arena_printf(decoder->arena, "%g or more", field->least);
	return arena_printf(decoder->arena, "%g to %g", field->least, field->most);
}

void leaf_decode(const struct decoder *decoder, const struct field *field, enum field_kind kind,
	const struct yaml_node *node, const struct trail *trail, void *out)
{
	struct leaf *leaf = out;
	enum scalar_verdict verdict;
	const char *hint = NULL;

	leaf->at = node->at;
	leaf->state = LEAF_FAULTY;
	if (node->faulty)
		return;
	if (node->kind != YAML_SCALAR) {
		diag_add(decoder->faults, P006_WRONG_SHAPE, decoder->path, node->at,
			trail_pointer(decoder->arena, trail),
			arena_printf(decoder->arena, "write one %s", kind_word(kind)), field->name);
		return;
	}
	if (node->plain && node->length == 0) {
		leaf_report(decoder, SCALAR_INVALID, kind_word(kind),
			"give it a value, or remove the key", node, trail);
		return;
	}
	/* Only "\0" between quotes makes one. */
	if (!node->plain && memchr(node->text, '\0', node->length)) {
		leaf_report(decoder, SCALAR_INVALID, kind_word(kind), "remove the NUL character",
			node, trail);
		return;
	}
	verdict = readers[kind](field, node, out, &hint);
	if (verdict == SCALAR_OK)
		leaf->state = LEAF_SOUND;
	else if (kind == KIND_WORD)
		report_choice(decoder, field, node, trail);
	else if (kind == KIND_WHOLE && verdict == SCALAR_INVALID && is_bounded(field))
		leaf_report(decoder, verdict, kind_word(kind),
			arena_printf(decoder->arena, "write a whole number, %s",
				range_hint(decoder, field)),
			node, trail);
	else
		leaf_report(decoder, verdict, kind_word(kind),
			hint ? hint : range_hint(decoder, field), node, trail);
}
