# python3-phonenumbers. Protocol: see compare.py.
import sys
import time

import phonenumbers

with open(sys.argv[1], encoding="utf-8", newline="\n") as file:
    rows = [line.rstrip("\n").split("\t", 1) for line in file]
print("ready", len(rows), flush=True)
for command in iter(sys.stdin.readline, ""):
    command = command.strip()
    if command == "quit":
        break
    answers = []
    total = 0
    start = time.perf_counter()
    for region, text in rows:
        e164, valid = "", False
        try:
            number = phonenumbers.parse(text, region)
            e164 = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164)
            valid = phonenumbers.is_valid_number(number)
            total += len(e164) + valid + phonenumbers.number_type(number)
        except phonenumbers.NumberParseException:
            pass
        answers.append((e164, valid))
    taken = time.perf_counter() - start
    if command.startswith("answers "):
        with open(command[8:], "w", encoding="utf-8") as file:
            file.writelines(f"{e164}\t{int(valid)}\n" for e164, valid in answers)
    print(f"{taken}\t{total}", flush=True)
