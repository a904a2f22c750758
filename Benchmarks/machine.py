"""The machine that figures were taken on."""
import os
import platform
import subprocess
import time


def load():
    return " ".join(f"{value:.1f}" for value in os.getloadavg())


def describe(folder):
    filesystem = subprocess.run(
        ["stat", "-f", "-c", "%T", folder], capture_output=True, text=True, check=True).stdout.strip()
    return (
        f"{time.strftime('%Y-%m-%d %H:%M', time.gmtime())} UTC, {processor()}, {os.cpu_count()} cores, "
        f"{memory()} GiB memory, {system()}, Linux {platform.release()}, database on {filesystem}; "
        f"load when it began: {load()}.")


def processor():
    return field("/proc/cpuinfo", "model name", ":")


def memory():
    return round(int(field("/proc/meminfo", "MemTotal", ":").split()[0]) / 1024 / 1024)


def system():
    return field("/etc/os-release", "PRETTY_NAME", "=").strip('"')


def field(path, name, separator):
    with open(path) as file:
        for line in file:
            key, _, value = line.partition(separator)
            if key.strip() == name:
                return value.strip()
    return "unknown"
