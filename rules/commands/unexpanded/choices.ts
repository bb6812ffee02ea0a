import { set, type ChoiceProposal, type ContainerView } from '@podlint/engine/rule';
import { rewritten, type CommandPlace } from '../../kit/command-places.js';
import { scriptOf } from '../../kit/shell-text.js';
import type { Unexpanded } from './words.js';

/** The kubelet's own form for a variable that it knows, or a shell for the whole command. */
export function choicesOf(found: Unexpanded, place: CommandPlace, container: ContainerView): ChoiceProposal[] {
  return [...kubeletForm(found, place, container), ...shell(place, container)];
}

/** Environment variables of the image are none of the kubelet's. */
function kubeletForm(
  { index, data }: Unexpanded,
  { what, words, at }: CommandPlace,
  container: ContainerView,
): ChoiceProposal[] {
  const { written, variable } = data;
  const word = words[index];
  if (word === undefined || written === undefined || variable === undefined || /[-=?+]/.test(written)) return [];
  if (!isExpanded(variable, what, container)) return [];
  const changed = word.replaceAll(reference(variable), `$(${variable})`);
  return [{ title: `Write $(${variable})`, changes: [set(at(index), changed)] }];
}

const reference = (variable: string): RegExp => new RegExp(`\\$(?:\\{${variable}\\}|${variable}(?![\\w(]))`, 'g');

/**
 * Probes know what env says alone (ExpandContainerCommandOnlyStatic, pkg/kubelet/container/helpers.go), hooks nothing.
 */
function isExpanded(variable: string, what: CommandPlace['what'], { value }: ContainerView): boolean {
  const own = value.env?.find(({ name }) => name === variable);
  if (what === 'command') return own !== undefined || !!value.envFrom?.length;
  return what.endsWith('Probe') && own !== undefined && !own.valueFrom;
}

/** Without a command the image's own program is unknown, and no shell could start it. */
function shell(place: CommandPlace, container: ContainerView): ChoiceProposal[] {
  const { what, words } = place;
  if (what === 'command' && !container.value.command?.length) return [];
  return [{ title: 'Let a shell run the command', changes: rewritten(place, container, scriptOf(words)) }];
}
