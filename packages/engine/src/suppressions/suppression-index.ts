import { addTo } from '@podlint/plain';
import type { Range } from '@podlint/syntax';
import { Blocks } from './blocks.js';
import { NestedRanges } from './nested-ranges.js';
import { SuppressionGroup } from './suppression-group.js';
import type { FoundAt, Suppression } from './suppression.js';

/** What is said about an object, or about some of it. */
class ObjectSuppressions {
  readonly byPath = new Map<string, SuppressionGroup[]>();
  readonly ranges: { readonly range: Range; readonly value: SuppressionGroup }[] = [];
  private nested: NestedRanges<SuppressionGroup> | undefined;

  at({ path, range }: FoundAt): SuppressionGroup[] {
    const groups: SuppressionGroup[] = [];
    for (let above: typeof path | undefined = path; above; above = above.parent)
      for (const group of this.byPath.get(above.toString()) ?? []) groups.push(group);
    if (this.ranges.length === 0) return groups;
    this.nested ??= new NestedRanges(this.ranges);
    return [...groups, ...this.nested.around(range)];
  }
}

/** The suppressions of a file, by what they speak of: a finding meets only those around it. */
export class SuppressionIndex {
  private readonly groups = new Map<Suppression, SuppressionGroup>();
  private readonly ofFile = new SuppressionGroup();
  private readonly byLine = new Map<number, SuppressionGroup>();
  private readonly byObject = new Map<number, ObjectSuppressions>();
  private readonly byField = new Map<string, SuppressionGroup>();
  private readonly blocks: Blocks;

  /** Blocks and their ends from the top of the text down. */
  constructor(
    suppressions: readonly Suppression[],
    ends: readonly { readonly range: Range; readonly ids: Suppression['ids'] }[],
  ) {
    const openings: { start: number; ids: Suppression['ids'] }[] = [];
    for (const suppression of suppressions) {
      const { cover, ids } = suppression;
      if (cover.of === 'text behind') openings.push({ start: cover.start, ids });
      const group = this.groupOf(suppression);
      if (!group) continue;
      group.add(suppression);
      this.groups.set(suppression, group);
    }
    openings.sort((a, b) => a.start - b.start);
    this.blocks = new Blocks(
      openings,
      ends.map(({ range, ids }) => ({ start: range.start, ids })),
    );
  }

  /** Whether a finding is hidden; every suppression that speaks of it remembers it. */
  hides(found: FoundAt): boolean {
    let isHidden = this.blocks.hides(found);
    for (const group of this.around(found)) if (group.hides(found)) isHidden = true;
    return isHidden;
  }

  /** Whether one that speaks of the place has that id. */
  nameById(found: FoundAt): boolean {
    const { code, range } = found;
    return this.blocks.nameById(code, range) || this.around(found).some((group) => group.nameById(code));
  }

  hasHidden(suppression: Suppression, id?: string): boolean {
    const { cover } = suppression;
    if (cover.of === 'text behind') return this.blocks.hasHidden(cover.start, id);
    return this.groups.get(suppression)?.hasFound(id) ?? false;
  }

  private around(found: FoundAt): SuppressionGroup[] {
    const ofLine = this.byLine.get(found.line);
    return [this.ofFile, ...(ofLine ? [ofLine] : []), ...(this.byObject.get(found.object)?.at(found) ?? [])];
  }

  private groupOf({ cover }: Suppression): SuppressionGroup | undefined {
    switch (cover.of) {
      case 'file':
        return this.ofFile;
      case 'line':
        return this.byLine.get(cover.line) ?? this.newOnLine(cover);
      case 'field': {
        const key = `${cover.object} ${cover.path.toString()}`;
        const known = this.byField.get(key);
        if (known) return known;
        const group = new SuppressionGroup();
        this.byField.set(key, group);
        this.addPath(cover.object, cover.path.toString(), group);
        return group;
      }
      default:
        return undefined;
    }
  }

  /** Whatever stands on the same line covers the same. */
  private newOnLine({ line, scopes, fields }: Extract<Suppression['cover'], { of: 'line' }>): SuppressionGroup {
    const group = new SuppressionGroup();
    this.byLine.set(line, group);
    for (const { object, path } of scopes) this.addPath(object, path.toString(), group);
    // Where an alias brings what is found, it stands in there.
    for (const { object, range } of [...scopes, ...fields]) this.of(object).ranges.push({ range, value: group });
    return group;
  }

  private addPath(object: number, path: string, group: SuppressionGroup): void {
    const { byPath } = this.of(object);
    addTo(byPath, path, group);
  }

  private of(object: number): ObjectSuppressions {
    const known = this.byObject.get(object) ?? new ObjectSuppressions();
    this.byObject.set(object, known);
    return known;
  }
}
