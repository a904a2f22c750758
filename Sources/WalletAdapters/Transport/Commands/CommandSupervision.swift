import Glibc
import NIOCore
import NIOPosix
import Subprocess

/// Watches over one running program: reads what it writes, ends it where it must, and leaves nobody of its group.
struct CommandSupervision: Sendable {
    typealias Running = Execution<FileDescriptorInput, SequenceOutput, SequenceOutput>

    struct Report: Sendable {
        /// `nil`: it ended by itself.
        var stop: CommandOutcome.Stop?
        var output: [UInt8] = []
        var errorTail: [UInt8] = []
    }

    private enum Happening: Sendable {
        case outputRead(bytes: [UInt8], excess: Bool)
        case errorsRead([UInt8])
        case leaderEnded
        case timeUp
        case graceOver
    }

    private let execution: Running
    private let processes: ProcessGroup
    private let limits: CommandLimits
    private let timeout: Duration

    init(_ execution: Running, limits: CommandLimits, timeout: Duration) {
        self.execution = execution
        self.processes = ProcessGroup(leader: execution.processIdentifier.value)
        self.limits = limits
        self.timeout = timeout
    }

    /// Must run before the leader is reaped, so that its number is still the group's.
    func run() async throws -> Report {
        try await withThrowingTaskGroup(of: Happening.self) { tasks in
            // Before the group waits for its tasks: one of them waits for the leader, cancelled or not.
            defer { processes.send(SIGKILL) }
            tasks.addTask { try await readOutput() }
            tasks.addTask { try await readErrors() }
            tasks.addTask { await waitForLeader() }
            tasks.addTask { await waitForTimeout() }
            var progress = Progress()
            while !progress.isOver, let happening = try await tasks.next() {
                follow(happening, &progress, &tasks)
            }
            tasks.cancelAll()
            return progress.report
        }
    }

    private struct Progress {
        var report = Report()
        var awaited: Set<Awaited> = [.output, .errors, .leader, .group]
        var isOver: Bool { awaited.isEmpty }

        enum Awaited { case output, errors, leader, group }
    }

    private func follow(
        _ happening: Happening, _ progress: inout Progress, _ tasks: inout ThrowingTaskGroup<Happening, any Error>
    ) {
        switch happening {
        case .outputRead(let bytes, let excess):
            progress.awaited.remove(.output)
            progress.report.output = bytes
            if excess { stop(for: .tooMuchOutput, &progress, &tasks) }
        case .errorsRead(let tail):
            progress.awaited.remove(.errors)
            progress.report.errorTail = tail
        case .timeUp:
            stop(for: Task.isCancelled ? .cancelled : .timeout, &progress, &tasks)
        case .leaderEnded:
            progress.awaited.remove(.leader)
            // Only who was told to stop has a grace.
            if progress.report.stop == nil { endGroup(&progress) }
        case .graceOver: endGroup(&progress)
        }
    }

    private func endGroup(_ progress: inout Progress) {
        processes.send(SIGKILL)
        progress.awaited.remove(.group)
    }

    private func stop(
        for reason: CommandOutcome.Stop, _ progress: inout Progress,
        _ tasks: inout ThrowingTaskGroup<Happening, any Error>
    ) {
        guard progress.report.stop == nil else { return }
        progress.report.stop = reason
        guard progress.awaited.contains(.leader) else {
            // Only a process that left the group can still hold the streams open.
            tasks.cancelAll()
            return
        }
        processes.send(SIGTERM)
        tasks.addTask { await grantGrace() }
    }
}

extension CommandSupervision {
    private func readOutput() async throws -> Happening {
        var bytes: [UInt8] = []
        for try await chunk in execution.standardOutput {
            chunk.withUnsafeBytes { bytes.append(contentsOf: $0) }
            guard bytes.count <= limits.outputBytesMax else { return .outputRead(bytes: [], excess: true) }
            if Task.isCancelled { break }
        }
        return .outputRead(bytes: bytes, excess: false)
    }

    private func readErrors() async throws -> Happening {
        var tail = TailBuffer(bytesMax: limits.errorBytesMax)
        for try await chunk in execution.standardError {
            chunk.withUnsafeBytes { tail.append($0) }
            if Task.isCancelled { break }
        }
        return .errorsRead(tail.bytes)
    }

    /// The library's only way to wait for an exit without reaping: a teardown whose first step is signal 0, which does
    /// nothing. Its last step, SIGKILL, comes later than any other end.
    private func waitForLeader() async -> Happening {
        let latest = timeout + limits.grace * 4
        await execution.teardown(using: [
            .send(signal: Signal(rawValue: 0), toProcessGroup: true, allowedDurationToNextStep: latest)
        ])
        return .leaderEnded
    }

    private func waitForTimeout() async -> Happening {
        try? await Task.sleep(for: timeout)  // a cancelled wait is over
        return .timeUp
    }

    /// Waits until nobody of the group is left, at most for the grace.
    ///
    /// The kernel announces the end of a group to nobody, so it is looked for, ever more rarely.
    private func grantGrace() async -> Happening {
        let end = ContinuousClock.now + limits.grace
        var interval = TimeAmount.milliseconds(5)
        while processes.isAlive, ContinuousClock.now < end {
            await Self.pauseThough(interval)
            interval = min(interval * 2, .milliseconds(80))
        }
        return .graceOver
    }

    /// Pauses though the task may be cancelled: whoever is told to stop because of that has the same grace.
    private static func pauseThough(_ interval: TimeAmount) async {
        let timer = MultiThreadedEventLoopGroup.singleton.any().scheduleTask(in: interval) {}
        try? await timer.futureResult.get()  // it fails only where the process ends
    }
}
