import type { SkipReason } from '../documents/skip.js';
import { codes } from '../findings/codes.js';
import type { ExaminedObject } from '../pipeline/examined.js';
import type { Rule } from '../rule/rule.js';
import type { RuleSet } from '../rule/run-rules.js';
import { idOfCustomRule, isCustomId } from '../settings/custom-rules/ids.js';
import type { RulesOfObjects } from '../settings/rules-of-objects.js';
import type { FileSettings } from '../settings/settings.js';
import type { InspectedFile, InspectedObject } from '../verdict/inspected.js';
import { needlessAnnotations, type NeedlessAnnotation } from './annotation-names.js';
import { annotationSuppressions } from './annotations.js';
import { commentSuppressions } from './comment-suppressions.js';
import { needlessEndFinding, unknownAnnotationFinding, unknownIdFinding, unusedFinding } from './findings.js';
import { peerSuppressions } from './peer-annotations.js';
import { hide, isHidden } from './hide.js';
import type { OpenComments } from './open-comments.js';
import { suppressionRules, unknownAnnotation, unknownRuleSuppression, unusedSuppression } from './rules.js';
import { SuppressionIndex } from './suppression-index.js';
import type { AboutSuppression, Suppression } from './suppression.js';

/** What no rule stands behind. */
const stageCodes: ReadonlySet<string> = new Set(codes.map(({ id }) => id));

/** What the file is judged by. */
interface By {
  readonly ofObjects: RulesOfObjects;
  readonly settings: FileSettings;
}

/** What one object of the file is judged by. */
interface ByObject {
  readonly rules: RuleSet;
  readonly settings: FileSettings;
}

/** A file, read again for what it suppresses, and what was found in its objects. */
export interface Suppressible {
  readonly file: InspectedFile;
  readonly objects: readonly ExaminedObject[];
}

export interface Suppressed {
  /** The objects with what is left of their findings. */
  readonly left: readonly ExaminedObject[];
  readonly about: readonly AboutSuppression[];
  /** What is open behind this part of a text. */
  readonly open: OpenComments;
}

/** Takes out what the files themselves suppress, and tells of suppressions that are of no use. */
export class Suppressor {
  private readonly rules: ReadonlyMap<string, Rule>;
  private readonly known: ReadonlySet<string>;
  private readonly codes: readonly string[];

  constructor(rules: readonly Rule[]) {
    this.rules = new Map(rules.flatMap((rule) => [rule.id, ...(rule.aliases ?? [])].map((id) => [id, rule])));
    this.known = new Set([...this.rules.keys(), ...stageCodes]);
    this.codes = [...this.known];
  }

  /**
   * The verdicts stay: the server reads no comments. Of a text in parts, `before` is what its earlier parts have left
   * open.
   */
  apply({ file, objects }: Suppressible, by: By, before?: OpenComments): Suppressed {
    const { suppressions: ofComments, needlessEnds, inherited, ends, open } = commentSuppressions(file, before);
    const suppressions = [...ofComments, ...annotationSuppressions(file)];
    const all = [...suppressions, ...inherited, ...peerSuppressions(file, by.settings.ignoreAnnotations ?? [])];
    const index = new SuppressionIndex(all, ends);
    const byObject = (position: number): ByObject => ({
      rules: by.ofObjects.setUnder(objects[position]?.rules),
      settings: by.settings,
    });
    const left = hide(file, objects, index, (code) => this.rules.get(code)?.aliases ?? []);
    const wasJudged = judgedReach(file, objects);
    const about = [
      ...suppressions.flatMap((suppression) => this.unknown(suppression, byObject(suppression.object))),
      ...suppressions
        .filter(({ goesOn, reach }) => !goesOn && wasJudged(reach))
        .flatMap((suppression) => this.unused(suppression, index, byObject(suppression.object))),
      ...needlessEnds.flatMap((end) => this.needlessEnd(end, byObject(end.object))),
      ...needlessAnnotations(file).flatMap((one) => this.unknownAnnotation(one, byObject(one.object))),
    ];
    return { left, about: about.filter((report) => !isHidden(report, file, index)), open };
  }

  private unknown({ ids, object, path }: Suppression, { rules, settings }: ByObject): AboutSuppression[] {
    const level = rules.levelOf(unknownRuleSuppression.id);
    if (level === undefined) return [];
    const unknown = ids.filter(({ id }) => !this.known.has(id) && !isOfConfig(id, settings));
    if (unknown.length === 0) return [];
    const codes = [...this.codes, ...customIdsOf(settings)];
    return unknown.map((id) => ({ object, finding: unknownIdFinding(level, id, path, codes) }));
  }

  private unknownAnnotation(annotation: NeedlessAnnotation, { rules }: ByObject): AboutSuppression[] {
    const level = rules.levelOf(unknownAnnotation.id);
    return level === undefined
      ? []
      : [{ object: annotation.object, finding: unknownAnnotationFinding(level, annotation) }];
  }

  private unused(suppression: Suppression, index: SuppressionIndex, by: ByObject): AboutSuppression[] {
    const level = by.rules.levelOf(unusedSuppression.id);
    if (level === undefined) return [];
    const { ids, object } = suppression;
    if (ids.length === 0)
      return index.hasHidden(suppression) || by.rules.isEmpty
        ? []
        : [{ object, finding: unusedFinding(level, suppression, ids) }];
    const unused = ids.filter(({ id }) => !index.hasHidden(suppression, id) && this.wouldShow(id, by));
    return unused.length === 0 ? [] : [{ object, finding: unusedFinding(level, suppression, unused) }];
  }

  /**
   * Whether a finding with that id would be there if there were a reason for it: its rule is on, and sees all that it
   * needs.
   */
  private wouldShow(id: string, { rules, settings }: ByObject): boolean {
    if (isOfConfig(id, settings)) return rules.levelOf(id) !== undefined;
    if (suppressionRules.some((rule) => rule.id === id)) return false;
    const rule = this.rules.get(id);
    if (!rule) return stageCodes.has(id);
    // A rule over the whole run may find more when more files are given.
    return rules.levelOf(rule.id) !== undefined && (!rule.run || settings.complete === true);
  }

  private needlessEnd(end: Suppression, { rules }: ByObject): AboutSuppression[] {
    const level = rules.levelOf(unusedSuppression.id);
    return level === undefined ? [] : [{ object: end.object, finding: needlessEndFinding(level, end) }];
  }
}

function customIdsOf({ customRules = [] }: FileSettings): readonly string[] {
  return customRules.map(idOfCustomRule);
}

function isOfConfig(id: string, settings: FileSettings): boolean {
  return isCustomId(id) && customIdsOf(settings).includes(id);
}

/** What podlint says all that it ever says of, though it gives no verdict. */
const looksIntoSkipped: ReadonlySet<string> = new Set<SkipReason>([
  'kind without a definition',
  'kind whose pod template is not judged',
  'only its pod template is judged',
  'fragment without apiVersion and kind',
]);

/** Whether all of some objects were judged; most suppressions ask for the same ones. */
function judgedReach(
  file: InspectedFile,
  objects: readonly ExaminedObject[],
): (reach: Suppression['reach']) => boolean {
  const known = new Map<Suppression['reach'], boolean>();
  return (reach) => {
    const isKnown = known.get(reach) ?? reach.every((position) => isJudged(file.objects[position], objects[position]));
    known.set(reach, isKnown);
    return isKnown;
  };
}

/** What was not judged may hold what the suppression is for. */
function isJudged(inspected: InspectedObject | undefined, examined: ExaminedObject | undefined): boolean {
  if (!inspected || !examined || inspected.document.problems.length > 0) return false;
  const { skipped, verdicts = {} } = examined.entry;
  if (skipped !== undefined && !looksIntoSkipped.has(skipped)) return false;
  return Object.values(verdicts).every((verdict) => verdict !== 'undecodable' && verdict !== 'unserved');
}
