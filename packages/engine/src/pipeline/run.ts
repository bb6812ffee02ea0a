import { addTo } from '@podlint/plain';
import { FieldPath } from '@podlint/field-path';
import { kindWithTemplate } from '@podlint/kinds';
import { findKind, type KubernetesVersion, type core } from '@podlint/model';
import { faultCode, faultOfRule, faultPath } from '../findings/fault.js';
import { severityOf } from '../findings/levels.js';
import { fieldsOf, rootOf } from '../rule/build-views.js';
import { fieldBelow, pathOf } from '../rule/field.js';
import { choiceProposalsOf, proposalsOf } from '../rule/fixes.js';
import { isOfWritten, levelIn } from '../rule/placed-templates.js';
import type { FindingInRun, Rule } from '../rule/rule.js';
import { levelOfFinding, messageOf, type ActiveRule, type RuleSet } from '../rule/run-rules.js';
import type { Collected, ResourceView, RunObject, RunView } from '../rule/views.js';
import type { Circumstances } from '../settings/circumstances.js';
import type { ExaminedFile, ObjectFacts, PlaceInFile, PodFacts } from './examined.js';
import type { RunFinding } from './run-finding.js';

/** A file of the run, as the rules over all of it see it. */
export interface RunFile {
  readonly file: Pick<ExaminedFile, 'path' | 'facts'>;
  /** The rules of its objects. */
  readonly ofObjects: Circumstances['ofObjects'];
  /** An object, or one of its pods, read again for what facts do not tell. */
  read(place: PlaceInFile, version: KubernetesVersion): ResourceView;
}

/** A finding, and the file in which it is. */
export interface FoundInRun {
  readonly file: RunFile;
  readonly finding: RunFinding;
}

/** What rules have found in other runs, for those that are asked again and again. */
export interface RunMemory {
  /** Undefined: the rule would see something else now, or was not asked yet. */
  recall(active: ActiveRule, version: KubernetesVersion): readonly FoundInRun[] | undefined;
  keep(active: ActiveRule, version: KubernetesVersion, found: readonly FoundInRun[]): void;
}

const noMemory: RunMemory = { recall: () => undefined, keep: () => undefined };

/** By the files of a run. */
export type FoundByFile = ReadonlyMap<RunFile, readonly RunFinding[]>;

/** What the rules over the whole run find, for each of the files. */
export function runRules(
  files: readonly RunFile[],
  versions: readonly KubernetesVersion[],
  extent: RunView['extent'] = 'whole',
): FoundByFile {
  return finished(runInSteps(files, versions, extent, noMemory));
}

/** What work in steps comes to, all of it done at once. */
export function finished<Result>(work: Generator<void, Result>): Result {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** The same, rule by rule. */
export function* runInSteps(
  files: readonly RunFile[],
  versions: readonly KubernetesVersion[],
  extent: RunView['extent'],
  memory: RunMemory,
): Generator<void, FoundByFile> {
  const found = new Map(files.map((file): [RunFile, RunFinding[]] => [file, []]));
  for (const version of versions) {
    let run: RunOfVersion | undefined;
    // A rule speaks once for each set of rules in use, and only about the files that set is for.
    for (const rules of setsIn(files))
      for (const active of rules.overRuns) {
        const known = memory.recall(active, version);
        const all = known ?? (run ??= new RunOfVersion(files, version, extent)).askFor(rules, active);
        memory.keep(active, version, all);
        for (const { file, finding } of all) found.get(file)?.push(finding);
        yield;
      }
  }
  return found;
}

/** The sets of rules that are in use. */
function setsIn(files: readonly RunFile[]): ReadonlySet<RuleSet> {
  const sets = new Set<RuleSet>();
  for (const { file, ofObjects } of files) for (const { rules } of file.facts) sets.add(ofObjects.setUnder(rules));
  return sets;
}

/** Where an object of the run comes from. */
interface Origin {
  readonly file: RunFile;
  readonly facts: ObjectFacts;
  /** Of an object with several pods: the one that it stands for. */
  readonly pod?: PodFacts;
}

/** A run for one version. */
class RunOfVersion {
  private readonly origins = new Map<RunObject, Origin>();
  /** By collection: several rules may share one. */
  private readonly collected = new Map<string, Collected<unknown>[]>();

  constructor(
    files: readonly RunFile[],
    private readonly version: KubernetesVersion,
    private readonly extent: RunView['extent'],
  ) {
    for (const file of files)
      for (const facts of file.file.facts) if (facts.minor === version.minor) this.add(file, facts);
  }

  private add(file: RunFile, facts: ObjectFacts): void {
    const object = runObject(file, facts, this.version);
    this.origins.set(object, { file, facts });
    this.collect(object, facts.collected);
    for (const pod of facts.pods ?? []) {
      const made = runPod(object, pod, file, facts, this.version);
      this.origins.set(made, { file, facts, pod });
      this.collect(made, pod.collected);
    }
  }

  private collect(object: RunObject, collected: ObjectFacts['collected']): void {
    for (const [name, facts] of Object.entries(collected)) {
      addTo(this.collected, name, { object, facts });
    }
  }

  /** What a rule finds in the files that a set of rules is for. */
  askFor(rules: RuleSet, active: ActiveRule): FoundInRun[] {
    return this.ask(active).filter(({ file, facts }) => file.ofObjects.setUnder(facts.rules) === rules);
  }

  private ask(active: ActiveRule): (Origin & { readonly finding: RunFinding })[] {
    const found: (Origin & { finding: RunFinding })[] = [];
    const collected = this.collectedFor(active.rule);
    // Without an object there is nothing that a rule could speak of.
    if (collected.length === 0) return found;
    const view = { minor: this.version.minor, extent: this.extent, collected };
    try {
      active.rule.run?.(
        view,
        (object, said) => {
          const origin = this.originOf(object);
          if (isSaid(active, object, said, origin))
            found.push({ ...origin, finding: this.runFinding(active, origin, said) });
        },
        active.options,
      );
    } catch (error) {
      for (const { object } of collected.slice(0, 1)) found.push(this.faultAt(object, active.rule, error));
    }
    return found;
  }

  /** What stands for a rule that has failed: some object has to hold it. */
  private faultAt(object: RunObject, { id }: Rule, thrown: unknown): Origin & { readonly finding: RunFinding } {
    const origin = this.originOf(object);
    const { id: code, severity, tags } = faultCode;
    const { position } = origin.facts;
    const message = faultOfRule(id, thrown);
    const nothing = { related: [], fixes: [], choices: [] };
    const finding = {
      version: this.version.name,
      position,
      path: faultPath,
      code,
      severity,
      tags,
      message,
      ...nothing,
    };
    return { ...origin, finding };
  }

  private collectedFor({ collects }: Rule): readonly Collected<unknown>[] {
    return (collects && this.collected.get(collects.name)) ?? [];
  }

  private originOf(object: RunObject): Origin {
    const origin = this.origins.get(object);
    if (!origin) throw new Error('a rule speaks of an object that is not of its run');
    return origin;
  }

  private runFinding(active: ActiveRule, origin: Origin, said: FindingInRun): RunFinding {
    const { rule } = active;
    return {
      version: this.version.name,
      position: origin.facts.position,
      path: pathOf(said.at),
      code: rule.id,
      severity: severityOf[levelIn(origin.pod, levelOfFinding(active, said))],
      tags: rule.tags,
      message: messageOf(rule, said),
      related: (said.related ?? []).map((other) => {
        const { file, facts } = other.object ? this.originOf(other.object) : origin;
        return {
          message: messageOf(rule, other),
          file: file.file.path,
          position: facts.position,
          path: pathOf(other.at),
        };
      }),
      fixes: proposalsOf(said),
      choices: choiceProposalsOf(said),
    };
  }
}

/** Of a template that is merged with another one, only what is written there is told of. */
function isSaid({ rule }: ActiveRule, object: RunObject, { at }: FindingInRun, { pod, facts }: Origin): boolean {
  if (facts.isTemplate) return false;
  if (!pod || pod.pods === 'whole') return true;
  return isOfWritten({ rule, at, part: FieldPath.fromJSON(pod.path), object: object.read() });
}

/** One of the pods of an object. */
function runPod(
  object: RunObject,
  { template, path, part }: PodFacts,
  file: RunFile,
  { position }: ObjectFacts,
  version: KubernetesVersion,
): RunObject {
  const { metadataAt: metadata, at: spec } = fieldsOf(object, { path: FieldPath.fromJSON(path), part });
  const read = (): ResourceView => file.read({ position, template }, version);
  return { ...object, podAt: { metadata, spec }, podOf: object, read };
}

function runObject(file: RunFile, facts: ObjectFacts, version: KubernetesVersion): RunObject {
  const { position, apiVersion, kind: kindName, name, namespace } = facts;
  const kind = findKind(apiVersion, kindName) ?? kindWithTemplate(apiVersion, kindName);
  const at = rootOf(kind);
  const read = (): ResourceView => file.read({ position }, version);
  return {
    file: file.file.path,
    apiVersion,
    kindName,
    name,
    namespace,
    at,
    podAt: kind?.podTemplate && fieldBelow<core.PodTemplateSpec>(at, kind.podTemplate),
    read,
  };
}
