import { PatternFault, type Assertion, type Pattern, type Repetition, type RuneSet } from './syntax.js';

/** An instruction of the machine: where to go on is the index of another. */
type Instruction =
  | { readonly op: 'rune'; readonly set: RuneSet; next: number }
  | { readonly op: 'assertion'; readonly assertion: Assertion; next: number }
  /** Tries `next` first, then `other`. */
  | { readonly op: 'fork'; next: number; other: number }
  | { readonly op: 'match' };

/** More than this Go does not compile either (regexp/syntax, maxSize). */
const sizeLimit = 3_355_443;

export interface Program {
  readonly instructions: readonly Instruction[];
  /** Where it begins. */
  readonly start: number;
}

/** Compiles a pattern for the machine. */
export function compilePattern(pattern: Pattern): Program {
  const compiler = new Compiler();
  const start = compiler.compile(pattern, compiler.add({ op: 'match' }));
  return { instructions: compiler.instructions, start };
}

/** Compiles from the end to the beginning, so that what comes next is known. */
class Compiler {
  readonly instructions: Instruction[] = [];

  add(instruction: Instruction): number {
    if (this.instructions.length >= sizeLimit) throw new PatternFault('the expression is too large');
    this.instructions.push(instruction);
    return this.instructions.length - 1;
  }

  compile(pattern: Pattern, next: number): number {
    switch (pattern.kind) {
      case 'empty':
        return next;
      case 'rune':
        return this.add({ op: 'rune', set: pattern.set, next });
      case 'assertion':
        return this.add({ op: 'assertion', assertion: pattern.assertion, next });
      case 'sequence':
        return pattern.parts.reduceRight((after, part) => this.compile(part, after), next);
      case 'choice':
        return this.compileChoice(pattern.options, next);
      case 'repetition':
        return this.compileRepetition(pattern, next);
    }
  }

  private compileChoice(options: readonly Pattern[], next: number): number {
    const starts = options.map((option) => this.compile(option, next));
    return starts.reduceRight((other, start) => this.add({ op: 'fork', next: start, other }));
  }

  private compileRepetition({ inner, min, max, greedy }: Repetition, next: number): number {
    let start = max === Infinity ? this.compileLoop(inner, greedy, next) : next;
    if (max !== Infinity)
      for (let times = min; times < max; times++) start = this.compileMaybe(inner, greedy, start, next);
    for (let times = 0; times < min; times++) start = this.compile(inner, start);
    return start;
  }

  private compileMaybe(inner: Pattern, greedy: boolean, after: number, next: number): number {
    return this.fork(this.compile(inner, after), next, greedy);
  }

  private compileLoop(inner: Pattern, greedy: boolean, next: number): number {
    const loop = this.fork(next, next, greedy);
    const body = this.compile(inner, loop);
    const fork = this.instructions[loop]!;
    if (fork.op === 'fork') fork[greedy ? 'next' : 'other'] = body;
    return loop;
  }

  private fork(inner: number, next: number, greedy: boolean): number {
    return this.add(greedy ? { op: 'fork', next: inner, other: next } : { op: 'fork', next, other: inner });
  }
}
