import type { KubernetesVersion } from '@podlint/model';
import type { VersionJudgement } from '../verdict/inspected.js';
import { judgementsOf, type FixedPlace } from './offered-fixes.js';
import type { ObjectAgain } from './read-again.js';
import type { RunFinding } from './run-finding.js';

interface Judged {
  judgements?: readonly VersionJudgement[];
  /** Findings with fixes so far. */
  count: number;
}

/**
 * Objects of a file that the run says something of, by their positions. They are judged anew for the first fix that has
 * to be proven: whoever has them at hand has made of each mistake and what follows from it one finding.
 */
export class JudgedObjects {
  private readonly known = new Map<number, Judged>();

  constructor(
    private readonly path: string,
    private readonly versions: readonly KubernetesVersion[],
  ) {}

  placeOf({ position, fixes }: RunFinding, { inspected }: ObjectAgain): FixedPlace {
    const known = this.known.get(position) ?? { count: 0 };
    this.known.set(position, known);
    const rank = known.count;
    if (fixes.length > 0) known.count++;
    const { path, versions } = this;
    return {
      path,
      inspected,
      rank,
      get judgements() {
        return (known.judgements ??= judgementsOf(inspected, path, versions));
      },
    };
  }
}
