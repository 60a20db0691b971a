"""Calendars (iCalendar, RFC 5545): their bytes, what the icalendar package makes of them, and what calendar programs need to
keep an entry the same when it moves."""

import re
from collections import Counter
from datetime import date, datetime, timedelta
from pathlib import Path

import icalendar

from .common import Report, Site, check_address

WIDTH = 75
STATES = {"TENTATIVE", "CONFIRMED", "CANCELLED"}
TEXTS = {"SUMMARY", "DESCRIPTION", "LOCATION", "COMMENT", "CONTACT", "NAME", "X-WR-CALNAME", "X-WR-CALDESC", "TZNAME"}
# RFC 5545, 7986 and 9073; what is none of these has a name that starts with X-.
PROPERTIES = set(
    "ACTION ATTACH ATTENDEE CALSCALE CATEGORIES CLASS COLOR COMMENT COMPLETED CONFERENCE CONTACT CREATED DESCRIPTION DTEND DTSTAMP "
    "DTSTART DUE DURATION EXDATE FREEBUSY GEO IMAGE LAST-MODIFIED LOCATION METHOD NAME ORGANIZER PERCENT-COMPLETE PRIORITY PRODID "
    "RDATE RECURRENCE-ID REFRESH-INTERVAL RELATED-TO REPEAT REQUEST-STATUS RESOURCES RRULE SEQUENCE SOURCE STATUS SUMMARY TRANSP "
    "TRIGGER TZID TZNAME TZOFFSETFROM TZOFFSETTO TZURL UID URL VERSION BEGIN END STRUCTURED-DATA".split())


def judge(site: Site, report: Report) -> None:
    paths = site.files(".ics")
    if not (site.root / "scadenze.ics").is_file() and site.expects("calendars"):
        report.fault("no-calendar", "/scadenze.ics", "is missing")
    seen: dict[str, tuple[str, tuple]] = {}
    held: dict[str, set[str]] = {}
    events = 0
    for path in paths:
        where = site.where(path)
        report.look(where)
        if judge_bytes(report, where, path.read_bytes()):
            events += judge_calendar(site, report, path, where, seen, held)
    judge_sections(report, held)
    report.note(f"{len(paths)} calendars, {events} events, {len(seen)} of them different")


def judge_sections(report: Report, held: dict[str, set[str]]) -> None:
    """What stands in the calendar of the site stands in that of a section, and the other way round."""
    whole = held.get("/scadenze.ics")
    sections = [uids for where, uids in held.items() if where != "/scadenze.ics" and not where.startswith("/atti/")]
    for uid in sorted(whole ^ set().union(*sections)) if whole is not None and sections else []:
        report.fault("section-events", "/scadenze.ics", f"{uid} stands in the calendar of the site or of a section, not in both")


def judge_bytes(report: Report, where: str, raw: bytes) -> bool:
    """Lines as RFC 5545 (3.1) wants them. Says whether the rest can be read."""
    if raw.startswith(b"\xef\xbb\xbf"):
        report.fault("bom", where, "starts with a byte-order mark")
    if re.search(rb"(?<!\r)\n|\r(?!\n)", raw):
        report.fault("crlf", where, "a line does not end with CRLF")
    if not raw.endswith(b"END:VCALENDAR\r\n"):
        report.fault("ics-end", where, "does not end with END:VCALENDAR and CRLF")
    for number, line in enumerate(raw.split(b"\r\n"), 1):
        if len(line) > WIDTH:
            report.fault("folding", f"{where}:{number}", f"{len(line)} octets, {WIDTH} at most")
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            report.fault("folding", f"{where}:{number}", "is not UTF-8: folding has cut a character")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        report.fault("utf8", where, error)
        return False
    for line in re.sub(r"\r?\n[ \t]", "", text).splitlines():
        judge_line(report, where, line)
    return True


def judge_line(report: Report, where: str, line: str) -> None:
    """A whole line: its name known, its text escaped."""
    match = re.fullmatch(r"([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:\"[^\"]*\"|[^\";:,]*)(?:,(?:\"[^\"]*\"|[^\";:,]*))*)*):(.*)", line)
    if not match:
        report.fault("ics-line", where, f"“{line}” is no NAME:value")
        return
    name, _, value = match.groups()
    if name.upper() not in PROPERTIES and not name.upper().startswith("X-"):
        report.fault("ics-property", where, f"{name} is unknown")
    if re.search(r"[\x00-\x08\x0b-\x1f\x7f]", value):
        report.fault("ics-line", where, f"{name} holds a control character")
    if name.upper() in TEXTS and re.search(r"(?<!\\)(?:\\\\)*(?:[,;]|\\[^nN,;\\]|\\$)", value):
        report.fault("ics-escape", where, f"{name}: “{value}” has a comma, semicolon or backslash that is not escaped")


def judge_calendar(site: Site, report: Report, path: Path, where: str, seen: dict[str, tuple[str, tuple]], held: dict[str, set[str]]) -> int:
    """A calendar; gives how many events it has."""
    try:
        found = icalendar.Calendar.from_ical(path.read_bytes(), multiple=True)
    except Exception as error:  # whatever the package throws is its verdict
        report.fault("icalendar", where, f"{type(error).__name__}: {error}")
        return 0
    if len(found) != 1:
        report.fault("icalendar", where, f"{len(found)} calendars in one file")
    events = 0
    for calendar in found:
        if calendar.name != "VCALENDAR":
            report.fault("icalendar", where, f"a {calendar.name} stands alone")
            continue
        for part in calendar.walk():
            for error in part.errors:
                report.fault("icalendar", where, f"{part.name}: {error}")
        need(report, where, "VCALENDAR", calendar, ["PRODID", "VERSION"])
        if str(calendar.get("VERSION", "2.0")) != "2.0":
            report.fault("ics-required", where, f"VERSION is {calendar['VERSION']}, not 2.0")
        if "METHOD" in calendar:
            report.fault("method", where, "a published calendar with METHOD is taken for an invitation")
        judge_zones(report, where, calendar)
        uids = Counter(str(event.get("UID", "")) for event in calendar.walk("VEVENT"))
        held.setdefault(where, set()).update(uids)
        for uid, count in uids.items():
            if count > 1:
                report.fault("uid-twice", where, f"{uid} × {count}")
        for event in calendar.walk("VEVENT"):
            events += 1
            judge_event(site, report, where, event)
            remember(report, where, event, seen)
        # That of the site, and of a section whose last notice left, are followed with nothing in them.
        if not uids and site.expects("items") and where.startswith("/atti/"):
            report.fault("empty", where, "has no event")
    return events


def need(report: Report, where: str, what: str, part: icalendar.Component, names: list[str]) -> None:
    for name in names:
        if name not in part or isinstance(part[name], list) or not part[name].to_ical():
            report.fault("ics-required", where, f"{what} needs one {name}")


def judge_zones(report: Report, where: str, calendar: icalendar.Calendar) -> None:
    """Each time zone used has to be explained."""
    zones = set()
    for zone in calendar.walk("VTIMEZONE"):
        need(report, where, "VTIMEZONE", zone, ["TZID"])
        zones.add(str(zone.get("TZID")))
        rules = [part for part in zone.subcomponents if part.name in ("STANDARD", "DAYLIGHT")]
        if not rules:
            report.fault("timezone", where, f"{zone.get('TZID')} has neither STANDARD nor DAYLIGHT")
        for rule in rules:
            need(report, where, rule.name, rule, ["DTSTART", "TZOFFSETFROM", "TZOFFSETTO"])
    used = set()
    for part in calendar.walk():
        for value in part.values():
            used.update(one.params["TZID"] for one in (value if isinstance(value, list) else [value]) if hasattr(one, "params") and "TZID" in one.params)
    for name in sorted(used - zones):
        report.fault("timezone", where, f"{name} is used, and no VTIMEZONE explains it")


def judge_event(site: Site, report: Report, where: str, event: icalendar.Event) -> None:
    uid = str(event.get("UID", ""))
    need(report, where, uid or "VEVENT", event, ["UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "STATUS"])
    if not re.fullmatch(r"[^\s@]+@[^\s@]+", uid):
        report.fault("uid", where, f"“{uid}” is not name@place, so not unique in the world")
    elif re.search(r"\d{8}T\d{6}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}", uid):
        report.fault("uid", where, f"{uid} holds a moment or chance: the entry would not be the same when it moves")
    if "DTSTAMP" in event and not re.fullmatch(rb"\d{8}T\d{6}Z", event["DTSTAMP"].to_ical()):
        report.fault("dtstamp", where, f"{uid}: DTSTAMP is not in UTC")
    if "SEQUENCE" in event and not re.fullmatch(rb"\d+", event["SEQUENCE"].to_ical()):
        report.fault("sequence", where, f"{uid}: SEQUENCE is no number from 0")
    if "STATUS" in event and str(event["STATUS"]) not in STATES:
        report.fault("status", where, f"{uid}: STATUS is {event['STATUS']}")
    check_address(site, report, where, str(event.get("URL", "")))
    judge_times(report, where, uid, event)
    for alarm in event.walk("VALARM"):
        judge_alarm(report, where, uid, alarm)


def judge_times(report: Report, where: str, uid: str, event: icalendar.Event) -> None:
    start, end = when(event.get("DTSTART")), when(event.get("DTEND"))
    for name, value in (("DTSTART", start), ("DTEND", end)):
        if isinstance(value, datetime) and value.tzinfo is None:
            report.fault("floating", where, f"{uid}: {name} has no time zone")
        if type(value) is date and event[name].params.get("VALUE") != "DATE":
            report.fault("ics-line", where, f"{uid}: {name} is a day and does not say VALUE=DATE")
    if end is None or start is None:
        return
    if "DURATION" in event:
        report.fault("dtend", where, f"{uid}: DTEND and DURATION exclude each other")
    alike = type(start) is type(end) and getattr(start, "tzinfo", None).__class__ is getattr(end, "tzinfo", None).__class__
    if not alike or not end > start:
        report.fault("dtend", where, f"{uid}: DTEND {end} is not after DTSTART {start}, or of another kind")


def when(value: object) -> date | timedelta | None:
    """A moment, a day or a time before; None if the package could not read it, as it has said."""
    try:
        return value.dt if value is not None and not isinstance(value, list) else None
    except icalendar.error.BrokenCalendarProperty:
        return None


def judge_alarm(report: Report, where: str, uid: str, alarm: icalendar.Alarm) -> None:
    need(report, where, f"VALARM of {uid}", alarm, ["ACTION", "TRIGGER"])
    if str(alarm.get("ACTION", "DISPLAY")) != "DISPLAY":
        report.fault("alarm", where, f"{uid}: ACTION is {alarm['ACTION']}, only DISPLAY works everywhere")
    elif "DESCRIPTION" not in alarm:
        report.fault("alarm", where, f"{uid}: an alarm to show needs a DESCRIPTION")
    trigger = when(alarm.get("TRIGGER"))
    if trigger is not None and not (isinstance(trigger, timedelta) and trigger < timedelta(0)):
        report.fault("alarm", where, f"{uid}: TRIGGER {trigger} is not a time before")


def remember(report: Report, where: str, event: icalendar.Event, seen: dict[str, tuple[str, tuple]]) -> None:
    """An entry is the same in whichever calendar it stands."""
    uid = str(event.get("UID", ""))
    said = tuple(event[name].to_ical() if name in event and not isinstance(event[name], list) else None
                 for name in ("DTSTART", "DTEND", "SUMMARY", "SEQUENCE", "STATUS", "DTSTAMP"))
    first, before = seen.setdefault(uid, (where, said))
    if before != said:
        report.fault("uid-differs", where, f"{uid} is not as in {first}")
