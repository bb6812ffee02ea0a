import { noteFault } from '../findings/fault.js';
import { fingerprintOf } from '../findings/fingerprint.js';
import { compareFindings } from '../findings/order.js';
import type { ReportedFile } from '../report/report.js';
import { reported } from '../report/reported.js';
import type { AllDetails, ExaminedFinding, ExaminedObject } from './examined.js';

/** Works out the details of a finding, by its object and its number. */
export type DetailsOf = (position: number, index: number) => AllDetails;

/**
 * A file as it is reported, with its findings from the top down.
 * @param detailsOf for findings whose details were not worked out with them
 */
export function reportOf(
  path: string,
  objects: readonly ExaminedObject[],
  detailsOf: DetailsOf = unknown,
): ReportedFile {
  const found = objects.flatMap(({ entry, findings }, position) =>
    findings.map((finding) => ({ entry, finding, position })),
  );
  // Those of one object are in order already.
  if (objects.length > 1) found.sort((a, b) => compareFindings(a.finding, b.finding));
  return {
    path,
    documents: objects.map(({ entry }) => entry),
    diagnostics: found.map(({ entry, finding, position }) =>
      reported(finding, entry, () => detailsOrNone(finding, () => detailsOf(position, finding.index))),
    ),
  };
}

/** What cannot be worked out costs no report: nothing is offered, and the run hears of it. */
function detailsOrNone({ code, path }: ExaminedFinding, make: () => AllDetails): AllDetails {
  try {
    return make();
  } catch (error) {
    noteFault(error);
    return { fixes: [], choices: [], fingerprint: fingerprintOf({ code, path }, undefined) };
  }
}

function unknown(): never {
  throw new Error('the details of these findings were worked out with them');
}
