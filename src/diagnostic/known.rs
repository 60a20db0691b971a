//! What may have been meant by a word that is not known, at a cost that does
//! not grow with how many are wrong.

use std::collections::HashMap;

/// How many different words of one question get a suggestion: nobody reads
/// on, and the findings are there all the same.
const ANSWERS: usize = 100;

/// How many steps the suggestions of one question may take together; a step
/// compares two letters.
const STEPS: usize = 50_000_000;

/// How many steps a single suggestion may take where questions are asked of
/// many files at once and share nothing.
const STEPS_ALONE: usize = 500_000;

/// How much of a word is compared.
const LETTERS: usize = 80;

/// Words one of which may have been meant, made ready once.
#[derive(Debug, Default)]
pub struct Known {
    words: Vec<Word>,
    /// The places of the words of each length, in order.
    of_length: Vec<Vec<usize>>,
}

/// A word ready to be compared.
#[derive(Debug)]
struct Word {
    /// Its first letters, in lower case.
    letters: Box<[char]>,
    /// Which letters there are: two words apart by `n` changes differ in at
    /// most `2n` of these.
    marks: u64,
    /// How many changes leave it recognisable: a third of its letters.
    tolerance: usize,
}

/// What was asked so far, so that no word is looked for twice, and what may
/// still be asked.
#[derive(Debug)]
pub struct Asked {
    answers: HashMap<(usize, String), Option<usize>>,
    left: usize,
    steps: usize,
}

impl Default for Asked {
    fn default() -> Self {
        Self { answers: HashMap::new(), left: ANSWERS, steps: STEPS }
    }
}

impl Asked {
    /// How many steps were taken.
    #[cfg(test)]
    pub(crate) fn taken(&self) -> usize {
        STEPS - self.steps
    }
}

impl Word {
    fn new(text: &str) -> Self {
        let mut letters: Vec<char> = text.chars().take(LETTERS).flat_map(char::to_lowercase).collect();
        letters.truncate(LETTERS);
        let marks = letters.iter().fold(0, |marks, letter| marks | 1 << (u32::from(*letter) % 64));
        let tolerance = letters.len().max(3) / 3;
        Self { letters: letters.into(), marks, tolerance }
    }
}

impl Known {
    /// Makes words ready.
    pub fn new<'w>(words: impl IntoIterator<Item = &'w str>) -> Self {
        let words: Vec<Word> = words.into_iter().map(Word::new).collect();
        let mut of_length = vec![Vec::new(); LETTERS + 1];
        for (at, word) in words.iter().enumerate() {
            of_length[word.letters.len()].push(at);
        }
        Self { words, of_length }
    }

    /// The place of the word nearest to `typed`, if one is near enough to be
    /// what was meant: at most a third of its letters differ.
    pub fn nearest(&self, typed: &str) -> Option<usize> {
        self.search(typed, None, &mut STEPS_ALONE.clone())
    }

    /// The same for one of many questions, leaving the word at `except` out
    /// of consideration. Of those asked together only the first hundred
    /// different ones are looked for; `of` tells apart the lists asked about.
    pub fn nearest_of_many(&self, typed: &str, of: usize, except: Option<usize>, asked: &mut Asked) -> Option<usize> {
        let key = (of, typed.to_owned());
        if let Some(answer) = asked.answers.get(&key) {
            return *answer;
        }
        asked.left = asked.left.checked_sub(1)?;
        let answer = self.search(typed, except, &mut asked.steps);
        asked.answers.insert(key, answer);
        answer
    }

    /// The nearest word; of several as near, the first. Nothing if it takes
    /// more steps than are left.
    fn search(&self, typed: &str, except: Option<usize>, steps: &mut usize) -> Option<usize> {
        let typed = Word::new(typed);
        let length = typed.letters.len();
        let mut best: Option<(usize, usize)> = None;
        // The likeliest lengths first: what is found early spares the rest.
        let mut lengths: Vec<usize> = (0..self.of_length.len()).collect();
        lengths.sort_by_key(|other| other.abs_diff(length));
        for other in lengths {
            for at in self.of_length[other].iter().copied().filter(|at| Some(*at) != except) {
                let word = &self.words[at];
                let limit = match best {
                    Some((steps, first)) if at < first => steps,
                    Some((0, _)) => continue,
                    Some((steps, _)) => steps - 1,
                    None => word.tolerance,
                }
                .min(word.tolerance);
                let differing = (typed.marks ^ word.marks).count_ones() as usize;
                if other.abs_diff(length) > limit || differing > 2 * limit {
                    continue;
                }
                let distance = distance(&typed.letters, &word.letters, limit, steps)?;
                if distance <= limit {
                    best = Some((distance, at));
                }
            }
        }
        best.map(|(_, at)| at)
    }
}

/// The word among `known` nearest to `typed`, if one is near enough to be
/// what was meant. For lists of our own, which are short.
pub fn nearest<'a>(typed: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let words: Vec<&str> = known.into_iter().collect();
    let near = Known::new(words.iter().copied()).nearest(typed)?;
    Some(words[near])
}

/// How many letters must be added, dropped, changed or swapped with their
/// neighbour to turn one word into the other; one more than `limit` if it is
/// more, and nothing if there are not enough steps left to tell.
fn distance(a: &[char], b: &[char], limit: usize, steps: &mut usize) -> Option<usize> {
    let far = limit + 1;
    let mut before_last: Vec<usize> = vec![far; b.len() + 1];
    let mut last: Vec<usize> = (0..=b.len()).map(|at| at.min(far)).collect();
    let mut row = vec![far; b.len() + 1];
    let mut near = true;
    for i in 1..=a.len() {
        // Further from the diagonal than the limit nothing can be within it.
        let (from, to) = (i.saturating_sub(limit).max(1), (i + limit).min(b.len()));
        *steps = steps.checked_sub(to.saturating_sub(from) + 1)?;
        row.fill(far);
        row[0] = i.min(far);
        for j in from..=to {
            let changed = last[j - 1] + usize::from(a[i - 1] != b[j - 1]);
            let mut best = changed.min(last[j] + 1).min(row[j - 1] + 1);
            if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                best = best.min(before_last[j - 2] + 1);
            }
            row[j] = best.min(far);
        }
        let still = row.iter().any(|distance| *distance < far);
        if !still && !near {
            return Some(far);
        }
        near = still;
        std::mem::swap(&mut before_last, &mut last);
        std::mem::swap(&mut last, &mut row);
    }
    Some(last[b.len()].min(far))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_of_the_finger_is_understood() {
        let keys = ["titolo", "pubblicato", "scadenze"];
        for (typed, meant) in [
            ("pubicato", Some("pubblicato")),
            ("scadneze", Some("scadenze")),
            ("Titolo", Some("titolo")),
            ("TITOLÒ", Some("titolo")),
            ("", None),
            ("zzz", None),
        ] {
            assert_eq!(nearest(typed, keys), meant, "{typed}");
        }
        assert_eq!(nearest("caxa", ["casa", "cara"]), Some("casa"), "the first of two as near");
        assert_eq!(nearest("x", []), None);
    }

    #[test]
    fn the_index_finds_what_a_look_at_every_word_would() {
        let words: Vec<String> =
            (0..400_u32).map(|at| format!("{}-{}", at * 37 % 91, "aeiou".repeat(at as usize % 7))).collect();
        let known = Known::new(words.iter().map(String::as_str));
        for typed in words.iter().map(|word| format!("{word}x")).chain(["9-aieou".to_owned(), "81-".to_owned()]) {
            let typed_letters = Word::new(&typed).letters;
            let every = words.iter().map(|word| Word::new(word)).enumerate().filter_map(|(at, word)| {
                let far = distance(&typed_letters, &word.letters, LETTERS, &mut usize::MAX.clone());
                Some((far.filter(|far| *far <= word.tolerance)?, at))
            });
            assert_eq!(known.nearest(&typed), every.min().map(|(_, at)| at), "{typed}");
        }
    }

    #[test]
    fn twice_as_many_wrong_words_do_not_take_more_work() {
        let words: Vec<String> = (0..5_000).map(|at| format!("avviso-di-gara-{at}.md")).collect();
        let known = Known::new(words.iter().map(String::as_str));
        let taken = |wrong: usize| {
            let mut asked = Asked::default();
            let answered = (0..wrong)
                .filter(|at| known.nearest_of_many(&format!("avviso-di-gare-{at}.md"), 0, None, &mut asked).is_some())
                .count();
            assert!(answered <= ANSWERS, "{answered} suggestions");
            asked.taken()
        };
        assert!(taken(50) > 0, "what is counted is counted");
        assert_eq!(taken(ANSWERS), taken(20_000));
        assert!(taken(20_000) <= STEPS);
    }

    #[test]
    fn a_word_asked_again_is_not_looked_for_again() {
        let known = Known::new(["avviso-uno", "avviso-due"]);
        let mut asked = Asked::default();
        assert_eq!(known.nearest_of_many("avviso-umo", 0, None, &mut asked), Some(0));
        let taken = asked.taken();
        for _ in 0..1_000 {
            assert_eq!(known.nearest_of_many("avviso-umo", 0, None, &mut asked), Some(0));
        }
        assert_eq!(asked.taken(), taken);
        assert_eq!(known.nearest_of_many("avviso-umo", 1, Some(0), &mut asked), Some(1));
    }

    #[test]
    fn a_suggestion_that_would_take_too_long_is_none() {
        let words: Vec<String> = (0..2_000).map(|at| format!("{}{at:05}", "ab".repeat(37))).collect();
        let known = Known::new(words.iter().map(String::as_str));
        assert_eq!(known.nearest(&"ba".repeat(40)), None);
        let mut steps = 10;
        assert_eq!(known.search(&words[7], None, &mut steps), None);
    }
}
