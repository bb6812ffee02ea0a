import { type Message, defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, core } from '@podlint/model';
import type { Context } from '../context.js';
import { qualifiedNameProblem } from '../formats.js';
import { quotedList } from '../lists.js';
import {
  environmentFieldPaths,
  knownFieldPaths,
  legacyNodeNamePath,
  volumeFieldPaths,
  type AllowedFieldPaths,
} from './downward-api.js';

const says = defineMessages('downward-api', {
  'no-version': 'The version that fieldPath is written in is missing. Set apiVersion to "v1".',
  'no-field-path': 'fieldRef does not say which field of the pod to read. Set fieldPath, for example "metadata.name".',
  'unknown-version': 'The pod has no version "{version}" to read "{field}" from. Set apiVersion to "v1".',
  'no-subscript': "\"{field}\" cannot be read by key; only metadata.labels['KEY'] and metadata.annotations['KEY'] can.",
  'invalid-key': '"{key}" cannot be a key of {field}: {problem}.',
  'unknown-field': 'The downward API cannot read "{field}". Use one of {allowed}.',
  'whole-map-in-variable':
    "An environment variable cannot hold all of {field}, only a file of a downwardAPI volume can. Read one of them by its key, {field}['KEY'], or mount such a volume.",
  'not-in-volume':
    'A file of a downwardAPI volume cannot hold {field}, only an environment variable can. Set one with valueFrom.fieldRef, or use one of {allowed}.',
  'not-shown': 'Neither environment variables nor files can show {field} to a container. Use one of {allowed}.',
});

export function validateFieldRef(
  fieldRef: Decoded<core.ObjectFieldSelector>,
  allowed: AllowedFieldPaths,
  path: FieldPath,
  context: Context,
): void {
  const { report } = context;
  if (!fieldRef.apiVersion) {
    report.required(path.child('apiVersion'), says['no-version']());
    return;
  }
  const fieldPath = fieldRef.fieldPath;
  if (!fieldPath) {
    report.required(path.child('fieldPath'), says['no-field-path']());
    return;
  }
  if (fieldRef.apiVersion !== 'v1') {
    report.invalid(
      path.child('fieldPath'),
      says['unknown-version']({ version: fieldRef.apiVersion, field: fieldPath }),
    );
    return;
  }
  const subscripted = splitSubscript(fieldPath);
  if (subscripted) validateSubscript(subscripted, path, context);
  else validatePlainFieldPath(fieldPath, allowed, path, context);
}

interface SubscriptedPath {
  readonly path: string;
  readonly key: string;
}

/** `metadata.labels['app']` -> its two parts (SplitMaybeSubscriptedPath, pkg/fieldpath/fieldpath.go). */
function splitSubscript(fieldPath: string): SubscriptedPath | undefined {
  if (!fieldPath.endsWith("']")) return undefined;
  const open = fieldPath.indexOf("['");
  if (open <= 0 || open > fieldPath.length - 4) return undefined;
  return { path: fieldPath.slice(0, open), key: fieldPath.slice(open + 2, -2) };
}

function validateSubscript({ path: subject, key }: SubscriptedPath, path: FieldPath, context: Context): void {
  if (subject !== 'metadata.labels' && subject !== 'metadata.annotations') {
    context.report.invalid(path.child('fieldPath'), says['no-subscript']({ field: subject }));
    return;
  }
  // Annotation keys may be in upper case, so they are compared with the rule for labels in lower case.
  const problem = qualifiedNameProblem(subject === 'metadata.annotations' ? key.toLowerCase() : key);
  if (problem) context.report.invalid(path, says['invalid-key']({ key, field: subject, problem }));
}

function validatePlainFieldPath(
  fieldPath: string,
  allowed: AllowedFieldPaths,
  path: FieldPath,
  context: Context,
): void {
  const current = fieldPath === legacyNodeNamePath ? 'spec.nodeName' : fieldPath;
  if (allowed.has(current)) return;
  if (knownFieldPaths.has(current))
    context.report.notSupported(path.child('fieldPath'), fieldPath, [...allowed], {
      message: wrongPlaceMessage(current, allowed),
    });
  else
    context.report.invalid(
      path.child('fieldPath'),
      says['unknown-field']({ field: fieldPath, allowed: quotedList(allowed) }),
    );
}

/** About a field that a pod has, but not for this use. */
function wrongPlaceMessage(fieldPath: string, allowed: AllowedFieldPaths): Message {
  if (volumeFieldPaths.has(fieldPath)) {
    return says['whole-map-in-variable']({ field: fieldPath });
  }
  if (environmentFieldPaths.has(fieldPath)) {
    return says['not-in-volume']({ field: fieldPath, allowed: quotedList(allowed) });
  }
  return says['not-shown']({ field: fieldPath, allowed: quotedList(allowed) });
}
