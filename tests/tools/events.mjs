// Reads the calendar of partner-report as a calendar program would, and holds it against the days
// that stand in the scorecards of partner-score -j: node tests/tools/events.mjs ICS JSONL.
// Status 1 when anything does not hold.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import("../../build/node/node_modules/ical.js/dist/ical.js");
const [icsPath, jsonPath] = process.argv.slice(2);
const text = readFileSync(icsPath, "utf8");
const cards = readFileSync(jsonPath, "utf8").trim().split("\n").map((line) => JSON.parse(line))
	.filter((card) => card.kind !== "self" && card.side === "partner");
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
	.map((component) => new ICAL.Event(component));
const days = cards.flatMap((card) => card.facts.events.filter((day) => day.date >= card.as_of)
	.map((day) => ({ ...day, card, uid: `${day.kind}-${day.key ?? "next"}.${card.partner}@partner.invalid` })));
const faults = [];

function want(holds, fault) {
	if (!holds)
		faults.push(fault);
}

function dayAfter(date) {
	return new Date(Date.parse(date) + 86400000).toISOString().slice(0, 10);
}

const byUid = new Map(events.map((event) => [event.uid, event]));

want(byUid.size === events.length, "two events have one UID");
want(events.length > 0 && events.length === days.length,
	`${events.length} events of ${days.length} days`);
for (const line of text.split("\r\n"))
	want(Buffer.byteLength(line) <= 75 && !line.includes("\n"), `line is no line: ${line}`);
for (const { uid, date, card, path, line } of days) {
	const event = byUid.get(uid);

	want(event?.startDate.isDate && event.startDate.toString() === date &&
		event.endDate.toString() === dayAfter(date), `${uid} is not on ${date}`);
	want(event?.summary.startsWith(`${card.name}: `), `${uid} does not name ${card.name}`);
	want(event?.description.includes(`standing: ${card.standing}\nscore: ${card.score.toFixed(1)}\n`),
		`${uid} does not say how ${card.partner} stands`);
	want(event?.description.endsWith(`\n${path}:${line}`), `${uid} does not lead to ${path}:${line}`);
}
for (const fault of faults)
	console.error(`${icsPath}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
