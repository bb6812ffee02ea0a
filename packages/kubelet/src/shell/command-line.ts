import { shellCommands, type ShellCommand } from './commands.js';
import type { WordToken } from './tokens.js';
import { baseName, behindWrappers, flagWithValue } from './wrappers.js';

/** What a command of a manifest (`command` with `args`, or that of an exec handler) runs. */
export interface CommandLine {
  /** In the order in which they are written; a command without a shell is one. */
  readonly commands: readonly ShellCommand[];
  /** The text that a shell runs, if one does, and which of the words it is. Offsets of the commands count in it. */
  readonly script?: { readonly text: string; readonly word: number };
}

const shells: ReadonlySet<string> = new Set(['sh', 'bash', 'ash', 'dash', 'ksh', 'mksh', 'zsh']);
/** `-c`, alone or behind other flags: `-ec`. */
const scriptFlag = /^-[abefhilmnpuvx]*c$/;
/** Behind a shell's name the `c` may stand anywhere among the letters: `-ce`. */
const shellFlags = /^-[a-zA-Z]+$/;
/** Reads a command as the kernel gets it; undefined if there is none, or its script cannot be read. */
export function readCommandLine(words: readonly string[] | undefined): CommandLine | undefined {
  if (!words || words.length === 0) return undefined;
  const word = scriptIndex(words);
  const text = word === undefined ? undefined : words[word];
  if (word === undefined || text === undefined) return { commands: [commandOfWords(words)] };
  const commands = shellCommands(text);
  return commands && { commands, script: { text, word } };
}

/**
 * What a container runs as far as the manifest tells. Words that would only be arguments of the image's own entrypoint
 * count if they begin with a shell's.
 */
export function wordsOfContainer({
  command,
  args,
}: {
  readonly command?: readonly string[];
  readonly args?: readonly string[];
}): readonly string[] | undefined {
  if (command && command.length > 0) return args ? [...command, ...args] : command;
  if (!args || args.length < 2) return undefined;
  return isShell(args[0]!) || scriptFlag.test(args[0]!) ? args : undefined;
}

/** The name of the program that a command runs, without its folder; undefined if only a running shell knows it. */
export function programOf(command: ShellCommand): string | undefined {
  return command.words[programIndex(command)]?.text.replace(/^.*\//, '');
}

/** The words behind the program's name. */
export function argumentsOf(command: ShellCommand): readonly WordToken[] {
  return command.words.slice(programIndex(command) + 1);
}

/** Whether a word of a command names a shell. */
export function isShell(word: string): boolean {
  return shells.has(baseName(word));
}

function programIndex({ words }: ShellCommand): number {
  const texts = words.map(({ text }) => text);
  const index = behindWrappers(texts);
  return words[index]?.isLiteral === false && !texts[index]?.startsWith('[') ? words.length : index;
}

/** `sh -c SCRIPT`, also behind wrappers: the index of the script. */
function scriptIndex(words: readonly string[]): number | undefined {
  const shell = behindWrappers(words);
  const first = scriptFlag.test(words[0]!) ? 0 : isShell(words[shell] ?? '') ? shell + 1 : words.length;
  let isScriptNext = false;
  for (let at = first; at < words.length; at++) {
    const word = words[at]!;
    if (!/^[-+]/.test(word)) return isScriptNext ? at : undefined;
    isScriptNext ||= shellFlags.test(word) && word.includes('c');
    if (flagWithValue.test(word)) at++;
  }
  return undefined;
}

/** Words that no shell reads; the kubelet itself puts in what `$(NAME)` stands for. */
function commandOfWords(texts: readonly string[]): ShellCommand {
  const words = texts.map((text): WordToken => ({
    kind: 'word',
    text,
    isLiteral: !text.includes('$('),
    isQuoted: true,
    start: 0,
    end: 0,
  }));
  return {
    words,
    assignments: [],
    redirections: [],
    enclosing: [],
    before: undefined,
    after: undefined,
    start: 0,
    end: 0,
  };
}
