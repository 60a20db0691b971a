//! Closed lists of words: what a value may be, once for reading, labels,
//! suggestions and the guide.

/// A closed list of words an editor may write.
pub trait Vocabulary: Copy + Sized + 'static {
    /// Every word, in the order the guide shows them.
    const ALL: &'static [Self];

    /// What stands before the word in the catalogue's key of its label.
    const PREFIX: &'static str;

    /// The word as it is written in front matter.
    fn word(self) -> &'static str;

    /// Finds a word; case, accents of habit and blanks for dashes are forgiven.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim();
        let same = |word: &str| {
            word.len() == text.len()
                && word
                    .bytes()
                    .zip(text.bytes())
                    .all(|(a, b)| a == b.to_ascii_lowercase() || (a == b'-' && (b == b' ' || b == b'_')))
        };
        Self::ALL.iter().copied().find(|item| same(item.word()))
    }

    /// The catalogue's key of its label.
    fn label_key(self) -> String {
        format!("{}-{}", Self::PREFIX, self.word())
    }
}

/// The words of a vocabulary, for guides and suggestions.
pub fn words<V: Vocabulary>() -> Vec<&'static str> {
    V::ALL.iter().map(|item| item.word()).collect()
}

/// Declares an enum and its words in one place.
macro_rules! vocabulary {
    ($(#[$doc:meta])* $name:ident in $prefix:literal { $($(#[$item_doc:meta])* $item:ident = $word:literal),* $(,)? }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$item_doc])* $item),* }

        impl $crate::vocabulary::Vocabulary for $name {
            const ALL: &'static [Self] = &[$(Self::$item),*];
            const PREFIX: &'static str = $prefix;
            fn word(self) -> &'static str {
                match self { $(Self::$item => $word),* }
            }
        }
    };
}

pub(crate) use vocabulary;
