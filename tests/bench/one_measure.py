"""The script that one would write without partner-score: every partner file below a folder read
with PyYAML's C loader, and of all measures one, the share of delivery milestones that the
partner kept in the twelve months to a day. A line for each partner.

one_measure.py DAY FOLDER
"""
import datetime
import os
import sys

import yaml


def due_day(milestone, day):
    """As last moved at our request. PyYAML takes the key `on` for a yes."""
    due = milestone.get("due")
    for move in milestone.get("moved", []):
        if move[True] <= day and move.get("asked_by") == "us":
            due = move["to"]
    return due


def on_time(partner, since, day):
    kept = settled = 0
    for milestone in partner.get("milestones", []):
        due, delivered = due_day(milestone, day), milestone.get("delivered")
        if milestone.get("by", "partner") != "partner" or not due:
            continue
        if milestone.get("kind", "delivery") != "delivery" or "cancelled" in milestone:
            continue
        if delivered and delivered > day:
            delivered = None
        if not delivered and due >= day:
            continue
        if not delivered or delivered > since:
            settled += 1
            kept += bool(delivered and delivered <= due)
    return kept / settled if settled else None


def main(day, folder):
    day = datetime.date.fromisoformat(day)
    since = day.replace(year=day.year - 1)
    for place, _, names in os.walk(folder):
        for name in (name for name in names if name.endswith(".yaml")):
            with open(os.path.join(place, name), "rb") as file:
                for partner in yaml.load_all(file, yaml.CSafeLoader):
                    if partner and "partner" in partner:
                        print(partner["partner"], on_time(partner, since, day))


main(*sys.argv[1:])
