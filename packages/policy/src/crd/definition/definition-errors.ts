import { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import type { Minor } from '@podlint/model';
import { own } from '@podlint/plain';
import type { ErrorType, TextSpan } from '@podlint/validation';
import { parseRequestUri } from '../../cel/library/net/url.js';
import type { Json } from '../values/json.js';
import { objectOf, textOf } from './fields.js';
import { says } from './messages.js';
import { placeInManifest } from './place.js';
import type { Report } from './report.js';
import { readSpec, validateSpec, type Spec } from './spec.js';

/** A mistake, at the field that the server names and where that is in the manifest. */
export interface DefinitionError {
  readonly type: ErrorType;
  readonly field: FieldPath;
  readonly at: FieldPath;
  readonly message: Message;
  readonly span?: TextSpan | undefined;
}

/** Everything but metadata: ValidateCustomResourceDefinition, or with an old one ValidateCustomResourceDefinitionUpdate. */
export function definitionErrors(manifest: Json, old: Json | undefined, minor: Minor): readonly DefinitionError[] {
  const spec = readSpec(own(manifest, 'spec'));
  const errors: DefinitionError[] = [];
  const report: Report = (type, field, message, span) => {
    errors.push({ type, field, at: placeInManifest(field, spec), message, span });
  };
  validateSpec(spec, minor, report);
  validateStoredVersions(spec, old && readSpec(own(old, 'spec')), report);
  if (!old || approvalOf(old) !== approvalOf(manifest)) validateApproval(manifest, spec, report);
  return errors;
}

/**
 * The server notes the first storage version; others are missing in its list. Versions that it noted before have to
 * stay.
 */
function validateStoredVersions({ versions }: Spec, old: Spec | undefined, report: Report): void {
  const path = FieldPath.root.child('status', 'storedVersions');
  const stored = versions.filter((version) => own(version, 'storage') === true);
  if (stored.length !== 1) report('FieldValueInvalid', path, says['no-stored-version']());
  const before = old?.versions.find((version) => own(version, 'storage') === true);
  if (before && !versions.some((version) => textOf(version, 'name') === textOf(before, 'name')))
    report('FieldValueInvalid', path.index(0), says['stored-version-gone']({ name: textOf(before, 'name') }));
}

const approval = 'api-approved.kubernetes.io';

function approvalOf(manifest: Json): string {
  return textOf(objectOf(objectOf(manifest, 'metadata') ?? {}, 'annotations') ?? {}, approval);
}

/** Groups of the community (apihelpers/helpers.go, GetAPIApprovalState). */
function validateApproval(manifest: Json, { raw }: Spec, report: Report): void {
  const group = textOf(raw, 'group');
  if (!/(?:^|\.)(?:k8s|kubernetes)\.io$/.test(group)) return;
  const text = approvalOf(manifest);
  const path = FieldPath.root.child('metadata', 'annotations').key(approval);
  if (text === '') report('FieldValueRequired', path, says['not-approved']());
  else if (!text.startsWith('unapproved') && !isUrl(text)) report('FieldValueInvalid', path, says['not-approved']());
}

function isUrl(text: string): boolean {
  const url = parseRequestUri(text);
  return !('fault' in url) && url.host !== '' && url.scheme !== '';
}
