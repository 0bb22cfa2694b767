// Holds the CSV of partner-report, as a reader of CSV and as SQLite after import-report has it,
// against the scorecards of partner-score -j:
// node tests/tools/measures.mjs CSV SQLITE-JSON JSONL. Status 1 when anything does not hold.
import { readFileSync } from "node:fs";

const { parse } = await import("../../build/node/node_modules/csv-parse/lib/sync.js");
const [csvPath, tablePath, jsonPath] = process.argv.slice(2);
const rows = parse(readFileSync(csvPath, "utf8"), { columns: true, relax_column_count: false });
const table = JSON.parse(readFileSync(tablePath, "utf8"));
const cards = readFileSync(jsonPath, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const faults = [];

function want(holds, fault) {
	if (!holds)
		faults.push(fault);
}

// What a row has to say, each value as JSON has it.
function expected(card, criterion, measure) {
	const [spend, currency] = card.facts?.spend?.split(" ") ?? [null, null];

	return {
		as_of: card.as_of, partner: card.partner, name: card.name, kind: card.kind,
		tier: card.tier, criticality: card.criticality, owner: card.facts?.owner, side: card.side,
		standing: card.standing, grade: card.grade, score: card.score, low: card.low,
		high: card.high, coverage: card.coverage, spend: spend && Number(spend), currency,
		send_by: (card.facts ?? card.contract)?.send_by, term_end: card.contract?.end ?? null,
		criterion: criterion.criterion, criterion_weight: criterion.weight,
		criterion_score: criterion.score, measure: measure.measure, status: measure.status,
		value: measure.value, unit: measure.unit, n: measure.n, value_low: measure.low,
		value_high: measure.high, points: measure.points, points_low: measure.points_low,
		points_high: measure.points_high,
	};
}

function same(cell, value, nothing) {
	if ((value ?? null) === null)
		return cell === nothing;
	return cell !== nothing && (typeof value === "number" ? Number(cell) === value : cell === value);
}

const measures = cards.flatMap((card) => card.criteria.flatMap((criterion) =>
	criterion.measures.map((measure) => expected(card, criterion, measure))));

want(measures.length > 0 && rows.length === measures.length && table.length === measures.length,
	`${rows.length} rows, ${table.length} in the database, of ${measures.length} measures`);
for (const [i, measure] of measures.entries())
	for (const [name, value] of Object.entries(measure))
		for (const [row, nothing] of [[rows[i], ""], [table[i], null]])
			want(row && name in row && same(row[name], value, nothing),
				`row ${i + 1}: ${name} is ${JSON.stringify(row?.[name])}, not ${JSON.stringify(value)}`);
for (const row of table)
	want(Object.keys(row).join() === Object.keys(rows[0]).join(), "the columns are others");
for (const fault of faults.slice(0, 20))
	console.error(`${csvPath}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
