"""A walletd of one's own, on example sources, in a folder of its own."""
import os
import pathlib
import signal
import socket
import sqlite3
import subprocess
import time

# How long a start, a stop or the reading of all sources may take before the benchmark is given up.
PATIENCE = 120
SOURCES_PER_FILE = 1000
TICKS = os.sysconf("SC_CLK_TCK")


class Walletd:
    """Runs while a `with` block does. A folder that an earlier one used is continued."""

    def __init__(self, binaries, folder, holdings):
        """`holdings` gives for each source how many it has; each source is a file of its own."""
        self.program = binaries / "walletd"
        self.folder = pathlib.Path(folder)
        self.socket = self.folder / "walletd.sock"
        self.database = self.folder / "walletd.db"
        self.sources = len(holdings)
        if not self.folder.exists():
            self.folder.mkdir(mode=0o700)
            write_sources(self.folder, holdings)

    def __enter__(self):
        told = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        told.bind(f"\0walletd-bench-{os.getpid()}-{time.monotonic_ns()}")
        told.settimeout(PATIENCE)
        environment = {
            "HOME": str(self.folder), "PATH": os.environ["PATH"], "STATE_DIRECTORY": str(self.folder),
            "RUNTIME_DIRECTORY": str(self.folder), "NOTIFY_SOCKET": "@" + told.getsockname()[1:].decode(),
        }
        with open(self.folder / "log", "w") as log:
            self.process = subprocess.Popen(
                [self.program, "--config", self.folder / "walletd.toml"], env=environment, stderr=log)
        try:
            while b"READY=1" not in told.recv(4096):
                pass
        except TimeoutError:
            self.process.kill()
            raise SystemExit(f"walletd was not ready: {(self.folder / 'log').read_text()[-2000:]}") from None
        finally:
            told.close()
        return self

    def __exit__(self, *_):
        self.process.send_signal(signal.SIGTERM)
        try:
            self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()

    def read_all(self):
        """Waits until each source was read."""
        database = sqlite3.connect(f"file:{self.database}?mode=ro", uri=True)
        deadline = time.monotonic() + PATIENCE
        while count(database) < self.sources:
            if time.monotonic() > deadline or self.process.poll() is not None:
                raise SystemExit(f"walletd did not read all: {(self.folder / 'log').read_text()[-2000:]}")
            time.sleep(0.05)
        database.close()

    def settle(self):
        """Waits until it has done nothing for two seconds."""
        quiet_since, last = time.monotonic(), self.processor_seconds()
        while time.monotonic() < quiet_since + 2:
            time.sleep(0.1)
            now = self.processor_seconds()
            if now != last:
                quiet_since, last = time.monotonic(), now

    def processor_seconds(self):
        fields = self.stat("stat").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / TICKS

    def resident_kibibytes(self, kind="VmRSS"):
        lines = dict(line.split(":", 1) for line in self.stat("status").splitlines())
        return int(lines[kind].split()[0])

    def stat(self, name):
        return pathlib.Path(f"/proc/{self.process.pid}/{name}").read_text()


def count(database):
    return database.execute("SELECT count(*) FROM source WHERE last_success IS NOT NULL").fetchone()[0]


def write_sources(folder, holdings):
    """Drop-ins hold the sources: one file of configuration may not be longer than 1 MiB."""
    tables = []
    for number, accounts in enumerate(holdings):
        rows = [f"account-{account},USD,{1000 + account}.25\n" for account in range(accounts)]
        path = folder / f"source-{number}.csv"
        path.write_text("account,asset,available\n" + "".join(rows))
        tables.append(f'[sources.source-{number}]\nadapter = "file"\npath = "{path}"\nevery = "6h"\n')
    (folder / "walletd.toml").write_text("# The sources are in walletd.d.\n")
    drop_ins = folder / "walletd.d"
    drop_ins.mkdir()
    for first in range(0, len(tables), SOURCES_PER_FILE):
        text = "\n".join(tables[first:first + SOURCES_PER_FILE])
        (drop_ins / f"sources-{first}.toml").write_text(text)
