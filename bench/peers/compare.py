#!/usr/bin/env python3
"""Drives all peers over one corpus, in turn, round after round, and writes a table and a bar chart.

A driver gets the corpus (lines of region, tab, text) as its argument, prints "ready N" and then answers each line of its input:
"round" with the seconds that one pass took, "answers FILE" likewise after writing E.164 form, tab, 0 or 1 for validity per row.
"quit" ends it. The work of a pass is the same for all: parse with the region, E.164 form, validity, type.
"""
import argparse
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile

import chart

parser = argparse.ArgumentParser()
parser.add_argument("--corpus", required=True)
parser.add_argument("--drivers", required=True, help="JSON file: list of {name, version, command, oracle, ours}")
parser.add_argument("--rounds", type=int, default=7)
parser.add_argument("--warm-up", type=int, default=2)
parser.add_argument("--table", required=True)
parser.add_argument("--chart", required=True)
parser.add_argument("--note", default="")
options = parser.parse_args()
with open(options.drivers, encoding="utf-8") as file:
    drivers = json.load(file)


def load():
    return f"{os.getloadavg()[0]:.1f}"


def ask(driver, command):
    driver["process"].stdin.write(command + "\n")
    driver["process"].stdin.flush()
    line = driver["process"].stdout.readline()
    if not line:
        sys.exit(f"{driver['name']} ended early")
    return float(line.split("\t")[0])


def answers(driver, folder):
    path = os.path.join(folder, "answers.tsv")
    ask(driver, f"answers {path}")
    with open(path, encoding="utf-8") as file:
        return [tuple(line.rstrip("\n").split("\t")) for line in file]


load_before = load()
for driver in drivers:
    driver["process"] = subprocess.Popen(driver["command"] + [options.corpus], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, bufsize=1)
    driver["rows"] = int(driver["process"].stdout.readline().split()[1])
    driver["rates"] = []
assert len({driver["rows"] for driver in drivers}) == 1, "the drivers read different numbers of rows"

with tempfile.TemporaryDirectory() as folder:
    oracle = answers(next(driver for driver in drivers if driver.get("oracle")), folder)
    for driver in drivers:
        given = answers(driver, folder)
        driver["e164"] = sum(one[0] != other[0] for one, other in zip(given, oracle))
        driver["valid"] = sum(one[1] != other[1] for one, other in zip(given, oracle))

for number in range(-options.warm_up, options.rounds):
    for driver in drivers:
        seconds = ask(driver, "round")
        if number >= 0:
            driver["rates"].append(driver["rows"] / seconds)
    print(f"round {number + 1} of {options.rounds}", file=sys.stderr)
for driver in drivers:
    driver["process"].stdin.write("quit\n")
    driver["process"].stdin.close()
    driver["process"].wait()

base = next(driver for driver in drivers if driver.get("oracle"))
for driver in drivers:
    driver["rate"] = statistics.median(driver["rates"])
    driver["ratio"] = statistics.median(rate / other for rate, other in zip(driver["rates"], base["rates"]))
drivers.sort(key=lambda driver: -driver["ratio"])


def processor():
    with open("/proc/cpuinfo", encoding="utf-8") as file:
        return next((line.split(":")[1].strip() for line in file if line.startswith("model name")), platform.machine())


rows = base["rows"]
with open(options.table, "w", encoding="utf-8") as file:
    file.write("# Phone numbers: all peers in one run\n\n")
    file.write(f"{rows:,} rows of the messy corpus, one thread each, processes kept alive and driven in turn, {options.warm_up} warm-up and {options.rounds} measured rounds. ")
    file.write("Ratios are medians of the ratios within each round. Same work for all: parse with a region, E.164 text, validity, type.\n\n")
    file.write(f"Machine: {processor()}, {os.cpu_count()} processors. {options.note} Load {load_before} at the start, {load()} at the end; the rates of a busy machine are low, their ratios hold.\n\n")
    file.write("| library | version | numbers/s, median (min to max) | x libphonenumber-csharp | other E.164 | other validity |\n|---|---|---:|---:|---:|---:|\n")
    for driver in drivers:
        file.write(f"| {'**' + driver['name'] + '**' if driver.get('ours') else driver['name']} | {driver['version']} "
                   f"| {driver['rate']:,.0f} ({min(driver['rates']):,.0f} to {max(driver['rates']):,.0f}) | {driver['ratio']:.2f} "
                   f"| {driver['e164']:,} ({driver['e164'] / rows:.2%}) | {driver['valid']:,} ({driver['valid'] / rows:.2%}) |\n")
    file.write("\nDifferences are counted against libphonenumber-csharp, whose answers are the reference here; most come from older metadata, which is why versions are named.\n")

chart.draw(drivers, options.chart)
