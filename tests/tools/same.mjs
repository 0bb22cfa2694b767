// Whether a YAML file says the same as a JSON record, where null means not said:
// node tests/tools/same.mjs FILE.yaml FILE.json. Status 1 when it does not.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { deepStrictEqual } from "node:assert";

const require = createRequire(new URL("../../build/node/", import.meta.url));
const yaml = require("yaml");
const [yamlPath, jsonPath] = process.argv.slice(2);
const said = (key, value) => value === null ? undefined : value;

deepStrictEqual(yaml.parse(readFileSync(yamlPath, "utf8")),
	JSON.parse(JSON.stringify(JSON.parse(readFileSync(jsonPath, "utf8")), said)));
