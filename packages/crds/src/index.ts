import { brotliDecompressSync } from 'node:zlib';
import { groups } from './groups.js';

/** The CustomResourceDefinitions of well-known operators in those API groups of which there are some, as JSON. */
export async function carriedDefinitions(names: Iterable<string>): Promise<object[]> {
  const known = [...new Set(names)].filter((name) => Object.hasOwn(groups, name)).sort();
  const lists = await Promise.all(known.map(definitionsOf));
  return lists.flat();
}

async function definitionsOf(group: string): Promise<object[]> {
  const packed = await groups[group]?.();
  if (!packed) return [];
  return JSON.parse(brotliDecompressSync(Buffer.from(packed.definitions, 'base64')).toString()) as object[];
}
