import { rename, set, type ChoiceProposal, type ContainerView, type Field } from '@podlint/engine/rule';
import { sleepSeconds, readCommandLine } from '@podlint/kubelet';
import { isEnabled, type core } from '@podlint/model';
import type { CommandPlace } from '../../kit/command-places.js';

/** What the kubelet does itself, without any program of the image. */
export function choicesOf({ what, words }: CommandPlace, container: ContainerView): ChoiceProposal[] {
  const { at } = container;
  switch (what) {
    case 'command':
    case 'postStart hook':
      return [];
    case 'preStop hook':
      return sleeping(words, at.lifecycle.preStop, container);
    default:
      return probing(at[what], container);
  }
}

function sleeping(
  words: readonly string[],
  at: Field<core.LifecycleHandler>,
  { pod }: ContainerView,
): ChoiceProposal[] {
  const commands = readCommandLine(words)?.commands ?? [];
  const [only] = commands;
  const seconds = only && commands.length === 1 ? sleepSeconds(only) : undefined;
  if (seconds === undefined || !Number.isInteger(seconds) || !isEnabled('PodLifecycleSleepAction', pod.object.minor))
    return [];
  return [replaced(at.exec, 'sleep', { seconds })];
}

/** One of the container's ports, with what else the probe says. */
function probing(at: Field<core.Probe>, { value }: ContainerView): ChoiceProposal[] {
  const [first] = value.ports ?? [];
  if (first?.containerPort === undefined) return [];
  const port = first.name ?? first.containerPort;
  return [
    replaced(at.exec, 'httpGet', { path: '/', port }),
    replaced(at.exec, 'tcpSocket', { port }),
    replaced(at.exec, 'grpc', { port: first.containerPort }),
  ];
}

function replaced(exec: Field, name: string, value: object): ChoiceProposal {
  return { title: `Use ${name} instead of exec`, changes: [rename(exec, name), set(exec, value)] };
}
