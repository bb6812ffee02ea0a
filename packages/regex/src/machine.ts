import type { Program } from './program.js';
import type { Assertion } from './syntax.js';

export interface Match {
  readonly start: number;
  readonly end: number;
}

/**
 * Runs a program over a text, all ways through it at once (a Pike machine): the time is at most that of the text's
 * length times the program's, whatever the expression. Of several matches it finds the leftmost, and of these the one
 * that a backtracking engine would find first.
 */
export class Machine {
  private current: Threads;
  private following: Threads;

  constructor(private readonly program: Program) {
    this.current = new Threads(program.instructions.length);
    this.following = new Threads(program.instructions.length);
  }

  /** Whether it matches at the start of the text only. */
  private get isAnchored(): boolean {
    const first = this.program.instructions[this.program.start];
    return first?.op === 'assertion' && first.assertion === 'text-start';
  }

  /** Undefined: no match from there on. `any`: whether there is one is all that matters. */
  find(text: string, from: number, any: boolean): Match | undefined {
    this.current.clear();
    let found: Match | undefined;
    for (let at = from; ;) {
      const code = text.codePointAt(at);
      if (!found) this.follow(this.current, this.program.start, text, at, at);
      if (this.current.size === 0 && (found || this.isAnchored)) return found;
      const width = code === undefined || code < 0x10000 ? 1 : 2;
      const match = this.step(text, at, code, at + width);
      if (match) found = match;
      if ((found && any) || code === undefined) return found;
      [this.current, this.following] = [this.following, this.current];
      at += width;
    }
  }

  /** Moves all threads over one character; what matches ends all that come behind it. */
  private step(text: string, at: number, code: number | undefined, next: number): Match | undefined {
    this.following.clear();
    const { ids, starts, size } = this.current;
    for (let index = 0; index < size; index++) {
      const instruction = this.program.instructions[ids[index]!]!;
      if (instruction.op === 'match') return { start: starts[index]!, end: at };
      if (instruction.op === 'rune' && code !== undefined && instruction.set(code))
        this.follow(this.following, instruction.next, text, next, starts[index]!);
    }
    return undefined;
  }

  /** Adds a thread, going through all that takes no character. */
  private follow(threads: Threads, id: number, text: string, at: number, start: number): void {
    const pending = [id];
    for (let top = pending.pop(); top !== undefined; top = pending.pop()) {
      if (!threads.visit(top)) continue;
      const instruction = this.program.instructions[top]!;
      if (instruction.op === 'fork') pending.push(instruction.other, instruction.next);
      else if (instruction.op !== 'assertion') threads.add(top, start);
      else if (holds(instruction.assertion, text, at)) pending.push(instruction.next);
    }
  }
}

/** Instructions that are waited at, in order of preference, each once. */
class Threads {
  readonly ids: number[] = [];
  readonly starts: number[] = [];
  size = 0;
  private readonly visited: Uint32Array;
  private round = 1;

  constructor(capacity: number) {
    this.visited = new Uint32Array(capacity);
  }

  clear(): void {
    this.size = 0;
    this.round++;
  }

  visit(id: number): boolean {
    if (this.visited[id] === this.round) return false;
    this.visited[id] = this.round;
    return true;
  }

  add(id: number, start: number): void {
    this.ids[this.size] = id;
    this.starts[this.size] = start;
    this.size++;
  }
}

function holds(assertion: Assertion, text: string, at: number): boolean {
  switch (assertion) {
    case 'text-start':
      return at === 0;
    case 'text-end':
      return at >= text.length;
    case 'line-start':
      return at === 0 || text[at - 1] === '\n';
    case 'line-end':
      return at >= text.length || text[at] === '\n';
    case 'word-boundary':
      return isWord(text, at - 1) !== isWord(text, at);
    case 'no-word-boundary':
      return isWord(text, at - 1) === isWord(text, at);
  }
}

function isWord(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || code === 95 || (code >= 97 && code <= 122);
}
