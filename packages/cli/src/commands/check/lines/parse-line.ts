import type { Line } from './read-lines.js';

/** What a line asks for. */
export type Request =
  | { readonly path: string; readonly text: string; readonly error?: undefined }
  | { readonly path?: string; readonly error: string };

/** `{"path": "...", "text": "..."}`; other fields are left alone. */
export function parseLine(line: Line): Request {
  if (line.problem !== undefined) return { error: `the line is ${line.problem}` };
  let value: unknown;
  try {
    value = JSON.parse(line.text);
  } catch {
    return { error: `the line is not JSON: write ${example}` };
  }
  return requestOf(value);
}

const example = '{"path": "...", "text": "..."}';

function requestOf(value: unknown): Request {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { error: `the line is JSON but no object: write ${example}` };
  const { path, text } = value as Readonly<Record<string, unknown>>;
  if (typeof path !== 'string' || path === '')
    return { error: 'the line has no "path", or none that is a text: name the file' };
  if (typeof text !== 'string')
    return { path, error: 'the line has no "text", or none that is a text: give what is in the file' };
  return { path, text };
}
