#include "parsed.h"

void parsed_open(struct parsed *parsed, const char *text, size_t length)
{
	*parsed = (struct parsed){0};
	parsed->faults.arena = &parsed->arena;
	parsed->stream = yaml_open(&parsed->arena, "t.yaml", text, length, &parsed->faults);
	parsed->outcome = yaml_next(parsed->stream, &parsed->root);
}
