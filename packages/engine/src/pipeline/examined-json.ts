import { FieldPath, type PlainPath } from '@podlint/field-path';
import type { Followed } from '../findings/finding.js';
import type { ExaminedFile, ExaminedFinding, ExaminedObject } from './examined.js';

/** An examined file as JSON, for another thread or for a cache. */
export function examinedToJson(file: ExaminedFile): string {
  return JSON.stringify(file);
}

/** As it comes out of JSON: a path is the one thing that is more than plain data. */
interface Plain {
  readonly path: string;
  readonly objects: readonly (Omit<ExaminedObject, 'findings'> & { readonly findings: readonly PlainFinding[] })[];
}

type PlainFinding = Omit<ExaminedFinding, 'path' | 'follows'> & {
  readonly path: PlainPath;
  readonly follows: readonly PlainFollowed[];
};

type PlainFollowed = Omit<Followed, 'path'> & { readonly path: PlainPath };

/** The file that `examinedToJson` was given. */
export function examinedFromJson(text: string): ExaminedFile {
  const plain = JSON.parse(text) as Plain & Omit<ExaminedFile, 'objects'>;
  return {
    ...plain,
    objects: plain.objects.map((object) => ({
      ...object,
      findings: object.findings.map((finding) => ({
        ...withPath(finding),
        follows: finding.follows.map(withPath),
      })),
    })),
  };
}

function withPath<T extends { readonly path: PlainPath }>(plain: T): Omit<T, 'path'> & { readonly path: FieldPath } {
  return { ...plain, path: FieldPath.fromJSON(plain.path) };
}
