//! The pages of `tests/rules/`: prose, and examples made of fenced blocks.

/// A fenced block.
#[derive(Debug, Clone)]
pub(crate) struct Block {
    /// The backticks around it, as many as its body needs.
    fence: String,
    /// What stands after the opening backticks.
    pub(crate) info: String,
    /// The lines between, each with its end.
    pub(crate) body: String,
    /// The line of the page its first line stands on.
    pub(crate) line: usize,
}

impl Block {
    /// The first word after the backticks: what the block is.
    pub(crate) fn kind(&self) -> &str {
        self.info.split(' ').next().unwrap_or_default()
    }

    /// The words after the first: a path, for most blocks.
    pub(crate) fn words(&self) -> impl Iterator<Item = &str> {
        self.info.split(' ').skip(1)
    }

    /// The path the block is about.
    pub(crate) fn path(&self) -> &str {
        self.words().next().unwrap_or_default()
    }
}

/// A stretch of a page.
enum Piece {
    Prose(String),
    Block(Block),
}

/// A page, which can be written back as it was read.
pub(crate) struct Page(Vec<Piece>);

/// The files of an example, and what is said of them.
pub(crate) struct Example<'p> {
    /// The blocks before `findings`.
    pub(crate) files: Vec<&'p Block>,
    /// The block that says what is found.
    pub(crate) findings: &'p Block,
}

impl Page {
    /// Cuts a page at its fences.
    pub(crate) fn parse(text: &str) -> Self {
        let mut pieces = Vec::new();
        let mut prose = String::new();
        let mut open: Option<Block> = None;
        for (at, line) in text.split_inclusive('\n').enumerate() {
            match open.take() {
                Some(block) if line.trim_end() == block.fence => pieces.push(Piece::Block(block)),
                Some(mut block) => {
                    block.body.push_str(line);
                    open = Some(block);
                }
                None if line.starts_with("```") => {
                    pieces.push(Piece::Prose(std::mem::take(&mut prose)));
                    let info = line.trim_start_matches('`').trim_end();
                    let fence = "`".repeat(line.len() - line.trim_start_matches('`').len());
                    open = Some(Block { fence, info: info.to_owned(), body: String::new(), line: at + 2 });
                }
                None => prose.push_str(line),
            }
        }
        assert!(open.is_none(), "a block is not closed");
        pieces.push(Piece::Prose(prose));
        Self(pieces)
    }

    /// The page with other findings, one text for each example.
    pub(crate) fn with_findings(&self, findings: &[String]) -> String {
        let mut next = findings.iter();
        let written = self.0.iter().map(|piece| match piece {
            Piece::Prose(text) => text.clone(),
            Piece::Block(block) => {
                let body = if block.kind() == "findings" { next.next().unwrap_or(&block.body) } else { &block.body };
                format!("{0}{1}\n{body}{0}\n", block.fence, block.info)
            }
        });
        written.collect()
    }

    /// Everything outside of blocks.
    pub(crate) fn prose(&self) -> String {
        let prose = self.0.iter().map(|piece| if let Piece::Prose(text) = piece { text.as_str() } else { "" });
        prose.collect()
    }

    /// The examples, in order.
    pub(crate) fn examples(&self) -> Vec<Example<'_>> {
        let mut examples = Vec::new();
        let mut files = Vec::new();
        for piece in &self.0 {
            match piece {
                Piece::Block(block) if block.kind() == "findings" => {
                    examples.push(Example { files: std::mem::take(&mut files), findings: block });
                }
                Piece::Block(block) => files.push(block),
                Piece::Prose(_) => {}
            }
        }
        assert!(files.is_empty(), "the last example says nothing of what is found");
        examples
    }
}
