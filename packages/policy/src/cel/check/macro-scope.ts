import type { Declared } from '../environment.js';
import type { CelType } from '../types.js';

/** Variables of macros around an expression. */
export class MacroScope {
  constructor(
    private readonly names: ReadonlyMap<string, CelType>,
    private readonly outer: MacroScope | undefined,
  ) {}

  /** The innermost one counts. */
  find(name: string): Declared | undefined {
    const type = this.names.get(name);
    return type ? { name, type, value: undefined } : this.outer?.find(name);
  }
}
