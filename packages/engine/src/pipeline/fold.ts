import { faultCode } from '../findings/fault.js';
import type { Finding } from '../findings/finding.js';
import { isDirective } from '../findings/patches.js';
import type { InspectedFile, VersionJudgement } from '../verdict/inspected.js';
import { foldCopied } from './fold-copied.js';
import { foldMissingTemplate } from './fold-template.js';
import { foldUnsoundVolumes } from './fold-volumes.js';
import { judgementAfter, type Judged, type Lint } from './mend.js';
import { moveUnder } from './move-under.js';

/** So many mistakes of an object are mended to see what follows from them. */
const mostMended = 8;

/** Each mending judges the whole object again: fewer are mended where more findings than these would be made anew. */
const mostFoundAnew = 2000;

/**
 * Puts what follows from a mistake under that mistake: one cause, one finding. What follows is found out by mending:
 * after the finding's first fix, or after the choice that was most likely meant, it is no longer there.
 */
export function foldConsequences({ path, objects }: InspectedFile, lint: Lint): void {
  for (const inspected of objects) {
    const { skipped, object, judgements } = inspected;
    if (!object) continue;
    // Of what waits for placeholders, nobody can tell what it is like when a mistake is mended.
    const foldOne = skipped === undefined ? fold : skipped === 'placeholder ${...}' ? foldKnown : undefined;
    for (const judgement of judgements) foldOne?.({ path, inspected, judgement }, lint);
  }
}

function fold(judged: Judged, lint: Lint): void {
  const { findings } = judged.judgement;
  if (findings.length < 2) return;
  // What a part of an object lacks is no mistake of its own.
  const directive = findings.find((finding) => finding.code === 'schema/unknown-field' && isDirective(finding));
  if (directive) {
    putUnder(
      directive,
      findings,
      findings.filter(({ stage }) => stage === 'schema'),
    );
    return;
  }
  for (const cause of causesAmong(findings)) {
    if (!findings.includes(cause)) continue;
    const after = judgementAfter(cause, judged, lint);
    if (after && isReadAsFar(after, judged.judgement)) putUnder(cause, findings, after.findings);
  }
  foldKnown(judged);
}

/** What is known to follow from something without mending it. */
function foldKnown(judged: Judged): void {
  foldUnsoundVolumes(judged);
  foldCopied(judged);
  foldMissingTemplate(judged);
}

/** What the server minds and somebody knows how to mend; mistakes of the structure first, since others follow from them. */
function causesAmong(findings: readonly Finding[]): readonly Finding[] {
  const mendable = findings.filter(({ severity, fixes, choices }) => severity === 'error' && (fixes ?? choices));
  const of = (stage: Finding['stage']): Finding[] => mendable.filter((finding) => finding.stage === stage);
  const most = Math.min(mostMended, Math.floor(mostFoundAnew / findings.length));
  return [...of('schema'), ...of('api')].slice(0, most);
}

/** What the server cannot read tells nothing of what it would mind. */
function isReadAsFar({ verdict }: VersionJudgement, before: VersionJudgement): boolean {
  return verdict === 'accept' || verdict === 'reject' || verdict === before.verdict;
}

function putUnder(cause: Finding, findings: Finding[], after: readonly Finding[]): void {
  const left = new Set(after.map(keyOf));
  const following = findings.filter(
    (other) => other !== cause && other.code !== faultCode.id && !left.has(keyOf(other)),
  );
  moveUnder(cause, following, findings);
}

/** By which a finding is known again in the mended object. */
function keyOf({ code, path, api }: Finding): string {
  return `${code} ${path.toString()} ${api?.type ?? ''}`;
}
