//! How often one visitor may rate: a bucket of tokens for each, kept in
//! memory only.
//!
//! Addresses are not kept, not even scrambled: a keyed hash of the address,
//! with a key made at start, chooses one of a fixed number of buckets. Two
//! visitors may share one, and memory is bounded whoever knocks.

use std::hash::{BuildHasher, RandomState};
use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::Instant as Tick;

/// So many ratings at once…
const BURST: u64 = 20;

/// …and then one every so many milliseconds.
const INTERVAL: u64 = 3_000;

/// Half a megabyte in all.
const BUCKETS: usize = 64 * 1024;

/// The buckets. Each is the moment at which it will be full again, in
/// milliseconds from the start.
pub(super) struct Pace {
    key: RandomState,
    started: Tick,
    full_at: Mutex<Vec<u64>>,
}

impl Pace {
    pub(super) fn new() -> Self {
        Self { key: RandomState::new(), started: Tick::now(), full_at: Mutex::new(vec![0; BUCKETS]) }
    }

    /// Takes a token, or says after how many seconds there will be one.
    pub(super) fn admit(&self, visitor: IpAddr) -> Result<(), u64> {
        self.admit_at(visitor, u64::try_from(self.started.elapsed().as_millis()).unwrap_or(u64::MAX))
    }

    fn admit_at(&self, visitor: IpAddr, now: u64) -> Result<(), u64> {
        let bucket = usize::try_from(self.key.hash_one(household(visitor)) % BUCKETS as u64).unwrap_or(0);
        let mut full_at = self.full_at.lock().unwrap_or_else(PoisonError::into_inner);
        let then = full_at[bucket].max(now) + INTERVAL;
        let waits = (then - now).saturating_sub(BURST * INTERVAL);
        if waits > 0 {
            return Err(waits.div_ceil(1_000));
        }
        full_at[bucket] = then;
        Ok(())
    }
}

/// Who has one address of IPv6 has the 2⁶⁴ beside it.
fn household(address: IpAddr) -> u128 {
    match address.to_canonical() {
        IpAddr::V4(address) => u128::from(address.to_bits()),
        IpAddr::V6(address) => address.to_bits() >> 64 << 64,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn address(text: &str) -> IpAddr {
        text.parse().expect("an address")
    }

    #[test]
    fn a_burst_and_then_one_at_a_time() {
        let pace = Pace::new();
        let visitor = address("203.0.113.7");
        for _ in 0..BURST {
            assert_eq!(pace.admit_at(visitor, 1_000), Ok(()));
        }
        assert_eq!(pace.admit_at(visitor, 1_000), Err(3));
        assert_eq!(pace.admit_at(visitor, 3_500), Err(1));
        assert_eq!(pace.admit_at(visitor, 4_000), Ok(()));
        assert_eq!(pace.admit_at(visitor, 4_000), Err(3));
        for _ in 0..BURST {
            assert_eq!(pace.admit_at(visitor, 1_000_000), Ok(()));
        }
    }

    #[test]
    fn a_network_of_ipv6_is_one_visitor() {
        assert_eq!(household(address("2001:db8::1")), household(address("2001:db8::2:3")));
        assert_ne!(household(address("2001:db8::1")), household(address("2001:db8:0:1::1")));
        assert_eq!(household(address("::ffff:203.0.113.7")), household(address("203.0.113.7")));
    }
}
