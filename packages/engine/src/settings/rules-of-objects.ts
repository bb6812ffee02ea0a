import type { RuleSet } from '../rule/run-rules.js';
import type { InspectedObject } from '../verdict/inspected.js';
import { selects, type ObjectSelector } from './object-selector.js';
import { mergeRules, type RuleTable } from './rule-table.js';

/** Settings of rules for some objects of a file; without a selector for all of them. Plain data. */
export interface ObjectRules {
  readonly objects?: ObjectSelector;
  readonly rules: RuleTable;
}

/** What the rules are for each object of a file. */
export class RulesOfObjects {
  private readonly known = new Map<string, { readonly table: RuleTable; readonly set: RuleSet }>();

  constructor(
    private readonly base: RuleTable,
    private readonly layers: readonly ObjectRules[],
    private readonly setFor: (rules: RuleTable) => RuleSet,
  ) {}

  /** Stands for the layers that hold for an object, as their numbers; undefined: none, as for most files. */
  keyOf(inspected: InspectedObject): string | undefined {
    if (this.layers.length === 0) return undefined;
    const indexes = [...this.layers.keys()].filter((index) => {
      const { objects } = this.layers[index] ?? {};
      return !objects || selects(objects, inspected);
    });
    return indexes.length === 0 ? undefined : indexes.join();
  }

  /** The rules that run on objects with that key. */
  setUnder(key: string | undefined): RuleSet {
    return this.under(key).set;
  }

  tableUnder(key: string | undefined): RuleTable {
    return this.under(key).table;
  }

  /** For each layer those that it switches on. */
  get sets(): readonly RuleSet[] {
    return [undefined, ...this.layers.map((_, index) => String(index))].map((key) => this.setUnder(key));
  }

  private under(key = ''): { readonly table: RuleTable; readonly set: RuleSet } {
    let known = this.known.get(key);
    if (!known) {
      const layers = key === '' ? [] : key.split(',').flatMap((index) => this.layers[Number(index)] ?? []);
      const table = layers.reduce<RuleTable>((rules, layer) => mergeRules(rules, layer.rules), this.base);
      this.known.set(key, (known = { table, set: this.setFor(table) }));
    }
    return known;
  }
}
