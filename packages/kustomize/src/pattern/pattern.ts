import { says } from '../messages.js';
import { BuildFailure } from '../errors.js';
import { parseExpression, type Expression } from './syntax.js';

/** A regular expression of Go's syntax, as kustomize takes them in selectors, images and paths. */
export interface Pattern {
  /** True where the pattern is found anywhere in the text. */
  test(text: string): boolean;
}

const known = new Map<string, Pattern | undefined>();
/** Kustomizations use few expressions, and the same ones for each object. */
const mostKnown = 1000;

/** Undefined for what is no regular expression. */
export function compilePattern(source: string): Pattern | undefined {
  if (!known.has(source)) {
    if (known.size >= mostKnown) known.clear();
    known.set(source, compile(source));
  }
  return known.get(source);
}

export function demandPattern(source: string): Pattern {
  const pattern = compilePattern(source);
  if (!pattern) throw new BuildFailure('other', says.pattern({ pattern: source }));
  return pattern;
}

function compile(source: string): Pattern | undefined {
  try {
    const program: Instruction[] = [];
    emit(parseExpression(source), program);
    program.push({ type: 'match' });
    return { test: (text) => run(program, text) };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

type Instruction =
  | { readonly type: 'match' }
  | Extract<Expression, { type: 'character' | 'assertion' }>
  | { readonly type: 'split'; targets: number[] };

/** More would be an expression that nobody writes; Go has a limit too. */
const mostInstructions = 50_000;

function emit(expression: Expression, program: Instruction[]): void {
  if (program.length > mostInstructions) throw new SyntaxError('too large');
  switch (expression.type) {
    case 'sequence':
      for (const part of expression.parts) emit(part, program);
      return;
    case 'choice': {
      emitChoice(expression.options, program);
      return;
    }
    case 'repeat': {
      emitRepeat(expression, program);
      return;
    }
    default:
      program.push(expression);
  }
}

function emitChoice(options: readonly Expression[], program: Instruction[]): void {
  const split = { type: 'split' as const, targets: [] as number[] };
  program.push(split);
  const jumps = options.map((option) => {
    split.targets.push(program.length);
    emit(option, program);
    const jump = { type: 'split' as const, targets: [] as number[] };
    program.push(jump);
    return jump;
  });
  for (const jump of jumps) jump.targets = [program.length];
}

function emitRepeat({ inner, least, most }: Extract<Expression, { type: 'repeat' }>, program: Instruction[]): void {
  for (let i = 0; i < least; i++) emit(inner, program);
  if (most === Infinity) {
    const split = { type: 'split' as const, targets: [] as number[] };
    const start = program.push(split) - 1;
    emit(inner, program);
    program.push({ type: 'split', targets: [start] });
    split.targets = [start + 1, program.length];
    return;
  }
  const splits = [];
  for (let i = least; i < most; i++) {
    const split = { type: 'split' as const, targets: [program.length + 1] };
    splits.push(split);
    program.push(split);
    emit(inner, program);
  }
  for (const split of splits) split.targets.push(program.length);
}

/** Goes through a text once, in all states that the program can be in: the time does not depend on the expression. */
function run(program: readonly Instruction[], text: string): boolean {
  let states = new Set<number>();
  for (let at = 0; at <= text.length;) {
    enter(program, 0, text, at, states);
    if (states.has(program.length - 1)) return true;
    const character = String.fromCodePoint(text.codePointAt(at) ?? 0);
    const next = new Set<number>();
    if (at < text.length)
      for (const state of states) {
        const instruction = program[state]!;
        if (instruction.type === 'character' && instruction.test(character))
          enter(program, state + 1, text, at + character.length, next);
      }
    if (next.has(program.length - 1)) return true;
    states = next;
    at += at < text.length ? character.length : 1;
  }
  return false;
}

/** Adds a state, and those that it leads to without a character. */
function enter(program: readonly Instruction[], start: number, text: string, at: number, states: Set<number>): void {
  const pending = [start];
  for (let state = pending.pop(); state !== undefined; state = pending.pop()) {
    if (states.has(state)) continue;
    states.add(state);
    const instruction = program[state]!;
    if (instruction.type === 'split') pending.push(...instruction.targets);
    else if (instruction.type === 'assertion' && instruction.holds(text, at)) pending.push(state + 1);
  }
}
