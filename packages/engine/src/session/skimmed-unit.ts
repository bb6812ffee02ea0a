import type { AllDetails } from '../pipeline/examined.js';
import { objectIn, type ObjectAgain, type ReadAgain } from '../pipeline/read-again.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';

interface Skimmable extends ReadAgain {
  /** With its trees alone. */
  skimmed(): InspectedFile;
}

/**
 * A unit that is read again for the places in it, and judged again only for who wants to know what the server says of it. It
 * goes when its conclusion is there.
 */
export class SkimmedUnit implements ReadAgain {
  private skimmed: InspectedFile | undefined;

  constructor(private readonly unit: Skimmable) {}

  inspected(): InspectedFile {
    return this.unit.inspected();
  }

  objectAt(position: number): ObjectAgain {
    const { unit } = this;
    const { text, lines, inspected } = objectIn((this.skimmed ??= unit.skimmed()), position);
    const judgedLater: InspectedObject = {
      ...inspected,
      get judgements() {
        return unit.objectAt(position).inspected.judgements;
      },
    };
    return { text, lines, inspected: judgedLater };
  }

  detailsOf(position: number, index: number): AllDetails {
    return this.unit.detailsOf(position, index);
  }
}
