import { each, type Field, type PodView } from '@podlint/engine/rule';

/** A hostname that the hostAliases of a Pod give an address. */
export interface NamedAlias {
  readonly hostname: string;
  readonly ip: string;
  readonly at: Field;
}

export function namedAliases({ spec, at }: PodView): NamedAlias[] {
  return each(spec.hostAliases, at.hostAliases).flatMap((alias) =>
    each(alias.value.hostnames, alias.at.hostnames).map((hostname) => ({
      hostname: hostname.value,
      ip: alias.value.ip ?? '',
      at: hostname.at,
    })),
  );
}
