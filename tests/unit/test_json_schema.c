/* JSON Schemas of tables: read by jansson, and asked for what they say of each kind. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "every.h"
#include "partner/diag_record.h"
#include "partner/json_schema.h"
#include "partner/partner.h"
#include "partner/policy.h"

static const char *const colours[] = {"red", "off", "yes", NULL};

struct inner {
	struct head head;
	struct text_field id;
};
static const struct field inner_rows[] = {
	{.name = "id",
		.kind = KIND_ID,
		.required = true,
		.doc = "its name",
		.offset = offsetof(struct inner, id)},
};
static const struct record inner_table =
	RECORD("inner", struct inner, inner_rows, "id", "what is within");

static const struct field other_inner_rows[] = {
	F_TEXT("id", struct inner, id, "anything"),
	F_RECORD("self", struct inner, head, struct head, &inner_table, "the other one"),
};
static const struct record other_inner_table =
	RECORD("inner", struct inner, other_inner_rows, NULL, "another of that name");

struct every_field {
	struct head head;
	struct text_field text;
	struct text_field partner_id;
	struct word_field word;
	struct whole_field whole;
	struct whole_field small;
	struct number_field number;
	struct number_field share;
	struct weight_field weight;
	struct flag_field flag;
	struct date_field date;
	struct time_field time;
	struct duration_field duration;
	struct money_field money;
	struct price_field price;
	LIST_OF(struct text_field) texts;
	LIST_OF(struct word_field) words;
	LIST_OF(struct score_entry) scores;
	LIST_OF(struct scale_knot) scale;
	struct inner record;
	LIST_OF(struct inner) records;
	struct inner other;
};

static const struct field every_field_rows[] = {
	F_TEXT("text", struct every_field, text, "some text"),
	{.name = "partner_id",
		.kind = KIND_PARTNER_ID,
		.required = true,
		.doc = "who",
		.offset = offsetof(struct every_field, partner_id)},
	F_WORD("word", struct every_field, word, colours, "word"),
	F_WHOLE("whole", struct every_field, whole, 0, 0, "whole"),
	F_WHOLE("small", struct every_field, small, 1, 4, "small"),
	F_NUMBER("number", struct every_field, number, -0.5, NO_LIMIT, "number"),
	F_SHARE("share", struct every_field, share, "share"),
	F_WEIGHT("weight", struct every_field, weight, "weight"),
	F_FLAG("flag", struct every_field, flag, "flag"),
	F_DATE("date", struct every_field, date, "date"),
	F_TIME("time", struct every_field, time, "time"),
	F_DURATION("duration", struct every_field, duration, "duration"),
	F_MONEY("money", struct every_field, money, "money"),
	F_PRICE("price", struct every_field, price, "price"),
	F_TEXTS("texts", struct every_field, texts, "texts"),
	F_WORDS("words", struct every_field, words, colours, "words"),
	F_SCORES("scores", struct every_field, scores, "scores"),
	F_SCALE("scale", struct every_field, scale, "scale"),
	F_RECORD("record", struct every_field, record, struct inner, &inner_table, "record"),
	F_RECORDS("records", struct every_field, records, struct inner, &inner_table, "records"),
	F_RECORD("other", struct every_field, other, struct inner, &other_inner_table, "other"),
};
static const struct record every_field_table =
	RECORD("every", struct every_field, every_field_rows, NULL, "one of each");

/* ---- helpers ---- */

static json_t *schema_of(const struct record *record)
{
	struct buffer buffer = {0};
	json_error_t error;
	json_schema_put(&buffer, record, "every/1", "Every kind");
	json_t *root = json_loadb(buffer.data, buffer.length, JSON_REJECT_DUPLICATES, &error);
	if (!root)
		fail_msg("line %d: %s", error.line, error.text);
	assert_int_equal(buffer.data[buffer.length - 1], '\n');
	buffer_free(&buffer);
	return root;
}

/* Compares `part` of the schema with the JSON `expected`, in which ' stands for ". */
static void assert_part(const json_t *part, const char *expected)
{
	char *wanted = strdup(expected);
	for (char *quote = wanted; (quote = strchr(quote, '\''));)
		*quote = '"';
	char *found = json_dumps(part, JSON_COMPACT | JSON_ENCODE_ANY);
	assert_non_null(found);
	assert_string_equal(found, wanted);
	free(found);
	free(wanted);
}

static void assert_property(const struct record *record, const char *name, const char *expected)
{
	json_t *root = schema_of(record);
	assert_part(json_object_get(json_object_get(root, "properties"), name), expected);
	json_decref(root);
}

#define assert_field(name, expected) assert_property(&every_field_table, name, expected)
#define assert_result(name, expected) assert_property(&every_record, name, expected)

/* ---- fields ---- */

static void the_head_says_what_it_is(void **state)
{
	(void)state;
	json_t *root = schema_of(&every_field_table);
	assert_part(json_object_get(root, "$id"), "'every/1'");
	assert_part(json_object_get(root, "$schema"), "'http://json-schema.org/draft-07/schema#'");
	assert_part(json_object_get(root, "title"), "'Every kind'");
	assert_part(json_object_get(root, "description"), "'one of each'");
	assert_part(json_object_get(root, "type"), "'object'");
	assert_part(json_object_get(root, "additionalProperties"), "false");
	assert_part(json_object_get(root, "required"), "['partner_id']");
	json_decref(root);
}

static void texts_may_be_any_scalar(void **state)
{
	(void)state;
	assert_field("text", "{'description':'some text','type':['boolean','number','string']}");
	assert_field("partner_id",
		"{'description':'who','pattern':'^[a-z0-9][a-z0-9._-]*$',"
		"'type':['boolean','number','string']}");
	assert_field("texts",
		"{'description':'texts','items':{'type':['boolean','number','string']},"
		"'type':'array'}");
}

static void words_may_be_what_yaml_makes_of_them(void **state)
{
	(void)state;
	assert_field("word", "{'description':'word','enum':['red','off','yes',false,true]}");
	assert_field("words",
		"{'description':'words','items':{'enum':['red','off','yes',false,true]},"
		"'type':'array'}");
}

static void numbers_keep_their_bounds(void **state)
{
	(void)state;
	assert_field("whole",
		"{'description':'whole','pattern':'^-?(0|[1-9][0-9]*)$',"
		"'type':['integer','string']}");
	assert_field("small",
		"{'description':'small','maximum':4,'minimum':1,"
		"'pattern':'^-?(0|[1-9][0-9]*)$','type':['integer','string']}");
	assert_field("number",
		"{'description':'number','minimum':-0.5,"
		"'pattern':'^-?(0|[1-9][0-9]*)([.][0-9]+)?$','type':['number','string']}");
	assert_field("share",
		"{'description':'share','maximum':1,'minimum':0,"
		"'pattern':'^(0|[1-9][0-9]*)([.][0-9]+)?%?$','type':['number','string']}");
	assert_field("weight",
		"{'description':'weight','minimum':0,"
		"'pattern':'^(0|[1-9][0-9]*)([.][0-9]+)?%?$','type':['number','string']}");
	assert_field("flag",
		"{'description':'flag','pattern':'^(false|true)$','type':['boolean','string']}");
}

#define DAY "[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])"

static void dates_and_sums_are_patterns(void **state)
{
	(void)state;
	assert_field("date", "{'description':'date','pattern':'^" DAY "$','type':'string'}");
	assert_field("time",
		"{'description':'time','pattern':'^" DAY
		"([T ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9])?"
		"(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9]))?$','type':'string'}");
	assert_field("duration",
		"{'description':'duration',"
		"'pattern':'^(0|[1-9][0-9]{0,5})(min|h|d|bd|w|mo|y)$','type':'string'}");
	assert_field("money",
		"{'description':'money','pattern':'^(0|[1-9][0-9]*)([.][0-9]+)? [A-Z]{3}$',"
		"'type':'string'}");
	assert_field("price",
		"{'description':'price',"
		"'pattern':'^(0|[1-9][0-9]*)([.][0-9]{1,6})? [A-Z]{3}$','type':'string'}");
}

#define NUMBER "'pattern':'^-?(0|[1-9][0-9]*)([.][0-9]+)?$','type':['number','string']"

static void scores_and_scales_have_their_shape(void **state)
{
	(void)state;
	assert_field("scores",
		"{'additionalProperties':{'maximum':5,'minimum':1,'multipleOf':0.5," NUMBER "},"
		"'description':'scores','propertyNames':{'pattern':"
		"'^[A-Za-z0-9][A-Za-z0-9._-]*$'},'type':'object'}");
	assert_field("scale",
		"{'description':'scale','items':{'items':{" NUMBER "},'maxItems':2,"
		"'minItems':2,'type':'array'},'type':'array'}");
}

static void records_are_defined_once(void **state)
{
	(void)state;
	assert_field("record", "{'allOf':[{'$ref':'#/definitions/inner'}],'description':'record'}");
	assert_field("records",
		"{'description':'records','items':{'$ref':'#/definitions/inner'},"
		"'type':'array'}");
	json_t *root = schema_of(&every_field_table);
	const json_t *definitions = json_object_get(root, "definitions");
	assert_int_equal(json_object_size(definitions), 2);
	assert_part(json_object_get(definitions, "inner"),
		"{'additionalProperties':false,'description':'what is within','properties':{"
		"'id':{'description':'its name','pattern':'^[A-Za-z0-9][A-Za-z0-9._-]*$',"
		"'type':['boolean','number','string']}},'required':['id'],'type':'object'}");
	json_decref(root);
}

static void records_of_one_name_are_told_apart(void **state)
{
	(void)state;
	assert_field("other", "{'allOf':[{'$ref':'#/definitions/inner-2'}],'description':'other'}");
	json_t *root = schema_of(&every_field_table);
	assert_part(
		json_object_get(json_object_get(json_object_get(root, "definitions"), "inner-2"),
			"description"),
		"'another of that name'");
	json_decref(root);
}

/* ---- results ---- */

static void results_require_all_and_allow_more(void **state)
{
	(void)state;
	json_t *root = schema_of(&every_record);
	assert_part(json_object_get(root, "additionalProperties"), "true");
	assert_part(json_object_get(root, "required"),
		"['choice','count','counts','date','later','money','nothing','object','objects',"
		"'real','reals','shares','string','strings','truth','type','word']");
	json_decref(root);
}

static void results_may_be_null(void **state)
{
	(void)state;
	assert_result("count", "{'description':'count','type':'integer'}");
	assert_result(
		"date", "{'description':'date','pattern':'^" DAY "$','type':['null','string']}");
	assert_result("money",
		"{'description':'money','pattern':'^-?(0|[1-9][0-9]*)([.][0-9]+)? [A-Z]{3}$',"
		"'type':['null','string']}");
	assert_result("nothing", "{'description':'always null','type':'null'}");
	assert_result("real", "{'description':'real','type':['null','number']}");
	assert_result("counts",
		"{'description':'counts','items':{'type':'integer'},'type':['array','null']}");
	assert_result("reals",
		"{'description':'reals','items':{'type':['null','number']},"
		"'type':['array','null']}");
	assert_result("shares",
		"{'additionalProperties':{'type':['null','number']},'description':'shares',"
		"'type':['null','object']}");
	assert_result("string", "{'description':'string','type':['null','string']}");
	assert_result("strings",
		"{'description':'strings','items':{'type':['null','string']},"
		"'type':['array','null']}");
	assert_result("truth", "{'description':'truth','type':'boolean'}");
	assert_result("type", "{'const':'every','description':'kind of this record'}");
	assert_result("word", "{'description':'word','enum':['red','green','blue',null]}");
	assert_result("choice", "{'description':'choice','enum':['red','green','blue',null]}");
	assert_result("later", "{'description':'later','enum':['green','blue',null]}");
}

static void results_may_hold_themselves(void **state)
{
	(void)state;
	assert_result("object",
		"{'anyOf':[{'$ref':'#/definitions/every'},{'type':'null'}],"
		"'description':'itself'}");
	assert_result("objects",
		"{'description':'objects','items':{'$ref':'#/definitions/every'},"
		"'type':['array','null']}");
}

/* ---- whole schemas ---- */

/* Keys are sorted, and every reference leads to a definition. */
static void assert_sound(const json_t *definitions, json_t *part)
{
	const char *previous = "";
	for (size_t i = 0; i < json_array_size(part); i++)
		assert_sound(definitions, json_array_get(part, i));
	for (void *at = json_object_iter(part); at; at = json_object_iter_next(part, at)) {
		const char *key = json_object_iter_key(at);
		json_t *value = json_object_iter_value(at);
		assert_true(strcmp(previous, key) < 0);
		previous = key;
		if (!strcmp(key, "$ref")) {
			const char *name = json_string_value(value) + strlen("#/definitions/");
			assert_non_null(json_object_get(definitions, name));
		}
		assert_sound(definitions, value);
	}
}

static void whole_schemas_are_sound(void **state)
{
	(void)state;
	static const struct record *const tables[] = {&every_field_table, &every_record,
		&partner_record, &people_record, &policy_record, &diagnostic_record, &error_record};
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		json_t *root = schema_of(tables[i]);
		assert_sound(json_object_get(root, "definitions"), root);
		assert_int_equal(
			json_object_size(json_object_get(root, "properties")), tables[i]->n);
		json_decref(root);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(the_head_says_what_it_is),
		cmocka_unit_test(texts_may_be_any_scalar),
		cmocka_unit_test(words_may_be_what_yaml_makes_of_them),
		cmocka_unit_test(numbers_keep_their_bounds),
		cmocka_unit_test(dates_and_sums_are_patterns),
		cmocka_unit_test(scores_and_scales_have_their_shape),
		cmocka_unit_test(records_are_defined_once),
		cmocka_unit_test(records_of_one_name_are_told_apart),
		cmocka_unit_test(results_require_all_and_allow_more),
		cmocka_unit_test(results_may_be_null),
		cmocka_unit_test(results_may_hold_themselves),
		cmocka_unit_test(whole_schemas_are_sound),
	};
	return cmocka_run_group_tests_name("json_schema", tests, NULL, NULL);
}
