// Holds documents against a JSON Schema (draft-07) with ajv, as a user's editor or pipeline
// would: node tests/tools/ajv.mjs SCHEMA [FILE…]. A file is YAML by its name's end, else JSON
// lines. Without a file only the schema is tried. Status 1 when anything does not hold.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../build/node/", import.meta.url));
const Ajv = require("ajv").default;
const addFormats = require("ajv-formats").default;
const yaml = require("yaml");

function documents(path) {
	const text = readFileSync(path, "utf8");

	if (/\.ya?ml$/.test(path))
		return [yaml.parse(text)];
	return text.split("\n").filter((line) => line !== "").map((line) => JSON.parse(line));
}

function faults(validate, path) {
	const list = documents(path);

	if (list.length === 0)
		return [`${path}: no document`];
	return list.flatMap((document, i) => validate(document) ? [] :
		validate.errors.map((e) => `${path}: document ${i + 1}: ${e.instancePath || "/"} ` +
			`${e.message} ${JSON.stringify(e.params)}`));
}

const [schemaPath, ...paths] = process.argv.slice(2);
const ajv = new Ajv({ allErrors: true, strict: true, allowUnionTypes: true });

addFormats(ajv);
const validate = ajv.compile(JSON.parse(readFileSync(schemaPath, "utf8")));
const all = paths.flatMap((path) => faults(validate, path));

for (const fault of all)
	console.error(fault);
process.exitCode = all.length === 0 ? 0 : 1;
