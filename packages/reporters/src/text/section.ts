import type { ReportedDiagnostic } from '@podlint/engine';
import { pushAll } from '@podlint/plain';

/** So many findings of a severity below error are shown one by one; more of them as a table. */
const mostInFull = 20;

type Block = readonly string[];

/** The findings of one severity below error: held as long as they are few. */
export class Section {
  private readonly asked: Block[] = [];
  private few: Block[] = [];
  private count = 0;

  /** @param isAsked whether a finding is shown whatever the number of the others */
  constructor(private readonly isAsked: (diagnostic: ReportedDiagnostic) => boolean) {}

  add(
    diagnostics: readonly ReportedDiagnostic[],
    blocksOf: (some: readonly ReportedDiagnostic[]) => readonly Block[],
  ): void {
    const asked = diagnostics.filter(this.isAsked);
    const others = diagnostics.filter((diagnostic) => !this.isAsked(diagnostic));
    pushAll(this.asked, blocksOf(asked));
    this.count += others.length;
    if (this.count > mostInFull) this.few = [];
    else pushAll(this.few, blocksOf(others));
  }

  /** There are too many to show each. */
  get isLong(): boolean {
    return this.count > mostInFull;
  }

  get blocks(): readonly Block[] {
    return [...this.few, ...this.asked];
  }
}
