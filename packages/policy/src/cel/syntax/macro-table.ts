import type { Macro } from './macros.js';

/** Macros that are methods, by name and number of arguments. */
export class MacroTable {
  private readonly macros: ReadonlyMap<string, Macro>;

  constructor(macros: readonly Macro[]) {
    this.macros = new Map(macros.map((macro) => [`${macro.name}/${macro.args}`, macro]));
  }

  find(name: string, args: number): Macro | undefined {
    return this.macros.get(`${name}/${args}`);
  }
}
