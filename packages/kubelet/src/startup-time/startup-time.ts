import { own } from '@podlint/plain';
import { defineMessages, type Message } from '@podlint/messages';
import { parseDuration } from '../duration.js';
import type { Decoded, core } from '@podlint/model';
import { matchesImage } from './image-pattern.js';
import { sleepBeforeStart } from './sleep-before-start.js';

export type StartupTimeSource = 'directive' | 'annotation' | 'config' | 'command';

/** How long a container takes until it answers probes. */
export interface StartupTime {
  readonly seconds: number;
  readonly source: StartupTimeSource;
  /** What the source says, as it is written: `podlint.io/startup-time.app: 90s`. */
  readonly detail: string;
}

/** A source that says something else than a duration, and is passed over. */
export interface StartupTimeProblem {
  readonly source: StartupTimeSource;
  readonly detail: string;
  /** What is wrong and what to write. */
  readonly message: Message;
}

export interface StartupTimeSources {
  /** The `# podlint: name=value` comments on the container, by name. */
  readonly directives?: Readonly<Record<string, string>> | undefined;
  /** Of the Pod, or of the template. */
  readonly annotations?: Readonly<Record<string, string | undefined>> | undefined;
  readonly container: Decoded<core.Container>;
  /** The configuration's `startupTime`: durations by image pattern, the first that matches counts. */
  readonly config?: Readonly<Record<string, string | number>> | undefined;
}

const says = defineMessages('startup-time', {
  empty: 'The startup time "{value}" is empty; write a duration such as 90s or 1m30s.',
  negative: 'The startup time "{value}" is negative; write a duration such as 90s or 1m30s.',
  blanks: 'The startup time "{value}" has blanks in it; write a duration such as 90s or 1m30s in one word.',
  'no-duration':
    'The startup time "{value}" is not a duration. Write numbers with the units h, m, s or ms, such as 90s or 1m30s, or a plain number of seconds.',
});

const directiveName = 'startup-time';

interface Statement {
  readonly source: StartupTimeSource;
  readonly value: string;
  readonly detail: string;
}

/** The annotation of a Pod that names the startup time of one of its containers. */
export function startupTimeAnnotation(container: string): string {
  return `podlint.io/startup-time.${container}`;
}

/**
 * From the first source that names it: comment, annotation, configuration, the container's own command; undefined: none
 * does.
 */
export function startupTimeOf(sources: StartupTimeSources): StartupTime | undefined {
  for (const { source, value, detail } of statementsIn(sources)) {
    const { seconds } = parseDuration(value);
    if (seconds !== undefined) return { seconds, source, detail };
  }
  const sleep = sleepBeforeStart(sources.container);
  return sleep && { seconds: sleep.seconds, source: 'command', detail: sleep.commands.join(', ') };
}

/** Every source that cannot be read, with what is wrong. */
export function startupTimeProblems(sources: StartupTimeSources): StartupTimeProblem[] {
  return statementsIn(sources).flatMap(({ source, value, detail }) => {
    const { problem } = parseDuration(value);
    return problem === undefined ? [] : [{ source, detail, message: says[problem]({ value }) }];
  });
}

/** What is said in so many words, strongest first. */
function statementsIn({ directives, annotations, container, config = {} }: StartupTimeSources): Statement[] {
  const directive = directives?.[directiveName];
  const annotation = own(annotations, startupTimeAnnotation(container.name ?? ''));
  const pattern = Object.keys(config).find((key) => matchesImage(key, container.image ?? ''));
  return [
    ...(directive === undefined ? [] : [statement('directive', directive, `# podlint: ${directiveName}=${directive}`)]),
    ...(annotation === undefined
      ? []
      : [statement('annotation', annotation, `${startupTimeAnnotation(container.name ?? '')}: ${annotation}`)]),
    ...(pattern === undefined
      ? []
      : [statement('config', String(own(config, pattern)), `startupTime of "${pattern}": ${own(config, pattern)}`)]),
  ];
}

function statement(source: StartupTimeSource, value: string, detail: string): Statement {
  return { source, value, detail };
}
