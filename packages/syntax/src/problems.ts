import { defineMessages } from '@podlint/messages';
import type { Cause } from './causes.js';

/**
 * Every code of this package, with the line that the catalogue shows. Codes are API: never renamed without an alias.
 */
export const syntaxCodes = {
  'schema/list-indent': 'An indentation that puts a list item or a mapping where it cannot be',
  'syntax/missing-space': 'A colon without the space that makes it one',
  'syntax/bad-indent': 'A line that fits no level of the lines above it',
  'syntax/unclosed-quote': 'A quote that is never closed, or closed too early',
  'syntax/unclosed-bracket': 'A bracket or brace that is never closed',
  'syntax/merge-conflict': 'Marks of a merge conflict that nobody resolved',
  'syntax/template': 'A template that has to be rendered first',
  'syntax/separator': 'A document separator with something else on its line',
  'syntax/directive': 'A directive line (`%YAML`, `%TAG`) that the server does not take',
  'syntax/character': 'A character that YAML does not allow, or not here',
  'syntax/escape': 'A backslash sequence that YAML 1.1 does not know',
  'syntax/anchor': 'An anchor or alias that leads nowhere',
  'syntax/tag': 'A tag that the value does not fit',
  'syntax/key': 'A key that has no form in JSON',
  'syntax/number': 'A number that JSON has no form for',
  'syntax/too-deep': 'Nesting beyond the limit of the reader',
  'syntax/left-out': 'Dots in the place of something that was left out',
  'syntax/invalid': 'Text that is not YAML',
} as const;

/** What the server's reader takes, but loses a part of. */
export const syntaxWarningCodes = {
  'syntax/ignored-text': 'Text behind the end of a document, which nothing reads',
} as const;

export type SyntaxCode = keyof typeof syntaxCodes;

/** The code that each cause is reported under, unless the text gives a better one away. */
export const codeOf = {
  'control-character': 'syntax/character',
  separator: 'syntax/separator',
  directive: 'syntax/directive',
  'directive-without-document': 'syntax/directive',
  'yaml-version': 'syntax/directive',
  'stray-character': 'syntax/character',
  'tab-indent': 'schema/list-indent',
  'tab-in-scalar': 'schema/list-indent',
  'missing-colon': 'syntax/invalid',
  'unexpected-item': 'schema/list-indent',
  'unexpected-key': 'syntax/invalid',
  'unexpected-value': 'syntax/bad-indent',
  'too-deep': 'syntax/too-deep',
  'anchor-name': 'syntax/anchor',
  'tag-syntax': 'syntax/tag',
  'tag-handle': 'syntax/tag',
  'block-header': 'syntax/invalid',
  'unclosed-quote': 'syntax/unclosed-quote',
  'separator-in-quote': 'syntax/unclosed-quote',
  escape: 'syntax/escape',
  'missing-content': 'syntax/invalid',
  'missing-item': 'schema/list-indent',
  'missing-key': 'syntax/bad-indent',
  'list-comma': 'syntax/unclosed-bracket',
  'map-comma': 'syntax/unclosed-bracket',
  'unclosed-list': 'syntax/unclosed-bracket',
  'unclosed-map': 'syntax/unclosed-bracket',
  'unknown-alias': 'syntax/anchor',
  'circular-alias': 'syntax/anchor',
  'excessive-aliases': 'syntax/anchor',
  'wrong-tag': 'syntax/tag',
  base64: 'syntax/tag',
  'merge-value': 'syntax/anchor',
  'complex-key': 'syntax/key',
  'null-key': 'syntax/key',
  'large-key': 'syntax/key',
  number: 'syntax/number',
} as const satisfies Readonly<Record<Cause, SyntaxCode>>;

/** What each cause says: what is wrong, why it matters, what to do. */
export const says = defineMessages('yaml', {
  'control-character':
    'A control character stands here; no YAML reader takes one. Remove it, or write it as an escape in double quotes.',
  separator:
    'Only a comment may follow "---" on its line: kubectl gives up on the file here. Put the text on a line of its own.',
  directive: 'This directive line is not one that the server reads. Remove it.',
  'directive-without-document':
    'kubectl cuts the file at "---", which leaves this directive without its document. Remove the directive.',
  'yaml-version': 'The server reads YAML 1.1 only and refuses any other version. Remove the "%YAML" line.',
  'stray-character': 'No value can start with this character. Put the value in quotes.',
  'tab-indent': 'A tab cannot indent YAML. Use spaces.',
  'tab-in-scalar': 'A tab stands where the indentation of the value needs spaces. Use spaces.',
  'missing-colon': 'A key is expected at this column, but no colon with a space behind it follows.',
  'unexpected-item': 'A list item cannot start here, behind something else on the line. Put it on a line of its own.',
  'unexpected-key': 'A key cannot start here. Put it on a line of its own.',
  'unexpected-value':
    'The text before the colon is read as a key, and no key can stand here. Check the indentation of this line and the one above, or put the text in quotes.',
  'too-deep': 'More than 10000 levels: the reader stops here.',
  'anchor-name':
    'Behind "&" or "*" the name of an anchor must follow: letters, digits, "-" or "_". If it is meant as text, put it in quotes.',
  'tag-syntax': 'This is not a tag that can be read. If the "!" is meant as text, put it in quotes.',
  'tag-handle': 'The first part of this tag stands for nothing. If the "!" is meant as text, put it in quotes.',
  'block-header':
    'Behind "|" or ">" only "+", "-" and a digit from 1 to 9 may follow, then a comment or the end of the line.',
  'unclosed-quote': 'This quote is never closed, so the rest of the document is taken for text.',
  'separator-in-quote': 'The document ends inside a quoted text. Close the quote.',
  escape: 'YAML 1.1 does not know this escape. Double the backslash, or use single quotes.',
  'missing-content': 'A value is expected here.',
  'missing-item': 'A list item that begins with "-" is expected in this column: the list above has not ended.',
  'missing-key':
    'This line does not go on with the mapping above: a key is expected in this column. Check the indentation of this line.',
  'list-comma': 'A comma or "]" is expected here.',
  'map-comma': 'A comma or "}" is expected here.',
  'unclosed-list': 'This "[" is never closed.',
  'unclosed-map': 'This "{" is never closed.',
  'unknown-alias':
    'No anchor of this name stands above. Anchors count in their own document only. If the "*" is meant as text, put it in quotes.',
  'circular-alias': 'This alias stands inside the very value that it stands for.',
  'excessive-aliases':
    'The aliases of this document unfold to so much that the server refuses it. Write the values out.',
  'wrong-tag': 'The value is not of the type that its tag names. Remove the tag or change the value.',
  base64: 'Behind "!!binary" the value must be base64 with its padding.',
  'merge-value': 'A merge key ("<<") takes a mapping, an alias of one, or a list of these.',
  'complex-key':
    'A mapping or list cannot be a key: JSON has only strings there. Braces that are meant as text need quotes.',
  'null-key': 'An empty key or "null" cannot be a key in JSON. Put it in quotes if it is meant as text.',
  'large-key': 'The server has no key for so large a number. Put it in quotes.',
  number:
    'JSON has no infinity and no NaN, so the server cannot take this value. Put it in quotes if it is meant as text.',
} satisfies Readonly<Record<Cause, string>>);
