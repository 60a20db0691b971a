//! Whether bytes are text, as they go past.

use super::Fault;

/// A text that is being read.
#[derive(Debug)]
pub(super) struct Text {
    seen: Seen,
    /// Bytes that wait for the next ones: at first for the mark of an
    /// encoding, then for the rest of a character.
    waiting: Vec<u8>,
    begun: bool,
    lines: u32,
    wide: Wide,
}

/// What a text turned out to be.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Seen {
    /// How its characters are written.
    pub(super) encoding: Encoding,
    /// The first byte no text has, and its line.
    bad: Option<(u8, u32)>,
    /// The line where it stops being UTF-8.
    not_utf8: Option<u32>,
    /// The line of a byte that Windows-1252 has no character for.
    no_letter: Option<u32>,
}

/// How characters are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Encoding {
    /// In one byte or more: UTF-8, or one of the older alphabets.
    #[default]
    Bytes,
    /// In pairs of bytes, as a mark at the beginning says.
    Utf16,
}

/// Where pairs of bytes have got to.
#[derive(Debug, Default)]
struct Wide {
    big_endian: bool,
    /// Whether the first half of a character is waiting for the second.
    half: bool,
}

impl Default for Text {
    fn default() -> Self {
        Self { seen: Seen::default(), waiting: Vec::new(), begun: false, lines: 1, wide: Wide::default() }
    }
}

impl Text {
    /// Takes the next block.
    pub(super) fn feed(&mut self, block: &[u8]) {
        // What is no text is not looked at any further.
        if self.seen.bad.is_some() {
            return;
        }
        if self.begun {
            self.take(block);
        } else {
            self.waiting.extend_from_slice(block);
            if self.waiting.len() >= 3 {
                self.begin();
            }
        }
    }

    /// What it was.
    pub(super) fn finish(mut self) -> Seen {
        if !self.begun {
            self.begin();
        }
        if !self.waiting.is_empty() || self.wide.half {
            match self.seen.encoding {
                Encoding::Bytes => {
                    self.seen.not_utf8.get_or_insert(self.lines);
                }
                Encoding::Utf16 => {
                    self.seen.bad.get_or_insert((0, self.lines));
                }
            }
        }
        self.seen
    }

    fn begin(&mut self) {
        self.begun = true;
        let first = std::mem::take(&mut self.waiting);
        match first.as_slice() {
            [0xff, 0xfe, rest @ ..] => {
                self.seen.encoding = Encoding::Utf16;
                self.take(rest);
            }
            [0xfe, 0xff, rest @ ..] => {
                (self.seen.encoding, self.wide.big_endian) = (Encoding::Utf16, true);
                self.take(rest);
            }
            [0xef, 0xbb, 0xbf, rest @ ..] => self.take(rest),
            all => self.take(all),
        }
    }

    fn take(&mut self, block: &[u8]) {
        match self.seen.encoding {
            Encoding::Bytes => self.bytes(block),
            Encoding::Utf16 => self.pairs(block),
        }
    }

    fn bytes(&mut self, block: &[u8]) {
        let line = |at: usize| self.lines.saturating_add(lines(&block[..at]));
        if let Some(at) = block.iter().position(|byte| is_control(*byte)) {
            self.seen.bad = Some((block[at], line(at)));
            return;
        }
        if self.seen.no_letter.is_none() && !block.is_ascii() {
            self.seen.no_letter = block.iter().position(|byte| NO_LETTERS.contains(byte)).map(line);
        }
        if self.seen.not_utf8.is_none() {
            let waiting = std::mem::take(&mut self.waiting);
            let joined = [waiting.as_slice(), block].concat();
            let whole = if waiting.is_empty() { block } else { &joined };
            if let Err(error) = std::str::from_utf8(whole) {
                let at = error.valid_up_to();
                if error.error_len().is_none() {
                    self.waiting = whole[at..].to_vec();
                } else {
                    self.seen.not_utf8 = Some(line(at.saturating_sub(waiting.len())));
                }
            }
        }
        self.lines = self.lines.saturating_add(lines(block));
    }

    fn pairs(&mut self, block: &[u8]) {
        let waiting = std::mem::take(&mut self.waiting);
        let mut bytes = waiting.iter().chain(block);
        while let Some(first) = bytes.next() {
            let Some(second) = bytes.next() else {
                self.waiting = vec![*first];
                return;
            };
            let (high, low) = if self.wide.big_endian { (*first, *second) } else { (*second, *first) };
            let unit = u16::from_be_bytes([high, low]);
            let bad = match unit {
                0xd800..0xdc00 => self.wide.half,
                0xdc00..0xe000 => !self.wide.half,
                0xfffe | 0xffff => true,
                _ => self.wide.half || high == 0 && is_control(low),
            };
            if bad {
                self.seen.bad = Some((low, self.lines));
                return;
            }
            self.wide.half = (0xd800..0xdc00).contains(&unit);
            self.lines = self.lines.saturating_add(u32::from(unit == u16::from(b'\n')));
        }
    }
}

impl Seen {
    /// What is wrong with it as a text, or as data, which must be in UTF-8.
    pub(super) fn fault(&self, as_data: bool) -> Option<Fault> {
        match (self.bad, self.not_utf8) {
            (Some((0x0e | 0x0f | 0x1b, line)), _) => Some(Fault::Escape(line)),
            (Some((_, line)), _) => Some(Fault::NotText(line)),
            (None, _) if as_data && self.encoding == Encoding::Utf16 => Some(Fault::NotUtf8(1)),
            (None, Some(line)) if as_data => Some(Fault::NotUtf8(line)),
            (None, Some(_)) => self.no_letter.map(Fault::NotText),
            (None, None) => None,
        }
    }
}

/// The bytes Windows-1252 has no character for.
const NO_LETTERS: [u8; 5] = [0x81, 0x8d, 0x8f, 0x90, 0x9d];

/// What no text has: controls, but for tabs and the ends of lines and pages.
fn is_control(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0x0b | 0x0e..=0x1f | 0x7f)
}

fn lines(bytes: &[u8]) -> u32 {
    u32::try_from(memchr::memchr_iter(b'\n', bytes).count()).unwrap_or(u32::MAX)
}
