import { own } from '@podlint/plain';

type Documentation = typeof import('../../generated/documentation.js').documentation;

let loading: Promise<Documentation> | undefined;

/** Some 400 kB of text, loaded when somebody first asks for a word of it. */
async function documentation(): Promise<Documentation> {
  loading ??= import('../../generated/documentation.js').then((module) => module.documentation);
  return loading;
}

/**
 * Kubernetes' own words about a field; undefined for one that came after the release that kubernetes-types was made
 * from.
 */
export async function documentationOf(owner: string, name: string): Promise<string | undefined> {
  const [, fields] = own(await documentation(), owner) ?? [];
  return fields && Object.hasOwn(fields, name) ? fields[name] : undefined;
}

/** Kubernetes' own words about a kind, or about what a field holds. */
export async function documentationOfType(type: string): Promise<string | undefined> {
  return own(await documentation(), type)?.[0] || undefined;
}
