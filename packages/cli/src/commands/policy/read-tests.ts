import { readFileSync } from 'node:fs';
import path from 'node:path';
import { objectsOfKinds } from '@podlint/engine';
import type { PolicyTest, PolicyTestRun } from '@podlint/policy';
import { readYaml } from '@podlint/syntax';
import { loadFiles } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';

/** A document of a file of tests: the tests and where the policies are, or an object. */
interface TestDocument {
  readonly policies?: unknown;
  readonly tests?: unknown;
  /** Of a config file. */
  readonly customRules?: unknown;
}

/** The rules of a config file, as they are written; undefined: it is no config with rules of its own. */
export function rulesWrittenIn(file: string, cwd: string): unknown {
  const [document] = documentsOf(file, cwd);
  const { podlint } = (document ?? {}) as { readonly podlint?: { readonly customRules?: unknown } };
  return document?.customRules ?? podlint?.customRules;
}

/**
 * Reads a file of tests: a document with `tests`, and `policies` that names files; other documents of the file are
 * objects. Throws UsageError for what cannot be read.
 */
export async function readTests(file: string, cwd: string): Promise<PolicyTestRun> {
  const documents = documentsOf(file, cwd);
  const own = documents.filter((document) => 'tests' in document);
  const tests = own.flatMap((document) => testsIn(document, file));
  if (tests.length === 0) throw new UsageError(`no tests in "${file}": it needs a list "tests"`);
  const folder = path.dirname(path.resolve(cwd, file));
  const named = await Promise.all(own.flatMap(pathsIn).map((name) => objectsIn(name, folder, file)));
  return { tests, objects: [...documents.filter((document) => !('tests' in document)), ...named.flat()] };
}

function documentsOf(file: string, cwd: string): readonly TestDocument[] {
  const documents = readYaml(textOf(file, cwd));
  return documents.flatMap(({ json, error }) => {
    if (error) throw new UsageError(`"${file}" cannot be read: ${error.message}`);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? [json] : [];
  });
}

function textOf(file: string, cwd: string): string {
  try {
    return readFileSync(path.resolve(cwd, file), 'utf8');
  } catch {
    throw new UsageError(`"${file}" cannot be read`);
  }
}

const testFields: ReadonlySet<string> = new Set([
  'name',
  'operation',
  'object',
  'oldObject',
  'subresource',
  'user',
  'groups',
  'dryRun',
  'allowed',
  'message',
  'patched',
]);

function testsIn({ tests }: TestDocument, file: string): readonly PolicyTest[] {
  if (!Array.isArray(tests)) throw new UsageError(`"tests" in "${file}" must be a list`);
  return tests.map((test: unknown, i) => {
    const isFine = typeof test === 'object' && test !== null && ('object' in test || 'oldObject' in test);
    if (!isFine) throw new UsageError(`test ${i + 1} in "${file}" needs an object, or an oldObject`);
    const unknown = Object.keys(test).find((name) => !testFields.has(name));
    if (unknown !== undefined) throw new UsageError(`test ${i + 1} in "${file}" has an unknown field "${unknown}"`);
    if ('patched' in test && (typeof test.patched !== 'object' || test.patched === null || Array.isArray(test.patched)))
      throw new UsageError(`"patched" of test ${i + 1} in "${file}" must be an object`);
    return test as PolicyTest;
  });
}

function pathsIn({ policies }: TestDocument): readonly string[] {
  const list: readonly unknown[] = Array.isArray(policies) ? policies : [policies];
  return list.filter((name) => typeof name === 'string');
}

async function objectsIn(name: string, folder: string, file: string): Promise<readonly object[]> {
  const { files, problems } = await loadFiles([name], { cwd: folder });
  const [problem] = problems;
  if (problem) throw new UsageError(`"${file}": ${problem.message}`);
  return files.flatMap(({ source }) => objectsOfKinds(source, undefined));
}
