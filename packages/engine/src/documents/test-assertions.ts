import { own } from '@podlint/plain';
import { parseText, type JsonValue } from '@podlint/syntax';
import { isMapping } from './formats/format.js';
import type { NamedRole } from './roles-by-path.js';
import type { FileRole } from './source-file.js';

/**
 * Files whose name tells kuttl and Chainsaw that they are compared with what is in the cluster, and never created: some
 * fields of an object, or what must not be there (kuttl, pkg/test/step.go, populateObjectsByFileName; Chainsaw,
 * pkg/discovery, the manifests of a test without a file of its own).
 */
export function isAssertionName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  // Most names are none, and it takes V8 0.4 ms to compile the pattern.
  const mayBe = name.includes('-assert') || name.includes('-error');
  return mayBe && /^\d+-(?:assert|errors?)(?:-[^./]+)?\.ya?ml$/.test(name);
}

/** The names of a Chainsaw test in its folder (pkg/runner/flags, --test-file). */
export const testNames: readonly string[] = ['chainsaw-test.yaml', 'chainsaw-test.yml'];

export function isTestName(path: string): boolean {
  return /(?:^|\/)chainsaw-test\.ya?ml$/.test(path);
}

/**
 * What a Chainsaw test takes files for (pkg/apis/v1alpha1/operation.go), relative to its own folder: it compares some with the
 * cluster or merges them into an object there, and these hold parts of objects; others it applies. A file that it takes for both holds whole
 * objects.
 */
export function rolesNamedIn(chainsawTest: string): NamedRole[] {
  const operations = parseText(chainsawTest).documents.flatMap((document) =>
    document.root === undefined ? [] : mappingsBelow(document.toJSON()),
  );
  const named = (role: FileRole, names: readonly string[]): NamedRole[] =>
    operations.flatMap((operation) =>
      names.flatMap((name) => fileOf(own(operation, name)).map((file) => [file, role] as const)),
    );
  return [
    ...named('test assertion', ['assert', 'error', 'patch']),
    ...named('test resource', ['apply', 'create', 'update']),
  ];
}

function fileOf(operation: JsonValue | undefined): string[] {
  return isMapping(operation) && typeof operation.file === 'string' ? [operation.file] : [];
}

function mappingsBelow(value: JsonValue): { readonly [key: string]: JsonValue }[] {
  if (Array.isArray(value)) return value.flatMap(mappingsBelow);
  return isMapping(value) ? [value, ...Object.values(value).flatMap(mappingsBelow)] : [];
}
