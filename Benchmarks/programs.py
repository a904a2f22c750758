"""How large the programs are."""
import subprocess

from figures import Row

GOALS = {"walletd": 45, "walletctl": 30}


def measure(binaries, folder, _):
    for name, goal in GOALS.items():
        stripped = folder / name
        subprocess.run(["strip", "-o", stripped, binaries / name], check=True)
        megabytes = stripped.stat().st_size / 1e6
        foundation = symbols(binaries / name)
        linked = f"{foundation} symbols of Foundation" if foundation else "no Foundation"
        yield Row(f"`{name}` stripped, Swift linked in", f"{megabytes:.1f} MB, {linked}", f"≤ {goal} MB, none")


def symbols(program):
    """Those of Foundation and of the Unicode library under it; FoundationEssentials has other names."""
    names = subprocess.run(["nm", program], capture_output=True, text=True, check=True).stdout.split()
    return sum(name.startswith(("$s10Foundation", "$s26FoundationInternationalization", "ucal_")) for name in names)
