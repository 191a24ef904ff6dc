#!/usr/bin/env python3
"""Starts each program in turn over files of 100 to 200,000 phone numbers and writes the medians of time and CPU time of whole processes."""
import argparse
import csv
import os
import platform
import statistics
import subprocess
import sys
import time

ROWS = [100, 1_000, 10_000, 200_000]
parser = argparse.ArgumentParser()
for name in ("corpus", "scratch", "small", "tool", "table"):
    parser.add_argument(f"--{name}", required=True)
parser.add_argument("--rounds", type=int, default=5)
options = parser.parse_args()

with open(options.corpus, encoding="utf-8", newline="\n") as file:
    texts = [line.rstrip("\n").split("\t", 1)[1] for line in file]
for rows in ROWS:
    with open(f"{options.scratch}/{rows}.txt", "w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{text}\n" for text in texts[:rows])
    with open(f"{options.scratch}/{rows}.csv", "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["Name", "Phone"])
        writer.writerows([f"Person {number}", text] for number, text in enumerate(texts[:rows], 1))


def ways(rows):
    return {
        "normalize": [options.tool, "normalize", f"{options.scratch}/{rows}.csv", "--region", "US"],
        "tables": [options.small, "--cold", "tables", f"{options.scratch}/{rows}.txt", str(rows)],
        "library": [options.small, "--cold", "library", f"{options.scratch}/{rows}.txt", str(rows)],
    }


def run(command):
    """Milliseconds of time and of CPU time, what it said last, and how many lines it wrote."""
    with open(f"{options.scratch}/out", "wb") as output, open(f"{options.scratch}/notes", "wb") as notes:
        start = time.perf_counter()
        process = subprocess.Popen(command, stdout=output, stderr=notes)
        _, status, usage = os.wait4(process.pid, 0)
        taken = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{command[1]} ended with {process.returncode}")
    with open(f"{options.scratch}/out", "rb") as output:
        lines = sum(1 for _ in output)
    with open(f"{options.scratch}/notes", encoding="utf-8") as notes:
        said = notes.read().split("\t")
    return taken * 1000, (usage.ru_utime + usage.ru_stime) * 1000, said, lines


def median(values):
    return f"{statistics.median(values):,.1f}" if statistics.median(values) < 100 else f"{statistics.median(values):,.0f}"


times = {rows: {way: [] for way in ways(rows)} for rows in ROWS}
cpus = {rows: {way: [] for way in ways(rows)} for rows in ROWS}
ready = {"tables": [], "library": []}
before = os.getloadavg()[0]
for number in range(options.rounds):
    for rows in ROWS:
        for way, command in ways(rows).items():
            taken, cpu, said, lines = run(command)
            assert lines >= rows, f"{way} wrote {lines} lines for {rows} rows"
            times[rows][way].append(taken)
            cpus[rows][way].append(cpu)
            if way in ready:
                ready[way].append((float(said[2]), float(said[3])))
    print(f"round {number + 1} of {options.rounds}", file=sys.stderr)

with open("/proc/cpuinfo", encoding="utf-8") as file:
    processor = next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())
with open(options.table, "w", encoding="utf-8") as file:
    file.write("# Phone numbers: whole processes, cold\n\n")
    file.write(f"Rows of the messy corpus, default region US; medians of {options.rounds} processes each, in turn, in milliseconds from start to end. "
               "`normalize` is the whole tool: it reads CSV and writes JSON lines with names and problems. The small programs read lines and write E.164, validity and type.\n\n")
    file.write(f"Machine: {processor}, {os.cpu_count()} processors. {time.strftime('%Y-%m-%d', time.gmtime())}, "
               f"load {before:.1f} at the start, {os.getloadavg()[0]:.1f} at the end: on a busy machine only the CPU time is the programs' own.\n\n")
    file.write("| rows | `normalize`: time | CPU | small program, tables: time | CPU | small program, libphonenumber-csharp: time | CPU | CPU, libphonenumber / tables | CPU, libphonenumber / `normalize` |\n")
    file.write("|---:|---:|---:|---:|---:|---:|---:|---:|---:|\n")
    for rows in ROWS:
        cells = [cell for way in ("normalize", "tables", "library") for cell in (median(times[rows][way]), median(cpus[rows][way]))]
        file.write(f"| {rows:,} | " + " | ".join(cells)
                   + f" | {statistics.median(a / b for a, b in zip(cpus[rows]['library'], cpus[rows]['tables'])):.2f}"
                   + f" | {statistics.median(a / b for a, b in zip(cpus[rows]['library'], cpus[rows]['normalize'])):.2f} |\n")
    file.write("\nUntil the first number can be read, over all of these processes: ")
    file.write("; ".join(f"{name} {median([time for time, _ in ready[way]])} ms, CPU {median([cpu for _, cpu in ready[way]])} ms" for way, name in (("tables", "tables"), ("library", "libphonenumber-csharp"))))
    file.write(".\n")
