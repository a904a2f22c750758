#!/usr/bin/python3
"""A bank for tests: a provider's plugin with a ledger of its own, and the accounts that it pays from.

    bank.py CHARACTER [SEED [ODDS]]

The folder that this file lies in holds the ledger, `bank.jsonl`: one line for each deposit, request and movement, never
changed. After each movement the balances are written anew into `NAME.json`, one file for each source.

CHARACTER is what it promises and keeps: `both` (repeats and look-up), `repeats` (a key acts once), `lookup` (a key that
comes again moves the value again), `neither`. With a SEED it loses answers, in ODDS of a hundred runs: before or after
the value moved. The file `mood`, where there is one, says what becomes of the next `send` instead; `stubborn` what
becomes of every one, `asked` what `status` answers, `fee` what it takes instead of 10 KRW. What it starts holds the pipe `lifeline` open.
Who comes with a credential `token` is the customer of that name, and no customer knows what another one moved.
"""

import fcntl
import json
import os
import random
import signal
import subprocess
import sys
import time

FOLDER = os.path.dirname(os.path.abspath(__file__))
CHARACTER = sys.argv[1]
SEED = sys.argv[2] if len(sys.argv) > 2 else None
ODDS = int(sys.argv[3]) if len(sys.argv) > 3 else 0


def customer():
    try:
        with open(os.path.join(os.environ["CREDENTIALS_DIRECTORY"], "token")) as file:
            return file.read().strip()
    except (FileNotFoundError, KeyError):
        return None


class Ledger:
    """The lines so far, while nobody else adds to them."""

    def __enter__(self):
        self.file = open(os.path.join(FOLDER, "bank.jsonl"), "a+")
        fcntl.flock(self.file, fcntl.LOCK_EX)
        self.file.seek(0)
        self.lines = [json.loads(line) for line in self.file]
        return self

    def __exit__(self, *_):
        self.file.close()

    def add(self, **line):
        self.lines.append(line)
        self.file.write(json.dumps(line) + "\n")
        self.file.flush()

    def movements(self, key):
        own = [line for line in self.lines if line["type"] == "moved" and line["key"] == key]
        return [line for line in own if line["customer"] == customer()]

    def publish(self):
        balances = {}
        for line in self.lines:
            if line["type"] in ("deposit", "moved"):
                sign = 1 if line["type"] == "deposit" else -1
                balances.setdefault(line["source"], 0)
                balances[line["source"]] += sign * int(line["amount"])
        for source, balance in balances.items():
            answer = {"account": "main", "asset": "KRW", "available": str(balance)}
            path = os.path.join(FOLDER, source + ".json")
            with open(path + ".next", "w") as file:
                json.dump({"walletd": 1, "complete": True, "balances": [answer]}, file)
            os.rename(path + ".next", path)


def word(name, once=False):
    """What a file of that name says."""
    path = os.path.join(FOLDER, name)
    try:
        with open(path) as file:
            text = file.read().strip()
        if once:
            os.unlink(path)
        return text
    except FileNotFoundError:
        return None


def answer(**members):
    print(json.dumps({"walletd": 1, **members}), flush=True)


def describe():
    promise = {"lookup": CHARACTER in ("both", "lookup")}
    if CHARACTER in ("both", "repeats"):
        promise.update(idempotent=True, key_lifetime="24h")
    answer(**promise)


def move(ledger, request):
    if CHARACTER in ("both", "repeats") and ledger.movements(request["key"]):
        return
    for leg in request["legs"]:
        ledger.add(
            type="moved",
            key=request["key"],
            source=leg["source"],
            amount=leg["amount"]["amount"],
            to=request["destination"]["account"],
            customer=customer(),
        )
    ledger.publish()


def send(request):
    key = request["key"]
    with Ledger() as ledger:
        runs = sum(line["type"] == "asked" and line["key"] == key for line in ledger.lines)
        ledger.add(type="asked", key=key)
        mood = word("mood", once=True) or word("stubborn") or lost(key, runs)
        if mood in ("unpaid", "temporary", "refused"):
            sys.exit({"unpaid": 1, "temporary": 75, "refused": 77}[mood])
        move(ledger, request)
    misbehave(mood)
    answer(state="pending" if mood == "pending" else "settled", reference="bank-" + key)


def lost(key, run):
    """What goes wrong with this run, decided by the seed alone."""
    if SEED is None:
        return None
    chance = random.Random(f"{SEED} {key} {run}")
    if chance.randrange(100) >= ODDS:
        return None
    # What was not paid cannot be told from what was, where nobody repeats: that is for a person.
    return chance.choice(["failed", "killed", "garbage", "pending"] + ["unpaid"] * (CHARACTER != "lookup"))


def misbehave(mood):
    if mood == "hangs":
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        pipe = os.open(os.path.join(FOLDER, "lifeline"), os.O_WRONLY)
        subprocess.Popen(["/bin/sleep", "1000"], pass_fds=[pipe])  # it keeps our standard output, too
        os.write(pipe, b"\n")
        time.sleep(1000)
    elif mood == "failed":
        sys.exit(1)
    elif mood == "killed":
        os.kill(os.getpid(), signal.SIGKILL)
    elif mood == "garbage":
        os.write(1, bytes(range(256)))
        sys.exit(0)
    elif mood == "twice":
        answer(state="settled")
    elif mood == "floods":
        try:
            while True:
                os.write(1, b" " * 65536)
        except BrokenPipeError:
            sys.exit(1)


def status(request):
    with Ledger() as ledger:
        ledger.add(type="status", key=request["key"])
        ledger.publish()
        said = word("asked")
        if said:
            answer(state=said)
        elif ledger.movements(request["key"]):
            answer(state="settled", reference="bank-" + request["key"])
        else:
            answer(state="unknown-key")


def main():
    if CHARACTER == "deposit":
        with Ledger() as ledger:
            ledger.add(type="deposit", source=sys.argv[2], amount=sys.argv[3])
            ledger.publish()
        return
    request = json.load(sys.stdin)
    action = request["action"]
    if action == "describe":
        describe()
    elif action == "quote":
        answer(fee={"amount": word("fee") or "10", "asset": "KRW"}, processing="1m")
    elif action == "send":
        send(request)
    else:
        status(request)


main()
