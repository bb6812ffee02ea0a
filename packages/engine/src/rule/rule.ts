import type { Change, Wrapping } from '@podlint/field-path';
import type { MessageData } from '@podlint/messages';
import type { Safety, Tag } from '../findings/diagnostic.js';
import { pathOf, type Field } from './field.js';
import type { SharedSettings } from '../settings/shared.js';
import type { ContainerView, ObjectView, PodView, ResourceView, RunObject, RunView } from './views.js';

export type Level = 'error' | 'warn' | 'info' | 'off';

export interface FixProposal {
  /** In the imperative: `Set imagePullPolicy to "Always"`. */
  readonly title: string;
  readonly safety: Safety;
  readonly changes: readonly Change[];
  /** The rule itself makes sure that the server minds nothing more after it; otherwise the server is asked. */
  readonly isTaken?: true;
}

/** One of the things that a person could do about a finding, where the manifest does not tell which is meant. */
export interface ChoiceProposal {
  /** In the imperative: `Add an empty volume "data"`. */
  readonly title: string;
  readonly changes: readonly Change[];
  /** It is what was most likely meant. */
  readonly preferred?: true;
}

/** Another place that explains a finding. */
type Related<Message extends string> = Pick<Finding<Message>, 'at' | 'message' | 'data'>;

export interface Finding<Message extends string = string> {
  readonly at: Field;
  /** The key of one of the rule's messages. */
  readonly message: Message;
  /** What stands in the braces of the message. */
  readonly data?: MessageData;
  /** A level other than the rule's own, where RULES gives two. */
  readonly level?: Exclude<Level, 'off'>;
  /** As a function where they take some work, since most findings are never fixed. */
  readonly fixes?: readonly FixProposal[] | (() => readonly FixProposal[]);
  /** What a person could do about it; as a function, like fixes, where they take some work. */
  readonly choices?: readonly ChoiceProposal[] | (() => readonly ChoiceProposal[]);
  readonly related?: readonly Related<Message>[];
  /**
   * The code of an earlier stage whose finding at the same place this one takes the place of, because it says more of
   * the same cause.
   * It keeps that finding's place, and its fixes and choices if it has none of its own.
   */
  readonly insteadOf?: string;
}

/** What a rule over the whole run says of an object: in other objects, too, there may be places that explain it. */
export interface FindingInRun<Message extends string = string> extends Omit<Finding<Message>, 'related' | 'insteadOf'> {
  readonly related?: readonly (Related<Message> & { readonly object?: RunObject })[];
}

export type Report<Message extends string> = (finding: Finding<Message>) => void;

/** What a user can set about a rule beyond its level. */
interface RuleOptions<Options> {
  /** JSON Schema of the options object; becomes part of the config file's schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: Options;
}

/** What rules over the whole run have to know of each object; several rules may share one. */
export interface Collection<Facts> {
  /** By which a file's facts are kept. */
  readonly name: string;
  /**
   * As JSON, and as little as will do, since it is kept until all objects are known; undefined: nothing. Called once
   * for each Kubernetes object.
   */
  of(resource: ResourceView): Facts | undefined;
  /**
   * The same of each pod of an object that has several, or parts of some (`object.template`): `of` sees none of them.
   * What it returns is collected beside what is known of the object.
   */
  ofPod?(pod: PodView): Facts | undefined;
}

/** A rule: one folder of rules/, one thing that it looks for. */
export interface Rule<Message extends string = string, Options = unknown, Facts = unknown> {
  /** `group/name`, as the folder. */
  readonly id: string;
  /** Ids that it had before: settings and suppressions that name one still work. */
  readonly aliases?: readonly string[];
  /** The level in the recommended preset. */
  readonly level: Level;
  /** The safety of the fix it offers, if it offers one. */
  readonly fix?: Safety;
  /** Its findings come with choices. */
  readonly hasChoices?: true;
  readonly tags?: readonly Tag[];
  /** One line for the catalogue. */
  readonly summary: string;
  /** What is wrong in about five words, for a table of findings; without it, the summary. */
  readonly brief?: string;
  /** Texts with `{braces}` for what a finding's `data` names. Say what is wrong, why it matters, what to do. */
  readonly messages: Readonly<Record<Message, string>>;
  /** Messages that say that a container does not set something: an editor says all of a container's in one. */
  readonly unset?: readonly NoInfer<Message>[];
  readonly options?: RuleOptions<Options>;
  /** Without options of the user's the rule has nothing to look for, so no preset turns it on. */
  readonly needsOptions?: true;
  /**
   * What it finds is wrong as something else is missing in the Pod: where a controller merges a template with one of its
   * own, that may be there, and the rule is silent.
   */
  readonly ofWholePods?: true;
  /** A setting that turns the rule on whatever the preset is: who gives it asks for the rule. */
  readonly onWith?: keyof SharedSettings;
  /** The rule that wants the opposite, so that only one of the two makes sense: no preset turns this one on. */
  readonly opposes?: string;
  /**
   * Rules that say less of the same thing: what they find where this one finds something is left out. One cause, one
   * diagnostic.
   */
  readonly outranks?: readonly string[];
  /** Called once for each container of each pod: init, sidecar, regular and ephemeral ones. */
  container?(container: ContainerView, report: Report<Message>, options: Options): void;
  /** Called once for each Pod and each pod template. */
  pod?(pod: PodView, report: Report<Message>, options: Options): void;
  /** Called once for each object of a kind that podlint judges. */
  object?(object: ObjectView, report: Report<Message>, options: Options): void;
  /** Called once for each Kubernetes object, also of kinds that podlint does not judge. */
  resource?(resource: ResourceView, report: Report<Message>, options: Options): void;
  /** What `run` has to know of the objects. */
  readonly collects?: Collection<Facts>;
  /** Called once, when every object of the run is known, with what was collected. A finding names its object. */
  run?(run: RunView<Facts>, report: RunReport<Message>, options: Options): void;
}

type RunReport<Message extends string> = (object: RunObject, finding: FindingInRun<Message>) => void;

/** Names the messages, the options and the collected facts of a rule to the compiler. */
export function defineRule<Message extends string, Options = unknown, Facts = unknown>(
  rule: Rule<Message, Options, Facts>,
): Rule {
  return rule;
}

export function set(field: Field, value: unknown): Change {
  return { change: 'set', path: pathOf(field), value };
}

export function remove(field: Field): Change {
  return { change: 'remove', path: pathOf(field) };
}

export function rename(field: Field, name: string): Change {
  return { change: 'rename', path: pathOf(field), name };
}

/** Moves an item to the end of another list, and gives it more fields. */
export function moveTo(item: Field, list: Field, fields: Readonly<Record<string, unknown>>): Change {
  return { change: 'move', path: pathOf(item), list: pathOf(list), fields };
}

/** Puts mappings around a field where it stands, the outermost first, with the text of the field as it is. */
export function wrap(field: Field, levels: readonly Wrapping[]): Change {
  return { change: 'wrap', path: pathOf(field), levels };
}
