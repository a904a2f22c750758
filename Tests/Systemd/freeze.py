#!/usr/bin/env python3
"""Stops one thread of a process, for good: freeze.py PID NAME. Ends when the process does."""
import ctypes
import os
import sys

PTRACE_SEIZE, PTRACE_INTERRUPT, WALL = 0x4206, 0x4207, 0x40000000
process, name = sys.argv[1:]
libc = ctypes.CDLL(None, use_errno=True)


def trace(request, thread):
    if libc.ptrace(request, thread, None, None) != 0:
        sys.exit(f"ptrace: {os.strerror(ctypes.get_errno())}")


for thread in os.listdir(f"/proc/{process}/task"):
    with open(f"/proc/{process}/task/{thread}/comm") as file:
        if file.read().strip() == name:
            trace(PTRACE_SEIZE, int(thread))
            trace(PTRACE_INTERRUPT, int(thread))
            while os.WIFSTOPPED(os.waitpid(int(thread), WALL)[1]):
                pass
            break
else:
    sys.exit(f"no thread is called {name}")
