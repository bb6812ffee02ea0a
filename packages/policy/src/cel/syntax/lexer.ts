import { says } from './messages.js';
import { SyntaxFault } from './problem.js';

type TokenKind = 'name' | 'escaped-name' | 'int' | 'uint' | 'double' | 'string' | 'bytes' | 'symbol' | 'end';

export interface Token {
  readonly kind: TokenKind;
  /** As it stands in the text. */
  readonly text: string;
  readonly offset: number;
}

// CEL.g4, lexer rules. Of all that match, the longest wins, and of equally long ones the first.
const escape = '\\\\(?:[abfnrtv"\'\\\\?`]|[xX][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[0-3][0-7][0-7])';
const strings = [
  `"""(?:${escape}|[^\\\\])*?"""`,
  `'''(?:${escape}|[^\\\\])*?'''`,
  `"(?:${escape}|[^\\\\"\\n\\r])*"`,
  `'(?:${escape}|[^\\\\'\\n\\r])*'`,
  `[rR]"""[^]*?"""`,
  `[rR]'''[^]*?'''`,
  `[rR]"[^"\\n\\r]*"`,
  `[rR]'[^'\\n\\r]*'`,
];
const rules: readonly (readonly [TokenKind, RegExp])[] = [
  ['double', sticky('(?:[0-9]+\\.[0-9]+(?:[eE][+-]?[0-9]+)?|[0-9]+[eE][+-]?[0-9]+|\\.[0-9]+(?:[eE][+-]?[0-9]+)?)')],
  ['uint', sticky('(?:0x[0-9a-fA-F]+|[0-9]+)[uU]')],
  ['int', sticky('(?:0x[0-9a-fA-F]+|[0-9]+)')],
  ...strings.map((rule): [TokenKind, RegExp] => ['string', sticky(rule)]),
  ...strings.map((rule): [TokenKind, RegExp] => ['bytes', sticky(`[bB]${rule}`)]),
  ['name', sticky('[A-Za-z_][A-Za-z0-9_]*')],
  ['escaped-name', sticky('`[A-Za-z0-9_.\\-/ ]+`')],
  ['symbol', sticky('(?:==|!=|<=|>=|&&|\\|\\||[<>[\\]{}().,\\-!?:+*/%])')],
];
const blank = /(?:[\t \r\n\f]|\/\/[^\n]*(?:\n|$))*/y;

function sticky(source: string): RegExp {
  return new RegExp(source, 'y');
}

/** The tokens of an expression, an `end` behind the last; throws where the text is none. */
export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = skipBlanks(text, 0); at < text.length;) {
    const token = tokenAt(text, at);
    tokens.push(token);
    at = skipBlanks(text, at + token.text.length);
  }
  tokens.push({ kind: 'end', text: '', offset: text.length });
  return tokens;
}

function skipBlanks(text: string, at: number): number {
  blank.lastIndex = at;
  blank.exec(text);
  return blank.lastIndex;
}

function tokenAt(text: string, offset: number): Token {
  let longest: Token | undefined;
  for (const [kind, rule] of rules) {
    rule.lastIndex = offset;
    const match = rule.exec(text)?.[0];
    if (match !== undefined && match.length > (longest?.text.length ?? 0)) longest = { kind, text: match, offset };
  }
  if (longest) return longest;
  const character = text[offset]!;
  const message = character === '"' || character === "'" ? says['bad-string']() : says['bad-character']({ character });
  throw new SyntaxFault({ message, offset });
}
