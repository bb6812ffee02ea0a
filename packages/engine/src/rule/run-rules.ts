import { own } from '@podlint/plain';
import type { Message, MessageData } from '@podlint/messages';
import { faultCode, faultOfRule, faultPath } from '../findings/fault.js';
import type { GlobMatcher } from '../settings/globs.js';
import { fieldAt } from './field.js';
import type { Finding, Level, Report, Rule } from './rule.js';
import type { ObjectView, PodView, ResourceView } from './views.js';

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

/** A level that the user has chosen goes over the one that a rule gives a single finding. */
export function levelOfFinding({ rule, level }: ActiveRule, finding: Pick<Finding, 'level'>): ActiveRule['level'] {
  return level === rule.level ? (finding.level ?? level) : level;
}

type HookName = 'resource' | 'object' | 'pod' | 'container';

/**
 * A hook of a rule that is on: of one shape whatever the rule, and made once, since it is called for every container
 * there is.
 */
interface Hook<View, Say> {
  readonly active: ActiveRule;
  readonly check: (view: View, report: Say, options: unknown) => void;
}

type HookOf<Name extends HookName> = Hook<
  Parameters<NonNullable<Rule[Name]>>[0],
  Parameters<NonNullable<Rule[Name]>>[1]
>;

/** One walk. Its rules speak one after the other, and all with the same function. */
class Walk {
  readonly found: RuleFinding[] = [];
  /** The rule whose turn it is. */
  private speaker: ActiveRule | undefined = undefined;

  constructor(private readonly resource: ResourceView) {}

  /** A rule that fails costs no other its turn. */
  ask<View, Say>(hooks: readonly Hook<View, Say>[], view: View, report: Say): void {
    for (const { active, check } of hooks) {
      this.speaker = active;
      try {
        check(view, report, active.options);
      } catch (error) {
        this.found.push(faultIn(active.rule, error, this.resource));
      }
    }
    this.speaker = undefined;
  }

  hear(object: ResourceView, finding: Finding): void {
    if (!this.speaker) throw new Error('a rule may report only while it is asked');
    const level = levelOfFinding(this.speaker, finding);
    this.found.push({ rule: this.speaker.rule, level, object, finding });
  }
}

/** What is known of files and not said in them. */
interface KnownOfFiles {
  /** Whether a kubelet reads the file itself, so that the Pods in it are static. */
  readonly isStaticPodFile: GlobMatcher;
  /** Repositories of images that a builder makes and puts in. */
  readonly builtImages: ReadonlySet<string>;
}

/** Rules by what they look at, so that a walk asks only those that have something to do there. */
export class RuleSet {
  private readonly onResource: readonly HookOf<'resource'>[];
  private readonly onObject: readonly HookOf<'object'>[];
  private readonly onPod: readonly HookOf<'pod'>[];
  private readonly onContainer: readonly HookOf<'container'>[];
  /** The rules that are on and look at the whole run. */
  readonly overRuns: readonly ActiveRule[];
  /** By the ids of those, the rules that say less of the same thing. */
  readonly outranking: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(
    private readonly active: readonly ActiveRule[],
    readonly known: KnownOfFiles,
  ) {
    this.onResource = hooks(active, 'resource');
    this.onObject = hooks(active, 'object');
    this.onPod = hooks(active, 'pod');
    this.onContainer = hooks(active, 'container');
    this.overRuns = active.filter(({ rule }) => 'run' in rule);
    this.outranking = new Map(
      this.overRuns.flatMap(({ rule: { id, outranks } }) => (outranks ? [[id, new Set(outranks)]] : [])),
    );
  }

  /** No rule is on, so that there is nothing to walk for. */
  get isEmpty(): boolean {
    return this.active.length === 0;
  }

  /** The level of a rule that is on. */
  levelOf(id: string): ActiveRule['level'] | undefined {
    return this.active.find(({ rule }) => rule.id === id)?.level;
  }

  /** One walk over an object: itself, its pod, each container. */
  checkResource(resource: ResourceView): readonly RuleFinding[] {
    const walk = new Walk(resource);
    const report: Report<string> = (finding) => walk.hear(resource, finding);
    walk.ask(this.onResource, resource, report);
    if (resource.judged) this.checkObject(resource.judged, walk, report);
    return walk.found;
  }

  /** The same for one of several pods of an object: the pod, and each container. */
  checkPod(pod: PodView): readonly RuleFinding[] {
    const walk = new Walk(pod.object);
    this.walkPod(pod, walk, (finding) => walk.hear(pod.object, finding));
    return walk.found;
  }

  private walkPod(pod: PodView, walk: Walk, report: Report<string>): void {
    walk.ask(this.onPod, pod, report);
    for (const container of pod.containers) walk.ask(this.onContainer, container, report);
  }

  private checkObject(object: ObjectView, walk: Walk, report: Report<string>): void {
    walk.ask(this.onObject, object, report);
    if (object.pod) this.walkPod(object.pod, walk, report);
  }
}

/** What stands for a rule that has failed, with what it said before that. */
function faultIn({ id }: Rule, thrown: unknown, object: ResourceView): RuleFinding {
  const { id: message, data, template } = faultOfRule(id, thrown);
  const rule: Rule = { id: faultCode.id, level: 'error', summary: '', brief: '', messages: { [message]: template } };
  return { rule, level: 'error', object, finding: { at: fieldAt(faultPath), message, data } };
}

function hooks<Name extends HookName>(active: readonly ActiveRule[], name: Name): HookOf<Name>[] {
  return active.flatMap((one) => {
    const check = one.rule[name]?.bind(one.rule) as HookOf<Name>['check'] | undefined;
    return check ? { active: one, check } : [];
  });
}

const noData: MessageData = {};

/** What a rule said: its id is the key of the rule's text. */
export function messageOf({ messages }: Rule, { message, data = noData }: Pick<Finding, 'message' | 'data'>): Message {
  return { id: message, data, template: own(messages, message) ?? message };
}
