import type { AllDetails } from '../pipeline/examined.js';
import { objectIn, type ObjectAgain, type ReadAgain } from '../pipeline/read-again.js';
import type { InspectedFile } from '../verdict/inspected.js';

interface Skimmable extends ReadAgain {
  /** With its trees alone. */
  skimmed(): InspectedFile;
}

/** A unit that is read again for the places in it. It goes when its conclusion is there. */
export class SkimmedUnit implements ReadAgain {
  private skimmed: InspectedFile | undefined;

  constructor(private readonly unit: Skimmable) {}

  inspected(): InspectedFile {
    return this.unit.inspected();
  }

  objectAt(position: number): ObjectAgain {
    return objectIn((this.skimmed ??= this.unit.skimmed()), position);
  }

  detailsOf(position: number, index: number): AllDetails {
    return this.unit.detailsOf(position, index);
  }
}
