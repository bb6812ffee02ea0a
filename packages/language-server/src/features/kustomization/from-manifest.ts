import type { Location, WorkspaceEdit } from 'vscode-languageserver-types';
import type { Mention } from '../../names/mention.js';
import { toRange } from '../../place/ranges.js';
import type { FileView } from '../../service/file-view.js';
import { mentionAt } from '../navigation/mention-at.js';
import { insideQuotes, type Refusal, type Renameable } from '../navigation/rename.js';
import type { Around } from './around.js';
import { generatorLocation, generatorReferences } from './locations.js';
import { kustomizationsAround } from './mentions.js';
import { renameGenerator } from './rename-generator.js';
import { generatorsIn, takenIn, type Generator } from './taken-in.js';

/** A name in a manifest that a generator gives. */
interface Made {
  readonly mention: Mention;
  readonly generator: Generator;
}

/** Undefined where no kustomization that takes the file in makes what is named. */
function madeAt(view: FileView, offset: number, around: Around): Made | undefined {
  const mention = mentionAt(view, offset);
  if (mention?.what !== 'object' || (mention.kind !== 'ConfigMap' && mention.kind !== 'Secret')) return undefined;
  for (const kustomization of kustomizationsAround(view, around)) {
    const { kustomizations, files, patches } = takenIn(kustomization, around);
    const isIn = patches.includes(view) || (files.includes(view) && mention.role === 'reference');
    const generator = isIn
      ? kustomizations
          .flatMap(generatorsIn)
          .find(({ makes, kind, name }) => makes === 'new' && kind === mention.kind && name === mention.name)
      : undefined;
    if (generator) return { mention, generator };
  }
  return undefined;
}

/** Undefined: the name is none that a generator gives; as for all of these. */
export function definitionInKustomization(view: FileView, offset: number, around: Around): Location[] | undefined {
  const made = madeAt(view, offset, around);
  return made && [generatorLocation(made.generator)];
}

export function referencesOfMade(
  view: FileView,
  offset: number,
  declarations: 'included' | 'left out',
  around: Around,
): Location[] | undefined {
  const made = madeAt(view, offset, around);
  return made && generatorReferences(made.generator, declarations, around);
}

export function prepareRenameOfMade(view: FileView, offset: number, around: Around): Renameable | undefined {
  const made = madeAt(view, offset, around);
  return made && { range: toRange(view.text, insideQuotes(made.mention)), placeholder: made.mention.name };
}

export function renameMade(
  view: FileView,
  offset: number,
  newName: string,
  around: Around,
): WorkspaceEdit | Refusal | undefined {
  const made = madeAt(view, offset, around);
  return made && renameGenerator(made.generator, newName, around);
}
