import { atPlace } from '../errors.js';
import type { KeyPath } from '../node/key-path.js';
import { fileSource, type TextSource } from '../origin/text-source.js';
import { fileText } from '../read/file-text.js';
import { readResources } from '../read/resources.js';
import { Resource } from '../resource/resource.js';
import type { PluginContext } from '../transform/context.js';

/** A patch as it is written: a file, a text in the kustomization, or a part of that. */
export interface PatchText {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly source: TextSource;
}

export function objectsOf({ text, start, end, source }: PatchText, { openApi }: PluginContext): Resource[] {
  return readResources(text, { start, end }, source).map((node) => new Resource(node, openApi));
}

export function wholeText(text: string, source: TextSource): PatchText {
  return { text, start: 0, end: text.length, source };
}

export function patchFile(path: string, field: KeyPath, context: PluginContext): PatchText {
  return atPlace(context.placeOf(field), () => {
    const file = context.loader.load(path);
    return wholeText(fileText(file), fileSource(file.name));
  });
}
