import type { RuleReporter } from './rule-reporter.js';

/** By their ids the rules that ESLint's config turns on, with the options that differ from the defaults. */
export type RulesTurnedOn = ReadonlyMap<string, object | undefined>;

interface TurnedOn {
  readonly rule: RuleReporter;
  readonly options: object | undefined;
}

/**
 * The rules that said, one after another, that they are on. Those of most files of a run are the same, so each such
 * sequence is there once, and takes nothing more for a further file.
 */
export class RulesOn {
  private static count = 0;
  static readonly none = new RulesOn(undefined, undefined);

  /** Another one for other rules, or for others of their options. */
  readonly key = String(RulesOn.count++);
  private readonly longer = new Map<string, RulesOn>();
  /** The one that was asked for last: mostly it is the next one, too. */
  private lastLonger: RulesOn | undefined;
  private table: RulesTurnedOn | undefined;
  private found: ReadonlyMap<string, { readonly rule: RuleReporter; readonly place: number }> | undefined;

  private constructor(
    private readonly before: RulesOn | undefined,
    private readonly last: TurnedOn | undefined,
  ) {}

  /** This and one more. */
  and(rule: RuleReporter, options: object | undefined): RulesOn {
    const before = this.lastLonger?.last;
    if (this.lastLonger && before?.rule === rule && before.options === options) return this.lastLonger;
    const key = options ? `${rule.id} ${JSON.stringify(options)}` : rule.id;
    let longer = this.longer.get(key);
    if (!longer) this.longer.set(key, (longer = new RulesOn(this, { rule, options })));
    return (this.lastLonger = longer);
  }

  /** In the order in which they said it. */
  get byId(): RulesTurnedOn {
    return (this.table ??= new Map(this.all().map(({ rule, options }) => [rule.id, options])));
  }

  /** The one with that id, and where it stands among them, from 0. Undefined: it did not say so. */
  find(id: string): { readonly rule: RuleReporter; readonly place: number } | undefined {
    this.found ??= new Map(this.all().map(({ rule }, place) => [rule.id, { rule, place }]));
    return this.found.get(id);
  }

  private all(): readonly TurnedOn[] {
    const all: TurnedOn[] = [];
    for (let { before, last } = this as RulesOn; before && last; { before, last } = before) all.push(last);
    return all.reverse();
  }
}
