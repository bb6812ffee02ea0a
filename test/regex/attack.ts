/** Texts that make a backtracking machine take its time, made of what an expression speaks of. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const root = path.resolve(import.meta.dirname, '../../..');

export interface Literal {
  /** File and line. */
  readonly place: string;
  readonly source: string;
  readonly flags: string;
}

/** Every regular expression that stands in what is published. */
export function ownLiterals(): Literal[] {
  const folders = ['rules', ...readdirSync(path.join(root, 'packages')).map((name) => `packages/${name}/src`)];
  return folders.flatMap((folder) =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts') && !/(?:^|\/)(?:dist|node_modules|generated)\//.test(name))
      .flatMap((name) => literalsOf(path.join(folder, name))),
  );
}

function literalsOf(file: string): Literal[] {
  const text = readFileSync(path.join(root, file), 'utf8');
  if (!text.includes('/')) return [];
  const parsed = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Literal[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isRegularExpressionLiteral(node)) {
      const end = node.text.lastIndexOf('/');
      const { line } = parsed.getLineAndCharacterOfPosition(node.getStart());
      found.push({
        place: `${file}:${line + 1}`,
        source: node.text.slice(1, end),
        flags: node.text.slice(end + 1),
      });
    }
    ts.forEachChild(node, visit);
  };
  visit(parsed);
  return found;
}

const usual = ['a', '0', ' ', '\n', '\r\n', '#', '-', '.', '"'];

/** What is repeated: characters that the expression names, two of them by turns, and texts that it has as they are. */
function pumpsOf(source: string): string[] {
  const bare = source.replace(/\\[dwsSDWbB]|\(\?[:=!<]*|\{\d*,?\d*\}/g, ' ');
  const named = [...new Set(bare.replace(/\\(.)/g, '$1').replace(/[()|?*+^]/g, ''))].slice(0, 10);
  const words = bare.replace(/\\(.)/g, '$1').match(/[^()[\]|?*+^\s]{2,8}/g) ?? [];
  const chars = [...new Set([...named, ...usual])];
  const pairs = named.slice(0, 6).flatMap((one) => chars.slice(0, 8).map((other) => one + other));
  return [...new Set([...chars, ...pairs, ...words.slice(0, 8)])];
}

const length = 20_000;

/** The text with which an expression takes long, and how long; undefined: none was found. */
export function attack(
  { source, flags }: Literal,
  most: number,
): { readonly pump: string; readonly seconds: number } | undefined {
  for (const pump of pumpsOf(source)) {
    for (const size of [24, 1000, length]) {
      const text = `${pump.repeat(Math.ceil(size / pump.length))}\u0001`;
      const seconds = secondsOf(source, flags, text);
      if (seconds > most && secondsOf(source, flags, text) > most) return { pump, seconds };
    }
  }
  return undefined;
}

function secondsOf(source: string, flags: string, text: string): number {
  const regex = new RegExp(source, flags);
  const before = process.cpuUsage();
  if (regex.global) for (const _ of text.matchAll(regex));
  else regex.test(text);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
