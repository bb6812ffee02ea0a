import type { CompletionItem } from 'vscode-languageserver-types';
import { documentationOf } from '../../knowledge/documentation.js';

/** Adds the documentation of a field, which is many times longer than all the rest of a list of proposals. */
export async function resolveCompletion(item: CompletionItem): Promise<CompletionItem> {
  const { owner, name } = (item.data ?? {}) as { readonly owner?: unknown; readonly name?: unknown };
  const value = typeof owner === 'string' && typeof name === 'string' ? await documentationOf(owner, name) : undefined;
  return value === undefined ? item : { ...item, documentation: { kind: 'markdown', value } };
}
