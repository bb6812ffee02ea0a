import { codes } from '../findings/codes.js';
import type { InspectedFile, InspectedObject } from '../pipeline/inspect.js';
import type { Rule } from '../rule/rule.js';
import type { RuleSet } from '../rule/run-rules.js';
import type { FileSettings } from '../settings/settings.js';
import type { SkipReason } from '../documents/skip.js';
import type { Finding } from '../findings/finding.js';
import { annotationSuppressions } from './annotations.js';
import { commentSuppressions } from './comment-suppressions.js';
import { needlessEndFinding, unknownIdFinding, unusedFinding } from './findings.js';
import type { WrittenId } from './id-list.js';
import type { OpenComments } from './open-comments.js';
import { suppressionRules, unknownRuleSuppression, unusedSuppression } from './rules.js';
import { names, type Suppression } from './suppression.js';

/** What no rule stands behind. */
const stageCodes: ReadonlySet<string> = new Set(codes.map(({ id }) => id));

/** Takes out what the files themselves suppress, and tells of suppressions that are of no use. */
export class Suppressor {
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly codes: readonly string[];

  constructor(rules: readonly Rule[]) {
    this.rules = new Map(rules.map((rule) => [rule.id, rule]));
    this.codes = [...new Set([...this.rules.keys(), ...stageCodes])];
  }

  /**
   * The verdicts stay: the server reads no comments. Of a text in parts, `before` is what its earlier parts have left
   * open; returns what is open behind this one.
   */
  apply(file: InspectedFile, ruleSet: RuleSet, settings: FileSettings, before?: OpenComments): OpenComments {
    if (!file.text.includes('podlint') && !before?.length) return [];
    const { suppressions: ofComments, needlessEnds, inherited, open } = commentSuppressions(file, before);
    const suppressions = [...ofComments, ...annotationSuppressions(file)];
    const all = [...suppressions, ...inherited];
    const hidden = hide(file, all);
    const about = [
      ...suppressions.flatMap((suppression) => this.unknown(suppression, ruleSet)),
      ...suppressions.flatMap((suppression) => this.unused(suppression, hidden.get(suppression)!, ruleSet, settings)),
      ...needlessEnds.flatMap((end) => this.needlessEnd(end, ruleSet)),
    ];
    for (const { finding, object } of about)
      if (!isHidden(finding, object, file, all)) for (const { findings } of object.judgements) findings.push(finding);
    return open;
  }

  private unknown({ ids, object, path }: Suppression, ruleSet: RuleSet): Report[] {
    const level = ruleSet.levelOf(unknownRuleSuppression.id);
    if (level === undefined) return [];
    return ids
      .filter(({ id }) => !this.codes.includes(id))
      .map((id) => ({ object, finding: unknownIdFinding(level, id, path, this.codes) }));
  }

  private unused(
    suppression: Suppression,
    hidden: ReadonlySet<string>,
    ruleSet: RuleSet,
    settings: FileSettings,
  ): Report[] {
    const level = ruleSet.levelOf(unusedSuppression.id);
    if (level === undefined || suppression.goesOn || !suppression.reach.every(isJudged)) return [];
    const { ids, object } = suppression;
    if (ids.length === 0)
      return hidden.size > 0 || ruleSet.isEmpty ? [] : [{ object, finding: unusedFinding(level, suppression, ids) }];
    const unused = ids.filter(({ id }) => !hidden.has(id) && this.wouldShow(id, ruleSet, settings));
    return unused.length === 0 ? [] : [{ object, finding: unusedFinding(level, suppression, unused) }];
  }

  /**
   * Whether a finding with that id would be there if there were a reason for it: its rule is on, and sees all that it
   * needs.
   */
  private wouldShow(id: string, ruleSet: RuleSet, { complete }: FileSettings): boolean {
    if (suppressionRules.some((rule) => rule.id === id)) return false;
    const rule = this.rules.get(id);
    if (!rule) return stageCodes.has(id);
    // A rule over the whole run may find more when more files are given.
    return ruleSet.levelOf(id) !== undefined && (!rule.run || complete === true);
  }

  private needlessEnd(end: Suppression, ruleSet: RuleSet): Report[] {
    const level = ruleSet.levelOf(unusedSuppression.id);
    return level === undefined ? [] : [{ object: end.object, finding: needlessEndFinding(level, end) }];
  }
}

interface Report {
  readonly finding: Finding;
  readonly object: InspectedObject;
}

/** Takes the suppressed findings out, and returns which codes each suppression has hidden. */
function hide(file: InspectedFile, suppressions: readonly Suppression[]): Map<Suppression, Set<string>> {
  const hidden = new Map(suppressions.map((suppression) => [suppression, new Set<string>()]));
  for (const object of file.objects) {
    for (const { findings } of object.judgements) {
      const left = findings.filter((finding) => {
        const covering = coveringOf(finding, object, file, suppressions);
        for (const suppression of covering) hidden.get(suppression)!.add(finding.code);
        return covering.length === 0;
      });
      findings.splice(0, findings.length, ...left);
    }
  }
  return hidden;
}

function coveringOf(
  finding: Finding,
  object: InspectedObject,
  { lines }: InspectedFile,
  suppressions: readonly Suppression[],
): Suppression[] {
  const { line } = lines.position(finding.range.start);
  return suppressions.filter(
    (suppression) => names(suppression, finding.code) && suppression.covers({ object, finding, line }),
  );
}

/**
 * A report about suppressions is hidden only by who names it: a comment that suppresses everything would hide itself.
 */
function isHidden(
  finding: Finding,
  object: InspectedObject,
  file: InspectedFile,
  suppressions: readonly Suppression[],
): boolean {
  return coveringOf(finding, object, file, suppressions).some(({ ids }) =>
    ids.some(({ id }: WrittenId) => id === finding.code),
  );
}

/** What podlint says all that it ever says of, though it gives no verdict. */
const looksIntoSkipped: ReadonlySet<SkipReason> = new Set<SkipReason>([
  'kind without a pod template',
  'fragment without apiVersion and kind',
]);

/** What was not judged may hold what the suppression is for. */
function isJudged({ document, judgements, skipped }: InspectedObject): boolean {
  if (document.problems.length > 0 || (skipped !== undefined && !looksIntoSkipped.has(skipped))) return false;
  return judgements.every(({ verdict }) => verdict !== 'undecodable' && verdict !== 'unserved');
}
