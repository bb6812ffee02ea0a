import { readFileSync } from 'node:fs';
import path from 'node:path';
import { brotliDecompressSync } from 'node:zlib';

/** The server's answer, without its words: see import.mjs. */
export interface Answer {
  readonly verdict: 'accept' | 'reject' | 'undecodable' | 'unserved';
  readonly unknown?: readonly string[];
  readonly duplicate?: readonly string[];
  /** `[type, field]` */
  readonly errors?: readonly (readonly [string, string])[];
  readonly dropped?: readonly string[];
  /** How many warnings the server sends. */
  readonly warnings?: number;
}

export interface CreateCase {
  readonly id: string;
  readonly kind: string;
  readonly manifest: string;
  readonly expect: Answer;
}

interface VersionCase {
  readonly id: string;
  readonly version: string;
  readonly expect: Answer;
}

const data = path.resolve(import.meta.dirname, '../../conformance/data');

/** Every record of a file of recorded answers. */
export function readCases<Case>(name: string): Case[] {
  const text = brotliDecompressSync(readFileSync(path.join(data, `${name}.jsonl.br`))).toString();
  return text.split('\n').map((line) => JSON.parse(line) as Case);
}

/** Recorded answers about the kinds with pods, and about the others. */
export type CaseSet = 'pods' | 'kinds';

const filesOf: Readonly<Record<CaseSet, Readonly<Record<'create' | 'versions' | 'update' | 'effective', string>>>> = {
  pods: { create: 'create', versions: 'versions', update: 'update', effective: 'effective' },
  kinds: { create: 'kinds', versions: 'kinds-versions', update: 'kinds-update', effective: 'kinds-effective' },
};

/** The cases of that set, by what is asked: `update`, `effective`. */
export function casesOf<Case>(set: CaseSet, what: 'update' | 'effective'): Case[] {
  return readCases<Case>(filesOf[set][what]);
}

/** The create cases with the answers of that version. */
export function createCases(version: string, set: CaseSet = 'pods'): CreateCase[] {
  const cases = readCases<CreateCase>(filesOf[set].create);
  if (version === '1.36') return cases;
  const differing = new Map(
    readCases<VersionCase>(filesOf[set].versions).flatMap((line) =>
      line.version === version ? [[line.id, line.expect] as const] : [],
    ),
  );
  return cases.map((line) => ({ ...line, expect: differing.get(line.id) ?? line.expect }));
}

/** Versions whose answers were recorded. */
export const recordedVersions = ['1.29', '1.30', '1.32', '1.33', '1.34', '1.35', '1.36'] as const;

/** Versions whose answers about the kinds without pods were recorded. */
export const kindVersions = ['1.29', '1.30', '1.32', '1.34', '1.36'] as const;
