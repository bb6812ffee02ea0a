import { alwaysPullImages } from '../plugins/always-pull-images.js';
import { defaultTolerationSeconds } from '../plugins/default-toleration-seconds.js';
import { limitRanger } from '../plugins/limit-ranger.js';
import type { PluginContext, Pod, PodPlugin, Refusal } from '../plugins/plugin.js';
import { priority } from '../plugins/priority.js';
import { runtimeClass } from '../plugins/runtime-class.js';
import { serviceAccount } from '../plugins/service-account.js';

export interface NamedPlugin {
  readonly name: string;
  readonly plugin: PodPlugin;
}

/**
 * The plugins that look at Pods: those of every cluster, and those that are enabled besides, in the server's order (
 * pkg/kubeapiserver/options/plugins.go, AllOrderedPlugins). */
export function podPlugins(enabled: readonly string[] = []): readonly NamedPlugin[] {
  return [
    { name: 'LimitRanger', plugin: limitRanger },
    { name: 'ServiceAccount', plugin: serviceAccount },
    ...(enabled.includes('AlwaysPullImages') ? [{ name: 'AlwaysPullImages', plugin: alwaysPullImages }] : []),
    { name: 'Priority', plugin: priority },
    { name: 'DefaultTolerationSeconds', plugin: defaultTolerationSeconds },
    { name: 'RuntimeClass', plugin: runtimeClass },
  ];
}

/** Of a plugin that has changed the Pod before: only what it refuses. */
export function withoutChanges({ name, plugin }: NamedPlugin): NamedPlugin {
  return { name, plugin: { validate: (pod, context) => plugin.validate?.(pod, context) } };
}

/** Lets the plugins change a Pod one after the other; the first that refuses it ends that. */
export function mutatePod(pod: Pod, plugins: readonly NamedPlugin[], context: PluginContext): Refusal | undefined {
  for (const { plugin } of plugins) {
    const refusal = plugin.admit?.(pod, context);
    if (refusal) return refusal;
  }
  return undefined;
}

/** Asks them about a Pod that does not change any more. */
export function validatePod(pod: Pod, plugins: readonly NamedPlugin[], context: PluginContext): Refusal | undefined {
  for (const { plugin } of plugins) {
    const refusal = plugin.validate?.(pod, context);
    if (refusal) return refusal;
  }
  return undefined;
}
