import { shellTokens } from './scanner.js';
import type { Operator, OperatorToken, RedirectionToken, ShellToken, WordToken } from './tokens.js';

/** What a command stands in. */
interface Enclosing {
  readonly construct: 'if' | 'while' | 'until' | 'for' | 'case' | 'function' | 'group' | 'subshell';
  /** `condition`: what `while`, `until` or `if` ask; `body`: what is done. */
  readonly part: 'condition' | 'body';
}

/** A program that a script runs with its words, or what a compound command is redirected to (no words). */
export interface ShellCommand {
  readonly words: readonly WordToken[];
  /** `NAME=value` before the first word. */
  readonly assignments: readonly WordToken[];
  readonly redirections: readonly RedirectionToken[];
  /** From the outside in; empty for a command that stands in none. */
  readonly enclosing: readonly Enclosing[];
  /** What joins it to the command before it and to the one behind it in the same construct. */
  readonly before: OperatorToken | undefined;
  readonly after: OperatorToken | undefined;
  /** Offsets in the script. */
  readonly start: number;
  readonly end: number;
}

/**
 * All commands of a script as they stand there, those inside of loops, conditions and functions too; undefined for a
 * script that cannot be read.
 */
export function shellCommands(script: string): readonly ShellCommand[] | undefined {
  const tokens = shellTokens(script);
  if (!tokens) return undefined;
  const reader = new CommandReader();
  for (const token of tokens) reader.read(token);
  return reader.finish();
}

type Construct = Enclosing['construct'];
type ReservedMeaning = Construct | 'close' | 'body' | 'condition' | 'skip';

/** A construct that is open. `head`: the words of `for x in a b`, the patterns of `case`. */
interface Open {
  readonly construct: Construct;
  part: Enclosing['part'] | 'head';
}

interface Draft {
  readonly words: WordToken[];
  readonly assignments: WordToken[];
  readonly redirections: RedirectionToken[];
  readonly start: number;
  /** Undefined as long as there is nothing in it. */
  end: number | undefined;
}

const reservedWords: ReadonlyMap<string, ReservedMeaning> = new Map<string, ReservedMeaning>([
  ['if', 'if'],
  ['then', 'body'],
  ['elif', 'condition'],
  ['else', 'body'],
  ['fi', 'close'],
  ['while', 'while'],
  ['until', 'until'],
  ['for', 'for'],
  ['select', 'for'],
  ['do', 'body'],
  ['done', 'close'],
  ['case', 'case'],
  ['esac', 'close'],
  ['{', 'group'],
  ['}', 'close'],
  ['function', 'function'],
  ['!', 'skip'],
  ['time', 'skip'],
]);

/** The part that a construct begins with, where it is not the condition. */
const firstPart: { readonly [Name in Construct]?: Open['part'] } = {
  for: 'head',
  case: 'head',
  function: 'body',
  group: 'body',
  subshell: 'body',
};
/** Operators behind which a line break means nothing. */
const joining: ReadonlySet<Operator> = new Set<Operator>(['&&', '||', '|']);
const assignment = /^[A-Za-z_]\w*\+?=/;

class CommandReader {
  readonly #commands: ShellCommand[] = [];
  readonly #stack: Open[] = [];
  #draft: Draft | undefined;
  #before: OperatorToken | undefined;
  /** A function has its name, and its body is next. */
  #isFunctionNext = false;

  read(token: ShellToken): void {
    const top = this.#stack.at(-1);
    if (top?.part === 'head') this.#readHead(token, top);
    else if (token.kind === 'operator') this.#readOperator(token);
    else if (token.kind === 'redirection' || !this.#readReserved(token)) this.#take(token);
  }

  /** Undefined if something is still open. */
  finish(): readonly ShellCommand[] | undefined {
    this.#endCommand(undefined);
    return this.#stack.length === 0 ? this.#commands : undefined;
  }

  #readHead(token: ShellToken, top: Open): void {
    const word = token.kind === 'word' && !token.isQuoted ? token.text : '';
    if (top.construct === 'for' && word === 'do') top.part = 'body';
    else if (top.construct === 'case' && word === 'esac') this.#close(token.end);
    else if (top.construct === 'case' && token.kind === 'operator' && token.text === ')') top.part = 'body';
  }

  #readOperator(token: OperatorToken): void {
    const words = this.#draft?.words ?? [];
    // Between `[[` and `]]` nothing is an operator.
    if (words[0]?.text === '[[' && words.at(-1)?.text !== ']]') return;
    if (token.text === '(') this.#openBracket(words.length);
    else if (token.text === ')') this.#closeBracket(token);
    else this.#separate(token);
  }

  #separate(token: OperatorToken): void {
    this.#endCommand(token);
    const top = this.#stack.at(-1);
    if (token.text === ';;' && top?.construct === 'case') top.part = 'head';
    const isMereBreak = token.text === '\n' && this.#before && joining.has(this.#before.text);
    if (!isMereBreak) this.#before = token;
  }

  /** `name()` begins a function; any other opening bracket a subshell. */
  #openBracket(wordsBefore: number): void {
    if (wordsBefore === 1) this.#isFunctionNext = true;
    else this.#open('subshell');
  }

  #closeBracket(token: OperatorToken): void {
    if (this.#isFunctionNext) {
      this.#draft = undefined;
      return;
    }
    this.#endCommand(undefined);
    if (this.#stack.at(-1)?.construct === 'subshell') this.#close(token.end);
  }

  /** Whether a word means something of its own, which it can only where a command begins. */
  #readReserved(token: WordToken): boolean {
    const isBody = this.#isFunctionNext && token.text === '{';
    const meaning = (this.#draft && !isBody) || token.isQuoted ? undefined : reservedWords.get(token.text);
    if (meaning === undefined) return false;
    if (meaning === 'close') this.#close(token.end);
    else if (meaning === 'body' || meaning === 'condition') this.#enter(meaning);
    else if (meaning === 'function') this.#isFunctionNext = true;
    else if (meaning !== 'skip') this.#open(isBody ? 'function' : meaning);
    return true;
  }

  #enter(part: Enclosing['part']): void {
    const top = this.#stack.at(-1);
    if (top) top.part = part;
    this.#before = undefined;
  }

  #open(construct: Construct): void {
    this.#stack.push({ construct, part: firstPart[construct] ?? 'condition' });
    this.#draft = undefined;
    this.#before = undefined;
    this.#isFunctionNext = false;
  }

  /** Redirections that follow a closing word are of the whole: `done >> file`. */
  #close(end: number): void {
    this.#stack.pop();
    this.#before = undefined;
    this.#draft = { words: [], assignments: [], redirections: [], start: end, end: undefined };
  }

  #take(token: WordToken | RedirectionToken): void {
    const draft = (this.#draft ??= {
      words: [],
      assignments: [],
      redirections: [],
      start: token.start,
      end: undefined,
    });
    draft.end = token.end;
    if (token.kind === 'redirection') draft.redirections.push(token);
    else if (draft.words.length === 0 && assignment.test(token.text)) draft.assignments.push(token);
    else draft.words.push(token);
  }

  #endCommand(after: OperatorToken | undefined): void {
    const draft = this.#draft;
    this.#draft = undefined;
    // The name of a function whose body stands on the next line is no command.
    if (draft?.end === undefined || this.#isFunctionNext) return;
    const enclosing = this.#stack.map(({ construct, part }): Enclosing => ({
      construct,
      part: part === 'condition' ? part : 'body',
    }));
    this.#commands.push({ ...draft, end: draft.end, enclosing, before: this.#before, after });
    this.#before = after;
  }
}
