import { readCommandLine } from '@podlint/kubelet';
import { editsIn, type HostsEdit } from './edits.js';

/** Operators between which a command can be taken out of a script. */
const sequential: ReadonlySet<string | undefined> = new Set([undefined, ';', '&&', '\n']);

/**
 * A script without its edits of /etc/hosts: empty if nothing else is left, undefined if one of them cannot be taken
 * out.
 */
export function withoutEdits(script: string): string | undefined {
  const line = readCommandLine(['sh', '-c', script]);
  if (!line) return undefined;
  if (line.commands.length === 0) return '';
  const [edit] = editsIn(line);
  if (!edit) return script;
  const range = rangeOf(script, edit);
  return range && withoutEdits(script.slice(0, range.start) + script.slice(range.end));
}

/**
 * The text of an edit with one of the operators around it, so that what stands around it still belongs together as
 * before.
 */
function rangeOf(script: string, { command, pipeline }: HostsEdit): { start: number; end: number } | undefined {
  const [first = command] = pipeline;
  const { before } = first;
  const { after, end } = command;
  const isInSequence = command.enclosing.length === 0 && sequential.has(before?.text) && sequential.has(after?.text);
  if (!isInSequence) return undefined;
  const hasDocument = pipeline.some(({ redirections }) => redirections.some(({ hereDocument }) => hereDocument));
  const endsLine = after === undefined || after.text === '\n';
  if (before?.text === '&&' || (before?.text === ';' && endsLine))
    return hasDocument ? undefined : { start: blanksBefore(script, before.start), end };
  if (hasDocument && !endsLine) return undefined;
  return {
    start: endsLine ? blanksBefore(script, first.start) : first.start,
    end: after ? blanksBehind(script, after.end) : end,
  };
}

function blanksBefore(script: string, at: number): number {
  return script.slice(0, at).replace(/(?<![ \t])[ \t]+$/, '').length;
}

/** The indentation of the next line stays. */
function blanksBehind(script: string, at: number): number {
  return script[at - 1] === '\n' ? at : script.length - script.slice(at).replace(/^[ \t]+/, '').length;
}
