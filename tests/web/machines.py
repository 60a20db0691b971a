#!/usr/bin/env python3
"""Judges what machines read in a built site: feeds, calendars, tables, XML, catalogue, contracting data, JSON, manifest.

usage: machines.py SITE [--only feeds,tables] [--without l190,archives]

--only     some judges: feeds calendars tables xml wellknown ocds rdf jsonld api manifest
--without  what the site may lack (what is there is judged all the same):
           {without}

One line `FAULT rule where message` a fault, one line a judge; exit 0: none, 1: some, 2: could not judge.
"""

import argparse
import sys
import time
import traceback
from importlib import import_module
from pathlib import Path

from machine.common import CannotJudge, Report, Site

JUDGES = {
    "feeds": "machine.feeds",
    "calendars": "machine.calendars",
    "tables": "machine.tables",
    "xml": "machine.xmlfiles",
    "wellknown": "machine.wellknown",
    "ocds": "machine.ocds",
    "rdf": "machine.rdf",
    "jsonld": "machine.structured",
    "api": "machine.api",
    "manifest": "machine.manifest",
}
WITHOUT = ["albopop", "api", "archives", "calendars", "items", "jsonld", "l190", "manifest", "ocds", "opensearch", "rdf", "tables"]


def words(known: list[str]):
    """A list of words with commas, each one we know."""
    def read(text: str) -> list[str]:
        given = [word for word in text.split(",") if word]
        for word in given:
            if word not in known:
                raise argparse.ArgumentTypeError(f"“{word}” is none of {', '.join(known)}")
        return given
    return read


def ask(name: str, site: Site) -> Report:
    """One judge's report."""
    report = Report(name)
    import_module(JUDGES[name]).judge(site, report)
    if not report.looked:
        report.note("nothing of the kind, and nothing expected")
    return report


def main(arguments: list[str]) -> int:
    usage = __doc__.format(without=" ".join(WITHOUT))
    parser = argparse.ArgumentParser(description=usage, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("site", type=Path)
    parser.add_argument("--only", type=words(list(JUDGES)), default=list(JUDGES))
    parser.add_argument("--without", type=words(WITHOUT), default=[])
    given = parser.parse_args(arguments)
    if not given.site.is_dir():
        print(f"ERROR machines {given.site} is no folder")
        return 2
    try:
        site = Site(given.site, frozenset(given.without))
    except CannotJudge as error:
        print(f"ERROR machines {error}")
        return 2
    code, start, passed, failed = 0, time.monotonic(), 0, 0
    for name in given.only:
        try:
            report = ask(name, site)
        except Exception as error:  # a judge that breaks down has judged nothing: never a pass
            if not isinstance(error, CannotJudge):
                traceback.print_exc()
            print(f"ERROR {name} {error}", flush=True)
            code = 2
            continue
        for line in report.lines():
            print(line, flush=True)
        passed, failed = passed + report.passed, failed + report.failed
        if report.faults and code == 0:
            code = 1
    print(f"machines: {passed} passed, {failed} failed, {time.monotonic() - start:.1f} s")
    return code


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
