import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Explanation } from '@podlint/engine';
import { offeredScenarios } from '@podlint/kubelet/life';
import {
  type LivingPod,
  type ToldLife,
  lifeSentence,
  lifeSvg,
  lifeText,
  livingPodsOf,
  offeredLifeText,
  tellLife,
} from '@podlint/reporters/life';
import { textOf } from '@podlint/messages';
import { isFile } from '@podlint/workspace';
import { UsageError } from '../../command-line/usage-error.js';

/** The lives of one Pod. */
export interface ExplainedLives {
  readonly explanation: Explanation;
  readonly pod: LivingPod;
  readonly lives: readonly ToldLife[];
  /** They are offered; nobody asked for one. */
  readonly offered: boolean;
}

/** The life that a scenario gives each object with a Pod; without one those that are offered. */
export function explainLives(explanations: readonly Explanation[], scenario: string | undefined): ExplainedLives[] {
  return explanations.flatMap((explanation) =>
    livingPodsOf(explanation).map((pod) => {
      const asked = scenario === undefined ? offeredScenarios(pod.spec, pod) : [{ title: scenario, text: scenario }];
      const lives = asked.map(({ title, text }) => toldLife(pod, title, text));
      return { explanation, pod, lives, offered: scenario === undefined };
    }),
  );
}

/** A scenario is a line, or the file that holds it. */
export function scenarioText(given: string, cwd: string): string {
  const file = path.resolve(cwd, given);
  return isFile(file) ? readFileSync(file, 'utf8') : given;
}

function toldLife(pod: LivingPod, title: string, text: string): ToldLife {
  const { life, problem } = tellLife(pod, title, text);
  if (problem) throw new UsageError(textOf(problem));
  return life;
}

export function livesText(explained: readonly ExplainedLives[], colors: 'always' | 'never'): string {
  return explained
    .map(({ pod, lives, offered }) => {
      if (!offered) return lives.map((life) => lifeText(life, { colors })).join('\n');
      const head = `What becomes of ${pod.heading}?\n\n`;
      return head + lives.map((life) => offeredLifeText(life, { colors })).join('\n');
    })
    .join('\n');
}

/** Plain data: the answer in words, and every event. */
export function livesJson(explained: readonly ExplainedLives[]): string {
  const answers = explained.map(({ explanation: { path: file, kind, name }, pod, lives }) => ({
    path: file,
    kind,
    name,
    ...(pod.template !== undefined && { template: pod.template }),
    lives: lives.map((life) => ({
      scenario: life.text,
      title: life.title,
      answer: lifeSentence(life),
      ...(life.remarks.length > 0 && { remarks: life.remarks.map(textOf) }),
      events: life.events,
      ...(life.of === 'pod' && { probes: life.probes }),
    })),
  }));
  return `${JSON.stringify(answers, undefined, 2)}\n`;
}

export function livesSvg(explained: readonly ExplainedLives[]): string {
  return lifeSvg(explained.flatMap(({ lives }) => lives));
}
