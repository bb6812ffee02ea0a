import { FieldPath, type PlainPath } from '@podlint/field-path';
import type { ExaminedFile } from './examined.js';

/** An examined file as JSON, for another thread or for a cache. */
export function examinedToJson(file: ExaminedFile): string {
  return JSON.stringify(file);
}

/** As it comes out of JSON: a path is the one thing that is more than plain data. */
interface Plain {
  readonly objects: readonly { readonly findings: readonly PlainFinding[] }[];
}

interface PlainFinding extends WithPath {
  readonly follows: readonly WithPath[];
}

interface WithPath {
  path: PlainPath | FieldPath;
}

/** The file that `examinedToJson` was given. Nobody else has the objects, so they are made whole where they are. */
export function examinedFromJson(text: string): ExaminedFile {
  const file = JSON.parse(text) as Plain;
  for (const { findings } of file.objects)
    for (const finding of findings) {
      revivePath(finding);
      finding.follows.forEach(revivePath);
    }
  return file as Plain & ExaminedFile;
}

function revivePath(of: WithPath): void {
  of.path = FieldPath.fromJSON(of.path as PlainPath);
}
