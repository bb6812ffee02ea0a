import { FieldPath } from '@podlint/field-path';
import type { Message } from '@podlint/messages';
import { defaultVersion, type Minor } from '@podlint/model';
import { own } from '@podlint/plain';
import { dnsSubdomainProblem, type ErrorType } from '@podlint/validation';
import { parseRequestUri } from '../cel/library/net/url.js';
import { fieldText, ResourceErrors, type ResourceError } from './errors.js';
import { objectOf, textOf } from './definition/fields.js';
import { placeInManifest } from './definition/place.js';
import { says } from './definition/messages.js';
import type { Report } from './definition/report.js';
import { customResourceDefinition } from './definition/shape.js';
import { readSpec, validateSpec, type Spec } from './definition/spec.js';
import { decodeMetadata } from './object/metadata.js';
import { validateDefinitionMetadata } from './object/object-meta.js';
import { Decoder } from './values/decode.js';
import { isObject, type Json } from './values/json.js';

export interface DefinitionVerdict {
  readonly verdict: 'accept' | 'reject' | 'undecodable' | 'unserved';
  /** Fields that a definition does not have; a strict request is refused for them. */
  readonly unknown?: readonly string[];
  readonly errors?: readonly ResourceError[];
  /** The first field that could not be decoded. */
  readonly fault?: FieldPath;
}

/** What the server says of a new CustomResourceDefinition (apiextensions-apiserver). */
export function judgeDefinition(manifest: unknown): DefinitionVerdict {
  if (!isObject(manifest)) return { verdict: 'undecodable', fault: FieldPath.root };
  const { apiVersion, kind } = manifest;
  if (kind !== 'CustomResourceDefinition' || apiVersion !== 'apiextensions.k8s.io/v1')
    return { verdict: 'undecodable', fault: FieldPath.root.child('apiVersion') };
  const decoder = new Decoder();
  decoder.decode(manifest, customResourceDefinition, FieldPath.root);
  if (decoder.fault) return { verdict: 'undecodable', fault: decoder.fault };
  const errors = validateDefinition(manifest);
  const unknown = decoder.unknown.map((path) => path.toStrictString());
  return {
    verdict: errors.length + unknown.length === 0 ? 'accept' : 'reject',
    ...(unknown.length > 0 && { unknown }),
    ...(errors.length > 0 && { errors }),
  };
}

function validateDefinition(manifest: Json): readonly ResourceError[] {
  const spec = readSpec(own(manifest, 'spec'));
  const errors = new ResourceErrors();
  errors.merge(validateMetadata(manifest, spec));
  for (const { type, field, at, message } of definitionErrors(manifest, undefined, defaultVersion.minor))
    errors.add(type, at, message, fieldText(field));
  return errors.list;
}

/** A mistake, at the field that the server names and where that is in the manifest. */
export interface DefinitionError {
  readonly type: ErrorType;
  readonly field: FieldPath;
  readonly at: FieldPath;
  readonly message: Message;
}

/** Everything but metadata: ValidateCustomResourceDefinition, or with an old one ValidateCustomResourceDefinitionUpdate. */
export function definitionErrors(manifest: Json, old: Json | undefined, minor: Minor): readonly DefinitionError[] {
  const spec = readSpec(own(manifest, 'spec'));
  const errors: DefinitionError[] = [];
  const report: Report = (type, field, message) => {
    errors.push({ type, field, at: placeInManifest(field, spec), message });
  };
  validateSpec(spec, minor, report);
  validateStoredVersions(spec, old && readSpec(own(old, 'spec')), report);
  if (!old || approvalOf(old) !== approvalOf(manifest)) validateApproval(manifest, spec, report);
  return errors;
}

function validateMetadata(manifest: Json, { raw }: Spec): readonly ResourceError[] {
  const { metadata } = decodeMetadata(own(manifest, 'metadata') ?? {}, FieldPath.root.child('metadata'));
  const expected = `${textOf(objectOf(raw, 'names') ?? {}, 'plural')}.${textOf(raw, 'group')}`;
  return validateDefinitionMetadata(metadata, (name) => {
    return dnsSubdomainProblem(name) ?? (name === expected ? undefined : says['other-name']({ name: expected }));
  });
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
