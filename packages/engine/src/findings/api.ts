import { defineMessages, type Message } from '@podlint/messages';
import { onByDefaultSince, type FeatureGate, type FieldPath, type Minor } from '@podlint/model';
import type { DroppedField, FieldError, Warning } from '@podlint/validation';
import { apiCodes, droppedFieldCode, warningCode } from './codes.js';
import { locate, locateKey } from './locate.js';
import { locateSpan } from './locate-span.js';
import { writtenAs } from './made-of.js';
import type { SourceObject } from '../documents/objects.js';
import { finding, type Finding } from './finding.js';
import { remedyFor } from '../remedies/api-choices.js';
import { FieldNodes } from '../rule/field-nodes.js';
import { choicesOf } from '../rule/fixes.js';

const says = defineMessages('dropped-field', {
  off: 'The server silently removes {path}. The feature gate {gate} is off by default. Remove the field, or suppress this where your cluster turns the gate on.',
  'off-before':
    'The server silently removes {path} before 1.{since}. The feature gate {gate} is off by default there. Remove the field, or suppress this where your cluster turns the gate on.',
});

/** What the server's validation says, at its place in the text. */
export function errorFinding(object: SourceObject, error: FieldError): Finding {
  const { document, node } = object;
  const path = error.at ?? error.field;
  // What is missing is made of nothing.
  const place = error.type === 'FieldValueRequired' ? path : writtenAs(object, path);
  return finding(apiCodes[error.type], {
    message: error.message,
    path,
    api: { type: error.type, field: error.field.toString() },
    range: error.span
      ? locateSpan(document, node, place, error.span)
      : (error.inKey ? locateKey : locate)(document, node, place),
    related: (error.related ?? []).map((other) => ({
      message: other.message,
      range: locate(document, node, other.field),
    })),
    choices: choicesFor(object, error, path),
  });
}

function choicesFor(object: SourceObject, { type, allowed = [] }: FieldError, path: FieldPath): Finding['choices'] {
  const remedy = remedyFor(type, path);
  if (!remedy) return undefined;
  return () => {
    const nodes = new FieldNodes(object.document, object.node);
    return remedy({ object, path, allowed }).flatMap((proposal) => choicesOf(nodes, proposal));
  };
}

export function warningFinding({ document, node }: SourceObject, warning: Warning): Finding {
  return finding(warningCode, {
    message: warning.message,
    path: warning.path,
    range: locate(document, node, warning.at ?? warning.path),
    related: (warning.related ?? []).map((other) => ({
      message: other.message,
      range: locate(document, node, other.field),
    })),
  });
}

export function droppedFinding({ document, node }: SourceObject, field: DroppedField, minor: Minor): Finding {
  const { path } = field;
  return finding(droppedFieldCode, {
    message: 'gate' in field ? droppedMessage(path, field.gate, minor) : field.why,
    path,
    range: locate(document, node, path),
  });
}

function droppedMessage(field: FieldPath, gate: FeatureGate, minor: Minor): Message {
  const since = onByDefaultSince(gate);
  const path = field.toString();
  return since !== undefined && since > minor ? says['off-before']({ path, gate, since }) : says.off({ path, gate });
}
