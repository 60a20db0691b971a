//! Paths that cannot stand together: one twice, two that are one on disks
//! that take small and capital letters for the same, a file where another
//! needs a folder.

use std::collections::HashMap;

use crate::model::folded;

/// Two that want what only one can have, by their places among the paths.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Clash {
    /// The one that keeps it.
    pub first: usize,
    /// The one that cannot have it.
    pub second: usize,
}

/// Every path that cannot stand, with the one that is in its way. Paths have
/// no slash at their ends; they may come in any order, and of two the earlier
/// keeps what both want.
pub fn clashes<'p>(paths: impl IntoIterator<Item = &'p str>) -> Vec<Clash> {
    let paths: Vec<&str> = paths.into_iter().collect();
    let mut found = Vec::new();
    let mut names: HashMap<&str, usize> = HashMap::with_capacity(paths.len());
    // Few paths have capitals: only those can be twins of others.
    let mut capitals: HashMap<String, usize> = HashMap::new();
    for (second, path) in paths.iter().enumerate() {
        if let Some(first) = names.get(path) {
            found.push(Clash { first: *first, second });
            continue;
        }
        names.insert(path, second);
        if path.bytes().any(|b| b.is_ascii_uppercase() || !b.is_ascii()) {
            capitals.entry(folded(path)).or_insert(second);
        }
    }
    if !capitals.is_empty() {
        for (at, path) in paths.iter().enumerate() {
            let key = folded(path);
            let Some(capital) = capitals.get(&key).copied().filter(|capital| paths[*capital] != *path) else {
                continue;
            };
            if names.get(path) == Some(&at) {
                found.push(Clash { first: capital.min(at), second: capital.max(at) });
            }
        }
    }
    let file = |folder: &str| {
        let twin = || (!capitals.is_empty()).then(|| capitals.get(&folded(folder))).flatten();
        let lower = || (!capitals.is_empty()).then(|| names.get(folded(folder).as_str())).flatten();
        names.get(folder).or_else(twin).or_else(lower).copied()
    };
    // Neighbours mostly share their folder: what is above it was looked at.
    let mut looked: HashMap<&str, Option<usize>> = HashMap::new();
    for (second, path) in paths.iter().enumerate() {
        let mut above = folder(path);
        while !above.is_empty() {
            let in_the_way = *looked.entry(above).or_insert_with(|| file(above));
            if let Some(first) = in_the_way {
                found.push(Clash { first, second });
                break;
            }
            above = folder(above);
        }
    }
    found.sort_by_key(|clash| (clash.second, clash.first));
    found
}

fn folder(path: &str) -> &str {
    path.rsplit_once('/').map_or("", |(folder, _)| folder)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_keeps_what_two_want() {
        for (paths, expected) in [
            (&["a", "b"][..], &[][..]),
            (&["a", "b", "a", "a"], &[(0, 2), (0, 3)]),
            (&["a/B", "a/b"], &[(0, 1)]),
            (&["a/b", "a/B"], &[(0, 1)]),
            (&["È", "è"], &[(0, 1)]),
            (&["A", "a", "A"], &[(0, 1), (0, 2)]),
            (&["a", "a/b/c"], &[(0, 1)]),
            (&["a/b/c", "a"], &[(1, 0)]),
            (&["A", "a/b"], &[(0, 1)]),
            (&["a", "A/b"], &[(0, 1)]),
            (&["a/b", "a/c", "a/b/d"], &[(0, 2)]),
        ] {
            let found: Vec<(usize, usize)> =
                clashes(paths.iter().copied()).iter().map(|clash| (clash.first, clash.second)).collect();
            assert_eq!(found, expected, "{paths:?}");
        }
    }
}
