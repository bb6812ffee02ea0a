/** By their ids the rules that ESLint's config turns on, with the options that differ from the defaults. */
export type RulesTurnedOn = ReadonlyMap<string, object | undefined>;

/**
 * The rules that said, one after another, that they are on. Those of most files of a run are the same, so each such
 * sequence is there once, and takes nothing more for a further file.
 */
export class RulesOn {
  private static count = 0;
  static readonly none = new RulesOn(undefined, '', undefined);

  /** Another one for other rules, or for others of their options. */
  readonly key = String(RulesOn.count++);
  private readonly longer = new Map<string, RulesOn>();
  private table: RulesTurnedOn | undefined;
  private places: ReadonlyMap<string, number> | undefined;

  private constructor(
    private readonly before: RulesOn | undefined,
    private readonly id: string,
    private readonly options: object | undefined,
  ) {}

  /** This and one more. */
  and(id: string, options: object | undefined): RulesOn {
    const key = options ? `${id} ${JSON.stringify(options)}` : id;
    let longer = this.longer.get(key);
    if (!longer) this.longer.set(key, (longer = new RulesOn(this, id, options)));
    return longer;
  }

  /** In the order in which they said it. */
  get byId(): RulesTurnedOn {
    return (this.table ??= new Map(this.all()));
  }

  /** Which of them said it, from 0. Undefined: it did not. */
  placeOf(id: string): number | undefined {
    this.places ??= new Map(this.all().map(([each], place) => [each, place]));
    return this.places.get(id);
  }

  private all(): [string, object | undefined][] {
    const all: [string, object | undefined][] = [];
    for (let { before, id, options } = this as RulesOn; before; { before, id, options } = before)
      all.push([id, options]);
    return all.reverse();
  }
}
