import { existsSync, readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { readCase, type CaseFile } from './case-file.js';
import { rulesFolder } from './chosen.js';

/** `cases/<name>.yaml`, with what fixes have to make of it (case-file.ts). */
export interface Case extends CaseFile {
  readonly name: string;
  readonly fixed?: string | undefined;
  readonly fixedUnsafe?: string | undefined;
}

const suffixes = { fixed: '.fixed.yaml', fixedUnsafe: '.fixed-unsafe.yaml' } as const;

const isExpected = (name: string): boolean => Object.values(suffixes).some((suffix) => name.endsWith(suffix));

export function casesOf(id: string): Case[] {
  const folder = path.join(rulesFolder, id, 'cases');
  const names = existsSync(folder) ? readdirSync(folder).sort() : [];
  return names.filter((name) => name.endsWith('.yaml') && !isExpected(name)).map((name) => readOne(folder, name));
}

function readOne(folder: string, name: string): Case {
  const textOf = (suffix: string): string | undefined => {
    const file = path.join(folder, name.replace(/\.yaml$/, suffix));
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  return {
    name,
    ...readCase(textOf('.yaml')!),
    fixed: textOf(suffixes.fixed),
    fixedUnsafe: textOf(suffixes.fixedUnsafe),
  };
}

/** Expected texts beside no case. */
export function orphansOf(id: string, cases: readonly Case[]): string[] {
  const folder = path.join(rulesFolder, id, 'cases');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return names.filter(
    (name) =>
      !name.endsWith('.yaml') ||
      (isExpected(name) && !cases.some((each) => each.name === name.replace(/\.fixed(?:-unsafe)?\.yaml$/, '.yaml'))),
  );
}
