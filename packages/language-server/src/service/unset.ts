import { containerIn, type ContainerPlace, type ReportedDiagnostic } from '@podlint/engine';
import { catalogue } from '@podlint/rules';

/** What a container does not set: an editor tells all of it in one, since none of it is a mistake. */
export interface Unset {
  /** One at least, in the order in which it was found. */
  readonly found: readonly ReportedDiagnostic[];
  readonly container: ContainerPlace;
}

const unsetMessages: ReadonlyMap<string, readonly string[]> = new Map(
  catalogue.flatMap(({ id, unset }) => (unset ? [[id, unset]] : [])),
);
const briefs: ReadonlyMap<string, string> = new Map(catalogue.map(({ id, brief, summary }) => [id, brief ?? summary]));

/** What a team has made an error stays one. */
function isUnset({ code, messageId, severity }: ReportedDiagnostic): boolean {
  return severity !== 'error' && (unsetMessages.get(code)?.includes(messageId) ?? false);
}

/** What was found, with what each container does not set taken out and put together, in the order of the first of it. */
export function withUnsetApart(found: readonly ReportedDiagnostic[]): readonly (ReportedDiagnostic | Unset)[] {
  const parts: (ReportedDiagnostic | Unset)[] = [];
  const byContainer = new Map<string, ReportedDiagnostic[]>();
  for (const one of found) {
    const container = isUnset(one) ? containerIn(one.path) : undefined;
    if (!container) {
      parts.push(one);
      continue;
    }
    const key = `${one.document} ${one.item ?? ''} ${container.printed}`;
    const known = byContainer.get(key);
    if (known) {
      known.push(one);
      continue;
    }
    const first = [one];
    byContainer.set(key, first);
    parts.push({ found: first, container });
  }
  return parts;
}

/** The same without what is unset. */
export function withoutUnset(found: readonly ReportedDiagnostic[]): ReportedDiagnostic[] {
  return withUnsetApart(found).flatMap((one) => ('found' in one ? [] : one));
}

export function unsetIn(found: readonly ReportedDiagnostic[]): Unset[] {
  return withUnsetApart(found).flatMap((one) => ('found' in one ? one : []));
}

/** `Container "app": no memory limit, may run as root` */
export function unsetWords({ found }: Unset): string {
  const [first] = found;
  const words = [...new Set(found.map(({ code }) => briefs.get(code) ?? code))].join(', ');
  return `${first?.container === undefined ? 'A container' : `Container "${first.container}"`}: ${words}`;
}
