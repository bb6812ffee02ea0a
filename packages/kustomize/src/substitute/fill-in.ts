import { own } from '@podlint/plain';
import { parseText, type JsonValue } from '@podlint/syntax';
import { fieldOf } from '../node/fields.js';
import { Kind, Style, type YNode } from '../node/node.js';
import { allowedStyle } from '../node/scalar-style.js';
import type { Step } from '../origin/place.js';
import { filledIn, type Variables } from './envsubst.js';

/** What something fills into the objects of a build after it. */
export interface Substitution {
  readonly variables: Variables;
  /** The label or annotation that keeps an object as it is, if it is `disabled`. */
  readonly switch: string;
  readonly step: Step;
}

/** The value of a built object with its variables filled in; the nodes that changed are told so. */
export function fillIn(node: YNode, value: JsonValue, by: Substitution): JsonValue {
  if (isSwitchedOff(value, by.switch)) return value;
  return fill(node, value, by);
}

function isSwitchedOff(value: JsonValue, name: string): boolean {
  const metadata = fieldIn(value, 'metadata');
  return ['labels', 'annotations'].some((part) => fieldIn(fieldIn(metadata, part), name) === 'disabled');
}

function fieldIn(value: JsonValue | undefined, name: string): JsonValue | undefined {
  return isMapping(value) ? own(value, name) : undefined;
}

function isMapping(value: JsonValue | undefined): value is { [key: string]: JsonValue } {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function fill(node: YNode | undefined, value: JsonValue, by: Substitution): JsonValue {
  if (typeof value === 'string') return fillText(node, value, by);
  if (Array.isArray(value)) return value.map((item, i) => fill(childOf(node, i), item, by));
  if (!isMapping(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(fieldOf(node, name), inner, by)]));
}

function childOf(node: YNode | undefined, index: number): YNode | undefined {
  return node?.kind === Kind.sequence ? node.content[index] : undefined;
}

/**
 * The object is written as YAML, which leaves out quotes where it can, and read again after the variables are filled in: `"${PORT}"` may
 * become a number (fluxcd/pkg, kustomize/kustomize_varsub.go, SubstituteVariables).
 */
function fillText(node: YNode | undefined, text: string, { variables, step }: Substitution): JsonValue {
  if (!text.includes('$')) return text;
  const filled = filledIn(text, variables);
  if (filled === undefined || filled === text) return text;
  const read = isPlain(text) ? readAgain(filled.trim()) : filled;
  if (read === undefined) return text;
  node?.mark(step);
  return read;
}

function isPlain(text: string): boolean {
  return allowedStyle(text, Style.plain, { inFlow: false, isKey: false }) === Style.plain;
}

/** Of a text without blanks around it, which YAML leaves out. Undefined: it is no plain scalar any more, and may be read as something else than a value. */
function readAgain(text: string): JsonValue | undefined {
  if (text === '') return null;
  return isPlain(text) ? parseText(text).documents[0]?.toJSON() : undefined;
}
