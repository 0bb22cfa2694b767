#include "carded.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "measured.h"
#include "partner/check.h"
#include "tree.h"

static void put_files(struct arena *arena, const struct card_text *text)
{
	tree_put("acme.yaml",
		arena_printf(arena, "partner: acme\nname: Acme\nkind: %s\n%s",
			text->kind ? text->kind : "vendor", text->records));
	if (text->policy || text->calibration)
		tree_put("policy.yaml",
			arena_printf(arena, "policy: test\n%s%s",
				text->calibration ? "calibration: raters.yaml\n" : "",
				text->policy ? text->policy : ""));
	if (text->calibration)
		tree_put("raters.yaml",
			arena_printf(arena, "type: calibration\n%s", text->calibration));
}

void card_open(struct carded *carded, const struct card_text *text)
{
	struct card_request request = text->request;
	struct source_options options;

	*carded = (struct carded){0};
	put_files(&carded->arena, text);
	options = tree_options(&carded->arena, "acme.yaml");
	options.validate = check_policy;
	carded->sources = sources_open(&options);
	assert_true(sources_next(carded->sources, &carded->source));
	tree_assert_sound(&carded->source);
	request.as_of = day(text->as_of ? text->as_of : "2026-06-30");
	carded->card = scorecard_make(&carded->source, &request, text->us ? SIDE_US : SIDE_PARTNER);
}

struct scorecard card_open_plain(struct carded *carded)
{
	card_open(carded, &(struct card_text){.records = FIGURE("60"), .policy = ONE_FIGURE});
	return *carded->card;
}

void card_close(struct carded *carded)
{
	sources_close(carded->sources);
	arena_free(&carded->arena);
}

const char *card_line(struct carded *carded, const struct scorecard *card, const char *start)
{
	const struct card_style style = {.columns = 10000};
	struct buffer buffer = {0};
	char *line;

	scorecard_put_text(&buffer, card, &style);
	line = buffer_keep(&buffer, &carded->arena);
	while (line && strncmp(line, start, strlen(start)) != 0) {
		line = strchr(line, '\n');
		line = line && line[1] ? line + 1 : NULL;
	}
	if (!line)
		return NULL;
	line[strcspn(line, "\n")] = '\0';
	return line + strlen(start);
}

const char *card_text(struct carded *carded, const struct scorecard *card, bool explain)
{
	const struct card_style style = {.columns = 80, .explain = explain};
	struct buffer buffer = {0};

	scorecard_put_text(&buffer, card, &style);
	return buffer_keep(&buffer, &carded->arena);
}

const char *card_row(struct carded *carded, const struct scorecard *card, bool ascii)
{
	const struct card_style style = {.columns = 80, .ascii = ascii};
	struct buffer buffer = {0};

	scorecard_put_table_line(&buffer, card, &style);
	return buffer_keep(&buffer, &carded->arena);
}
