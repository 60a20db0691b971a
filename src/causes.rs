//! Why the system would not do something, in words.

use std::io::{Error, ErrorKind};

use crate::disk::Obstacle;
use crate::messages::Msg;

/// The commonest causes have words of their own; of the rest the number is
/// told, which whoever looks after the machine can look up.
pub fn of(cause: &Error) -> Msg {
    if let Some(obstacle) = Obstacle::of(cause) {
        return Msg::new(match obstacle {
            Obstacle::Link => "cause-link",
            Obstacle::Special => "cause-special",
            Obstacle::Name => "cause-name",
        });
    }
    let key = match cause.kind() {
        ErrorKind::NotFound => "cause-not-found",
        ErrorKind::PermissionDenied => "cause-permission",
        ErrorKind::AlreadyExists => "cause-exists",
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded | ErrorKind::FileTooLarge => "cause-full",
        ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        ErrorKind::NotADirectory => "cause-not-a-folder",
        ErrorKind::IsADirectory => "cause-a-folder",
        ErrorKind::InvalidFilename => "cause-name",
        ErrorKind::AddrInUse => "cause-address-taken",
        ErrorKind::AddrNotAvailable => "cause-no-address",
        ErrorKind::OutOfMemory => "cause-memory",
        ErrorKind::DirectoryNotEmpty => "cause-not-empty",
        ErrorKind::CrossesDevices => "cause-another-disk",
        ErrorKind::ResourceBusy | ErrorKind::ExecutableFileBusy => "cause-busy",
        _ => {
            return match cause.raw_os_error() {
                Some(number) => Msg::new("cause-number").with("number", number),
                None => Msg::new("cause-unknown"),
            };
        }
    };
    Msg::new(key)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Language};

    #[test]
    fn every_cause_has_words_and_none_is_a_librarys() {
        let catalogue = Catalogue::new(Language::Italian);
        for number in 1..200 {
            let cause = Error::from_raw_os_error(number);
            let said = catalogue.say(&of(&cause));
            assert!(!said.is_empty() && !said.starts_with("cause-") && !said.contains('@'), "{number}: {said}");
            assert!(!said.contains(&cause.to_string()), "{number}: {said}");
        }
        for obstacle in [Obstacle::Link, Obstacle::Special, Obstacle::Name] {
            assert!(!catalogue.say(&of(&obstacle.into())).starts_with("cause-"));
        }
    }
}
