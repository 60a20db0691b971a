//! The database: one table of ratings in one file.
//!
//! An answer is accepted once it is committed and synced to disk
//! (`synchronous=FULL`, write-ahead log), so a kill or a power cut takes back
//! nothing that was accepted. The table itself refuses what the checks before
//! it should have.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::{Connection, ErrorCode, OpenFlags, TransactionBehavior, params};

use super::answer::Answer;
use super::place::{self, Place, Standing, Unfit};
use crate::calendar::Instant;
use crate::messages::Msg;
use crate::model::Stars;

/// Marks the file as ours: `Tras`.
const APPLICATION: i64 = 0x5472_6173;

/// Grows when the table changes.
const VERSION: i64 = 1;

/// How long another program may hold the database.
const PATIENCE: Duration = Duration::from_secs(5);

const SCHEMA: &str = "
CREATE TABLE valutazioni (
  id INTEGER PRIMARY KEY,
  momento INTEGER NOT NULL CHECK (momento % 60 = 0),
  pagina TEXT NOT NULL CHECK (pagina GLOB '/*' AND length(pagina) <= 300),
  voto INTEGER NOT NULL CHECK (voto BETWEEN 1 AND 5),
  risposta INTEGER CHECK (risposta BETWEEN 1 AND 5),
  testo TEXT CHECK (length(testo) BETWEEN 1 AND 1000)
) STRICT;
CREATE INDEX valutazioni_per_momento ON valutazioni (momento);
";

/// A rating and when it was given, to the minute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// When, to the minute.
    pub moment: Instant,
    /// What.
    pub answer: Answer,
}

/// Why the database is of no use.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StoreError(Msg);

impl StoreError {
    /// What to tell.
    pub fn msg(&self) -> &Msg {
        &self.0
    }
}

/// The database, open.
pub struct Store {
    connection: Connection,
    path: PathBuf,
    place: Place,
}

impl Store {
    /// Opens a database to add to it, making it if there is none.
    pub fn open(path: &Path) -> Result<Self, StoreError> {
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
        if let Some(folder) = folder.filter(|folder| !folder.is_dir()) {
            return Err(StoreError(Msg::new("feedback-no-folder").with("path", folder.display())));
        }
        let mut store = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_CREATE)?;
        store.prepare().map_err(|error| told(path, &error))??;
        store.place.remember();
        Ok(store)
    }

    /// Opens a database to read it.
    pub fn read(path: &Path) -> Result<Self, StoreError> {
        if !path.exists() {
            return Err(StoreError(Msg::new("feedback-no-file").with("path", path.display())));
        }
        let store = Self::connect(path, OpenFlags::SQLITE_OPEN_READ_ONLY)?;
        match store.kind().map_err(|error| told(path, &error))? {
            Kind::Ours(VERSION) => Ok(store),
            Kind::Ours(version) => Err(store.newer(version)),
            Kind::Empty | Kind::Other => Err(StoreError(Msg::new("feedback-not-ours").with("path", path.display()))),
        }
    }

    #[expect(clippy::disallowed_methods, reason = "this is where the database is opened")]
    fn connect(path: &Path, flags: OpenFlags) -> Result<Self, StoreError> {
        if path.is_dir() {
            return Err(StoreError(Msg::new("feedback-is-folder").with("path", path.display())));
        }
        let file = place::resolved(path).map_err(|error| {
            StoreError(Msg::new("feedback-cannot-open").with("path", path.display()).with("cause", error))
        })?;
        match place::unfit(&file) {
            Some(Unfit::Link) => return Err(StoreError(Msg::new("feedback-link").with("path", path.display()))),
            Some(Unfit::Special) => return Err(StoreError(Msg::new("feedback-special").with("path", path.display()))),
            None => {}
        }
        let flags = flags | OpenFlags::SQLITE_OPEN_NO_MUTEX | OpenFlags::SQLITE_OPEN_NOFOLLOW;
        let connection = Connection::open_with_flags(&file, flags).map_err(|error| told(path, &error))?;
        connection.busy_timeout(PATIENCE).map_err(|error| told(path, &error))?;
        Ok(Self { connection, path: path.to_owned(), place: Place::new(&file) })
    }

    /// Makes the table in a new file; looks whether an old one is ours.
    fn prepare(&mut self) -> rusqlite::Result<Result<(), StoreError>> {
        // SQLite opens a file it may not write to as if nothing were amiss.
        if self.connection.is_readonly("main")? {
            return Ok(Err(StoreError(Msg::new("feedback-read-only").with("path", self.path.display()))));
        }
        match self.kind()? {
            Kind::Empty | Kind::Ours(VERSION) => {}
            Kind::Ours(version) => return Ok(Err(self.newer(version))),
            Kind::Other => {
                return Ok(Err(StoreError(Msg::new("feedback-not-ours").with("path", self.path.display()))));
            }
        }
        // Where there can be no log beside the file (some network drives),
        // SQLite keeps its old journal, which is as safe.
        self.connection.query_row("PRAGMA journal_mode = WAL", [], |_| Ok(()))?;
        self.connection.execute_batch("PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;")?;
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another receiver may have been faster.
        if kind(&transaction)? == Kind::Empty {
            transaction.execute_batch(SCHEMA)?;
            transaction.pragma_update(None, "application_id", APPLICATION)?;
            transaction.pragma_update(None, "user_version", VERSION)?;
        }
        transaction.commit()?;
        Ok(Ok(()))
    }

    fn kind(&self) -> rusqlite::Result<Kind> {
        kind(&self.connection)
    }

    fn newer(&self, version: i64) -> StoreError {
        StoreError(Msg::new("feedback-newer").with("path", self.path.display()).with("version", version))
    }

    /// Whether what is added is added to the file of that name; if not, the
    /// database has to be opened again.
    pub(super) fn is_in_place(&mut self) -> Result<bool, StoreError> {
        match self.place.standing() {
            Standing::InPlace => Ok(true),
            // What it holds goes, as it is closed, to wherever its file is now.
            Standing::Moved => Ok(false),
            Standing::LogLost => {
                // The log is still open, and what is in it goes into the file.
                let _ = self.connection.query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |_| Ok(()));
                Ok(false)
            }
            Standing::Touched => {
                Self::sound(&self.path)?;
                self.place.remember();
                Ok(true)
            }
        }
    }

    /// Whether a file that somebody wrote in is still a database of ours.
    fn sound(path: &Path) -> Result<(), StoreError> {
        let store = Self::read(path)?;
        let said = store.connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0));
        match said.map_err(|error| told(path, &error))?.as_str() {
            "ok" => Ok(()),
            said => Err(StoreError(Msg::new("feedback-damaged").with("path", path.display()).with("cause", said))),
        }
    }

    /// Adds ratings, all or none; once it returns they are on disk, in the
    /// file of that name.
    pub(super) fn keep(&mut self, entries: &[Entry]) -> Result<(), StoreError> {
        self.insert(entries).map_err(|error| told(&self.path, &error))?;
        match self.place.standing() {
            Standing::InPlace | Standing::Touched => {
                self.place.remember();
                Ok(())
            }
            Standing::Moved | Standing::LogLost => {
                Err(StoreError(Msg::new("feedback-replaced").with("path", self.path.display())))
            }
        }
    }

    fn insert(&mut self, entries: &[Entry]) -> rusqlite::Result<()> {
        let transaction = self.connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        let sql = "INSERT INTO valutazioni (momento, pagina, voto, risposta, testo) VALUES (?1, ?2, ?3, ?4, ?5)";
        let mut insert = transaction.prepare(sql)?;
        for Entry { moment, answer } in entries {
            insert.execute(params![moment.unix(), answer.page, answer.stars.get(), answer.choice, answer.text])?;
        }
        drop(insert);
        transaction.commit()
    }

    /// Whether it answers; after a failure, whether it can be written to.
    pub(super) fn ask(&self, after_failure: bool) -> Result<(), StoreError> {
        let asked = if after_failure {
            // The same number again, which is a page on disk.
            self.connection.pragma_update(None, "user_version", VERSION)
        } else {
            self.connection.query_row("SELECT count(*) FROM valutazioni WHERE id < 0", [], |_| Ok(()))
        };
        asked.map_err(|error| told(&self.path, &error))
    }

    /// Moves what the log holds into the file itself, where copies look for
    /// it. It can wait: a failure loses nothing.
    pub(super) fn tidy(&mut self) {
        if self.place.standing() == Standing::InPlace {
            let _ = self.connection.query_row("PRAGMA wal_checkpoint(PASSIVE)", [], |_| Ok(()));
            self.place.remember();
        }
    }

    /// Hands out the ratings from an instant to before another, in order.
    pub fn each(&self, from: Instant, to: Instant, mut take: impl FnMut(Entry)) -> Result<(), StoreError> {
        let mut walk = || -> rusqlite::Result<()> {
            let sql = "SELECT momento, pagina, voto, risposta, testo FROM valutazioni \
                       WHERE momento >= ?1 AND momento < ?2 ORDER BY momento, id";
            let mut statement = self.connection.prepare(sql)?;
            let mut rows = statement.query(params![from.unix(), to.unix()])?;
            while let Some(row) = rows.next()? {
                let stars: u8 = row.get(2)?;
                // The table holds no others.
                let Some(stars) = Stars::new(stars) else { continue };
                let choice: Option<u8> = row.get(3)?;
                let answer = Answer {
                    page: row.get(1)?,
                    stars,
                    choice: choice.filter(|choice| (1..=5).contains(choice)),
                    text: row.get(4)?,
                };
                take(Entry { moment: Instant::from_unix(row.get(0)?), answer });
            }
            Ok(())
        };
        walk().map_err(|error| told(&self.path, &error))
    }
}

/// What a database is.
#[derive(PartialEq, Eq)]
enum Kind {
    /// New.
    Empty,
    /// Ours, of a version.
    Ours(i64),
    /// Another program's.
    Other,
}

fn kind(connection: &Connection) -> rusqlite::Result<Kind> {
    let number = |sql: &str| connection.query_row(sql, [], |row| row.get::<_, i64>(0));
    if number("PRAGMA application_id")? == APPLICATION {
        return Ok(Kind::Ours(number("PRAGMA user_version")?));
    }
    let tables = number("SELECT count(*) FROM sqlite_schema")?;
    Ok(if tables == 0 { Kind::Empty } else { Kind::Other })
}

/// The commonest causes have words of their own; the rest say what the
/// database says.
fn told(path: &Path, error: &rusqlite::Error) -> StoreError {
    let key = match error.sqlite_error_code() {
        Some(ErrorCode::NotADatabase) => "feedback-not-a-database",
        Some(ErrorCode::DatabaseCorrupt) => "feedback-damaged",
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => "feedback-busy",
        Some(ErrorCode::DiskFull) => "feedback-full",
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => "feedback-read-only",
        Some(ErrorCode::CannotOpen) => "feedback-cannot-open",
        Some(ErrorCode::SystemIoFailure) => "feedback-disk",
        _ => "feedback-database",
    };
    StoreError(Msg::new(key).with("path", path.display()).with("cause", error))
}
