import { closingBracket } from './brackets.js';
import type { HereDocument, Operator, RedirectionToken, ShellToken, WordToken } from './tokens.js';
import { Word } from './word.js';

const blank = /[ \t]|\\\r?\n/y;
const comment = /#[^\n]*/y;
const lineBreak = /\r?\n/y;
const redirection = /\d*(<<<|<<-?|<>|<&|>>|>\||>&|<|>)|(&>>|&>)/y;
const operator = /&&|\|\||;;|\|&|[;&|()]/y;
const plainText = /[^\s'"\\$`;&|()<>*?[~]+/y;
/** What may be a pattern, or a home directory. */
const pattern = /[*?[~]/y;
const doubleQuotedText = /[^"\\$`]+/y;
const parameter = /\$(?:[A-Za-z_]\w*|[0-9@*#?$!-])/y;

/**
 * A script of the POSIX shell, cut into words and operators. What a shell would expand is kept as it is written.
 * Undefined for a script that no shell would take: quotes or brackets that are not closed.
 */
export function shellTokens(script: string): ShellToken[] | undefined {
  const scanner = new Scanner(script);
  return scanner.scan() ? scanner.tokens : undefined;
}

class Scanner {
  readonly tokens: ShellToken[] = [];
  readonly #script: string;
  #at = 0;
  #openHereDocuments: RedirectionToken[] = [];

  constructor(script: string) {
    this.#script = script;
  }

  /** Whether the script could be read to its end. */
  scan(): boolean {
    while (this.#at < this.#script.length) {
      if (this.#take(blank) !== undefined || this.#take(comment) !== undefined) continue;
      if (!this.#lineBreak() && !this.#redirection() && !this.#operator() && !this.#word()) return false;
    }
    return this.#openHereDocuments.length === 0;
  }

  #take(what: RegExp): string | undefined {
    what.lastIndex = this.#at;
    const found = what.exec(this.#script)?.[0];
    if (found !== undefined) this.#at += found.length;
    return found;
  }

  #lineBreak(): boolean {
    const start = this.#at;
    if (this.#take(lineBreak) === undefined) return false;
    for (const token of this.#openHereDocuments) token.hereDocument = this.#hereDocument(token);
    this.#openHereDocuments = [];
    this.tokens.push({ kind: 'operator', text: '\n', start, end: this.#at });
    return true;
  }

  #hereDocument({ operator: sign, target }: RedirectionToken): HereDocument {
    const lines: string[] = [];
    while (this.#at < this.#script.length) {
      const end = this.#script.indexOf('\n', this.#at);
      const written = this.#script.slice(this.#at, end < 0 ? undefined : end).replace(/\r$/, '');
      this.#at = end < 0 ? this.#script.length : end + 1;
      const line = sign === '<<-' ? written.replace(/^\t+/, '') : written;
      if (line === target.text) break;
      lines.push(line);
    }
    const text = lines.join('\n');
    return { text, isLiteral: target.isQuoted || !/[$`\\]/.test(text) };
  }

  #redirection(): boolean {
    const start = this.#at;
    redirection.lastIndex = start;
    const found = redirection.exec(this.#script);
    if (!found) return false;
    this.#at += found[0].length;
    while (this.#take(blank) !== undefined);
    if (!this.#word()) return false;
    const target = this.tokens.pop() as WordToken;
    const token: RedirectionToken = {
      kind: 'redirection',
      operator: found[1] ?? found[2]!,
      target,
      start,
      end: this.#at,
    };
    this.tokens.push(token);
    if (token.operator === '<<' || token.operator === '<<-') this.#openHereDocuments.push(token);
    return true;
  }

  #operator(): boolean {
    const start = this.#at;
    const found = this.#take(operator);
    if (found === undefined) return false;
    this.tokens.push({ kind: 'operator', text: (found === '|&' ? '|' : found) as Operator, start, end: this.#at });
    return true;
  }

  #word(): boolean {
    const start = this.#at;
    const word = new Word();
    while (this.#at < this.#script.length) {
      const read = this.#partOfWord(word);
      if (read === 'end') break;
      if (read === 'unclosed') return false;
    }
    if (this.#at === start) return false;
    const text = word.isLiteral ? word.text : this.#script.slice(start, this.#at);
    this.tokens.push({ kind: 'word', text, isLiteral: word.isLiteral, isQuoted: word.isQuoted, start, end: this.#at });
    return true;
  }

  #partOfWord(word: Word): 'read' | 'end' | 'unclosed' {
    const plain = this.#take(plainText);
    if (plain !== undefined) return word.add(plain);
    if (this.#take(pattern) !== undefined) return word.expand();
    switch (this.#script[this.#at]) {
      case "'":
        return this.#singleQuoted(word);
      case '"':
        return this.#doubleQuoted(word);
      case '\\':
        return this.#escaped(word);
      case '$':
      case '`':
        return this.#expansion(word);
      default:
        return 'end';
    }
  }

  #singleQuoted(word: Word): 'read' | 'unclosed' {
    const end = this.#script.indexOf("'", this.#at + 1);
    if (end < 0) return 'unclosed';
    word.quote(this.#script.slice(this.#at + 1, end));
    this.#at = end + 1;
    return 'read';
  }

  #doubleQuoted(word: Word): 'read' | 'unclosed' {
    word.quote('');
    this.#at++;
    while (this.#at < this.#script.length) {
      const text = this.#take(doubleQuotedText);
      const next = this.#script[this.#at];
      if (text !== undefined) word.add(text);
      else if (next === '"') {
        this.#at++;
        return 'read';
      } else if (next === '\\') this.#escapedInQuotes(word);
      else if (this.#expansion(word) === 'unclosed') return 'unclosed';
    }
    return 'unclosed';
  }

  /** In double quotes a backslash stands for itself before most characters (POSIX, 2.2.3). */
  #escapedInQuotes(word: Word): void {
    const next = this.#script[this.#at + 1] ?? '';
    if (next !== '\n') word.add('"\\$`'.includes(next) ? next : `\\${next}`);
    this.#at += 2;
  }

  #escaped(word: Word): 'read' | 'end' {
    if (this.#take(blank) !== undefined) return 'read';
    word.quote(this.#script[this.#at + 1] ?? '');
    this.#at = Math.min(this.#at + 2, this.#script.length);
    return 'read';
  }

  #expansion(word: Word): 'read' | 'unclosed' {
    if (this.#take(parameter) !== undefined) return word.expand();
    const two = this.#script.slice(this.#at, this.#at + 2);
    if (this.#script[this.#at] === '`') return this.#enclosed(word, this.#script.indexOf('`', this.#at + 1));
    if (two === '$(' || two === '${') return this.#enclosed(word, closingBracket(this.#script, this.#at + 1));
    this.#at++;
    return word.add('$');
  }

  #enclosed(word: Word, end: number): 'read' | 'unclosed' {
    if (end < 0) return 'unclosed';
    this.#at = end + 1;
    return word.expand();
  }
}
