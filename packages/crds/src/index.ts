import { groups } from './groups.js';
import { unpacked } from './unpack.js';

/** The CustomResourceDefinitions of well-known operators in those API groups of which there are some, as JSON. */
export async function carriedDefinitions(names: Iterable<string>): Promise<object[]> {
  const wanted = new Set(names);
  const known = Object.entries(groups).filter(([name]) => wanted.has(name));
  const lists = await Promise.all(known.map(async ([, load]) => unpacked((await load()).definitions)));
  return lists.flat();
}
