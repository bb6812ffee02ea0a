import { defineMessages, type Message } from '@podlint/messages';
import { type Container, type PodSpec, isSidecar } from '../restart-policy.js';

const says = defineMessages('life-scenario', {
  'no-probe': '"{clause}" changes nothing: {name} has no probe, and counts as ready as soon as it runs.',
  'no-hook': '"{clause}" changes nothing: {name} has no {hook} hook that runs something.',
  'no-gate': '"{clause}" changes nothing: "{type}" is none of the readiness gates of the Pod.',
});

/** What is said of a container that has nothing to do it with: it is taken, and has no effect. */
export function withoutEffect(clause: string, container: Container, spec: PodSpec): Message | undefined {
  const { name = '', lifecycle } = container;
  if (/^(?:never )?ready\b/.test(clause))
    return isProbed(container, spec) ? undefined : says['no-probe']({ clause, name });
  const hook = /^(?:preStop|postStart)\b/i.exec(clause)?.[0].toLowerCase() === 'prestop' ? 'preStop' : 'postStart';
  if (!/^(?:preStop|postStart)\b/i.test(clause)) return undefined;
  const { exec, httpGet } = lifecycle?.[hook] ?? {};
  return (exec ?? httpGet) ? undefined : says['no-hook']({ clause, name, hook });
}

/** Init containers but sidecars are not probed. */
function isProbed(container: Container, { initContainers = [] }: PodSpec): boolean {
  if (initContainers.includes(container) && !isSidecar(container)) return false;
  const { startupProbe, readinessProbe, livenessProbe } = container;
  return [startupProbe, readinessProbe, livenessProbe].some((probe) => probe !== undefined);
}

export function gateWithoutEffect(clause: string, { readinessGates = [] }: PodSpec): Message | undefined {
  const [, type] = /^gate (\S+) /.exec(clause) ?? [];
  if (type === undefined || readinessGates.some(({ conditionType }) => conditionType === type)) return undefined;
  return says['no-gate']({ clause, type });
}
