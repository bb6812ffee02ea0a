import { defineMessages } from '@podlint/messages';
import type { Decoded, FieldPath, resource } from '@podlint/model';
import { type Context, checkName, dnsLabelProblem } from '@podlint/validation';
import { byText, validateSet } from './items.js';

const says = defineMessages('device-request-name', {
  unknown: 'The claim has no request "{name}". Name one of its requests, or "request/alternative".',
});

/** DeviceRequestsMaxSize. */
export const maxRequests = 32;

/** The names of a claim's requests, with those of their alternatives (gatherRequestNames). */
export class RequestNames {
  private readonly names: ReadonlyMap<string, ReadonlySet<string>>;

  constructor(requests: readonly Decoded<resource.DeviceRequest>[]) {
    this.names = new Map(
      requests.map(({ name = '', firstAvailable = [] }) => [
        name,
        new Set(firstAvailable.map((alternative) => alternative.name ?? '')),
      ]),
    );
  }

  has(request: string, alternative: string | undefined): boolean {
    const alternatives = this.names.get(request);
    return alternatives !== undefined && (alternative === undefined || alternatives.has(alternative));
  }
}

/** The requests that a constraint or a configuration is about (validateRequestNameRef). */
export function validateRequestReferences(
  references: readonly string[],
  names: RequestNames,
  path: FieldPath,
  context: Context,
): void {
  validateSet(references, byText, maxRequests, path, context, (name, at) => {
    const [request = '', alternative, ...more] = name.split('/');
    if (more.length === 0) {
      checkName(request, at, dnsLabelProblem, context);
      checkName(alternative, at, dnsLabelProblem, context);
    }
    if (more.length > 0 || !names.has(request, alternative)) context.report.invalid(at, says.unknown({ name }));
  });
}
