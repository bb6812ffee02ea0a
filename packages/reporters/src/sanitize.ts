import type { ReportedDiagnostic } from '@podlint/engine';
import { own } from '@podlint/plain';

/**
 * Characters that move the cursor, colour or reorder what a reader sees, or cannot be seen at all:
 * C0 and C1 controls, marks and overrides of text direction, line and paragraph separators, zero-width space, byte
 * order mark.
 */
// eslint-disable-next-line no-control-regex -- finding them is the point
const deceptive = /[\u0000-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;
const shortEscapes: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t' };

/**
 * The text with every deceptive character written out (`\u202e`): whatever comes from a manifest or a file name is
 * printed through here.
 */
export function visible(text: string): string {
  return text.replace(deceptive, (char) => own(shortEscapes, char) ?? escape(char));
}

/** Every text in a value (a report, say) made visible. */
export function visibleDeep<T>(value: T): T {
  return mapTexts(value) as T;
}

/**
 * The same of a finding as text reports tell it, with the choices of errors alone: to ask for the others would read
 * the file again.
 */
export function visibleDiagnostic(diagnostic: ReportedDiagnostic): ReportedDiagnostic {
  const told = Object.keys(diagnostic)
    .filter(isTold)
    .map((key) => [key, mapTexts(diagnostic[key])]);
  const choices = diagnostic.severity === 'error' ? visibleDeep(diagnostic.choices) : [];
  return { ...(Object.fromEntries(told) as Omit<ReportedDiagnostic, 'choices'>), choices };
}

function isTold(key: string): key is Exclude<keyof ReportedDiagnostic, 'choices'> {
  return key !== 'choices';
}

/** The same but for the line feeds of the layout: within a text JSON has none. */
const deceptiveInJson =
  // eslint-disable-next-line no-control-regex -- as above
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]/g;

/** The same JSON with deceptive characters escaped; line feeds of the layout stay. */
export function visibleJson(json: string): string {
  return json.replace(deceptiveInJson, escape);
}

function escape(char: string): string {
  return `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function mapTexts(value: unknown): unknown {
  if (typeof value === 'string') return visible(value);
  if (Array.isArray(value)) return value.map(mapTexts);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapTexts(inner)]));
}
