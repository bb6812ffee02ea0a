import { documentAfter } from '../documents/document-after.js';
import type { Fix } from '../findings/diagnostic.js';
import type { Finding } from '../findings/finding.js';
import type { FieldNodes } from '../rule/field-nodes.js';
import { fixesOf } from '../rule/fixes.js';
import type { FixProposal } from '../rule/rule.js';
import { inspectDocument } from '../verdict/inspect.js';
import type { InspectedObject, VersionJudgement } from '../verdict/inspected.js';

/** An object that something is found in. */
interface Place {
  /** Of its file. */
  readonly path: string;
  readonly inspected: InspectedObject;
}

/** What proposals come to, without the unsafe fixes that would bring an error of the server's. */
export function offeredFixes(proposals: readonly FixProposal[], nodes: FieldNodes, place: Place): Fix[] {
  return proposals.flatMap((proposal) =>
    fixesOf(nodes, proposal).filter((fix) => proposal.isTaken || proposal.safety === 'safe' || addsNoError(fix, place)),
  );
}

/** Whether the server, in each version that was asked for, minds nothing after a fix that it did not mind before. */
function addsNoError({ edits }: Fix, { path, inspected }: Place): boolean {
  const { index, object, judgements } = inspected;
  if (judgements.every(({ verdict }) => verdict === undefined)) return true;
  const document = documentAfter(inspected.document, edits);
  const versions = judgements.map(({ version }) => version);
  const after = inspectDocument({ document, index, path, versions }).find((one) => one.object?.item === object?.item);
  return judgements.every((before) => {
    const now = after?.judgements.find(({ version }) => version === before.version);
    return now !== undefined && !hasNewError(before, now);
  });
}

function hasNewError(before: VersionJudgement, after: VersionJudgement): boolean {
  const known = before.findings.filter(isServerError).map(keyOf);
  // An error that an item less has moved is known all the same, but not a second one of the kind.
  return after.findings
    .filter(isServerError)
    .map(keyOf)
    .some((key) => {
      const at = known.indexOf(key);
      if (at !== -1) known.splice(at, 1);
      return at === -1;
    });
}

function isServerError({ stage, severity }: Finding): boolean {
  return severity === 'error' && stage !== 'lint';
}

/** Without indexes, which change with the list, and the same for a Pod and for the template that it becomes. */
function keyOf({ code, path, api }: Finding): string {
  const place = path.toString().replace(/\[\d+\]/g, '[]');
  return `${code} ${api?.type ?? ''} ${place.replace(/^(?:spec\.)?template\./, '')}`;
}
