#!/usr/bin/env bash
# Gives every reader of the program what nobody would type: bash tests/fuzz.sh [SECONDS] [TARGET…]
# Ten minutes each if not said otherwise. What makes one fail is kept in fuzz/artifacts, and the script ends with 1.
set -euo pipefail
cd "$(dirname "$0")/../fuzz"
seconds=${1:-600}
shift || true
targets=("$@")
((${#targets[@]})) || mapfile -t targets < <(sed -n 's/^name = "\(.*\)"$/\1/p' Cargo.toml | tail -n +2)

# What `cargo fuzz` asks of the compiler, of which a stable one will do.
flags='-Cpasses=sancov-module -Cllvm-args=-sanitizer-coverage-level=4 -Cllvm-args=-sanitizer-coverage-inline-8bit-counters
-Cllvm-args=-sanitizer-coverage-pc-table -Cllvm-args=-sanitizer-coverage-trace-compares -Ccodegen-units=1 --cfg fuzzing'
host=$(rustc -vV | sed -n 's/^host: //p')
# For a target of its own: build scripts and macros need no counters.
RUSTFLAGS=$(echo $flags) cargo build --release --locked --target "$host" --bins

failed=0
for target in "${targets[@]}"; do
  mkdir -p "corpus/$target" "artifacts/$target" "found/$target"
  log=$(mktemp)
  # What is found goes to `found`; `corpus` stays as it is in the repository.
  if "target/$host/release/$target" -max_total_time="$seconds" -max_len=8192 -timeout=25 -rss_limit_mb=4096 -verbosity=1 \
    -artifact_prefix="artifacts/$target/" -dict="dictionaries/$target.txt" -print_final_stats=1 "found/$target" "corpus/$target" > "$log" 2>&1; then
    verdict=ok
  else
    verdict=FAILED
    failed=1
    grep -v '^#' "$log" | tail -n 40
  fi
  count=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
  printf '%-13s %-6s %s executions, %s inputs found, %s failures kept\n' "$target" "$verdict" "${count:-0}" \
    "$(find "found/$target" -type f | wc -l)" "$(find "artifacts/$target" -type f | wc -l)"
  rm -f "$log"
done
exit "$failed"
