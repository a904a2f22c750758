import Testing

/// The package, installed by a real dpkg under a real systemd with a real journald.
@Suite(
    .serialized,
    .enabled("NOT TESTED UNDER SYSTEMD: no container can be booted here (it takes root, cgroup2, overlayfs)") {
        await Machine.boots
    }, .booted)
struct SystemdTests {}
