import type { CustomResources, Explanation } from '@podlint/engine';
import { offeredScenarios } from '@podlint/kubelet/life';
import { textOf } from '@podlint/messages';
import { type LivingPod, lifeSvg, lifeText, livingPodsOf, tellLife } from '@podlint/reporters/life';
import type { Position } from 'vscode-languageserver-types';
import type { FileView } from '../service/file-view.js';
import { explainedAt } from './explained.js';

/** What becomes of a Pod in a scenario. */
export interface LifePicture {
  /** `Pod web: app crashes once` */
  readonly heading: string;
  /** An SVG document for light and dark pages, without scripts. */
  readonly svg: string;
  /** Everything that it shows, in words. */
  readonly text: string;
  /** What one may ask of this Pod. */
  readonly scenarios: readonly { readonly title: string; readonly text: string }[];
}

/**
 * The life of the Pod at a position, or of the first one of the file; null where there is none. Without a scenario all
 * goes well; what is wrong with one that cannot be read is said in the picture's place.
 */
export function lifeOf(
  file: FileView,
  position: Position | undefined,
  scenario = '',
  customResources?: CustomResources,
): LifePicture | { readonly problem: string } | null {
  const hasPods = (explanation: Explanation): boolean => livingPodsOf(explanation).length > 0;
  const [pod] = explainedAt(file, position, hasPods, customResources).flatMap(livingPodsOf);
  return pod ? draw(pod, scenario) : null;
}

function draw(pod: LivingPod, scenario: string): LifePicture | { readonly problem: string } {
  const scenarios = offeredScenarios(pod.spec, pod);
  const title = scenarios.find(({ text }) => text === scenario)?.title ?? scenario;
  const { life, problem } = tellLife(pod, title, scenario);
  if (problem) return { problem: textOf(problem) };
  return { heading: `${pod.heading}: ${title}`, svg: lifeSvg([life]), text: lifeText(life), scenarios };
}
