import type { NodeId, TextEdit, YamlDocument } from '@podlint/syntax';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint } from 'vscode-languageserver-types';
import { toEdits } from '../../place/ranges.js';
import type { HintKind } from './kinds.js';

export interface Hint {
  readonly kind: HintKind;
  readonly offset: number;
  readonly label: string;
  /** Markdown. */
  readonly tooltip: string;
  /** Whether a lens says the same. */
  readonly inLens?: boolean;
  /** Writes out what the hint says. */
  readonly edits?: readonly TextEdit[] | undefined;
}

/** Values are shown as editors show parameters. */
const parameter = 2;

export function toInlayHint(text: TextDocument, { offset, label, tooltip, edits }: Hint): InlayHint {
  return {
    position: text.positionAt(offset),
    label,
    kind: parameter,
    paddingLeft: true,
    tooltip: { kind: 'markdown', value: tooltip },
    ...(edits && edits.length > 0 && { textEdits: toEdits(text, edits) }),
  };
}

/** Behind the colon of a field whose value is below, or in brackets behind it. */
export function behindKey(document: YamlDocument, node: NodeId): number | undefined {
  const key = document.keyRange(node);
  if (!key) return undefined;
  const colon = document.text.indexOf(':', key.end);
  return colon < 0 || document.text.slice(key.end, colon).trim() !== '' ? undefined : colon + 1;
}
