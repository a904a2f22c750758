# walletd: the few commands a person types. `make help` lists them.
PREFIX ?= /usr/local
DESTDIR ?=
# Programs are linked with the Swift runtime, in a build folder of their own: other flags rebuild everything.
RELEASE = .build-release
# Nothing is linked against them: names for others to find would keep unused code in, and cost 5 MB.
SWIFT_RELEASE = swift build -c release --static-swift-stdlib -Xlinker --no-export-dynamic --scratch-path $(RELEASE)
BIN = $(RELEASE)/release
SUDO = $(shell [ "$$(id -u)" = 0 ] || command -v sudo)

# Debian packages: to build (the first line), to package, and that the tests and the demo use beside them.
BUILD_PACKAGES = libsqlite3-dev pkg-config
DEB_PACKAGES = debhelper fakeroot lintian
TEST_PACKAGES = python3 openssl sqlite3 curl hledger
# To boot a systemd in a container, and to install the package there.
SYSTEMD_PACKAGES = debhelper systemd-container systemd dbus locales e2fsprogs

.PHONY: help
help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-10s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

.PHONY: setup
setup: ## install the Debian packages that are missing
	@command -v swift > /dev/null || { echo "A Swift 6.2 toolchain (or newer) is needed: https://www.swift.org/install/linux/"; exit 1; }
	@missing=""; for package in $(BUILD_PACKAGES) $(TEST_PACKAGES) $(SYSTEMD_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing > /dev/null; fi

.PHONY: build
build: ## debug build of everything, tests included
	swift build --build-tests

.PHONY: test
test: setup build ## install what the tests need and run all of them
	Tests/run

.PHONY: systemd-test
systemd-test: setup build $(if $(PACKAGE),,deb) ## test the release package, or PACKAGE=FILE, in a booted systemd
	WALLETD_PACKAGE=$$(realpath $(or $(PACKAGE),walletd_*.deb)) Tests/run --filter '^SystemdTests\.'

.PHONY: live
live: setup build ## test against a real LNbits, which is installed from PyPI into ~/.cache/walletd
	@python=$$(Tests/Live/install) && WALLETD_LIVE_LNBITS=$$python swift test --skip-build --filter LiveTests

# Optimised, and with all that tests may reach: in a build folder of its own.
SIMULATION = .build-simulation
.PHONY: simulate
simulate: setup ## simulated worlds with crashes, liars and full disks: SEEDS=2000, or SEED=7 for one with its trace
	swift build -c release --build-tests -Xswiftc -enable-testing --scratch-path $(SIMULATION)
	SEEDS=$(or $(SEEDS),2000) $(if $(FROM),FROM=$(FROM)) $(if $(SEED),SEED=$(SEED)) SWIFT_DETERMINISTIC_HASHING=1 swift test -c release --skip-build \
	  -Xswiftc -enable-testing --scratch-path $(SIMULATION) --filter 'SimulationTests.SimulationTests/.every'

.PHONY: lint
lint: ## check the format of the sources
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Migrations Benchmarks

.PHONY: format
format: ## format the sources in place
	swift format --in-place --parallel --recursive Package.swift Sources Tests Migrations Benchmarks

.PHONY: release
release: setup ## walletd and walletctl, optimised, with the Swift runtime linked in
	$(SWIFT_RELEASE) --product walletd
	$(SWIFT_RELEASE) --product walletctl

.PHONY: demo
demo: release ## show the daemon at work, on example sources of four kinds
	BIN=$(BIN) Tests/Demo/run

.PHONY: run
run: release ## run walletd in the foreground, with your own configuration and folders (XDG)
	$(BIN)/walletd

.PHONY: man
man: ## write the manual page of walletctl to .build/man; the others are in debian/man
	swift package generate-manual --configuration debug > /dev/null
	mkdir -p .build/man
	sed '/^$$/d' .build/plugins/GenerateManual/outputs/walletctl/walletctl.1 > .build/man/walletctl.1

.PHONY: install
install: release man ## install programs, units, manual pages and completions under PREFIX (DESTDIR for packaging)
	install -d $(DESTDIR)$(PREFIX)/bin $(DESTDIR)$(PREFIX)/lib/systemd/system $(DESTDIR)$(PREFIX)/lib/systemd/user
	install -s -m 755 $(BIN)/walletd $(BIN)/walletctl $(DESTDIR)$(PREFIX)/bin/
	for unit in walletd.service walletd.socket; do \
	  sed 's|/usr/bin/|$(PREFIX)/bin/|g' systemd/$$unit > $(DESTDIR)$(PREFIX)/lib/systemd/system/$$unit; done
	sed 's|/usr/bin/|$(PREFIX)/bin/|g' systemd/user/walletd.service > $(DESTDIR)$(PREFIX)/lib/systemd/user/walletd.service
	install -d $(DESTDIR)$(PREFIX)/share/bash-completion/completions $(DESTDIR)$(PREFIX)/share/zsh/vendor-completions \
	  $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d
	$(BIN)/walletctl completions bash > $(DESTDIR)$(PREFIX)/share/bash-completion/completions/walletctl
	$(BIN)/walletctl completions zsh > $(DESTDIR)$(PREFIX)/share/zsh/vendor-completions/_walletctl
	$(BIN)/walletctl completions fish > $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/walletctl.fish
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man1 .build/man/walletctl.1
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man5 debian/man/walletd.toml.5
	install -D -m 644 -t $(DESTDIR)$(PREFIX)/share/man/man8 debian/man/walletd.8
	install -D -m 644 -t $(DESTDIR)/usr/lib/systemd/catalog systemd/walletd.catalog systemd/walletd.ko.catalog

.PHONY: deb
deb: release man ## build walletd_VERSION_amd64.deb here
	@missing=""; for package in $(DEB_PACKAGES); do \
	  dpkg-query -W -f '$${Status}' $$package 2> /dev/null | grep -q 'install ok installed' || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then echo "installing$$missing"; $(SUDO) apt-get update -qq && \
	  $(SUDO) env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq $$missing > /dev/null; fi
	BIN=$(BIN) fakeroot debian/rules clean binary
	lintian --fail-on error walletd_*.deb

.PHONY: bench
bench: release ## measure speed and size, as ratios against yardsticks in the same run
	WALLETD_BENCHMARKS=1 $(SWIFT_RELEASE) --product walletd-bench
	BIN=$(BIN) Benchmarks/run
