import { isShell } from '@podlint/kubelet';
import { isShellOperator } from '../../kit/shell-words.js';

export interface Unexpanded {
  readonly index: number;
  readonly message: 'variable' | 'operator';
  readonly data: Readonly<Record<string, string>>;
}

/** Programs with a language of their own in which "$" or ">" means something, and those that hand words to a shell. */
const readers: ReadonlySet<string> = new Set(
  (
    '[ awk gawk mawk sed perl ruby php python python2 python3 node jq yq expr test find grep egrep mongo mongosh mysql psql sqlite3 ' +
    'envsubst su gosu su-exec runuser chroot ssh kubectl docker watch xargs parallel timeout powershell pwsh cmd nginx envoy'
  ).split(' '),
);
/** Behind it stands text that something runs. */
const scriptFlag = /^-{1,2}(?:[a-z]*c|e|r|command|eval|exec|script)$/i;
/** Names that stand for variables of the environment nearly always are in upper case. */
const variable = /(?:^|[^$\\])(\$(?:\{([A-Z][A-Z0-9_]+)(?::?[-=?+][^}]*)?\}|([A-Z][A-Z0-9_]+)(?![\w(])))/;

/** The words of a command with syntax that only a shell would read, if nothing among them reads it. */
export function unexpandedWords(words: readonly string[]): Unexpanded[] {
  if (words.some(readsText)) return [];
  return words.flatMap((word, index) => unexpandedIn(word, index) ?? []);
}

function readsText(word: string): boolean {
  return isShell(word) || scriptFlag.test(word) || readers.has(word.slice(word.lastIndexOf('/') + 1));
}

function unexpandedIn(word: string, index: number): Unexpanded | undefined {
  if (isShellOperator(word)) return index === 0 ? undefined : { index, message: 'operator', data: { written: word } };
  // Several lines are a file or a script for somebody.
  const [, written, inBraces, plain] = word.includes('\n') ? [] : (variable.exec(word) ?? []);
  if (written === undefined) return undefined;
  return { index, message: 'variable', data: { written, variable: inBraces ?? plain ?? '' } };
}
