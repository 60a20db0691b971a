//! What is asked of whoever reads a page: how clear it is, from one to five
//! stars, and then what made it so. The questions are those of the model for
//! municipal sites (criterion C.SI.2.5), word by word.

use crate::vocabulary::{Vocabulary, vocabulary};

/// How many characters the details may have, counted as browsers do.
pub const DETAILS: usize = 200;

vocabulary! {
    /// What is asked after the stars.
    FollowUp in "followup" {
        /// After one to three stars: what was difficult.
        Difficulties = "difficolta",
        /// After four or five: what was good.
        Merits = "pregi",
    }
}

vocabulary! {
    /// What may have been difficult.
    Difficulty in "difficulty" {
        /// Directions were unclear.
        Unclear = "poco-chiare",
        /// Directions were incomplete.
        Incomplete = "incomplete",
        /// It was not clear whether one was doing it right.
        Unsure = "incerto",
        /// Something did not work.
        Technical = "problemi-tecnici",
        /// Something else.
        Other = "altro",
    }
}

vocabulary! {
    /// What may have been good.
    Merit in "merit" {
        /// Directions were clear.
        Clear = "chiare",
        /// Directions were complete.
        Complete = "complete",
        /// It was clear that one was doing it right.
        Sure = "sicuro",
        /// Everything worked.
        Working = "nessun-problema-tecnico",
        /// Something else.
        Other = "altro",
    }
}

/// How clear a page is: one to five stars.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Stars(u8);

impl Stars {
    /// One to five stars; there are no others.
    pub fn new(stars: u8) -> Option<Self> {
        (1..=5).contains(&stars).then_some(Self(stars))
    }

    /// How many.
    pub fn get(self) -> u8 {
        self.0
    }

    /// What is asked next.
    pub fn follow_up(self) -> FollowUp {
        if self.0 <= 3 { FollowUp::Difficulties } else { FollowUp::Merits }
    }
}

impl FollowUp {
    /// The catalogue's keys of the five answers, in the order of the form: an
    /// answer is stored as its place here, from 1.
    pub fn answers(self) -> Vec<String> {
        fn labels<V: Vocabulary>() -> Vec<String> {
            V::ALL.iter().map(|word| word.label_key()).collect()
        }
        match self {
            Self::Difficulties => labels::<Difficulty>(),
            Self::Merits => labels::<Merit>(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::messages::{Catalogue, Language};

    #[test]
    fn three_stars_are_a_difficulty() {
        let asked = [1, 2, 3, 4, 5].map(|stars| Stars::new(stars).map(Stars::follow_up));
        let [low, high] = [Some(FollowUp::Difficulties), Some(FollowUp::Merits)];
        assert_eq!(asked, [low, low, low, high, high]);
        assert_eq!([0, 6, 255].map(Stars::new), [None; 3]);
    }

    #[test]
    fn each_question_has_five_answers_with_words() {
        for language in Language::ALL {
            let catalogue = Catalogue::new(language);
            for question in FollowUp::ALL {
                assert!(catalogue.find(&question.label_key()).is_some(), "{question:?}");
                assert_eq!(question.answers().len(), 5);
                assert!(question.answers().iter().all(|key| catalogue.find(key).is_some()), "{question:?}");
            }
        }
    }
}
