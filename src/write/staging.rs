//! Where changed files wait until all of them are there.
//!
//! A folder of our own in the output folder, so that putting a file in its
//! place is renaming: a disk that fills, a name that cannot be, a killed
//! build leave the site as it was. Inside it the files lie as they will on
//! line, so that a name the disk would refuse is refused here, and a folder
//! that is not on line yet gets there whole, at one stroke.

use std::fs::File;
use std::io::{self, Write};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};

use rayon::prelude::*;

use super::folder::Folder;
use super::{Fault, Step, Told, WriteError};
use crate::disk::{self, There, Way};
use crate::model::STAGING;

/// Where in it the files of the site are.
const SITE: &str = "sito";

/// The list of what was and will be ours, for while files change places.
pub(super) const LIST_BEFORE: &str = "elenco-durante";

/// The list of what is ours when all is done.
pub(super) const LIST_AFTER: &str = "elenco-dopo";

/// Files that wait.
pub(super) struct Staging<'a> {
    folder: &'a Folder,
    told: &'a Told<'a>,
    /// The folder they wait in, made for the first of them.
    at: Mutex<Option<disk::Folder>>,
    /// How many files were put in their place.
    placed: AtomicUsize,
}

/// The way into the site and into where its files wait, for one thread.
pub(super) struct Hands {
    pub(super) site: Way,
    staged: Option<Way>,
}

impl<'a> Staging<'a> {
    /// Clears away what a killed build left waiting. Whatever else stands
    /// under the name of our folder is somebody's, and stays.
    pub(super) fn begin(folder: &'a Folder, told: &'a Told<'a>) -> Result<Self, WriteError> {
        let staging = Self { folder, told, at: Mutex::new(None), placed: AtomicUsize::new(0) };
        match folder.way().look(STAGING) {
            Ok(There::Nothing) => Ok(staging),
            Ok(There::Folder) => staging.clear().map(|()| staging).map_err(folder.failed(STAGING)),
            Ok(There::File | There::Other(_)) => Err(folder.error(STAGING, Fault::Stranger)),
            Err(error) => Err(folder.unread(STAGING)(error)),
        }
    }

    /// Takes the folder away. One that stays is cleared by the next build.
    pub(super) fn end(&self) {
        let made = self.at.lock().unwrap_or_else(PoisonError::into_inner).take().is_some();
        if made {
            let _ = self.clear();
        }
    }

    #[expect(clippy::disallowed_methods, reason = "the folder is ours alone")]
    fn clear(&self) -> io::Result<()> {
        self.folder.way().parent(STAGING).and_then(|(dir, name)| dir.remove_dir_all(name))
    }

    pub(super) fn hands(&self) -> Hands {
        Hands { site: self.folder.way(), staged: None }
    }

    pub(super) fn tell(&self, step: Step<'_>) {
        (self.told)(step);
    }

    /// The way into the folder, which is made for the first who asks.
    fn way<'h>(&self, hands: &'h mut Hands) -> io::Result<&'h mut Way> {
        if hands.staged.is_none() {
            let mut at = self.at.lock().unwrap_or_else(PoisonError::into_inner);
            if at.is_none() {
                self.folder.way().make(STAGING)?;
                *at = Some(self.folder.below(STAGING)?);
            }
            hands.staged = at.as_ref().map(disk::Folder::way);
        }
        hands.staged.as_mut().ok_or_else(|| io::ErrorKind::NotFound.into())
    }

    /// Writes a file that will be at `path`; `fill` writes what is in it.
    pub(super) fn put<T>(
        &self,
        hands: &mut Hands,
        path: &str,
        fill: impl FnOnce(&mut File) -> io::Result<T>,
    ) -> Result<T, WriteError> {
        let filled = self.write(hands, &format!("{SITE}/{path}"), fill).map_err(self.folder.failed(path))?;
        self.tell(Step::Staged(path));
        Ok(filled)
    }

    /// Writes a list of ours.
    pub(super) fn list(&self, hands: &mut Hands, name: &str, text: &str) -> Result<(), WriteError> {
        self.write(hands, name, |file| file.write_all(text.as_bytes())).map_err(self.folder.failed(name))?;
        self.tell(Step::Staged(name));
        Ok(())
    }

    fn write<T>(&self, hands: &mut Hands, path: &str, fill: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<T> {
        let way = self.way(hands)?;
        if let Some((folder, _)) = path.rsplit_once('/') {
            way.make(folder)?;
        }
        fill(&mut way.create(path)?)
    }

    /// Puts a list in the place of the former one.
    pub(super) fn place_list(&self, hands: &mut Hands, name: &str, path: &str) -> Result<(), WriteError> {
        self.rename(hands, name, path).map_err(self.folder.failed(path))
    }

    /// How many files were put in their place so far.
    pub(super) fn placed(&self) -> usize {
        self.placed.load(Ordering::Relaxed)
    }

    /// Puts files in their places, given in path order: first every folder
    /// that is new, whole, then the others.
    pub(super) fn place(&self, hands: &mut Hands, paths: &[&str]) -> Result<(), WriteError> {
        let single = self.place_folders(hands, paths)?;
        single.par_iter().with_max_len(64).try_for_each_init(
            || self.hands(),
            |hands, path| {
                self.rename(hands, &format!("{SITE}/{path}"), path).map_err(self.folder.failed(path))?;
                self.placed.fetch_add(1, Ordering::Relaxed);
                Ok(())
            },
        )
    }

    /// Puts in place every folder that is not on line yet; gives the files
    /// that go into folders that are.
    fn place_folders<'p>(&self, hands: &mut Hands, paths: &[&'p str]) -> Result<Vec<&'p str>, WriteError> {
        let mut single = Vec::new();
        let mut last: Option<&str> = None;
        for path in paths {
            if last.is_some_and(|folder| path.strip_prefix(folder).is_some_and(|rest| rest.starts_with('/'))) {
                self.placed.fetch_add(1, Ordering::Relaxed);
                continue;
            }
            let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
            let missing = folders
                .into_iter()
                .find(|folder| hands.site.folder(folder).is_err_and(|error| error.kind() == io::ErrorKind::NotFound));
            match missing {
                Some(folder) => {
                    self.rename(hands, &format!("{SITE}/{folder}"), folder).map_err(self.folder.failed(folder))?;
                    self.placed.fetch_add(1, Ordering::Relaxed);
                    last = Some(folder);
                }
                None => single.push(*path),
            }
        }
        Ok(single)
    }

    /// Moves what waits to where it goes, at one stroke: whoever looks sees
    /// the old one or the new one.
    #[expect(clippy::disallowed_methods, reason = "this is where the site changes")]
    fn rename(&self, hands: &mut Hands, from: &str, to: &str) -> io::Result<()> {
        self.way(hands)?;
        let Hands { site, staged: Some(staged) } = hands else { return Err(io::ErrorKind::NotFound.into()) };
        let (source, name) = staged.parent(from)?;
        let (target, new_name) = site.parent(to)?;
        source.rename(name, target, new_name).or_else(|error| {
            // A folder in the way is one a former edition left empty.
            target.remove_dir(new_name).map_err(|_| error)?;
            source.rename(name, target, new_name)
        })?;
        staged.forget(from);
        self.tell(Step::Placed(to));
        Ok(())
    }
}
