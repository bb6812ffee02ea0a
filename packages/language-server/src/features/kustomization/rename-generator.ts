import { textOf } from '@podlint/messages';
import { dnsSubdomainProblem } from '@podlint/validation';
import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { toEdits } from '../../place/ranges.js';
import type { Refusal } from '../navigation/rename.js';
import type { Around } from './around.js';
import { placesNaming } from './mentions.js';
import type { Generator } from './taken-in.js';
import { candidatesFor } from './targets.js';

/** The edits that give what a generator makes another name, wherever it is named; quotes are kept. */
export function renameGenerator(generator: Generator, newName: string, around: Around): WorkspaceEdit | Refusal {
  const { kind, name, view } = generator;
  const problem = nameProblem(newName);
  if (problem !== undefined) return { refused: `"${newName}" cannot be the name of a ${kind}: ${problem}.` };
  const isTaken =
    newName !== name && candidatesFor(view, around).some((other) => other.kind === kind && other.name === newName);
  if (isTaken) return { refused: `There is another ${kind} "${newName}" already.` };
  const changes = new Map<string, TextEdit[]>();
  for (const { view: file, edits } of placesNaming(generator, around))
    changes.set(file.uri, [...(changes.get(file.uri) ?? []), ...toEdits(file.text, edits(newName))]);
  return { changes: Object.fromEntries(changes) };
}

function nameProblem(name: string): string | undefined {
  if (name === '') return 'it is empty';
  const problem = dnsSubdomainProblem(name);
  return problem && textOf(problem);
}
