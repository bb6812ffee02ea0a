import { defineMessages, textOf, type Message } from '@podlint/messages';
import { schemaCodes } from '@podlint/schema';
import type { SourceObject } from '../documents/objects.js';
import { apiCodes } from '../findings/codes.js';
import { finding, type Finding } from '../findings/finding.js';
import { locate, locateKey } from '../findings/locate.js';
import type { CertainAnswer } from './certain-answer.js';

const says = defineMessages('custom-resource-doubt', {
  filled:
    '"{name}" is missing, and the definition of {kind} requires it. The server refuses the object unless the webhook of the operator fills it in.',
  field:
    'The definition of {kind} has no field "{name}" there. The server refuses the object unless it has a newer definition with that field.',
  value: 'By the definition of {kind}, {fault}. A newer one may allow it.',
});

export const unknownField = {
  ...schemaCodes['schema/unknown-field'],
  id: 'schema/unknown-field',
  stage: 'schema',
} as const;

/** Nobody but the operator knows whether its webhook fills it in. */
export function missingFindings(object: SourceObject, missing: CertainAnswer['missing']): Finding[] {
  const { document, node, description } = object;
  return missing.map(({ type, at }) => {
    const message = says.filled({ kind: description.kind ?? '', name: String(at.segment) });
    return warning(finding(apiCodes[type], { message, path: at, range: locate(document, node, at) }));
  });
}

/** Nobody but the cluster knows which release it has. */
export function newerFindings(object: SourceObject, { unknown, errors }: CertainAnswer['newer']): Finding[] {
  const { document, node, description } = object;
  const { kind = '' } = description;
  const fields = unknown.map(({ path }) => {
    const message = says.field({ kind, name: String(path.segment) });
    return warning(finding(unknownField, { message, path, range: locateKey(document, node, path) }));
  });
  const values = errors.map(({ type, at, message: given }) => {
    const message = says.value({ kind, fault: withoutStop(given) });
    return warning(finding(apiCodes[type], { message, path: at, range: locate(document, node, at) }));
  });
  return [...fields, ...values];
}

function warning(found: Finding): Finding {
  return { ...found, severity: 'warning' };
}

/** A definition's own words end with a full stop, or with none. */
export function withoutStop(message: Message): string {
  return textOf(message).replace(/\.$/, '');
}
