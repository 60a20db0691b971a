## Characters nobody sees, letters that look like others, names and addresses

hidden-character = there is a character nobody sees: { $name ->
    [lre] a mark that reads from left to right
    [rle] a mark that reads from right to left
    [pdf] a mark that ends a change of direction
    [lro] a mark that forces reading from left to right
    [rlo] a mark that turns the text round from right to left
    [lri] a mark that isolates a text from left to right
    [rli] a mark that isolates a text from right to left
    [fsi] a mark that isolates a text
    [pdi] a mark that ends an isolated text
    [lrm] a left-to-right mark
    [rlm] a right-to-left mark
    [alm] an Arabic letter mark
    [annotation] a mark of annotations between lines
    [tag] a hidden tag
    [deprecated] a mark of format no longer in use
    [shy] a soft hyphen
    [zwsp] a blank of no width
    [zwnj] a mark that parts two letters
    [zwj] a mark that joins two letters
    [wj] a mark that joins two words
    [bom] a blank of no width
    [line] a line separator
    [paragraph] a paragraph separator
    [filler] a blank that fills
    [selector] a mark that changes the look of the one before
    [control] a control character
   *[other] an invisible mark
    } ({ $code })
hidden-hint = delete the text around it and type it anew: copied from other programs the character comes back
hidden-in-name = in the name of the file or of a folder there is a character nobody sees: { $name ->
    [shy] a soft hyphen
    [zwsp] a blank of no width
    [bom] a blank of no width
    [line] a line separator
    [paragraph] a paragraph separator
    [control] a control character
    [rlo] a mark that turns the text round from right to left
   *[other] an invisible mark
    } ({ $code })
hidden-in-name-hint = rename the file or the folder, typing its name anew
says-nothing = the value is made of characters nobody sees
says-nothing-hint = write a text that can be read, or take the line out
odd-letter = did you mean `{ $word }`? the «{ $letter }» is a { $script ->
    [cyrillic] Cyrillic letter
    [greek] Greek letter
    [armenian] Armenian letter
    [wide] letter of double width
   *[other] letter of another alphabet
    } ({ $code }): type it anew
odd-blank = did you mean `{ $word }`? the blank after «{ $before }» is unbreakable or unusual ({ $code }): type it anew
odd-hidden = did you mean `{ $word }`? after «{ $before }» there is a character nobody sees: { $name ->
    [zwsp] a blank of no width
    [bom] a blank of no width
    [shy] a soft hyphen
   *[other] an invisible mark
    } ({ $code }); type the word anew
odd-accent = did you mean `{ $word }`? the «{ $letter }» is written as two characters, the letter and the accent: type the name anew

address-empty = the address has an empty part
address-long-name = the name has { $bytes } bytes: no disk holds more than { $most }
address-long-path = the whole address has { $bytes } bytes: systems hold { $most } at most
address-character = there can be no `{ $character }` in an address
address-device = `{ $name }` is a name Windows keeps for a device
address-edge = `{ $name }` begins or ends with a blank or ends with a full stop, which some systems drop
address-ours = `{ $name }` is a name the program uses while it writes
id-long = the permanent name has { $bytes } characters: { $most } at most
id-long-hint = write a short one in the front matter, for example `id: meals-2026`
id-short-hint = { $most } characters at most: here there are { $length }
id-none = the name `{ $name }` gives no permanent name: it has neither letters nor digits
id-none-hint = write one in the front matter, for example `id: meals-2026`
office-none = the office's name `{ $name }` has neither letters nor digits
office-long = the office's name would give an address of { $bytes } characters: { $most } at most
office-hint = write the name as a citizen would look for it, for example `Contracts Office`
file-name-long = the name under which the file would be on line (`{ $name }`) has { $bytes } characters
file-name-long-hint = give the file a short name, of letters and digits, and write it so here too
file-name-ours = `{ $name }` is the name of a file the program puts beside the page
file-name-in-dossier = `{ $name }` is the name of a file the program puts in the ZIP dossier
attachment-twin = two files are called `{ $name }` and `{ $other }`: on many systems capital and small letters are the same
alias-impossible-hint = write the old address as it was, or take the line out
theme-name-of-asset = give `{ $name }` another name
address-no-host = `{ $value }` does not begin with the name of a server
address-no-host-hint = for example `https://ratings.example.org/send`, with plain letters, digits, dots and dashes
name-twice = two files are called `{ $name }`: in one of them the letter and its accent are two characters
