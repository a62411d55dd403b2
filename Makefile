# `make` alone lists what there is to do.
.DEFAULT_GOAL := menu
.PHONY: menu setup run test test-browser test-platforms test-torture check bench bench-turns bench-outbound outage torture platforms tune fuzz fuzz-webhooks format lint

menu: ## This list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## (.*)/  make \1\t\2/' | expand -t 22

setup: ## Install the system packages that are missing (asks for nothing where all are there)
	@deploy/setup.sh build

run: setup ## Build in release mode and try the service at http://127.0.0.1:8080/
	swift build -c release --product tungngo
	@exec "$$(swift build -c release --show-bin-path)/tungngo" serve --demo $(ARGUMENTS)

# The tests run side by side, a database and a server each: more open files than a shell often allows.
test: setup lint ## The fast test suite (everything but the browser)
	swift build --build-tests
	@[ "$$(ulimit -n)" = unlimited ] || [ "$$(ulimit -n)" -ge 8192 ] || ulimit -n 8192 || true; swift test --skip-build

test-browser: setup ## Every page in a real Chromium: used, measured, pictured (.build/screenshots)
	@deploy/setup.sh browser
	swift build --product tungngo
	TUNGNGO_BINARY="$$(swift build --show-bin-path)/tungngo" python3 Tests/Browser/run.py

test-platforms: setup ## The stand-ins for Telegram and Zalo Bot held against the SDKs that others use
	@deploy/setup.sh sdks
	swift build --product RunPlatforms
	TUNGNGO_PLATFORMS="$$(swift build --show-bin-path)/RunPlatforms" python3 Tests/SDKs/run.py

check: setup ## The catalogue proves itself: every guide, every sample question
	swift run -c release tungngo check --strict

bench: setup ## Benchmarks, as ratios within one run; where python3 has scikit-learn, beside what else one would take
	swift run -c release Benchmarks
	swift build -c release --product tungngo
	-@python3 Tests/Benchmarks/baselines.py "$$(swift build -c release --show-bin-path)/tungngo"

bench-turns: setup ## From the wire to the disk, by wrk: ratios, p99 beside an import, memory after 500,000 messages (some ten minutes)
	@deploy/setup.sh bench
	swift build -c release --product tungngo
	python3 Tests/TurnBenchmark/turns.py "$$(swift build -c release --show-bin-path)/tungngo"

bench-outbound: setup ## Calls to platforms beside AsyncHTTPClient (builds for minutes)
	TUNGNGO_BENCH_OUTBOUND=1 swift run -c release --scratch-path .build-outbound OutboundBenchmark

outage: setup ## A day without a platform and 100,000 replies that wait for it
	TUNGNGO_OUTAGE_REPLIES=100000 swift test --filter OutageTests

test-torture: setup ## A short torture, for CI
	swift build --product tungngo
	swift build --product Torture
	@"$$(swift build --show-bin-path)/Torture" 12 && echo "1 passed, 0 failed" || { echo "0 passed, 1 failed"; exit 1; }

KILLS ?= 1000
torture: setup ## The service killed KILLS=1000 times under load: a table of what was lost or doubled (nothing may be)
	swift build --product tungngo
	swift run Torture $(KILLS)

platforms: setup ## Stand-ins for the four platforms on this machine, to try the whole loop with curl
	swift run RunPlatforms

tune: setup ## How the matcher's constants do on the catalogue's own samples
	swift run -c release Tuning

fuzz: setup ## A minute of random texts for the matcher
	swift run -c release Fuzz 60

BODIES ?= 1000000
fuzz-webhooks: setup ## BODIES=1000000 mutated bodies for the webhooks (debug build; takes minutes)
	TUNGNGO_FUZZ_BODIES=$(BODIES) swift test --filter WebhookFuzzTests

format: ## Format all Swift files
	swift format --in-place --parallel --recursive Package.swift Sources Tests

lint: ## Fail where a Swift file is not formatted or breaks a rule
	swift format lint --strict --parallel --recursive Package.swift Sources Tests
