import type { CursorPlace } from '../../cursor/cursor-place.js';
import type { OwnedField } from '@podlint/schema';
import { isSelector } from '../../names/references.js';
import { scalarToText } from '@podlint/syntax';
import type { WorkspaceView } from '../../service/file-view.js';
import { knownKeys } from './known-words.js';
import { labelKeys } from './labels.js';
import type { Style } from './layout.js';
import { Kind, type Proposal } from './proposal.js';
import { literal } from './snippet.js';

/** The keys that a map often has: of labels those that the workspace has, of resources their names. */
export function keyProposals(
  { siblings, target }: CursorPlace,
  { owner, name }: OwnedField,
  style: Style,
  workspace: WorkspaceView,
): Proposal[] {
  const isLabels = isSelector(owner, name) || (owner === 'meta.v1.ObjectMeta' && name === 'labels');
  const keys = [
    ...new Set([
      ...(isLabels ? labelKeys(workspace) : []),
      ...knownKeys(owner, isLabels ? 'labels' : name),
      ...(isLabels ? knownKeys('meta.v1.ObjectMeta', 'labels') : []),
    ]),
  ];
  return keys
    .filter((key) => !siblings.includes(key))
    .map((key, index) => ({
      label: key,
      kind: Kind.field,
      text: `${literal(style.form === 'json' ? JSON.stringify(key) : scalarToText(key))}${target.hasColon ? '' : valueStop(style)}`,
      rank: `2${String(index).padStart(3, '0')}`,
    }));
}

function valueStop({ form }: Style): string {
  return form === 'json' ? ': "$1"' : ': $1';
}
