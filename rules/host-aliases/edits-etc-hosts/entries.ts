import { argumentsOf, programOf, type ShellCommand } from '@podlint/kubelet';
import { addressFamily } from '../../kit/addresses.js';

/** A line of a hosts file. */
export interface HostEntry {
  readonly ip: string;
  readonly hostnames: readonly string[];
}

const hostname = /^[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*$/;

/** The entries of a text; undefined if it is not known, or not all of it can be read. */
export function entriesOf(text: string | undefined): readonly HostEntry[] | undefined {
  const lines =
    text
      ?.split('\n')
      .map((line) => line.replace(/#.*/, '').trim())
      .filter((line) => line !== '') ?? [];
  const entries = lines.flatMap((line) => entryOf(line) ?? []);
  return entries.length > 0 && entries.length === lines.length ? entries : undefined;
}

function entryOf(line: string): HostEntry | undefined {
  const [ip = '', ...names] = line.split(/\s+/);
  // Names know no case, and the server takes lower case alone.
  const hostnames = names.map((name) => name.toLowerCase());
  return addressFamily(ip) && hostnames.length > 0 && hostnames.every((name) => hostname.test(name))
    ? { ip, hostnames }
    : undefined;
}

/** The text of a here-document or here-string. */
export function inputOf({ redirections }: ShellCommand): string | undefined {
  for (const { operator, target, hereDocument } of redirections) {
    if (hereDocument) return hereDocument.isLiteral ? hereDocument.text : undefined;
    if (operator === '<<<') return target.isLiteral ? target.text : undefined;
  }
  return undefined;
}

/** What a command prints by itself, if that can be told. */
export function outputOf(command: ShellCommand): string | undefined {
  const words = argumentsOf(command);
  if (words.some(({ isLiteral }) => !isLiteral)) return undefined;
  const texts = words.map(({ text }) => text);
  switch (programOf(command)) {
    case 'echo':
      return unescaped(texts.slice(texts.findIndex((text) => !/^-[neE]+$/.test(text))).join(' '));
    case 'printf':
      return printed(texts);
    case 'cat':
      return texts.length === 0 ? inputOf(command) : undefined;
    default:
      return undefined;
  }
}

/** printf uses its format anew until all words are used up (POSIX, printf). */
function printed([format = '', ...words]: readonly string[]): string | undefined {
  const slots = format.split('%s').length - 1;
  if (format.replaceAll('%s', '').includes('%')) return undefined;
  if (slots === 0 || words.length === 0) return unescaped(format.replaceAll('%s', ''));
  let text = '';
  for (let at = 0; at < words.length; at += slots) {
    let slot = at;
    text += format.replace(/%s/g, () => words[slot++] ?? '');
  }
  return unescaped(text);
}

/** Tabs and line breaks are the only escapes that a hosts file has a use for. */
function unescaped(text: string): string {
  return text.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
}
