//! Names that become addresses: one part of a path, and the same again.
#![no_main]

use libfuzzer_sys::fuzz_target;
use trasparente::plan::published_name;

fuzz_target!(|path: &str| {
    let name = published_name(path);
    assert!(!name.contains(['/', '\\', '\0']) && name != "." && name != "..", "{path:?} is published as {name:?}");
    assert!(!name.chars().any(char::is_control), "{path:?} is published as {name:?}");
    assert_eq!(published_name(&name), name, "{path:?} is published as {name:?}, and that as another");
});
