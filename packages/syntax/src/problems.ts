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

interface Description {
  readonly code: SyntaxCode;
  /** What is wrong, why it matters, what to do. */
  readonly message: string;
}

/** For each cause the code it is reported under unless the text gives a better one away, and its message. */
export const descriptions: Readonly<Record<Cause, Description>> = {
  'control-character': {
    code: 'syntax/character',
    message:
      'A control character stands here; no YAML reader takes one. Remove it, or write it as an escape in double quotes.',
  },
  separator: {
    code: 'syntax/separator',
    message:
      'Only a comment may follow "---" on its line: kubectl gives up on the file here. Put the text on a line of its own.',
  },
  directive: { code: 'syntax/directive', message: 'This directive line is not one that the server reads. Remove it.' },
  'directive-without-document': {
    code: 'syntax/directive',
    message: 'kubectl cuts the file at "---", which leaves this directive without its document. Remove the directive.',
  },
  'yaml-version': {
    code: 'syntax/directive',
    message: 'The server reads YAML 1.1 only and refuses any other version. Remove the "%YAML" line.',
  },
  'stray-character': {
    code: 'syntax/character',
    message: 'No value can start with this character. Put the value in quotes.',
  },
  'tab-indent': { code: 'schema/list-indent', message: 'A tab cannot indent YAML. Use spaces.' },
  'tab-in-scalar': {
    code: 'schema/list-indent',
    message: 'A tab stands where the indentation of the value needs spaces. Use spaces.',
  },
  'missing-colon': {
    code: 'syntax/invalid',
    message: 'A key is expected at this column, but no colon with a space behind it follows.',
  },
  'unexpected-item': {
    code: 'schema/list-indent',
    message: 'A list item cannot start here, behind something else on the line. Put it on a line of its own.',
  },
  'unexpected-key': { code: 'syntax/invalid', message: 'A key cannot start here. Put it on a line of its own.' },
  'unexpected-value': {
    code: 'syntax/bad-indent',
    message:
      'A colon makes a key of the text before it, and a key cannot stand here. Check the indentation of this line and the one above, or put the text in quotes.',
  },
  'too-deep': { code: 'syntax/too-deep', message: 'More than 10000 levels: the reader stops here.' },
  'anchor-name': {
    code: 'syntax/anchor',
    message:
      'Behind "&" or "*" the name of an anchor must follow: letters, digits, "-" or "_". If it is meant as text, put it in quotes.',
  },
  'tag-syntax': {
    code: 'syntax/tag',
    message: 'This is not a tag that can be read. If the "!" is meant as text, put it in quotes.',
  },
  'tag-handle': {
    code: 'syntax/tag',
    message: 'The first part of this tag stands for nothing. If the "!" is meant as text, put it in quotes.',
  },
  'block-header': {
    code: 'syntax/invalid',
    message:
      'Behind "|" or ">" only "+", "-" and a digit from 1 to 9 may follow, then a comment or the end of the line.',
  },
  'unclosed-quote': {
    code: 'syntax/unclosed-quote',
    message: 'This quote is never closed, so the rest of the document is taken for text.',
  },
  'separator-in-quote': {
    code: 'syntax/unclosed-quote',
    message: 'The document ends inside a quoted text. Close the quote.',
  },
  escape: {
    code: 'syntax/escape',
    message: 'YAML 1.1 does not know this escape. Double the backslash, or use single quotes.',
  },
  'missing-content': { code: 'syntax/invalid', message: 'A value is expected here.' },
  'missing-item': {
    code: 'schema/list-indent',
    message: 'A list item with "-" is expected at this column: the list above is not over.',
  },
  'missing-key': {
    code: 'syntax/bad-indent',
    message:
      'A key is expected at the column of the mapping above, and this is none. Check the indentation of this line.',
  },
  'list-comma': { code: 'syntax/unclosed-bracket', message: 'A comma or "]" is expected here.' },
  'map-comma': { code: 'syntax/unclosed-bracket', message: 'A comma or "}" is expected here.' },
  'unclosed-list': { code: 'syntax/unclosed-bracket', message: 'This "[" is never closed.' },
  'unclosed-map': { code: 'syntax/unclosed-bracket', message: 'This "{" is never closed.' },
  'unknown-alias': {
    code: 'syntax/anchor',
    message:
      'No anchor of this name stands above. Anchors count in their own document only. If the "*" is meant as text, put it in quotes.',
  },
  'circular-alias': { code: 'syntax/anchor', message: 'This alias stands inside the very value that it stands for.' },
  'excessive-aliases': {
    code: 'syntax/anchor',
    message: 'The aliases of this document unfold to so much that the server refuses it. Write the values out.',
  },
  'wrong-tag': {
    code: 'syntax/tag',
    message: 'The value is not of the type that its tag names. Remove the tag or change the value.',
  },
  base64: { code: 'syntax/tag', message: 'Behind "!!binary" the value must be base64 with its padding.' },
  'merge-value': {
    code: 'syntax/anchor',
    message: 'A merge key ("<<") takes a mapping, an alias of one, or a list of these.',
  },
  'complex-key': {
    code: 'syntax/key',
    message:
      'A mapping or list cannot be a key: JSON has only strings there. Braces that are meant as text need quotes.',
  },
  'null-key': {
    code: 'syntax/key',
    message: 'An empty key or "null" cannot be a key in JSON. Put it in quotes if it is meant as text.',
  },
  'large-key': { code: 'syntax/key', message: 'The server has no key for so large a number. Put it in quotes.' },
  number: {
    code: 'syntax/number',
    message:
      'JSON has no infinity and no NaN, so the server cannot take this value. Put it in quotes if it is meant as text.',
  },
};
