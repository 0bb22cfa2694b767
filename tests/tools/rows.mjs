// Reads the CSV of partner-exit-plan and holds it against the plans that partner-exit-plan -j
// wrote: node tests/tools/rows.mjs CSV JSONL. Status 1 when anything does not hold.
import { readFileSync } from "node:fs";

const { parse } = await import("../../build/node/node_modules/csv-parse/lib/sync.js");
const [csvPath, jsonPath] = process.argv.slice(2);
const rows = parse(readFileSync(csvPath, "utf8"), { columns: true, relax_column_count: false });
const plans = readFileSync(jsonPath, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const tasks = plans.flatMap((plan) => plan.tasks.map((task) => ({ ...task, partner: plan.partner })));
const faults = [];

function cell(value) {
	return value === null ? "" : String(value);
}

if (rows.length !== tasks.length)
	faults.push(`${rows.length} rows of ${tasks.length} tasks`);
for (const [i, row] of rows.entries()) {
	const task = { ...tasks[i], after: tasks[i].after.join(" "), task: tasks[i].id };

	for (const name of Object.keys(row))
		if (row[name] !== cell(task[name]) && row[name] !== `'${cell(task[name])}`)
			faults.push(`row ${i + 1}: ${name} is ${row[name]}, not ${cell(task[name])}`);
}
for (const fault of faults)
	console.error(`${csvPath}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
