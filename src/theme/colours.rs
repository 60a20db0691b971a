//! A body's own colours, within the contrast WCAG 2.2 asks for (1.4.3): text
//! is read, or the colour is refused with the ratio it has.

use crate::messages::Msg;
use crate::source::{Span, Spanned};

/// What text and its background must have (WCAG 2.2, 1.4.3).
const ENOUGH: f64 = 4.5;

/// The built-in theme's backgrounds, on which links and states are read:
/// page, soft band and card, light and dark. A test holds them against its
/// style sheet.
const GROUNDS: [[Colour; 3]; 2] = [
    [Colour(255, 255, 255), Colour(0xf3, 0xf7, 0xfb), Colour(255, 255, 255)],
    [Colour(0x0e, 0x16, 0x21), Colour(0x13, 0x1e, 0x2c), Colour(0x17, 0x24, 0x34)],
];

const WHITE: Colour = Colour(255, 255, 255);
const BLACK: Colour = Colour(0, 0, 0);

/// The colours of `theme.yaml`, by key, as `#rrggbb`: `primario` for links,
/// buttons, what one can do now; `primario_scuro` for the same on dark pages,
/// where a lighter one is found if it is not given; `testata` and `piede` for
/// header and footer, which have white text.
pub(super) struct Colours<'m>(pub(super) &'m [(&'static str, Spanned<String>)]);

/// A colour of sRGB.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Colour(u8, u8, u8);

impl Colour {
    fn read(text: &str) -> Option<Self> {
        let hex = text.trim().strip_prefix('#').filter(|hex| hex.len() == 6 && hex.is_ascii())?;
        let part = |at: usize| u8::from_str_radix(&hex[at..at + 2], 16).ok();
        Some(Self(part(0)?, part(2)?, part(4)?))
    }

    /// Relative luminance, 0 to 1, as WCAG 2.2 defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    /// The contrast ratio of two colours, 1 to 21.
    fn contrast(self, other: Self) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// Some percent of another colour mixed in.
    fn mixed(self, other: Self, percent: u16) -> Self {
        let mix = |a: u8, b: u8| {
            let sum = u16::from(a) * (100 - percent) + u16::from(b) * percent;
            u8::try_from(sum / 100).unwrap_or(u8::MAX)
        };
        Self(mix(self.0, other.0), mix(self.1, other.1), mix(self.2, other.2))
    }

    /// The ground it is read worst on, with the contrast there.
    fn worst(self, grounds: &[Self]) -> (Self, f64) {
        let with_contrast = grounds.iter().map(|ground| (*ground, self.contrast(*ground)));
        with_contrast.min_by(|(_, a), (_, b)| a.total_cmp(b)).unwrap_or((self, 1.0))
    }

    /// The nearest shade towards black or white that is read on its grounds.
    fn until_read(self, towards: Self, grounds: impl Fn(Self) -> Vec<Self>) -> Self {
        let mut shades = (0..=100).step_by(2).map(|percent| self.mixed(towards, percent));
        shades.find(|shade| shade.worst(&grounds(*shade)).1 >= ENOUGH).unwrap_or(towards)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

/// The grounds of a scheme, with the tint its accent makes of them.
fn grounds(scheme: usize, accent: Colour) -> Vec<Colour> {
    let mut grounds = GROUNDS[scheme].to_vec();
    grounds.push(tint(scheme, accent));
    grounds
}

/// The accent's breath on a page: what a chosen row or a current call is
/// shown on.
fn tint(scheme: usize, accent: Colour) -> Colour {
    GROUNDS[scheme][0].mixed(accent, if scheme == 0 { 10 } else { 20 })
}

impl Colours<'_> {
    /// The colour under a key.
    fn named(&self, key: &str) -> Option<&(&'static str, Spanned<String>)> {
        self.0.iter().find(|(known, _)| *known == key)
    }

    /// The style sheet that sets them, none if there is nothing to set, or
    /// everything that is wrong.
    pub(super) fn css(&self) -> Result<String, Vec<(Span, Msg)>> {
        let mut wrong = Vec::new();
        let mut read = |key: &str| {
            let (key, text) = self.named(key)?;
            let colour = Colour::read(&text.value);
            if colour.is_none() {
                wrong.push((text.span, Msg::new("theme-colour").with("key", key).with("value", &text.value)));
            }
            colour
        };
        let (primary, dark, head, foot) = (read("primario"), read("primario_scuro"), read("testata"), read("piede"));
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let Some(primary) = primary else { return Ok(String::new()) };
        // What was derived is mended where it was derived from.
        let place = |key: &str| self.named(key).or(self.0.first()).map(|(_, text)| text.span).unwrap_or_default();
        let light = |colour| grounds(0, colour);
        let night = |colour| grounds(1, colour);
        let header = |_| vec![WHITE];
        let mut check =
            |key: &'static str, colour: Colour, towards: Colour, grounds: &dyn Fn(Colour) -> Vec<Colour>| {
                let (ground, contrast) = colour.worst(&grounds(colour));
                if contrast < ENOUGH {
                    let msg = Msg::new("theme-contrast")
                        .with("key", key)
                        .with("value", colour)
                        .with("ground", ground)
                        .with("ratio", ratio(contrast))
                        .with("better", colour.until_read(towards, grounds));
                    wrong.push((place(key), msg));
                }
            };
        check("primario", primary, BLACK, &light);
        // Well above the limit, where the choice is ours.
        let dark = dark.unwrap_or_else(|| primary.until_read(WHITE, night).mixed(WHITE, 20).until_read(WHITE, night));
        check("primario_scuro", dark, WHITE, &night);
        let head = head.unwrap_or(primary);
        check("testata", head, BLACK, &header);
        let foot = foot.unwrap_or_else(|| head.mixed(BLACK, 60));
        check("piede", foot, BLACK, &header);
        if !wrong.is_empty() {
            return Err(wrong);
        }
        let scheme = |scheme: usize, accent: Colour, on: Colour, head: Colour, foot: Colour| {
            let (tint, slim) = (tint(scheme, accent), head.mixed(BLACK, 25));
            format!("--accent:{accent};--on-accent:{on};--tint:{tint};--head:{head};--slim:{slim};--foot:{foot}")
        };
        let light = scheme(0, primary, WHITE, head, foot);
        let dark = scheme(1, dark, dark.mixed(BLACK, 88), head.mixed(BLACK, 60), foot.mixed(BLACK, 70));
        Ok(format!(":root{{{light}}}\n@media (prefers-color-scheme:dark){{:root{{{dark}}}}}\n"))
    }
}

/// `3,2`: never rounded up to what would be enough.
fn ratio(contrast: f64) -> String {
    format!("{:.1}", (contrast * 10.0).floor() / 10.0).replace('.', ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn colour(text: &str) -> Colour {
        Colour::read(text).expect("a colour")
    }

    fn with(primary: &str) -> Result<String, Vec<(Span, Msg)>> {
        Colours(&[("primario", Spanned { value: primary.to_owned(), span: Span::default() })]).css()
    }

    #[test]
    fn contrast_is_wcags() {
        assert!((WHITE.contrast(BLACK) - 21.0).abs() < 0.001);
        // Well-known neighbours of the limit on white.
        assert!(colour("#767676").contrast(WHITE) >= ENOUGH);
        assert!(colour("#777777").contrast(WHITE) < ENOUGH);
    }

    #[test]
    fn a_poor_colour_is_refused_with_its_ratio_and_a_better_one() {
        let wrong = with("#ffcc00").expect_err("yellow on white");
        let (_, wrong) = &wrong[0];
        let gap = |key: &str| wrong.gaps.iter().find(|(name, _)| *name == key).map(|(_, value)| value.clone());
        assert_eq!(wrong.key, "theme-contrast");
        let better = colour(&gap("better").expect("a better one"));
        assert!(grounds(0, better).iter().all(|ground| better.contrast(*ground) >= ENOUGH));
        assert!(gap("ratio").expect("the ratio").starts_with("1,"));
    }

    #[test]
    fn whatever_is_accepted_is_read_in_both_schemes() {
        let mut accepted = 0;
        for step in 0..4096_u32 {
            let part = |shift: u32| u8::try_from((step >> shift & 15) * 17).expect("at most 255");
            let primary = Colour(part(8), part(4), part(0));
            let Ok(css) = with(&primary.to_string()) else { continue };
            accepted += 1;
            let value = |scheme: &str, name: &str| {
                let at = scheme.find(&format!("{name}:#")).expect("it is set") + name.len() + 1;
                colour(&scheme[at..at + 7])
            };
            let (light, dark) = css.split_once("@media").expect("two schemes");
            for (scheme, sheet) in [light, dark].into_iter().enumerate() {
                let accent = value(sheet, "--accent");
                for ground in GROUNDS[scheme].into_iter().chain([value(sheet, "--tint")]) {
                    assert!(accent.contrast(ground) >= ENOUGH, "{primary}: {accent} on {ground}");
                }
                assert!(value(sheet, "--on-accent").contrast(accent) >= ENOUGH, "{primary}: on {accent}");
                for name in ["--head", "--slim", "--foot"] {
                    assert!(value(sheet, name).contrast(WHITE) >= ENOUGH, "{primary}: {name}");
                }
            }
        }
        assert!(accepted > 500, "{accepted} colours accepted");
    }

    #[test]
    fn the_grounds_are_those_of_the_style_sheet() {
        let css = include_str!("../../themes/base/assets/base.css");
        for (scheme, part) in css.splitn(2, "prefers-color-scheme: dark").enumerate() {
            for (name, ground) in ["--bg", "--soft", "--card"].into_iter().zip(GROUNDS[scheme]) {
                let at = part.find(&format!("{name}: #")).expect("it is set") + name.len() + 2;
                let hex: String = part[at + 1..].chars().take_while(char::is_ascii_hexdigit).collect();
                let long = if hex.len() == 3 { hex.chars().flat_map(|c| [c, c]).collect() } else { hex };
                assert_eq!(colour(&format!("#{long}")), ground, "{name} of scheme {scheme}");
            }
        }
    }
}
