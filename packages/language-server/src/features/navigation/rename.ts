import { textOf, type Message } from '@podlint/messages';
import {
  configMapKeyProblem,
  dns1035LabelProblem,
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  portNameProblems,
} from '@podlint/validation';
import { renameKey, replaceScalar } from '@podlint/syntax';
import type { Range, TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Mention } from '../../names/mention.js';
import { mentionsIn } from '../../names/mentions.js';
import { objectSymbol } from '../../names/symbols.js';
import { objectsOf } from '../../names/objects.js';
import { toEdits, toRange } from '../../place/ranges.js';
import type { FileView, WorkspaceView } from '../../service/file-view.js';
import { mentionAt } from './mention-at.js';
import { definitionsOf, occurrencesOf } from './occurrences.js';

/** Why something cannot be renamed, in words for the user. */
export interface Refusal {
  readonly refused: string;
}

export interface Renameable {
  readonly range: Range;
  readonly placeholder: string;
}

export function prepareRename(view: FileView, offset: number, workspace: WorkspaceView): Renameable | Refusal {
  const mention = mentionAt(view, offset);
  if (!mention)
    return {
      refused:
        'There is no name here. What can be renamed: volumes, ports, containers, objects and their keys, and values of labels that Pods are selected by.',
    };
  if (mention.kind === 'Namespace')
    return {
      refused:
        'Every object of a namespace names it, also objects that are not in these files. Make a new namespace, and move the objects there.',
    };
  if (definitionsOf(mention, workspace).length === 0 && mention.what !== 'label')
    return {
      refused: `No file here gives the name "${mention.name}": it belongs to something outside, and renaming its uses would lose it.`,
    };
  const inner = insideQuotes(mention);
  return { range: toRange(view.text, inner), placeholder: mention.name };
}

/** The edits that give all mentions another name, quotes kept. */
export function rename(
  view: FileView,
  offset: number,
  newName: string,
  workspace: WorkspaceView,
): WorkspaceEdit | Refusal {
  const prepared = prepareRename(view, offset, workspace);
  if ('refused' in prepared) return prepared;
  const mention = mentionAt(view, offset)!;
  const problem = nameProblem(mention, newName);
  if (problem !== undefined)
    return { refused: `"${newName}" cannot be the name of a ${wordFor(mention)}: ${problem}.` };
  const occurrences = occurrencesOf(mention, workspace);
  const taken = newName === mention.name ? undefined : takenBy(mention, newName, occurrences, workspace);
  if (taken !== undefined) return { refused: taken };
  const changes = new Map<string, TextEdit[]>();
  for (const occurrence of occurrences) {
    const { uri, text } = occurrence.object.file;
    changes.set(uri, [...(changes.get(uri) ?? []), ...toEdits(text, editsFor(occurrence, newName))]);
  }
  return { changes: Object.fromEntries(changes) };
}

function editsFor(
  { object: { document }, node, on, range }: Mention,
  newName: string,
): ReturnType<typeof replaceScalar> & object {
  if (on === 'key suffix') return [{ range, text: newName }];
  return (on === 'key' ? renameKey(document, node, newName) : replaceScalar(document, node, newName)) ?? [];
}

/** Of a name as it stands in the text, what another one would replace. */
export function insideQuotes({ object: { document }, range }: Mention): {
  readonly start: number;
  readonly end: number;
} {
  const sign = document.text[range.start];
  const isQuoted =
    (sign === '"' || sign === "'") && document.text[range.end - 1] === sign && range.end - range.start > 1;
  return isQuoted ? { start: range.start + 1, end: range.end - 1 } : range;
}

function wordFor({ what, kind }: Mention): string {
  if (what === 'object') return kind ?? 'object';
  if (what === 'key') return 'key';
  return what === 'label' ? 'label value' : what.replace(/^(?:selected|service) /, '');
}

function nameProblem(mention: Mention, name: string): string | undefined {
  if (name === '') return 'it is empty';
  const problem = formatProblem(mention, name);
  return problem && textOf(problem);
}

/** What the server would say to the name (validateName of each kind in pkg/apis/core/validation, and its siblings). */
function formatProblem({ what, kind }: Mention, name: string): Message | undefined {
  switch (what) {
    case 'port':
    case 'selected port':
      return portNameProblems(name)[0];
    case 'object':
      return kind === 'Service'
        ? dns1035LabelProblem(name)
        : kind?.includes('Role')
          ? undefined
          : dnsSubdomainProblem(name);
    case 'key':
      return configMapKeyProblem(name);
    case 'label':
      return labelValueProblem(name);
    default:
      return dnsLabelProblem(name);
  }
}

/** Whether something else of the same sort has that name already, so that the two could not be told apart any more. */
function takenBy(
  mention: Mention,
  newName: string,
  occurrences: readonly Mention[],
  workspace: WorkspaceView,
): string | undefined {
  const word = wordFor(mention);
  if (mention.what === 'object') {
    const symbol = objectSymbol(mention.kind ?? '', mention.object.namespace, newName);
    const isTaken = [...objectsOf(workspace)].some(
      (object) => object.name === newName && objectSymbol(object.kind, object.namespace, newName) === symbol,
    );
    return isTaken ? `There is another ${word} "${newName}" already.` : undefined;
  }
  if (mention.what === 'label' || mention.what === 'service port') return undefined;
  const definitions = occurrences.filter(({ role }) => role === 'definition');
  const isTaken = definitions.some(({ object, what }) =>
    mentionsIn(object).some(
      (other) =>
        other.what === what &&
        other.role === 'definition' &&
        other.name === newName &&
        (what !== 'key' || other.object.name === object.name),
    ),
  );
  return isTaken ? `There is another ${word} "${newName}" already.` : undefined;
}
