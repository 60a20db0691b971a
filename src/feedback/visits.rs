//! Who is connected. So many at once; then whoever has taken longest to say
//! what they want is sent off, first among those who hold the most
//! connections, so that nobody shuts others out by never finishing.

use std::collections::{BTreeMap, HashMap};
use std::net::IpAddr;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::Semaphore;
use tokio::task::AbortHandle;

/// Set once all of a request has been read: from then on the visit ends with
/// an answer, since what it brought may be on its way to the disk.
#[derive(Debug, Clone, Default)]
pub(super) struct Heard(Arc<AtomicBool>);

impl Heard {
    pub(super) fn is_all(&self) {
        self.0.store(true, Ordering::Relaxed);
    }
}

struct Visit {
    peer: IpAddr,
    heard: Heard,
    task: AbortHandle,
}

/// The visits under way, older ones first.
pub(super) struct Visits {
    places: Arc<Semaphore>,
    open: Arc<Mutex<BTreeMap<u64, Visit>>>,
    last: u64,
}

impl Visits {
    /// Room for so many.
    pub(super) fn new(most: usize) -> Self {
        Self { places: Arc::new(Semaphore::new(most)), open: Arc::default(), last: 0 }
    }

    /// Lets a visitor in, sending another off if there is no room. Waits only
    /// if everybody has been heard and is about to be answered.
    pub(super) async fn admit<F>(&mut self, peer: IpAddr, visit: impl FnOnce(Heard) -> F)
    where
        F: Future<Output = ()> + Send + 'static,
    {
        if self.places.available_permits() == 0 {
            send_one_off(&mut lock(&self.open));
        }
        let place = Arc::clone(&self.places).acquire_owned().await;
        self.last += 1;
        let (number, heard) = (self.last, Heard::default());
        let visit = visit(heard.clone());
        let end = End { number, open: Arc::clone(&self.open) };
        let task = tokio::spawn(async move {
            let _here = (place, end);
            visit.await;
        });
        if !task.is_finished() {
            lock(&self.open).insert(number, Visit { peer, heard, task: task.abort_handle() });
        }
    }
}

/// Takes a visit off the list, however it ends.
struct End {
    number: u64,
    open: Arc<Mutex<BTreeMap<u64, Visit>>>,
}

impl Drop for End {
    fn drop(&mut self) {
        lock(&self.open).remove(&self.number);
    }
}

fn lock(open: &Mutex<BTreeMap<u64, Visit>>) -> MutexGuard<'_, BTreeMap<u64, Visit>> {
    open.lock().unwrap_or_else(PoisonError::into_inner)
}

fn send_one_off(open: &mut BTreeMap<u64, Visit>) {
    let unheard = || open.iter().filter(|(_, visit)| !visit.heard.0.load(Ordering::Relaxed));
    let mut held: HashMap<IpAddr, usize> = HashMap::new();
    for (_, visit) in unheard() {
        *held.entry(visit.peer).or_default() += 1;
    }
    let most = held.values().max().copied().unwrap_or_default();
    let oldest = unheard().find(|(_, visit)| held.get(&visit.peer) == Some(&most)).map(|(number, _)| *number);
    if let Some(visit) = oldest.and_then(|number| open.remove(&number)) {
        visit.task.abort();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_holds_most_and_was_not_heard_goes_first_and_who_was_heard_stays() {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
        runtime.block_on(async {
            let mut visits = Visits::new(4);
            let [honest, greedy]: [IpAddr; 2] = [[203, 0, 113, 1].into(), [203, 0, 113, 2].into()];
            let never = |heard: Heard, is_heard: bool| {
                if is_heard {
                    heard.is_all();
                }
                std::future::pending()
            };
            for (peer, is_heard) in [(honest, false), (greedy, true), (greedy, false), (greedy, false)] {
                visits.admit(peer, |heard| never(heard, is_heard)).await;
            }
            let here = |visits: &Visits| lock(&visits.open).keys().copied().collect::<Vec<_>>();
            assert_eq!(here(&visits), [1, 2, 3, 4]);
            visits.admit(honest, |heard| never(heard, false)).await;
            assert_eq!(here(&visits), [1, 2, 4, 5], "the oldest that was not heard of who holds most");
            visits.admit(greedy, |heard| never(heard, false)).await;
            assert_eq!(here(&visits), [2, 4, 5, 6]);
        });
    }
}
