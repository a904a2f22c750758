"""What recording balances costs, in time and in bytes, beside a plain C loop that writes the same rows."""
import pathlib
import shutil
import sqlite3
import subprocess

from figures import Row, spread

HOLDINGS = 10_000
CHANGES = 100_000
BATCHES = [100, 1000]
UNCHANGED_HOLDINGS = 1000
UNCHANGED_POLLS = 1_000_000


def measure(binaries, folder, repeats):
    bench = binaries / "walletd-bench"
    yardstick = compile_yardstick(folder)
    base = prepare(bench, folder / "base", HOLDINGS)
    for batch in BATCHES:
        yield changed(bench, yardstick, base, folder, batch, repeats)
    yield unchanged(bench, folder)


def compile_yardstick(folder):
    program = folder / "yardstick"
    source = pathlib.Path(__file__).with_name("yardstick.c")
    subprocess.run(["cc", "-O2", "-o", program, source, "-lsqlite3"], check=True)
    return program


def prepare(bench, folder, holdings):
    folder.mkdir()
    subprocess.run([bench, "prepare", folder / "walletd.db", str(holdings)], check=True)
    return folder


def changed(bench, yardstick, base, folder, batch, repeats):
    wall, processor, rates = [], [], []
    for _ in range(repeats):
        plain, expected = run([yardstick], base, folder / "plain", batch)
        ours, rows = run([bench, "changes"], base, folder / "ours", batch)
        if rows != expected:
            raise SystemExit("walletd and its yardstick have not written the same rows")
        wall.append(plain[0] / ours[0])
        processor.append(plain[1] / ours[1])
        rates.append(CHANGES / ours[0] * 1e6)
    return Row(
        f"recording changed balances, {batch} in a transaction, against the same rows by a plain C loop",
        f"{spread(wall)} of its speed by the clock, {spread(processor)} by processor time; "
        f"{spread(rates, 0)} thousand/s",
        "≥ 0.7")


def run(command, base, folder, batch):
    """Nanoseconds, and what the rows are afterwards."""
    shutil.copytree(base, folder)
    file = folder / "walletd.db"
    output = subprocess.run(
        [*command, file, str(HOLDINGS), str(CHANGES), str(batch)], capture_output=True, text=True, check=True).stdout
    with sqlite3.connect(file) as database:
        rows = database.execute("SELECT * FROM span ORDER BY 1, 2").fetchall()
        rows += database.execute("SELECT * FROM holding ORDER BY id").fetchall()
    database.close()
    shutil.rmtree(folder)
    return [int(number) for number in output.split()], hash(tuple(rows))


def unchanged(bench, folder):
    state = prepare(bench, folder / "unchanged", UNCHANGED_HOLDINGS)
    before = size(state)
    output = subprocess.run(
        [bench, "polls", state / "walletd.db", str(UNCHANGED_HOLDINGS), str(UNCHANGED_POLLS), "100"],
        capture_output=True, text=True, check=True).stdout
    growth = size(state) - before
    shutil.rmtree(state)
    return Row(
        f"recording unchanged balances, {UNCHANGED_POLLS:,} polls",
        f"{growth / UNCHANGED_POLLS:.3f} bytes of database for each ({growth:,} in all), "
        f"{int(output.split()[1]) / UNCHANGED_POLLS / 1000:.1f} µs of processor time",
        "≤ 0.1 bytes")


def size(folder):
    return sum(file.stat().st_size for file in folder.iterdir())
