import { brotliDecompressSync } from 'node:zlib';
import { groups } from './groups.js';

/** The CustomResourceDefinitions of well-known operators in those API groups of which there are some, as JSON. */
export async function carriedDefinitions(names: Iterable<string>): Promise<object[]> {
  const wanted = new Set(names);
  const known = Object.entries(groups).filter(([name]) => wanted.has(name));
  const lists = await Promise.all(known.map(([, load]) => definitionsOf(load)));
  return lists.flat();
}

async function definitionsOf(load: (typeof groups)[string]): Promise<object[]> {
  const { definitions } = await load();
  return JSON.parse(brotliDecompressSync(Buffer.from(definitions, 'base64')).toString()) as object[];
}
