"""What deciding about cash-outs costs, in processor time."""
import shutil
import subprocess

from figures import Row, spread

HOLDINGS = 1000
RULES = 100
ROWS = 10_000
ROUNDS = 15
GOAL_MILLISECONDS = 20
GOAL_WRITTEN = 500


def measure(binaries, folder, repeats):
    state = folder / "deciding"
    state.mkdir()
    lines = subprocess.run(
        [binaries / "walletd-bench", "decisions", state / "walletd.db", str(HOLDINGS), str(RULES), str(ROWS),
         str(max(ROUNDS, repeats))],
        capture_output=True, text=True, check=True).stdout.splitlines()
    shutil.rmtree(state)
    wall, processor = (ROWS / int(number) * 1e9 for number in lines[0].split())
    facts, decision, entangled = zip(*([int(number) / 1e6 for number in line.split()] for line in lines[1:]))
    what = f"{HOLDINGS:,} holdings, {RULES} rules, {ROWS:,} ledger rows"
    yield figure(f"deciding cash-outs, {what}", decision)
    yield figure("the same with reading the facts", [sum(both) for both in zip(facts, decision)])
    worst = [a / b for a, b in zip(entangled, decision)]
    yield Row(
        "the same decision where each rule takes from each holding",
        f"{spread(entangled, 1)} ms, {spread(worst, 1)} times as long", "–")
    yield Row(
        "writing cash-outs from plan to `settled`, 50 in a transaction",
        f"{processor:,.0f}/s by processor time, {wall:,.0f}/s by the clock", f"≥ {GOAL_WRITTEN}/s on one core")


def figure(what, milliseconds):
    ratios = [value / GOAL_MILLISECONDS for value in milliseconds]
    return Row(what, f"{spread(milliseconds, 1)} ms, {spread(ratios)} of what it may take", f"≤ {GOAL_MILLISECONDS} ms")
