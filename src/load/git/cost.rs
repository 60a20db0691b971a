//! What objects may cost.

/// The largest object: a folder of three hundred thousand files.
pub(super) const LARGEST: usize = 16 * 1024 * 1024;

/// What an object costs beside its bytes.
pub(super) const STEP: u64 = 4096;
