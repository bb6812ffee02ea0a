import { own } from '@podlint/plain';
import type { ResourceView } from '@podlint/engine/rule';

/** An object that a controller makes of another one. */
export interface Made {
  readonly kind: 'Secret' | 'ConfigMap';
  readonly name: string;
}

type Fields = Readonly<Record<string, unknown>>;
/** The name that an object of the kind gives to what is made of it; undefined: its own. */
type NameOf = (spec: Fields) => unknown;

const at =
  (...way: readonly string[]): NameOf =>
  (spec) =>
    way.reduce<unknown>((value, field) => own(value as Fields | undefined, field), spec);

/** Kinds of which controllers make Secrets, by group and kind. */
const makers: Readonly<Record<string, NameOf>> = {
  'cert-manager.io/Certificate': at('secretName'),
  'bitnami.com/SealedSecret': at('template', 'metadata', 'name'),
  'external-secrets.io/ExternalSecret': at('target', 'name'),
  'secrets.hashicorp.com/VaultStaticSecret': at('destination', 'name'),
  'secrets.hashicorp.com/VaultDynamicSecret': at('destination', 'name'),
  'onepassword.com/OnePasswordItem': () => undefined,
  'isindir.github.com/SopsSecret': () => undefined,
};

/** What is made of an object besides itself. */
export function makesOf({ apiVersion, kindName, name, value }: ResourceView): readonly Made[] {
  const maker = `${apiVersion.slice(0, Math.max(0, apiVersion.lastIndexOf('/')))}/${kindName}`;
  const nameOf = Object.hasOwn(makers, maker) ? makers[maker] : undefined;
  if (!nameOf) return [];
  const made = nameOf((value['spec'] ?? {}) as Fields);
  return [{ kind: 'Secret', name: typeof made === 'string' && made !== '' ? made : name }];
}
