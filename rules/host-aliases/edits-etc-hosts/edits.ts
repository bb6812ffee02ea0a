import {
  argumentsOf,
  isShell,
  programOf,
  readCommandLine,
  type CommandLine,
  type ShellCommand,
} from '@podlint/kubelet';
import { entriesOf, inputOf, outputOf, type HostEntry } from './entries.js';

/** A command that changes /etc/hosts. */
export interface HostsEdit {
  readonly command: ShellCommand;
  /** The commands that are piped into it, and itself. */
  readonly pipeline: readonly ShellCommand[];
  /** The program, if it does not write into the file but puts another one in its place. */
  readonly replacedBy?: string | undefined;
  /** What it adds, if that can be read from the command. */
  readonly entries?: readonly HostEntry[] | undefined;
}

export const hostsFile = '/etc/hosts';
const writing: ReadonlySet<string> = new Set(['>', '>>', '>|', '&>', '&>>']);
/** Programs whose last word names what they write, and whether they rename a new file to it. */
const copying: ReadonlyMap<string, 'writes' | 'replaces'> = new Map([
  ['cp', 'writes'],
  ['mv', 'replaces'],
  ['ln', 'replaces'],
  ['install', 'replaces'],
  ['rsync', 'replaces'],
] as const);

/** The edits in a command line, in their order. */
export function editsIn({ commands }: CommandLine): HostsEdit[] {
  let pipeline: readonly ShellCommand[] = [];
  return commands.flatMap((command) => {
    pipeline = isPiped(pipeline.at(-1), command) ? [...pipeline, command] : [command];
    return editBy(command, pipeline) ?? nestedEdit(command) ?? [];
  });
}

function isPiped(previous: ShellCommand | undefined, { before }: ShellCommand): boolean {
  return before?.text === '|' && previous?.after === before;
}

/** `sudo sh -c '...'` in a script. */
function nestedEdit(command: ShellCommand): HostsEdit | undefined {
  if (!isShell(programOf(command) ?? '')) return undefined;
  const nested = readCommandLine(command.words.map(({ text }) => text));
  const [edit] = nested?.script ? editsIn(nested) : [];
  return edit && { command, pipeline: [command], replacedBy: edit.replacedBy };
}

function editBy(command: ShellCommand, pipeline: readonly ShellCommand[]): HostsEdit | undefined {
  if (isRedirected(command))
    return { command, pipeline, entries: entriesOf(pipeline.length === 1 ? outputOf(command) : undefined) };
  const words = argumentsOf(command).map(({ text }) => text);
  const program = programOf(command);
  switch (program && words.some((word) => word.includes(hostsFile)) ? effectOf(program, words) : undefined) {
    case 'writes':
      return { command, pipeline, entries: program === 'tee' ? entriesOf(teed(command, pipeline)) : undefined };
    case 'replaces':
      return { command, pipeline, replacedBy: program };
    case undefined:
      return undefined;
  }
}

function isRedirected({ redirections }: ShellCommand): boolean {
  return redirections.some(({ operator, target }) => writing.has(operator) && target.text === hostsFile);
}

/** What goes into `tee`: its own here-document, or what the only command before it prints. */
function teed(command: ShellCommand, pipeline: readonly ShellCommand[]): string | undefined {
  const [first, second, ...more] = pipeline;
  return inputOf(command) ?? (first && second === command && more.length === 0 ? outputOf(first) : undefined);
}

function effectOf(program: string, words: readonly string[]): 'writes' | 'replaces' | undefined {
  const names = words.includes(hostsFile);
  switch (program) {
    case 'tee':
    case 'sponge':
    case 'truncate':
      return names ? 'writes' : undefined;
    case 'dd':
      return words.includes(`of=${hostsFile}`) ? 'writes' : undefined;
    case 'sed':
    case 'perl':
      return names && words.some((word) => /^-[a-zA-Z]*i|^--in-place/.test(word)) ? 'replaces' : undefined;
    default:
      return words.length > 1 && words.at(-1) === hostsFile ? copying.get(program) : undefined;
  }
}
