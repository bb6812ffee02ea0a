import { finding, type Finding } from '../findings/finding.js';
import { severityOf } from '../findings/levels.js';
import { pathOf } from '../rule/field.js';
import type { FieldNodes } from '../rule/field-nodes.js';
import { choiceProposalsOf, choicesOf, proposalsOf } from '../rule/fixes.js';
import { messageOf, type RuleFinding } from '../rule/run-rules.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import { offeredFixes } from './offered-fixes.js';

/** Where a rule has found something. */
interface Found {
  readonly file: Pick<InspectedFile, 'path'>;
  readonly inspected: InspectedObject;
  readonly nodes: FieldNodes;
  /** How many findings with fixes came before. */
  readonly rank: number;
}

/** What a rule says, as a finding in the text. */
export function lintFinding(
  { rule, level, finding: said }: RuleFinding,
  { file, inspected, nodes, rank }: Found,
): Finding {
  const { at, related, fixes, choices } = said;
  const { judgements } = inspected;
  const path = pathOf(at);
  return finding(
    { id: rule.id, stage: 'lint', severity: severityOf[level], tags: rule.tags },
    {
      message: messageOf(rule, said),
      path,
      range: nodes.rangeOf(path),
      related: related?.map((other) => ({ message: messageOf(rule, other), range: nodes.rangeOf(pathOf(other.at)) })),
      fixes: fixes && (() => offeredFixes(proposalsOf(said), nodes, { path: file.path, inspected, judgements, rank })),
      choices: choices && (() => choiceProposalsOf(said).flatMap((proposal) => choicesOf(nodes, proposal))),
    },
  );
}
