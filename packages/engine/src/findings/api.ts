import { textOf } from '@podlint/messages';
import { onByDefaultSince, type FeatureGate, type FieldPath, type Minor } from '@podlint/model';
import type { DroppedField, FieldError, Warning } from '@podlint/validation';
import { apiCodes, droppedFieldCode, warningCode } from './codes.js';
import { locate, locateKey } from './locate.js';
import type { SourceObject } from '../documents/objects.js';
import { finding, type Finding } from './finding.js';

/** What the server's validation says, at its place in the text. */
export function errorFinding({ document, node }: SourceObject, error: FieldError): Finding {
  const place = error.at ?? error.field;
  return finding(apiCodes[error.type], {
    message: textOf(error.message),
    path: place.toString(),
    api: { type: error.type, field: error.field.toString() },
    range: (error.inKey ? locateKey : locate)(document, node, place.segments),
    related: (error.related ?? []).map((other) => ({
      message: textOf(other.message),
      range: locate(document, node, other.field.segments),
    })),
  });
}

export function warningFinding({ document, node }: SourceObject, warning: Warning): Finding {
  return finding(warningCode, {
    message: textOf(warning.message),
    path: warning.path.toString(),
    range: locate(document, node, (warning.at ?? warning.path).segments),
    related: (warning.related ?? []).map((other) => ({
      message: textOf(other.message),
      range: locate(document, node, other.field.segments),
    })),
  });
}

export function droppedFinding({ document, node }: SourceObject, { path, gate }: DroppedField, minor: Minor): Finding {
  return finding(droppedFieldCode, {
    message: droppedMessage(path, gate, minor),
    path: path.toString(),
    range: locate(document, node, path.segments),
  });
}

function droppedMessage(path: FieldPath, gate: FeatureGate, minor: Minor): string {
  const since = onByDefaultSince(gate);
  const when = since !== undefined && since > minor ? `off by default before 1.${since}` : 'off by default';
  return `The server removes ${path} without a word, because the feature gate ${gate} is ${when}. Remove the field, or suppress this where your cluster turns the gate on.`;
}
