import { complete, hover } from '@podlint/language-server/features';
import type { CustomResources } from '@podlint/engine';
import { LanguageService, type FileView } from '@podlint/language-server/service';
import { definedResources } from '@podlint/policy';
import type { CompletionItem, TextEdit } from 'vscode-languageserver';

/** What judges custom resources by definitions. */
export function definedBy(definitions: readonly object[]): CustomResources {
  return { ...definedResources(definitions), name: 'defined' };
}

export const uri = 'file:///w/manifest.yaml';

export interface Opened {
  readonly service: LanguageService;
  readonly file: FileView;
  /** Of the cursor, `^` in the text. */
  readonly offset: number;
}

/** A service with a file that has its cursor at `^`, and with others beside it. */
export function open(
  marked: string,
  others: Readonly<Record<string, string>> = {},
  settings = {},
  resources?: CustomResources,
): Opened {
  const offset = marked.indexOf('^');
  const text = offset < 0 ? marked : marked.slice(0, offset) + marked.slice(offset + 1);
  const service = new LanguageService({ settingsFor: () => settings });
  service.setCustomResources(resources);
  for (const [name, content] of Object.entries(others)) service.setFile({ path: `/w/${name}`, text: content });
  service.setFile({ path: '/w/manifest.yaml', text });
  return { service, file: service.anyFile(uri)!, offset: Math.max(offset, 0) };
}

/** The start of a Pod, up to its containers. */
export const podHead = 'apiVersion: v1\nkind: Pod\nmetadata:\n  name: web\nspec:\n';

export interface Completed {
  /** In the order in which an editor shows them. */
  readonly labels: readonly string[];
  readonly items: readonly CompletionItem[];
  item(label: string): CompletionItem;
  /** The text after the proposal of that label was taken, with nothing filled in. */
  take(label: string): string;
}

export function completed(
  marked: string,
  others: Readonly<Record<string, string>> = {},
  resources?: CustomResources,
): Completed {
  const { file, offset, service } = open(marked, others, {}, resources);
  const items = [...complete(file, offset, service, { texts: 'plain' }).items].sort((a, b) =>
    a.sortText! < b.sortText! ? -1 : 1,
  );
  const item = (label: string): CompletionItem => {
    const found = items.find((candidate) => candidate.label === label);
    if (!found) throw new Error(`no "${label}" among: ${items.map((candidate) => candidate.label).join(', ')}`);
    return found;
  };
  return { items, labels: items.map(({ label }) => label), item, take: (label) => taken(file, item(label)) };
}

export function taken(file: FileView, { textEdit, additionalTextEdits = [] }: CompletionItem): string {
  return edited(file, [textEdit as TextEdit, ...additionalTextEdits]);
}

export function edited({ text }: FileView, edits: readonly TextEdit[]): string {
  const placed = edits.map(({ range, newText }, index) => ({
    start: text.offsetAt(range.start),
    end: text.offsetAt(range.end),
    newText,
    index,
  }));
  // Of several insertions at one place the first comes first.
  return placed
    .sort((a, b) => b.start - a.start || b.index - a.index)
    .reduce((result, { start, end, newText }) => result.slice(0, start) + newText + result.slice(end), text.getText());
}

/** What an editor would show at the cursor. */
export async function hoverText(
  marked: string,
  settings = {},
  others: Readonly<Record<string, string>> = {},
  resources?: CustomResources,
): Promise<string | undefined> {
  const { file, offset, service } = open(marked, others, settings, resources);
  const found = await hover(file, offset, service);
  return found && (found.contents as { value: string }).value;
}
