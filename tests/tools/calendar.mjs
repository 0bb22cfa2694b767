// Reads a calendar of partner-exit-plan as a calendar program would, and holds its dates against
// the plans that partner-exit-plan -j wrote: node tests/tools/calendar.mjs ICS JSONL.
// Status 1 when anything does not hold.
import { readFileSync } from "node:fs";

const { default: ICAL } = await import("../../build/node/node_modules/ical.js/dist/ical.js");
const [icsPath, jsonPath] = process.argv.slice(2);
const text = readFileSync(icsPath, "utf8");
const plans = readFileSync(jsonPath, "utf8").trim().split("\n").map((line) => JSON.parse(line));
const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent")
	.map((component) => new ICAL.Event(component));
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
want(events.length > 0, "no event");
for (const line of text.split("\r\n"))
	want(Buffer.byteLength(line) <= 75 && !line.includes("\n"), `line is no line: ${line}`);
for (const plan of plans) {
	for (const task of plan.tasks.filter((task) => task.done === null)) {
		const event = byUid.get(`${plan.partner}-${task.id}@partner`);

		want(event && event.startDate.isDate && event.startDate.toString() === task.start &&
			event.endDate.toString() === dayAfter(task.end),
		`${plan.partner}: ${task.id} is not ${task.start} to ${task.end}`);
	}
	const sendBy = plan.clock.next_send_by ?? plan.clock.send_by;

	if (plan.clock.needed && sendBy)
		want(byUid.get(`${plan.partner}-send-by@partner`)?.startDate.toString() === sendBy,
			`${plan.partner}: send-by is not ${sendBy}`);
}
for (const fault of faults)
	console.error(`${icsPath}: ${fault}`);
process.exitCode = faults.length === 0 ? 0 : 1;
