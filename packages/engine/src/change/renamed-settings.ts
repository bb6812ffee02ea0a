import type { Difference } from './differences.js';
import type { Pair } from './pairs.js';
import type { SideObject } from './side-object.js';

/** ConfigMaps and Secrets whose names end in a hash, and so changed with their content. */
export class RenamedSettings {
  /** By build, old name and new name. */
  private readonly names = new Map<string, string>();

  constructor(pairs: readonly Pair[]) {
    for (const { old, now } of pairs) {
      if (!old || !now || old.name === now.name) continue;
      const { kind, name } = now.identity;
      this.names.set(keyOf(now, old.name, now.name), `${kind} ${name}`);
    }
  }

  /** Those that some of the differences are due to, and the other differences. */
  among(
    differences: readonly Difference[],
    { file }: SideObject,
  ): { readonly names: readonly string[]; readonly others: readonly Difference[] } {
    const names = new Set<string>();
    const others = differences.filter(({ from, to }) => {
      const name = this.names.get(keyOf({ file }, from, to));
      if (name !== undefined) names.add(name);
      return name === undefined;
    });
    return { names: [...names], others };
  }
}

function keyOf({ file: { root } }: Pick<SideObject, 'file'>, from: unknown, to: unknown): string {
  return [root?.name ?? '', typeof from === 'string' ? from : '', typeof to === 'string' ? to : ''].join('\n');
}
