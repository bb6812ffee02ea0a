import type { CompletionItemKind } from 'vscode-languageserver-types';

/** Something that can be written at the cursor. */
export interface Proposal {
  readonly label: string;
  readonly kind: CompletionItemKind;
  /** In snippet syntax; further lines are indented in full. */
  readonly text: string;
  readonly detail?: string;
  /** Orders proposals as texts; the label decides among equals. */
  readonly rank: string;
  readonly isDeprecated?: boolean;
  /** Of a field: whose documentation belongs to it. */
  readonly documents?: { readonly owner: string; readonly name: string };
  /** Words that belong to it, in Markdown. */
  readonly note?: string;
  /** What the typed text is compared with, where it is not the label. */
  readonly filter?: string;
}

export const Kind = {
  text: 1,
  field: 5,
  class: 7,
  module: 9,
  value: 12,
  enum: 13,
  snippet: 15,
  file: 17,
  reference: 18,
  folder: 19,
  enumMember: 20,
  constant: 21,
} as const satisfies Readonly<Record<string, CompletionItemKind>>;
