"""What walletd needs while it has nothing to do, and when it has much to do."""
from figures import Row, spread
from walletd import Walletd

FEW = 10
MANY = 1010
DUE_AT_ONCE = 10_000


def measure(binaries, folder, repeats):
    yield from memory(binaries, folder)
    yield many_due(binaries, folder, max(1, repeats // 2))


def memory(binaries, folder):
    few, few_own = resident(binaries, folder / "few", FEW)
    many, _ = resident(binaries, folder / "many", MANY)
    yield Row(
        f"resident memory, idle, {FEW} sources", f"{few / 1024:.1f} MiB, of it {few_own / 1024:.1f} not of a file",
        "≤ 32 MiB")
    yield Row(
        f"resident memory for each further source, up to {MANY:,}", f"{(many - few) / (MANY - FEW):.2f} KiB",
        "≤ 4 KiB")


def resident(binaries, folder, sources):
    with Walletd(binaries, folder, [1] * sources) as walletd:
        walletd.read_all()
        walletd.settle()
        return walletd.resident_kibibytes(), walletd.resident_kibibytes("RssAnon")


def many_due(binaries, folder, repeats):
    """A first start reads all sources within its first seconds; the start after it reads none."""
    reading, starting = [], []
    for repeat in range(repeats):
        walletd = Walletd(binaries, folder / f"due-{repeat}", [1] * DUE_AT_ONCE)
        with walletd:
            walletd.read_all()
            walletd.settle()
            first = walletd.processor_seconds()
        with walletd:
            walletd.settle()
            starting.append(walletd.processor_seconds())
        reading.append(first - starting[-1])
    return Row(
        f"{DUE_AT_ONCE:,} `file` sources due at once, read and recorded",
        f"{spread(reading)} s of processor time, beside {spread(starting)} s for the start itself",
        "≤ 2 s")
