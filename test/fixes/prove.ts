/** What fixes may never do to a manifest. */
import assert from 'node:assert/strict';
import { applyFixes, type Linter, type Report, type ReportedDiagnostic, type Safety } from 'podlint';

/**
 * Fixes that change what is stored and are safe all the same: the page of the rule names the two forms that are one, or
 * what the server fills in whatever is written.
 */
const otherForm =
  /^(?:metadata\/server-fields|deprecations\/(?:api-version|field)|static\/critical-annotation|host-aliases\/empty|images\/invalid-reference)$/;

function lint(linter: Linter, text: string): Report['files'][number] {
  return linter.lint([{ path: 'manifest.yaml', text }]).files[0]!;
}

type File = ReturnType<typeof lint>;

function fixedText(text: string, diagnostics: readonly ReportedDiagnostic[], safety: Safety): string {
  return applyFixes(text, diagnostics, safety).text;
}

/** By version, the objects that the server takes. */
function accepted({ documents }: File): string[] {
  return documents.flatMap(({ index, item, verdicts = {} }) =>
    Object.entries(verdicts).flatMap(([version, verdict]) =>
      verdict === 'accept' ? [`${index}.${item ?? ''} ${version}`] : [],
    ),
  );
}

/**
 * The server's errors, by code and place, without what a removed item or a workload around the Pod changes. A probe that
 * is made like another one has its mistakes.
 */
function apiErrors({ diagnostics }: File): readonly { readonly code: string; readonly place: string }[] {
  const errors = diagnostics.filter(({ stage, severity }) => stage !== 'lint' && severity === 'error');
  const following = diagnostics
    .flatMap(({ follows = [] }) => follows)
    .filter(({ code }) => /^(?:api|schema)\//.test(code));
  return [...errors, ...following].map(({ code, path }) => {
    const place = path.replace(/\[\d+\]/g, '[]').replace(/^(?:spec\.)?template\./, '');
    return { code, place: place.replace(/(?:startup|liveness|readiness)Probe/, 'probe') };
  });
}

/** Errors at a place that had none of the kind, unless one is gone for it: a field that moves takes its mistake along. */
function addedErrors(before: File, after: File): string[] {
  const known = apiErrors(before);
  const now = apiErrors(after);
  const count = (errors: typeof known, code: string): number => errors.filter((error) => error.code === code).length;
  return now
    .filter(({ code, place }) => !known.some((error) => error.code === code && error.place === place))
    .filter(({ code }) => count(now, code) > count(known, code))
    .map(({ code, place }) => `${code} ${place}`);
}

/**
 * What the server cannot read, or not all of, may be wrong in ways that only show when it can; nor does a kubelet read a
 * field that it does not know.
 */
function isReadInFull({ diagnostics, documents }: File): boolean {
  return (
    !diagnostics.some(({ stage, severity }) => stage === 'syntax' || (stage === 'schema' && severity === 'error')) &&
    !diagnostics.some(({ code }) => code === 'static/unknown-field') &&
    documents.every(({ verdicts = {} }) => !Object.values(verdicts).includes('unserved'))
  );
}

/** What the server would store of the objects that it takes, by their places and versions. */
function stored(linter: Linter, text: string, taken: readonly string[]): Map<string, unknown> {
  const explained = linter.explain([{ path: 'manifest.yaml', text }]);
  return new Map(
    explained.flatMap(({ index, item, kubernetesVersion, verdict, effective }) =>
      verdict === 'accept' && taken.includes(`${index}.${item ?? ''} ${kubernetesVersion}`)
        ? [[`${index}.${item ?? ''} ${kubernetesVersion}`, effective]]
        : [],
    ),
  );
}

/**
 * Fixes keep what is accepted accepted, safe ones what is stored, and unsafe ones add no error; nor does any one by itself,
 * of which `pick` chooses one.
 */
export function proveFixes(linter: Linter, text: string, pick: number): void {
  const before = lint(linter, text);
  proveSafe(linter, text, before);
  proveUnsafe(linter, text, before);
  proveOne(linter, text, before, pick);
}

function proveSafe(linter: Linter, text: string, before: File): void {
  const safe = fixedText(text, before.diagnostics, 'safe');
  if (safe === text) return;
  const takenBefore = accepted(before);
  const takenAfter = accepted(lint(linter, safe));
  const refused = takenBefore.filter((object) => !takenAfter.includes(object));
  assert.deepEqual(refused, [], `refused after safe fixes:\n${text}\n=>\n${safe}`);
  const sameForm = fixedText(
    text,
    before.diagnostics.filter(({ code }) => !otherForm.test(code)),
    'safe',
  );
  if (sameForm === text || takenBefore.length === 0) return;
  assert.deepEqual(
    stored(linter, sameForm, takenBefore),
    stored(linter, text, takenBefore),
    `${text}\n=>\n${sameForm}`,
  );
}

function proveUnsafe(linter: Linter, text: string, before: File): void {
  // A Pod that is refused is refused for more than that in a template, where more is asked for.
  const isTaken = before.documents.every(({ verdicts = {} }) => !Object.values(verdicts).includes('reject'));
  const mendable = before.diagnostics.filter(({ code }) => isTaken || code !== 'pods/bare');
  const unsafe = fixedText(text, mendable, 'unsafe');
  if (unsafe === text || !isReadInFull(before)) return;
  const added = addedErrors(before, lint(linter, unsafe));
  assert.deepEqual(added, [], `added by unsafe fixes:\n${text}\n=>\n${unsafe}`);
}

/** What one rule offers, made by itself: no server's error comes of it, whatever else is wrong with the object. */
function proveOne(linter: Linter, text: string, before: File, pick: number): void {
  const offered = before.diagnostics.filter(({ stage, fixes }) => stage === 'lint' && fixes.length > 0);
  const one = offered[pick % offered.length];
  if (!one || !isReadInFull(before)) return;
  const added = addedErrors(before, lint(linter, fixedText(text, [one], 'unsafe')));
  assert.deepEqual(added, [], `added by ${one.code} at ${one.path}:\n${text}`);
}
