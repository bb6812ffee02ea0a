import {
  defineRule,
  each,
  entryAt,
  set,
  type Field,
  type FixProposal,
  type ObjectView,
  type Placed,
  type PodView,
  type Report,
} from '@podlint/engine/rule';
import type { apps, core } from '@podlint/model';
import { typed } from '../../kit/typed.js';
import { byteSlip, cpuSlip, type Slip, type SlipKind } from './slips.js';

/** What a container, a Pod and a claim have of them. */
type Resources = Pick<core.ResourceRequirements, 'limits' | 'requests'>;

export default defineRule<SlipKind>({
  id: 'resources/unit-slip',
  level: 'error',
  fix: 'unsafe',
  summary: 'An amount of cpu, memory or storage in a unit that cannot be meant',
  brief: 'wrong unit of an amount',
  messages: {
    thousandths:
      'The {resource} "{text}" means thousandths of a byte ("m"). No program fits into such a limit, and such a request reserves nothing. Write "{meant}" if that was meant.',
    bare: 'The {resource} "{text}" has no unit, so it means bytes. No program fits into such a limit, and such a request reserves nothing. Write "{meant}" if that was meant.',
    bytes:
      'The cpu "{text}" is in a unit of bytes. That is more cores than any node has: a Pod that requests it stays pending, and as a limit it limits nothing. Write "{meant}" if that was meant.',
    cores:
      'The cpu "{text}" has no unit, so it is in whole cores. No node has so many: a Pod that requests them stays pending, and as a limit it limits nothing. Write "{meant}" if thousandths were meant.',
    largest:
      'The cpu "{text}" has no unit, so it is in whole cores. Only the largest machines have so many: elsewhere a Pod that requests them stays pending. Write "{meant}" if thousandths were meant.',
  },
  container({ pod, value, at }, report) {
    if (value.resources) checkResources({ value: value.resources, at: at.resources }, pod.object, report);
  },
  pod(pod, report) {
    const { spec, at, object } = pod;
    if (spec.resources) checkResources({ value: spec.resources, at: at.resources }, object, report);
    checkVolumes(pod, report);
  },
  object(object, report) {
    if (object.kind.kind !== 'StatefulSet') return;
    const { value, at } = typed<apps.StatefulSet>(object);
    for (const claim of each(value.spec?.volumeClaimTemplates, at.spec.volumeClaimTemplates)) {
      const resources = claim.value.spec?.resources;
      if (resources) checkResources({ value: resources, at: claim.at.spec.resources }, object, report);
    }
  },
});

function checkVolumes({ spec, at, object }: PodView, report: Report<SlipKind>): void {
  for (const volume of each(spec.volumes, at.volumes)) {
    const { emptyDir, ephemeral } = volume.value;
    const slip = emptyDir?.sizeLimit === undefined ? undefined : byteSlip(emptyDir.sizeLimit);
    if (slip) reportSlip(slip, 'sizeLimit', volume.at.emptyDir.sizeLimit, report);
    const claim = ephemeral?.volumeClaimTemplate?.spec?.resources;
    if (claim)
      checkResources({ value: claim, at: volume.at.ephemeral.volumeClaimTemplate.spec.resources }, object, report);
  }
}

const resources = ['cpu', 'memory', 'ephemeral-storage', 'storage'] as const;

function checkResources({ value, at }: Placed<Resources>, object: ObjectView, report: Report<SlipKind>): void {
  for (const resource of resources) {
    const slips = (['limits', 'requests'] as const).flatMap((list) => {
      const text = value[list]?.[resource];
      const slip = text === undefined ? undefined : slipOf(resource, text, value);
      const field = entryAt(at[list], resource);
      // A limit is the default of a request, and has been reported.
      return slip && object.isWritten(field) ? [{ slip, list, field }] : [];
    });
    // A request may not be larger than the limit, so neither can be mended without the other.
    const fix = fixOf(slips);
    for (const { slip, list, field } of slips)
      reportSlip(slip, `${resource} ${list === 'limits' ? 'limit' : 'request'}`, field, report, fix);
  }
}

function slipOf(resource: (typeof resources)[number], text: string, { limits, requests }: Resources): Slip | undefined {
  return resource === 'cpu' ? cpuSlip(text, limits?.['memory'] ?? requests?.['memory']) : byteSlip(text);
}

function reportSlip(
  slip: Slip,
  resource: string,
  at: Field,
  report: Report<SlipKind>,
  fix = fixOf([{ slip, field: at }]),
): void {
  const { kind, text, meant } = slip;
  report({
    at,
    message: kind,
    data: { resource, text, meant },
    insteadOf: 'api/warning',
    fixes: [fix],
    ...(kind === 'largest' && { level: 'warn' }),
  });
}

function fixOf(slips: readonly { readonly slip: Slip; readonly field: Field }[]): FixProposal {
  return {
    title: `Write ${slips.map(({ slip }) => `"${slip.meant}"`).join(' and ')}`,
    safety: 'unsafe',
    changes: slips.map(({ slip, field }) => set(field, slip.meant)),
  };
}
