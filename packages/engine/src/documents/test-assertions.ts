import { parseText, type JsonValue } from '@podlint/syntax';
import { isMapping } from './formats/format.js';

/**
 * Files whose name tells kuttl and Chainsaw that they are compared with what is in the cluster, and never created: some
 * fields of an object, or what must not be there (kuttl, pkg/test/step.go, populateObjectsByFileName; Chainsaw,
 * pkg/discovery, the manifests of a test without a file of its own).
 */
export function isAssertionName(path: string): boolean {
  return /(?:^|\/)\d+-(?:assert|errors?)(?:-[^./]+)?\.ya?ml$/i.test(path);
}

/** The names of a Chainsaw test in its folder (pkg/runner/flags, --test-file). */
export const testNames: readonly string[] = ['chainsaw-test.yaml', 'chainsaw-test.yml'];

export function isTestName(path: string): boolean {
  return /(?:^|\/)chainsaw-test\.ya?ml$/.test(path);
}

/**
 * The files of which a Chainsaw test takes no whole objects: what it compares with the cluster, and what it merges into an
 * object there (pkg/apis/v1alpha1/operation.go). Relative to its own folder.
 */
export function assertionsNamedIn(chainsawTest: string): string[] {
  return parseText(chainsawTest).documents.flatMap((document) =>
    document.root === undefined ? [] : filesIn(document.toJSON()),
  );
}

function filesIn(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(filesIn);
  if (!isMapping(value)) return [];
  const own = [value.assert, value.error, value.patch].flatMap((operation) =>
    isMapping(operation) && typeof operation.file === 'string' ? [operation.file] : [],
  );
  return [...own, ...Object.values(value).flatMap(filesIn)];
}
