import { says } from '../messages.js';
import type { KeyPath } from '../node/key-path.js';
import { BuildFailure, NotRun } from '../errors.js';
import { baseName, type SourceFile } from '../files/file-tree.js';
import type { Place } from '../origin/place.js';
import { textOrNone } from '../read/file-text.js';
import type { GeneratorEntry } from '../read/entries.js';
import type { PluginContext } from '../transform/context.js';

/** One entry of generated data, with the text that it comes from. */
export interface KeyValue {
  readonly key: string;
  readonly value: string | Uint8Array;
  readonly place: Place | undefined;
}

export type Sources = Pick<GeneratorEntry, 'envs' | 'literals' | 'files'>;

/** The entries of a generator in the order in which kustomize reads them (kv.go, Load). A key twice is an error. */
export function loadKeyValues(sources: Sources, path: KeyPath, context: PluginContext): KeyValue[] {
  const pairs = [
    ...(sources.envs ?? []).flatMap((name, i) => envFile(name, [...path, 'envs', i], context)),
    ...(sources.literals ?? []).map((literal, i) => literalPair(literal, context, [...path, 'literals', i])),
    ...(sources.files ?? []).map((source, i) => filePair(source, [...path, 'files', i], context)),
  ];
  const seen = new Set<string>();
  for (const { key, place } of pairs) {
    if (seen.has(key)) throw new BuildFailure('generator', says['generated-twice']({ key }), place);
    seen.add(key);
  }
  return pairs;
}

function load(name: string, path: KeyPath, { loader, placeOf }: PluginContext): SourceFile {
  try {
    return loader.load(name);
  } catch (error) {
    if (!(error instanceof BuildFailure)) throw error;
    if (error instanceof NotRun) throw error.at(placeOf(path));
    const errorClass = error.errorClass === 'outside-root' ? error.errorClass : 'generator';
    throw new BuildFailure(errorClass, error.said, placeOf(path));
  }
}

function literalPair(literal: string, { placeOf, sourceOf }: PluginContext, path: KeyPath): KeyValue {
  const at = literal.indexOf('=');
  if (at <= 0) throw new BuildFailure('generator', says['literal-shape']({ literal }), placeOf(path));
  const written = literal.slice(at + 1);
  const value = withoutQuotes(written);
  const start = at + 1 + (written.length - value.length) / 2;
  return { key: literal.slice(0, at), value, place: sourceOf(path, literal).place(start, start + value.length) };
}

/** One pair of equal quotes is taken off. */
function withoutQuotes(text: string): string {
  const first = text[0];
  const isQuoted = text.length >= 2 && (first === '"' || first === "'") && text.endsWith(first);
  return isQuoted ? text.slice(1, -1) : text;
}

function filePair(source: string, path: KeyPath, context: PluginContext): KeyValue {
  const parts = source.split('=');
  const isWrong = parts.length > 2 || (parts.length === 2 && parts.some((part) => part === ''));
  if (isWrong) throw new BuildFailure('generator', says['file-source-shape']({ source }), context.placeOf(path));
  const [key, name] = parts.length === 2 ? [parts[0]!, parts[1]!] : [baseName(source), source];
  const file = load(name, path, context);
  const text = textOrNone(file);
  const value = text ?? file.content;
  return { key, value, place: { file: file.name, start: 0, end: value.length } };
}

// What Go counts as white space (unicode.IsSpace).
const leadingSpace = /^[\t-\r \u0085\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]*/;
/** The longest line that Go's scanner takes; at a longer one the reading just ends (bufio, MaxScanTokenSize). */
const longestLine = 64 * 1024;

/** `KEY=value` lines; empty lines and comments are left out, and a key alone gets an empty value. */
function envFile(name: string, path: KeyPath, context: PluginContext): KeyValue[] {
  const file = load(name, path, context);
  const text = textOrNone(file);
  if (text === undefined)
    throw new BuildFailure('generator', says['not-utf-8']({ path: file.name }), context.placeOf(path));
  const pairs: KeyValue[] = [];
  let offset = 0;
  for (const line of text.split('\n')) {
    if (line.length >= longestLine) break;
    const pair = envLine(line.replace(/\r$/, ''), offset, file.name);
    if (pair) pairs.push(pair);
    offset += line.length + 1;
  }
  return pairs;
}

function envLine(line: string, offset: number, file: string): KeyValue | undefined {
  const mark = offset === 0 && line.startsWith('\ufeff') ? 1 : 0;
  const start = mark + leadingSpace.exec(line.slice(mark))![0].length;
  const content = line.slice(start);
  if (content === '' || content.startsWith('#')) return undefined;
  const at = content.indexOf('=');
  const key = at < 0 ? content : content.slice(0, at);
  if (key === '') return undefined;
  const valueStart = offset + start + (at < 0 ? content.length : at + 1);
  return {
    key,
    value: at < 0 ? '' : content.slice(at + 1),
    place: { file, start: valueStart, end: offset + line.length },
  };
}
