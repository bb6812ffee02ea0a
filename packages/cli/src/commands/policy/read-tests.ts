import { readFileSync } from 'node:fs';
import path from 'node:path';
import { objectsOfKinds } from '@podlint/engine';
import type { PolicyTest, PolicyTestRun } from '@podlint/policy';
import { didYouMean, nearestChoice } from '@podlint/plain/spelling';
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
  const named = await Promise.all(
    own.flatMap((document) => pathsIn(document, file)).map((name) => objectsIn(name, folder, file)),
  );
  const objects = [...documents.filter((document) => !('tests' in document)), ...named.flat()];
  if (!objects.some(isPolicy))
    throw new UsageError(`no policy for the tests in "${file}": name the files of policies in "policies"`);
  return { tests, objects };
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

function isPolicy(object: object): boolean {
  return 'kind' in object && (object.kind === 'ValidatingAdmissionPolicy' || object.kind === 'MutatingAdmissionPolicy');
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

const documentFields: ReadonlySet<string> = new Set(['policies', 'tests']);

function testsIn({ tests }: TestDocument, file: string): readonly PolicyTest[] {
  if (!Array.isArray(tests)) throw new UsageError(`"tests" in "${file}" must be a list`);
  return tests.map((test: unknown, i) => {
    if (typeof test !== 'object' || test === null) throw new UsageError(`test ${i + 1} in "${file}" must be an object`);
    refuseUnknown(test, testFields, `test ${i + 1} in "${file}"`);
    if (!('object' in test) && !('oldObject' in test))
      throw new UsageError(`test ${i + 1} in "${file}" needs an object, or an oldObject`);
    if ('patched' in test && (typeof test.patched !== 'object' || test.patched === null || Array.isArray(test.patched)))
      throw new UsageError(`"patched" of test ${i + 1} in "${file}" must be an object`);
    return test as PolicyTest;
  });
}

/** A field with a slip in its name would say nothing, and the tests would pass. */
function refuseUnknown(given: object, known: ReadonlySet<string>, where: string): void {
  const unknown = Object.keys(given).find((name) => !known.has(name));
  if (unknown === undefined) return;
  const hint = didYouMean(nearestChoice(unknown, [...known]));
  throw new UsageError(`${where} has an unknown field "${unknown}"${hint}`);
}

function pathsIn(document: TestDocument, file: string): readonly string[] {
  refuseUnknown(document, documentFields, `the document with "tests" in "${file}"`);
  const { policies = [] } = document;
  const list: readonly unknown[] = Array.isArray(policies) ? policies : [policies];
  return list.map((name) => {
    if (typeof name === 'string') return name;
    throw new UsageError(`"policies" in "${file}" must be the name of a file, or a list of such names`);
  });
}

async function objectsIn(name: string, folder: string, file: string): Promise<readonly object[]> {
  const { files, problems } = await loadFiles([name], { cwd: folder });
  const [problem] = problems;
  if (problem) throw new UsageError(`"${file}": ${problem.message}`);
  return files.flatMap(({ source }) => objectsOfKinds(source, undefined));
}
