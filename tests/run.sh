#!/usr/bin/env bash
# Every test of the project, from nothing: installs what they need, then checks the program and a site it builds.
# Stops at the first step that fails, with its name. The last line of a good run is "all green".
set -euo pipefail
cd "$(dirname "$0")/.."
web=tests/web
tmp=$(mktemp -d)
trap 'rm -rf "$tmp"' EXIT

# step TITLE COMMAND…: one command, so that its failure is the step's.
step() {
  local title=$1 start=$SECONDS
  shift
  printf '\n━━ %s\n' "$title"
  "$@" || { printf '\n━━ FAILED: %s (%d s)\n' "$title" $((SECONDS - start)); exit 1; }
  printf '━━ %s: ok, %d s\n' "$title" $((SECONDS - start))
}

# The Debian packages whose commands (or files) are missing here.
missing_packages() {
  command -v "${CHROMIUM:-/usr/bin/chromium}" > /dev/null || echo chromium
  command -v java > /dev/null || echo openjdk-17-jre-headless
  command -v xmllint > /dev/null || echo libxml2-utils
  compgen -G '/usr/share/fonts/truetype/liberation*/*.ttf' > /dev/null || echo fonts-liberation
  python3 -c 'import ensurepip' 2> /dev/null || echo python3-venv
}

# Node and Rust are not taken from Debian, where they are too old: whoever develops brings them.
tools() {
  local packages
  mapfile -t packages < <(missing_packages)
  if ((${#packages[@]})) && ((EUID == 0)) && command -v apt-get > /dev/null; then
    apt-get update -qq
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${packages[@]}"
    mapfile -t packages < <(missing_packages)
  fi
  if ((${#packages[@]})); then
    echo "missing, install these Debian packages: ${packages[*]}" >&2
    exit 2
  fi
  if ! node -e 'const [a, b] = process.versions.node.split("."); process.exit(a > 20 || (a == 20 && b >= 19) ? 0 : 1)'; then
    echo "missing: Node.js 20.19 or newer, with npm" >&2
    exit 2
  fi
  command -v cargo > /dev/null || { echo "missing: cargo, of the toolchain Cargo.toml names" >&2; exit 2; }
}

python_packages() {
  [ -x "$web/.venv/bin/python" ] || python3 -m venv "$web/.venv" || return
  "$web/.venv/bin/python" -m pip install --quiet --disable-pip-version-check -r "$web/requirements.txt"
}

step 'tools' tools
step 'web tests: Node packages' npm ci --prefix "$web" --ignore-scripts --no-audit --no-fund --loglevel=error
step 'web tests: Python packages' python_packages

step 'format' cargo fmt --check
step 'lints' cargo clippy --all-targets -- -D warnings
step 'lints, no features' cargo clippy --all-targets --no-default-features -- -D warnings
step 'tests' cargo test
step 'documentation' env RUSTDOCFLAGS=-Dwarnings cargo doc --no-deps --document-private-items

step 'sample site: build' cargo run -- build --out "$tmp/site"
step 'sample site: pages' node "$web/judge.mjs" "$tmp/site"
step 'sample site: feeds, sitemap, robots' "$web/.venv/bin/python" "$web/feeds.py" "$tmp/site"
step 'the judges themselves' node --test --test-reporter=spec "$web/selftest.mjs"

printf '\nEverything in %d s.\nall green\n' "$SECONDS"
