#!/usr/bin/env bash
# Every test of the project, from nothing: installs what they need, then checks the program and the sites it builds, in both themes.
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

# build OUT OPTION…: a site, with the program just tested. The moment is fixed where a judge knows what is true then.
build() {
  local out=$1
  shift
  cargo run --quiet -- build --quiet --out "$tmp/$out" "$@"
}

# judge SITE OPTION…: what its pages are like.
judge() {
  local site=$1
  shift
  node "$web/judge.mjs" "$tmp/$site" "$@"
}

# A section of 5,000 notices; of its 250 list pages the first, middle and last are looked at.
crowd() {
  local section=/provvedimenti/provvedimenti-dirigenti/
  node tests/sites_web/molti.mjs "$tmp/molti-content" &&
    build molti --content "$tmp/molti-content" --as-of "$moment" &&
    judge molti --only boxes --pages "$section,${section}pagina/125/,${section}pagina/250/"
}

moment='01/03/2026 ore 10'
odd=tests/sites_web/smisurato/content
clocks=tests/sites_web/scadenze/content

step 'sample site: build' build site
step 'sample site: pages' judge site
step 'sample site: search' judge site --only search
step 'sample site: what machines read' "$web/.venv/bin/python" "$web/machines.py" "$tmp/site"

step 'theme italia: its packages' npm ci --prefix themes/italia --ignore-scripts --no-audit --no-fund --loglevel=error
step 'theme italia: build' build italia --theme italia
step 'theme italia: pages' judge italia --theme italia --sample 24

step 'odd content: check' cargo run --quiet -- check --quiet --content "$odd" --as-of "$moment"
step 'odd content: build' build odd --content "$odd" --as-of "$moment"
step 'odd content: boxes' judge odd --only boxes,reflow,feedback --content "$odd"
step 'odd content: build, theme italia' build odd-italia --content "$odd" --as-of "$moment" --theme italia
step 'odd content: boxes, theme italia' judge odd-italia --theme italia --only boxes,reflow --content "$odd"
step 'a section of 5,000 notices' crowd

step 'states and clocks: build' build clocks --content "$clocks" --as-of "$moment"
step 'states and clocks: pages' judge clocks --only state,feedback --content "$clocks"
step 'states and clocks: build, theme italia' build clocks-italia --content "$clocks" --as-of "$moment" --theme italia
step 'states and clocks: pages, theme italia' judge clocks-italia --theme italia --only state --content "$clocks"

step 'the judges of what machines read themselves' "$web/.venv/bin/python" "$web/machine/selftest.py"
step 'the judges themselves' node --test --test-reporter=spec "$web/selftest.mjs"

printf '\nEverything in %d s.\nall green\n' "$SECONDS"
