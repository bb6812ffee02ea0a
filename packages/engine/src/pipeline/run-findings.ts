import { addTo } from '@podlint/plain';
import type { KubernetesVersion } from '@podlint/model';
import { finding } from '../findings/finding.js';
import { compareFindings } from '../findings/order.js';
import { placeholdersOf } from '../documents/placeholders/pattern.js';
import { isCausedByPlaceholder } from '../findings/placeholders/caused.js';
import type { FoundObject } from '../verdict/inspected.js';
import { choicesOf } from '../rule/fixes.js';
import { joinEqual, placed, saidOf, union } from './compact.js';
import type { ExaminedFile, ExaminedFinding, ExaminedObject } from './examined.js';
import { JudgedObjects } from './judged-objects.js';
import { offeredFixes, type FixedPlace } from './offered-fixes.js';
import { nodesOf, placeOf, type LookUp, type ObjectAgain, type ReadAgain } from './read-again.js';
import type { RunFinding } from './run-finding.js';

/** What was found about a file, and where the places in the texts are looked up. */
export interface Finds {
  readonly found: readonly RunFinding[];
  /** The file itself. */
  readonly again: ReadAgain;
  /** Any file of the run. */
  readonly lookUp: LookUp;
  /** Those that were asked for. */
  readonly versions: readonly KubernetesVersion[];
}

/** The objects of a file with what the rules over the whole run have found about them. */
export function withRunFindings(
  { path, objects }: Pick<ExaminedFile, 'path' | 'objects'>,
  { found, again, lookUp, versions }: Finds,
): readonly ExaminedObject[] {
  if (found.length === 0) return objects;
  const added = new Map<number, ExaminedFinding[]>();
  const judged = new JudgedObjects(path, versions);
  for (const one of found) {
    const object = again.objectAt(one.position);
    const made = examinedFinding(one, judged.placeOf(one, object), object, lookUp);
    if (made.isDoubtful && isFilledIn(objects[one.position], object.inspected)) continue;
    addTo(added, one.position, made.finding);
  }
  return objects.map((object, position) => {
    const more = added.get(position);
    return more ? { ...object, findings: joinedFindings([...object.findings, ...more]) } : object;
  });
}

/** Whether the one finding that stands for all that placeholders cause is there, or nobody need be told. */
function isFilledIn(object: ExaminedObject | undefined, { role }: FoundObject): boolean {
  return role === 'test resource' || (object?.findings.some(({ code }) => code === 'schema/placeholder') ?? false);
}

function joinedFindings(findings: ExaminedFinding[]): ExaminedFinding[] {
  return joinEqual(findings.sort(compareFindings), compareFindings, (one, other) => ({
    ...one,
    kubernetesVersions: union(one.kubernetesVersions, other.kubernetesVersions),
  }));
}

/** Its places are looked up in the texts; `isDoubtful`: it holds only as long as nobody fills in what stands there. */
function examinedFinding(
  { code, severity, tags, message, path, related, fixes, choices, version }: RunFinding,
  place: FixedPlace,
  again: ObjectAgain,
  lookUp: LookUp,
): { readonly finding: ExaminedFinding; readonly isDoubtful: boolean } {
  const nodes = nodesOf(again);
  const { lines, text, inspected } = again;
  const said = finding(
    { id: code, stage: 'lint', severity, tags },
    {
      message,
      path,
      range: nodes.rangeOf(path),
      fixes: () => offeredFixes(fixes, nodes, place),
      choices: () => choices.flatMap((proposal) => choicesOf(nodes, proposal)),
    },
  );
  const made = placed(said, {
    index: 0,
    versions: [version],
    lines,
    path: place.path,
    inspected,
    details: 'with choices',
  });
  const places = related.map((other) => ({
    ...saidOf(other.message),
    file: other.file,
    range: placeOf(other, lookUp),
  }));
  return {
    finding: { ...made, related: places },
    isDoubtful: isCausedByPlaceholder(text, said, placeholdersOf(inspected.role)),
  };
}
