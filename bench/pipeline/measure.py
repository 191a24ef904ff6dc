"""Runs the tool's steps over one file, one process after the other, and prints what each took as a Markdown table."""

import argparse
import os
import pathlib
import time


def measure(command, output):
    """Wall time, processor time in seconds and highest resident memory in MB of a process that must succeed."""
    began = time.monotonic()
    process = os.fork()
    if process == 0:
        with open(output, "wb") as out, open(os.fspath(output) + ".err", "wb") as err:
            os.dup2(out.fileno(), 1)
            os.dup2(err.fileno(), 2)
        os.execv(command[0], command)
    _, status, usage = os.wait4(process, 0)
    if status != 0:
        raise SystemExit(f"{' '.join(command)} failed, see {output}.err:\n{pathlib.Path(os.fspath(output) + '.err').read_text()}")
    return time.monotonic() - began, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--tool", required=True)
    parser.add_argument("--file", required=True)
    parser.add_argument("--scratch", required=True, type=pathlib.Path)
    arguments = parser.parse_args()
    scratch, file = arguments.scratch, arguments.file
    region = ["--region", "US"]
    plan = ["plan", file, "--offline", "--sandbox", "--store", str(scratch / "plan.db"), *region]
    resolve = ["resolve", file, "--existing-only", "--sandbox", "--store", str(scratch / "resolve.db"), *region]
    steps = [
        ("plan --offline, new store", plan),
        ("the same again", plan),
        ("import, new store", ["import", file, "--sandbox", "--store", str(scratch / "resolve.db"), *region]),
        ("resolve --existing-only, first time", resolve),
        ("the same again", resolve),
    ]
    print(f"load average before: {' '.join(f'{one:.1f}' for one in os.getloadavg())}\n")
    print("| step | wall | processor | highest resident memory |")
    print("|---|---:|---:|---:|")
    for number, (name, command) in enumerate(steps):
        wall, processor, memory = measure([arguments.tool, *command], scratch / f"{number}.txt")
        print(f"| {name} | {wall:.2f} s | {processor:.2f} s | {memory:.0f} MB |", flush=True)
    print(f"\nThe last step said:\n\n    {(scratch / f'{len(steps) - 1}.txt').read_text().strip().replace(chr(10), chr(10) + '    ')}")
    print(f"\nload average after: {' '.join(f'{one:.1f}' for one in os.getloadavg())}")


if __name__ == "__main__":
    main()
