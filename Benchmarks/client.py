"""walletctl as a whole process, beside the sqlite3 shell that asks the database for the same."""
import os
import subprocess
import time

from figures import Row, spread
from walletd import Walletd

HOLDINGS = [10, 1000]
# Starts of a program vary more than they cost.
RUNS_PER_REPEAT = 10
QUERY = """
    SELECT source.name, account, asset, available, coalesce(total, available), kind, as_of, read_at FROM holding
    JOIN source ON source.id = source_id ORDER BY source.name, account, asset
"""


def measure(binaries, folder, repeats):
    for holdings in HOLDINGS:
        with Walletd(binaries, folder / f"client-{holdings}", [holdings]) as walletd:
            walletd.read_all()
            walletd.settle()
            yield compare(binaries, walletd, holdings, repeats)


def compare(binaries, walletd, holdings, repeats):
    client = [binaries / "walletctl", "balances", "--socket", walletd.socket]
    shell = ["sqlite3", "-readonly", walletd.database, QUERY]
    for command in client, shell:
        lines = subprocess.run(command, capture_output=True, text=True, check=True).stdout.count("account-")
        if lines != holdings:
            raise SystemExit(f"{command[0]} lists {lines} holdings, not {holdings}")
    ours, theirs = [], []
    for _ in range(repeats * RUNS_PER_REPEAT):
        theirs.append(milliseconds(shell))
        ours.append(milliseconds(client))
    ratios = [a / b for a, b in zip(ours, theirs)]
    return Row(
        f"`walletctl balances`, {holdings:,} holdings, against `sqlite3 FILE 'SELECT …'`, whole processes",
        f"{spread(ratios)} times as long: {spread(ours, 1)} ms against {spread(theirs, 1)} ms",
        "≤ 3")


def milliseconds(command):
    """Output goes where reading costs nothing, but where the program cannot tell."""
    with subprocess.Popen(["cat"], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL) as reader:
        started = time.perf_counter()
        child = os.posix_spawnp(
            str(command[0]), [str(part) for part in command], os.environ,
            file_actions=[(os.POSIX_SPAWN_DUP2, reader.stdin.fileno(), 1)])
        os.waitpid(child, 0)
        taken = time.perf_counter() - started
        reader.stdin.close()
    return taken * 1000
