/**
 * Links what the partner programs link and does nothing: what starting a process costs.
 * One symbol of each library is used, else a linker may leave the library out.
 */
#include <jansson.h>
#include <yaml.h>

int main(void)
{
	return yaml_get_version_string() == NULL || json_null() == NULL;
}
