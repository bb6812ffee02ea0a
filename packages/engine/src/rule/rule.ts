import type { MessageData } from '@podlint/messages';
import type { Safety } from '../findings/diagnostic.js';
import type { Field } from './field.js';
import type { ContainerView, ObjectView, PodView, ResourceView, RunView } from './views.js';

export type Level = 'error' | 'warn' | 'info' | 'off';

/** What a fix does to the manifest; the engine turns it into edits of the text. */
export type Change =
  | { readonly change: 'set'; readonly field: Field; readonly value: unknown }
  | { readonly change: 'remove'; readonly field: Field }
  | { readonly change: 'rename'; readonly field: Field; readonly name: string }
  | { readonly change: 'wrap'; readonly field: Field; readonly levels: readonly Wrapping[] };

/** A mapping that comes around a field, and what it holds before that. */
export interface Wrapping {
  readonly name: string;
  readonly before?: Readonly<Record<string, unknown>>;
}

export interface FixProposal {
  /** In the imperative: `Set imagePullPolicy to "Always"`. */
  readonly title: string;
  readonly safety: Safety;
  readonly changes: readonly Change[];
}

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
  readonly related?: readonly { readonly object?: ResourceView; readonly at: Field; readonly message: string }[];
  /**
   * The code of an earlier stage whose finding at the same place this one takes the place of, because it says more of
   * the same cause.
   * It keeps that finding's place, and its fixes if it has none of its own.
   */
  readonly insteadOf?: string;
}

export type Report<Message extends string> = (finding: Finding<Message>) => void;

/** What a user can set about a rule beyond its level. */
export interface RuleOptions<Options> {
  /** JSON Schema of the options object; becomes part of the config file's schema. */
  readonly schema: Readonly<Record<string, unknown>>;
  readonly defaults: Options;
}

/** A rule: one folder of rules/, one thing that it looks for. */
export interface Rule<Message extends string = string, Options = unknown> {
  /** `group/name`, as the folder. */
  readonly id: string;
  /** The level in the recommended preset. */
  readonly level: Level;
  /** The safety of the fix it offers, if it offers one. */
  readonly fix?: Safety;
  /** One line for the catalogue. */
  readonly summary: string;
  /** Texts with `{braces}` for what a finding's `data` names. Say what is wrong, why it matters, what to do. */
  readonly messages: Readonly<Record<Message, string>>;
  readonly options?: RuleOptions<Options>;
  /** Without options of the user's the rule has nothing to look for, so no preset turns it on. */
  readonly needsOptions?: true;
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
  /** Called once, when every object of the run is known. A finding names the object it is about. */
  run?(run: RunView, report: RunReport<Message>, options: Options): void;
}

export type RunReport<Message extends string> = (object: ResourceView, finding: Finding<Message>) => void;

/** Names the messages and options of a rule to the compiler. */
export function defineRule<Message extends string, Options = unknown>(rule: Rule<Message, Options>): Rule {
  return rule as unknown as Rule;
}

export function set(field: Field, value: unknown): Change {
  return { change: 'set', field, value };
}

export function remove(field: Field): Change {
  return { change: 'remove', field };
}

export function rename(field: Field, name: string): Change {
  return { change: 'rename', field, name };
}

/** Puts mappings around a field where it stands, the outermost first, with the text of the field as it is. */
export function wrap(field: Field, levels: readonly Wrapping[]): Change {
  return { change: 'wrap', field, levels };
}
