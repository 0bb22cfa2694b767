#include "partner/yaml.h"

#include <string.h>
#include <yaml.h>

#include "partner/trail.h"
#include "partner/utf8.h"
#include "feed.h"
#include "keys.h"
#include "position.h"
#include "syntax.h"

/* Both from 1. */
struct place {
	uint32_t line, column;
};

struct yaml_stream {
	yaml_parser_t parser;
	struct arena *arena;
	struct diag_list *faults;
	const char *path;
	const char *text;
	size_t length;
	size_t items;       /* of all lists so far */
	bool before;        /* some document was read in full */
	bool broken;        /* nothing more can be read */
	bool odd_breaks;    /* libyaml's line numbers are not those of an editor */
	struct point known; /* the place that was last looked up then */
};

/*
 * libyaml takes U+0085, U+2028 and U+2029 for line breaks. Where a text has one, lines are
 * counted here, from the place looked up last: marks come in order, so that is linear.
 */
static struct place locate(struct yaml_stream *stream, const yaml_mark_t *mark)
{
	if (!stream->odd_breaks)
		return (struct place){(uint32_t)mark->line + 1, (uint32_t)mark->column + 1};
	point_seek(&stream->known, stream->text, stream->length, mark->index);
	return (struct place){stream->known.line, stream->known.column};
}

static struct span span_at(struct yaml_stream *stream, const yaml_mark_t *mark)
{
	struct place at = locate(stream, mark);

	return (struct span){at.line, at.column, at.line, at.column};
}

/* libyaml's end is one past the last character; block scalars end on the line below. */
static void set_span(struct yaml_stream *stream, const yaml_event_t *event, struct span *span)
{
	struct place end;

	*span = span_at(stream, &event->start_mark);
	if (event->end_mark.index <= event->start_mark.index)
		return;
	end = locate(stream, &event->end_mark);
	if (end.column > 1 && (end.line > span->line || end.column > span->column)) {
		span->end_line = end.line;
		span->end_column = end.column - 1;
	}
}

/* ---- faults of the text as a whole ---- */

/* An open quote is best shown where it starts, not where the file ends. */
static yaml_mark_t syntax_mark(const yaml_parser_t *parser)
{
	static const char *const starts[] = {
		"while scanning a quoted scalar",
		"while scanning a simple key",
	};

	for (size_t i = 0; parser->context && i < sizeof(starts) / sizeof(starts[0]); i++)
		if (!strcmp(parser->context, starts[i]))
			return parser->context_mark;
	return parser->problem_mark;
}

static const char *syntax_hint(struct yaml_stream *stream)
{
	const yaml_parser_t *parser = &stream->parser;
	size_t byte = point_at_index(stream->text, stream->length, parser->problem_mark.index).byte;
	const char *remedy =
		syntax_remedy(parser->problem, byte < stream->length ? stream->text[byte] : '\0');

	if (remedy)
		return remedy;
	if (parser->error == YAML_READER_ERROR || !parser->context)
		return NULL;
	return arena_printf(stream->arena, "%s, line %u", parser->context,
		span_at(stream, &parser->context_mark).line);
}

static void report_syntax(struct yaml_stream *stream)
{
	const yaml_parser_t *parser = &stream->parser;
	const char *hint = syntax_hint(stream);
	struct point at;

	if (parser->error == YAML_MEMORY_ERROR)
		arena_exhausted();
	if (parser->error == YAML_READER_ERROR)
		at = point_at_byte(stream->text, stream->length, parser->problem_offset);
	else
		at = point_at_index(stream->text, stream->length, syntax_mark(parser).index);
	if (stream->before || syntax_goes_on(stream->text, stream->length, at.byte))
		hint = arena_printf(stream->arena, "%s%swhat follows in the file was not read",
			hint ? hint : "", hint ? "; " : "");
	diag_add(stream->faults, P002_SYNTAX, stream->path, point_span(at), "", hint,
		parser->problem ? parser->problem : "not YAML");
}

static void report_limit(
	struct yaml_stream *stream, struct span at, const char *what, const char *hint)
{
	diag_add(stream->faults, P015_LIMIT, stream->path, at, "", hint, what);
	stream->broken = true;
}

static void report_encoding(struct yaml_stream *stream, size_t byte)
{
	unsigned value = (unsigned char)stream->text[byte];
	struct point point = point_at_byte(stream->text, byte, byte);

	diag_add(stream->faults, P001_NOT_UTF8, stream->path, point_span(point), "",
		"save as UTF-8", arena_printf(stream->arena, "0x%02X", value));
	stream->broken = true;
}

/* ---- nodes ---- */

static struct yaml_node *build(
	struct yaml_stream *stream, yaml_event_t *event, const struct trail *trail, unsigned depth);

static bool next_event(struct yaml_stream *stream, yaml_event_t *event)
{
	if (yaml_parser_parse(&stream->parser, event))
		return true;
	report_syntax(stream);
	stream->broken = true;
	return false;
}

static void refuse(struct yaml_stream *stream, struct span at, const struct trail *trail,
	const char *feature, const char *name)
{
	diag_add(stream->faults, P011_YAML_FEATURE, stream->path, at,
		trail_pointer(stream->arena, trail),
		"write it out: each point is traced to its line", feature, name);
}

static void refuse_properties(struct yaml_stream *stream, const struct yaml_node *node,
	const struct trail *trail, const yaml_char_t *anchor, const yaml_char_t *tag)
{
	if (anchor)
		refuse(stream, node->at, trail, "anchor", (const char *)anchor);
	if (tag)
		refuse(stream, node->at, trail, "tag", (const char *)tag);
}

/* The text lies behind its node. */
static struct yaml_node *build_scalar(
	struct yaml_stream *stream, const yaml_event_t *event, const struct trail *trail)
{
	size_t length = event->data.scalar.length;
	struct yaml_node *node = arena_take(stream->arena, sizeof(*node) + length + 1);
	char *text = memcpy(node + 1, event->data.scalar.value, length);

	text[length] = '\0';
	*node = (struct yaml_node){.kind = YAML_SCALAR, .text = text, .length = length};
	node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
	set_span(stream, event, &node->at);
	refuse_properties(stream, node, trail, event->data.scalar.anchor, event->data.scalar.tag);
	if (node->plain && node->at.end_line > node->at.line)
		diag_add(stream->faults, P012_CONTINUED_LINE, stream->path, node->at,
			trail_pointer(stream->arena, trail), "quote it", node->text);
	return node;
}

static struct yaml_node *build_alias(
	struct yaml_stream *stream, const yaml_event_t *event, const struct trail *trail)
{
	struct yaml_node *node = ARENA_NEW(stream->arena, struct yaml_node);

	set_span(stream, event, &node->at);
	node->text = "";
	node->faulty = true;
	refuse(stream, node->at, trail, "alias", (const char *)event->data.alias.anchor);
	return node;
}

static struct yaml_node *build_list(struct yaml_stream *stream, const yaml_event_t *start,
	const struct trail *trail, unsigned depth)
{
	struct yaml_node *list = ARENA_NEW(stream->arena, struct yaml_node);
	struct yaml_node **last = &list->first;
	yaml_event_t event;

	list->kind = YAML_LIST;
	list->at = span_at(stream, &start->start_mark);
	refuse_properties(stream, list, trail, start->data.sequence_start.anchor,
		start->data.sequence_start.tag);
	while (next_event(stream, &event)) {
		struct trail step = {trail, NULL, list->length};

		if (event.type == YAML_SEQUENCE_END_EVENT)
			return list;
		*last = build(stream, &event, &step, depth + 1);
		if (!*last)
			return NULL;
		last = &(*last)->next;
		list->length++;
		if (++stream->items > YAML_MAX_ITEMS) {
			report_limit(stream, list->at, "100000 items", "split the file");
			return NULL;
		}
	}
	return NULL;
}

/* ---- maps ---- */

struct key_place {
	struct yaml_stream *stream;
	const struct trail *map;
};

static void report_duplicate(void *context, struct yaml_node *key, const struct yaml_node *first)
{
	const struct key_place *place = context;
	struct trail step = {place->map, key->text, 0};
	struct yaml_stream *stream = place->stream;

	key->faulty = true;
	diag_add(stream->faults, P004_DUPLICATE_KEY, stream->path, key->at,
		trail_pointer(stream->arena, &step),
		arena_printf(stream->arena, "first on line %u", first->at.line), key->text);
}

/* A key must be a plain word: `? [a, b]` and `*alias :` are no names of fields. */
static struct yaml_node *build_key(
	struct yaml_stream *stream, yaml_event_t *event, const struct trail *trail, unsigned depth)
{
	struct yaml_node *key = build(stream, event, trail, depth);

	if (!key || key->faulty)
		return key;
	if (key->kind != YAML_SCALAR) {
		refuse(stream, key->at, trail, "key", key->kind == YAML_LIST ? "[…]" : "{…}");
		key->faulty = true;
		key->text = "";
		key->length = 0;
	} else if (key->plain && !strcmp(key->text, "<<")) {
		refuse(stream, key->at, trail, "merge key", "<<");
		key->faulty = true;
	}
	return key;
}

static struct yaml_node *build_map(struct yaml_stream *stream, const yaml_event_t *start,
	const struct trail *trail, unsigned depth)
{
	struct yaml_node *map = ARENA_NEW(stream->arena, struct yaml_node);
	struct yaml_node **last = &map->first;
	yaml_event_t event;

	map->kind = YAML_MAP;
	map->at = span_at(stream, &start->start_mark);
	refuse_properties(stream, map, trail, start->data.mapping_start.anchor,
		start->data.mapping_start.tag);
	while (next_event(stream, &event)) {
		struct trail step = {trail, "", 0};
		struct yaml_node *key;

		if (event.type == YAML_MAPPING_END_EVENT) {
			find_duplicates(stream->arena, map, report_duplicate,
				&(struct key_place){stream, trail});
			return map;
		}
		key = build_key(stream, &event, trail, depth + 1);
		if (!key || !next_event(stream, &event))
			return NULL;
		step.key = key->text;
		key->value = build(stream, &event, &step, depth + 1);
		if (!key->value)
			return NULL;
		*last = key;
		last = &key->next;
		map->length++;
	}
	return NULL;
}

/* Takes the event over: it is deleted here. NULL when the text broke. */
static struct yaml_node *build(
	struct yaml_stream *stream, yaml_event_t *event, const struct trail *trail, unsigned depth)
{
	struct yaml_node *node = NULL;
	bool nests =
		event->type == YAML_SEQUENCE_START_EVENT || event->type == YAML_MAPPING_START_EVENT;

	if (nests && depth > YAML_MAX_DEPTH)
		report_limit(
			stream, span_at(stream, &event->start_mark), "64 levels", "split the file");
	else if (event->type == YAML_SCALAR_EVENT)
		node = build_scalar(stream, event, trail);
	else if (event->type == YAML_ALIAS_EVENT)
		node = build_alias(stream, event, trail);
	else if (event->type == YAML_SEQUENCE_START_EVENT)
		node = build_list(stream, event, trail, depth);
	else
		node = build_map(stream, event, trail, depth);
	yaml_event_delete(event);
	return node;
}

/* ---- the stream ---- */

static void skip_byte_order_mark(struct yaml_stream *stream)
{
	if (stream->length >= 3 && !memcmp(stream->text, "\xEF\xBB\xBF", 3)) {
		stream->text += 3;
		stream->length -= 3;
	}
}

struct yaml_stream *yaml_open(struct arena *arena, const char *path, const char *text,
	size_t length, struct diag_list *faults)
{
	struct yaml_stream *stream = ARENA_NEW(arena, struct yaml_stream);
	size_t plain, good;

	stream->arena = arena;
	stream->faults = faults;
	stream->path = path;
	stream->text = text;
	stream->length = length;
	stream->known = point_start;
	if (!yaml_parser_initialize(&stream->parser))
		arena_exhausted();
	skip_byte_order_mark(stream);
	if (length > YAML_MAX_SIZE) {
		report_limit(stream, point_span(point_start), "16 MiB", "split the file");
		return stream;
	}
	plain = feed_plain_length(stream->text, stream->length);
	good = plain + utf8_valid(stream->text + plain, stream->length - plain);
	if (good < stream->length) {
		report_encoding(stream, good);
		return stream;
	}
	good = syntax_tag_directive(stream->text, stream->length, YAML_MAX_DIRECTIVES);
	if (good < stream->length) {
		report_limit(stream, point_span(point_at_byte(stream->text, stream->length, good)),
			"64 tag directives", "leave them out: tags are refused");
		return stream;
	}
	stream->odd_breaks = has_odd_breaks(stream->text + plain, stream->length - plain);
	feed_parser(&stream->parser, arena, stream->text, stream->length, plain);
	return stream;
}

enum yaml_outcome yaml_next(struct yaml_stream *stream, const struct yaml_node **root)
{
	yaml_event_t event;
	bool inside = false;

	while (!stream->broken && next_event(stream, &event)) {
		if (inside) {
			*root = build(stream, &event, NULL, 1);
			stream->before |= *root && (*root)->length;
			return *root ? YAML_DOCUMENT : YAML_BROKEN;
		}
		inside = event.type == YAML_DOCUMENT_START_EVENT;
		if (event.type == YAML_STREAM_END_EVENT || event.type == YAML_NO_EVENT) {
			yaml_event_delete(&event);
			return YAML_END;
		}
		yaml_event_delete(&event);
	}
	return YAML_BROKEN;
}

void yaml_close(struct yaml_stream *stream)
{
	if (stream)
		yaml_parser_delete(&stream->parser);
}

struct span yaml_head(const struct yaml_node *map)
{
	return map->kind == YAML_MAP && map->first ? map->first->at : map->at;
}
