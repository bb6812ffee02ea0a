import type { Message, MessageData } from '@podlint/messages';
import type { GlobMatcher } from '../settings/globs.js';
import type { Finding, Level, Rule, RunReport } from './rule.js';
import type { ContainerView, ObjectView, PodView, ResourceView, RunView } from './views.js';

/** A rule that is on, at the level the configuration gives it. */
export interface ActiveRule {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  /** The user's options over the rule's defaults. */
  readonly options: unknown;
}

/** What a rule said, and about which object. */
export interface RuleFinding {
  readonly rule: Rule;
  readonly level: Exclude<Level, 'off'>;
  readonly object: ResourceView;
  readonly finding: Finding;
}

/** What a walk over an object is at, and what was found on the way. */
class Walk {
  object: ResourceView | undefined;
  found: RuleFinding[] = [];

  /** A level that the user has chosen goes over the one that a rule gives a single finding. */
  hear({ rule, level }: ActiveRule, object: ResourceView, finding: Finding): void {
    this.found.push({ rule, level: level === rule.level ? (finding.level ?? level) : level, object, finding });
  }

  /** What was found since the last call. Nothing stays behind: a set of rules lives longer than what it looks at. */
  take(): readonly RuleFinding[] {
    const { found } = this;
    this.found = [];
    this.object = undefined;
    return found;
  }
}

type HookName = 'resource' | 'object' | 'pod' | 'container' | 'run';

/**
 * A hook of a rule with all that it is called with: of one shape whatever the rule, and made once, since it is called
 * for every container there is.
 */
interface Hook<View, Say> {
  readonly check: (view: View, report: Say, options: unknown) => void;
  readonly report: Say;
  readonly options: unknown;
}

type Report = (finding: Finding) => void;

/** Rules by what they look at, so that the walk asks only those that have something to do there. */
export class RuleSet {
  private readonly walk = new Walk();
  private readonly onResource: readonly Hook<ResourceView, Report>[];
  private readonly onObject: readonly Hook<ObjectView, Report>[];
  private readonly onPod: readonly Hook<PodView, Report>[];
  private readonly onContainer: readonly Hook<ContainerView, Report>[];
  private readonly onRun: readonly Hook<RunView, RunReport<string>>[];

  constructor(
    private readonly active: readonly ActiveRule[],
    /** Whether a kubelet reads the file itself, so that the Pods in it are static. */
    readonly isStaticPodFile: GlobMatcher,
  ) {
    const { walk } = this;
    const reportHere =
      (one: ActiveRule): Report =>
      (finding) =>
        walk.hear(one, walk.object!, finding);
    const reportOn =
      (one: ActiveRule): RunReport<string> =>
      (object, finding) =>
        walk.hear(one, object, finding);
    this.onResource = hooks(active, 'resource', reportHere);
    this.onObject = hooks(active, 'object', reportHere);
    this.onPod = hooks(active, 'pod', reportHere);
    this.onContainer = hooks(active, 'container', reportHere);
    this.onRun = hooks(active, 'run', reportOn);
  }

  /** No rule is on, so that there is nothing to walk for. */
  get isEmpty(): boolean {
    return this.active.length === 0;
  }

  /** Whether a rule is on that looks at the whole run. */
  get looksAtRuns(): boolean {
    return this.onRun.length > 0;
  }

  /** The level of a rule that is on. */
  levelOf(id: string): ActiveRule['level'] | undefined {
    return this.active.find(({ rule }) => rule.id === id)?.level;
  }

  /** One walk over an object: itself, its pod, each container. */
  checkResource(resource: ResourceView): readonly RuleFinding[] {
    this.walk.object = resource;
    ask(this.onResource, resource);
    if (resource.judged) this.checkObject(resource.judged);
    return this.walk.take();
  }

  private checkObject(object: ObjectView): void {
    ask(this.onObject, object);
    if (!object.pod) return;
    ask(this.onPod, object.pod);
    for (const container of object.pod.containers) ask(this.onContainer, container);
  }

  checkRun(run: RunView): readonly RuleFinding[] {
    ask(this.onRun, run);
    return this.walk.take();
  }
}

function hooks<Name extends HookName, Say>(
  active: readonly ActiveRule[],
  name: Name,
  reportOf: (one: ActiveRule) => Say,
): Hook<Parameters<NonNullable<Rule[Name]>>[0], Say>[] {
  return active.flatMap((one) => {
    const check = one.rule[name]?.bind(one.rule) as
      Hook<Parameters<NonNullable<Rule[Name]>>[0], Say>['check'] | undefined;
    return check ? { check, report: reportOf(one), options: one.options } : [];
  });
}

function ask<View, Say>(all: readonly Hook<View, Say>[], view: View): void {
  for (const { check, report, options } of all) check(view, report, options);
}

const noData: MessageData = {};

/** What a rule said: its id is the key of the rule's text. */
export function messageOf({ messages }: Rule, { message, data = noData }: Pick<Finding, 'message' | 'data'>): Message {
  return { id: message, data, template: messages[message] ?? message };
}
