import { listOf, type Config } from '@podlint/engine/config';

/** A file or folder that a config names, to be read or written, and where it does. */
export interface NamedPath {
  readonly name: string;
  readonly at: readonly (string | number)[];
}

/** Every one of them but those that it extends. */
export function pathsNamedBy({ baseline, crds, policies, format }: Config): NamedPath[] {
  return [
    ...placed('baseline', baseline),
    ...placed('crds', crds),
    ...placed('policies', policies),
    ...placed('format', format).flatMap(({ name, at }) =>
      name.includes('=') ? [{ name: name.slice(name.indexOf('=') + 1), at }] : [],
    ),
  ];
}

function placed(setting: string, value: string | readonly string[] | undefined): NamedPath[] {
  return typeof value === 'string'
    ? [{ name: value, at: [setting] }]
    : listOf(value).map((name, index) => ({ name, at: [setting, index] }));
}
