import type { Range } from '@podlint/syntax';
import type { SourceFile } from '../documents/source-file.js';
import type { ExaminedFile, ExaminedObject } from '../pipeline/examined.js';
import { shiftObject } from '../pipeline/shift.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { SourceToRead } from './files-again.js';

/** An object in the text of a build: a line that begins a document, and a line of JSON. */
const documentWritten = /---\n[^\n]*\n/g;

/** Where the objects of a build stand in its text. */
export function documentsOfMade(text: string): readonly Range[] {
  return Array.from(text.matchAll(documentWritten), ({ 0: { length }, index: start }) => ({
    start,
    end: start + length,
  }));
}

/** Where an object of a build was examined: the number of the file that it is alone in. */
interface Examined {
  readonly file: number;
  readonly start: number;
}

type Settings = Circumstances['settings'];

/** The objects of builds, each as a file of its own: what overlays of one base have in common is examined once. */
export class MadeDocuments {
  readonly sources: SourceToRead[] = [];
  private readonly ofMade: (readonly Examined[])[];
  private readonly known = new Map<Settings, Map<string, number>>();

  constructor(private readonly made: readonly SourceToRead[]) {
    this.ofMade = made.map((one) => this.examinedOf(one));
    this.known.clear();
  }

  /** The files of the builds, of which the objects were examined one by one. */
  joined(examined: readonly ExaminedFile[]): ExaminedFile[] {
    return this.made.map(({ source: { path } }, index) => joinedFile(path, this.ofMade[index] ?? [], examined));
  }

  private examinedOf({ source, by, documents = [] }: SourceToRead): readonly Examined[] {
    if ('skipped' in source) return [];
    return documents.map(({ start, end }) => ({
      file: this.fileOf({ path: source.path, text: source.text.slice(start, end) }, by),
      start,
    }));
  }

  private fileOf(source: Extract<SourceFile, { readonly text: string }>, by: Circumstances): number {
    const alike = this.known.get(by.settings) ?? new Map<string, number>();
    this.known.set(by.settings, alike);
    const known = alike.get(source.text);
    if (known !== undefined) return known;
    const added = this.sources.push({ source, by }) - 1;
    alike.set(source.text, added);
    return added;
  }
}

function joinedFile(path: string, parts: readonly Examined[], examined: readonly ExaminedFile[]): ExaminedFile {
  const objects: ExaminedObject[] = [];
  const facts: ExaminedFile['facts'][number][] = [];
  let mayDirect = false;
  for (const [index, { file, start }] of parts.entries()) {
    const one = examined[file];
    // A run that was interrupted did not come to all of them.
    if (!one || one.skipped !== undefined)
      return { path, objects: [], facts: [], mayDirect: false, skipped: one?.skipped ?? '' };
    const by = { offset: start, lines: 2 * index, documents: index };
    for (const each of one.facts) facts.push({ ...each, position: each.position + objects.length });
    for (const each of one.objects) objects.push(shiftObject(relatedIn(each, one.path, path), by));
    mayDirect ||= one.mayDirect;
  }
  return { path, objects, facts, mayDirect };
}

/** Places that an object tells of itself are in the file that it is looked at in. */
function relatedIn(object: ExaminedObject, examinedIn: string, path: string): ExaminedObject {
  if (examinedIn === path || object.findings.every(({ related }) => related.length === 0)) return object;
  const findings = object.findings.map((finding) => ({
    ...finding,
    related: finding.related.map((place) => (place.file === examinedIn ? { ...place, file: path } : place)),
  }));
  return { ...object, findings };
}
