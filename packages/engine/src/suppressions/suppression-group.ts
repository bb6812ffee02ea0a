import type { FoundAt, Suppression } from './suppression.js';

/** Suppressions that speak of the same places. */
export class SuppressionGroup {
  private readonly ids = new Set<string>();
  private readonly found = new Set<string>();
  private namesAll = false;

  add({ ids }: Suppression): void {
    if (ids.length === 0) this.namesAll = true;
    for (const { id } of ids) this.ids.add(id);
  }

  /** Whether one of them hides what is found at these places; what was found is remembered. */
  hides({ code, formerly }: Pick<FoundAt, 'code' | 'formerly'>): boolean {
    this.found.add(code);
    for (const id of formerly) this.found.add(id);
    return this.namesAll || this.ids.has(code) || formerly.some((id) => this.ids.has(id));
  }

  /** Whether one of them has that id. */
  nameById(code: string): boolean {
    return this.ids.has(code);
  }

  /** Whether anything was found there by an id that they might have hidden; without an id, whatever it was. */
  hasFound(id: string | undefined): boolean {
    return id === undefined ? this.found.size > 0 : this.found.has(id);
  }
}
