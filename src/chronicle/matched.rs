//! Which part of an edition is which of the edition before.

use crate::calendar::Moment;

/// Of each thing there is now, which of those before it is: by kind and moment,
/// else by what it says it was, else by its place among those of its kind.
pub(super) fn matched(
    before: &[(&'static str, Moment)],
    now: &[(&'static str, Moment)],
    same: impl Fn(usize, usize) -> bool,
    was: impl Fn(usize) -> Option<Moment>,
) -> Vec<Option<usize>> {
    let mut known = vec![None; now.len()];
    let mut taken = vec![false; before.len()];
    let rounds: [&dyn Fn(usize, usize) -> bool; 5] = [
        &same,
        &|at, old| before[old] == now[at],
        &|at, old| before[old].0 == now[at].0 && before[old].1.date == now[at].1.date,
        &|at, old| before[old].0 == now[at].0 && was(at) == Some(before[old].1),
        &|at, old| before[old].0 == now[at].0,
    ];
    for fits in rounds {
        for (at, known) in known.iter_mut().enumerate().filter(|(_, known)| known.is_none()) {
            *known = (0..before.len()).find(|old| !taken[*old] && fits(at, *old));
            if let Some(old) = *known {
                taken[old] = true;
            }
        }
    }
    known
}
