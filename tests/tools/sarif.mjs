// Holds SARIF files against the schema of the standard (draft-04), and against what code
// scanning asks for beyond it: node tests/tools/sarif.mjs FILE…. Status 1 when anything does
// not hold.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(new URL("../../build/node/", import.meta.url));
const Ajv = require("ajv-draft-04");
const addFormats = require("ajv-formats").default;
const schema = require("@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json");
// the schema has patterns that are none in the Unicode mode of regular expressions
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false });

addFormats(ajv);
const validate = ajv.compile(schema);

function ruleFaults(rule, i) {
	const texts = ["shortDescription", "fullDescription", "help"];

	return texts.filter((name) => !rule[name]?.text)
		.map((name) => `rule ${i + 1}: no ${name}`)
		.concat(rule.defaultConfiguration?.level ? [] : [`rule ${i + 1}: no level`]);
}

function resultFaults(result, i, rules) {
	const place = result.locations?.[0]?.physicalLocation;
	const uri = place?.artifactLocation?.uri ?? "";
	const faults = [];

	if (rules[result.ruleIndex]?.id !== result.ruleId)
		faults.push("ruleIndex is not that of ruleId");
	if (rules[result.ruleIndex]?.defaultConfiguration.level !== result.level)
		faults.push("level is not that of the rule");
	if (!(place?.region?.startLine >= 1))
		faults.push("no line");
	if (!/^([-A-Za-z0-9._~/]|%[0-9A-F]{2}|^file:)+$/.test(uri) || uri.includes(".."))
		faults.push(`uri ${uri}`);
	if (!result.partialFingerprints?.["partner/v1"])
		faults.push("no fingerprint");
	return faults.map((fault) => `result ${i + 1}: ${fault}`);
}

function runFaults(run) {
	const rules = run.tool.driver.rules;
	const prints = (run.results ?? []).map((r) => r.partialFingerprints?.["partner/v1"]);
	const faults = new Set(prints).size === prints.length ? [] : ["a fingerprint stands twice"];

	return faults.concat(rules.flatMap(ruleFaults))
		.concat((run.results ?? []).flatMap((result, i) => resultFaults(result, i, rules)));
}

function faults(path) {
	const log = JSON.parse(readFileSync(path, "utf8"));

	if (!validate(log))
		return validate.errors.map((e) => `${e.instancePath || "/"} ${e.message}`);
	return log.runs.length === 1 ? runFaults(log.runs[0]) : ["not one run"];
}

const paths = process.argv.slice(2);
const all = paths.flatMap((path) => faults(path).map((fault) => `${path}: ${fault}`));

for (const fault of all)
	console.error(fault);
process.exitCode = paths.length > 0 && all.length === 0 ? 0 : 1;
