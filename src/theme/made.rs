//! Texts made of pieces of others, that know where each piece came from.

/// A text made of pieces of another.
#[derive(Debug, Default)]
pub(super) struct Made {
    text: String,
    pieces: Vec<Piece>,
}

/// A stretch of what was made.
#[derive(Debug, Clone, Copy)]
struct Piece {
    /// The byte at which it begins.
    at: usize,
    /// The byte of the other text it stands for.
    from: usize,
    /// How much of it was copied: none of what was put in.
    copied: usize,
}

impl Made {
    /// Copies a piece that begins at a byte of the other text.
    pub(super) fn copy(&mut self, piece: &str, from: usize) {
        if piece.is_empty() {
            return;
        }
        let at = self.text.len();
        self.text.push_str(piece);
        match self.pieces.last_mut() {
            Some(last) if last.at + last.copied == at && last.from + last.copied == from => last.copied += piece.len(),
            _ => self.pieces.push(Piece { at, from, copied: piece.len() }),
        }
    }

    /// Puts in what the other text does not have, to be looked for at one of
    /// its bytes.
    pub(super) fn put(&mut self, text: &str, from: usize) {
        self.pieces.push(Piece { at: self.text.len(), from, copied: 0 });
        self.text.push_str(text);
    }

    /// What was made.
    pub(super) fn text(&self) -> &str {
        &self.text
    }

    /// The byte of the other text that a byte of this one came from.
    pub(super) fn origin(&self, at: usize) -> usize {
        match self.pieces[..self.pieces.partition_point(|piece| piece.at <= at)].last() {
            Some(piece) => piece.from + (at - piece.at).min(piece.copied),
            None => 0,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_byte_is_found_again() {
        let other = "uno  due tre";
        let mut made = Made::default();
        made.copy("uno", 0);
        made.copy(" ", 3);
        made.copy("due", 5);
        made.put("(qui)", 8);
        made.copy(" tre", 8);
        assert_eq!(made.text(), "uno due(qui) tre");
        for word in ["uno", "due", "tre"] {
            let at = made.text().find(word).expect("it is there");
            assert_eq!(made.origin(at), other.find(word).expect("it is there"), "{word}");
        }
        assert_eq!(made.origin(made.text().find("qui").expect("it is there")), 8);
        assert_eq!(made.origin(made.text().len()), other.len());
        assert_eq!(Made::default().origin(0), 0);
    }
}
