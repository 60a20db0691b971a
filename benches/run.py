#!/usr/bin/env python3
"""Builds the same notices with Hugo and with `trasparente`, by turns, and compares.

    run.py --hugo HUGO --hugo-site DIR --ours BINARY --ours-site DIR
           [--rounds 5] [--out /dev/shm/benches] [--ours-args "…"] [--hugo-args "…"]
           [--record FILE] [--note TEXT] [--seed N]

A round builds once with each program, in an order drawn at random, each into a
folder that does not exist yet. A first round, not counted, brings the sources
into the page cache, counts what was written and shows that both programs end
well. Measured from outside, with `wait4`: elapsed time, processor time (user +
system, of the process and of those it waited for), the most memory held.

On a shared machine seconds say little; processor time and the ratio of the
medians of alternating runs do. `--record` appends one JSON line per run.
"""
import argparse
import json
import os
import random
import shlex
import shutil
import statistics
import subprocess
import sys
import time
from pathlib import Path

MEASURES = [("wall", "elapsed s", 3), ("cpu", "user+sys s", 3), ("rss", "memory MiB", 0)]


def commands(args):
    """Program → (command up to the output folder, command after it)."""
    site = args.ours_site
    return {
        "hugo": ([args.hugo, "--quiet", *shlex.split(args.hugo_args), "--source", args.hugo_site, "--cacheDir", str(args.out / "hugo-cache"), "--destination"], []),
        "ours": ([args.ours, "build", "--content", f"{site}/content", "--themes", f"{site}/themes", "--out"], ["--quiet", *shlex.split(args.ours_args)]),
    }


def measure(command, log):
    """Runs the command to its end: exit code, elapsed and processor seconds, MiB."""
    start = time.perf_counter()
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log)
    _, status, used = os.wait4(child.pid, 0)
    wall = time.perf_counter() - start
    child.returncode = os.waitstatus_to_exitcode(status)
    return {"exit": child.returncode, "wall": round(wall, 4), "user": round(used.ru_utime, 4), "sys": round(used.ru_stime, 4),
            "cpu": round(used.ru_utime + used.ru_stime, 4), "rss": round(used.ru_maxrss / 1024, 1)}


def written(folder):
    """How much stands in the folder: HTML pages, files, bytes."""
    sizes = [(path.suffix, path.stat().st_size) for path in folder.rglob("*") if path.is_file()]
    return {"pages": sum(suffix == ".html" for suffix, _ in sizes), "html_bytes": sum(size for suffix, size in sizes if suffix == ".html"),
            "files": len(sizes), "bytes": sum(size for _, size in sizes)}


def build(name, parts, args, turn, log):
    """One build into a folder of its own, which is removed: what it took and what it wrote."""
    before, after = parts
    folder = args.out / f"{name}-{os.getpid()}-{turn}"
    result = measure([*before, str(folder), *after], log)
    if result["exit"] != 0:
        sys.exit(f"{name} ended with {result['exit']}; what it said is in {log.name}")
    if turn == 0:
        result |= written(folder)
    shutil.rmtree(folder)
    return result


def show(runs, first):
    """The medians, side by side."""
    print(f"\n{'':12}{'hugo':>12}{'ours':>12}{'ours/hugo':>12}")
    for key, label, digits in MEASURES:
        hugo, ours = (statistics.median(run[key] for run in runs[name]) for name in ("hugo", "ours"))
        print(f"{label:12}{hugo:12.{digits}f}{ours:12.{digits}f}{ours / hugo:12.3f}")
    for key, label in [("pages", "HTML pages"), ("html_bytes", "HTML bytes"), ("files", "all files"), ("bytes", "all bytes")]:
        hugo, ours = first["hugo"][key], first["ours"][key]
        print(f"{label:12}{hugo:12}{ours:12}{ours / hugo:12.3f}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--hugo", required=True, help="the program itself, not a script that starts it")
    parser.add_argument("--hugo-site", required=True)
    parser.add_argument("--hugo-args", default="--minify", help="more options for Hugo (default --minify)")
    parser.add_argument("--ours", required=True)
    parser.add_argument("--ours-site", required=True, help="the folder that holds content/ and themes/")
    parser.add_argument("--ours-args", default="", help="more options for our build")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--out", type=Path, default=Path("/dev/shm/benches"), help="where sites are built; on tmpfs the disk plays no part")
    parser.add_argument("--record", type=Path, help="a file that gets one JSON line per run")
    parser.add_argument("--note", default="", help="kept with each recorded run: notices, version, machine")
    parser.add_argument("--seed", type=int, default=0, help="of the order of the programs")
    args = parser.parse_args()

    with open(args.hugo, "rb") as program:
        if program.read(2) == b"#!":
            print(f"{args.hugo} is a script: what it takes to start is measured too", file=sys.stderr)
    args.out.mkdir(parents=True, exist_ok=True)
    order, programs = random.Random(args.seed), commands(args)
    runs, first = {name: [] for name in programs}, {}
    with open(args.out / f"log-{os.getpid()}", "ab") as log:
        for turn in range(args.rounds + 1):
            for name in order.sample(list(programs), len(programs)):
                result = build(name, programs[name], args, turn, log)
                if turn == 0:
                    first[name] = result
                    continue
                runs[name].append(result)
                print(f"{turn:3} {name:5} {result['wall']:8.3f} s {result['cpu']:8.3f} s {result['rss']:8.0f} MiB", flush=True)
                if args.record:
                    with open(args.record, "a", encoding="utf-8") as record:
                        record.write(json.dumps({"program": name, "round": turn, "pages": first[name]["pages"], "note": args.note, **result}) + "\n")
    show(runs, first)


if __name__ == "__main__":
    main()
