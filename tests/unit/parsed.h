/* Texts read as YAML, with what was found in them. */
#ifndef UNIT_PARSED_H
#define UNIT_PARSED_H

#include "partner/yaml.h"

struct parsed {
	struct arena arena;
	struct diag_list faults;
	struct yaml_stream *stream;
	const struct yaml_node *root;
	enum yaml_outcome outcome;
};

/* Reads the first document; the caller closes the stream, and frees the arena. */
void parsed_open(struct parsed *parsed, const char *text, size_t length);

#endif
