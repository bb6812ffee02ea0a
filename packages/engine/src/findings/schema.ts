import type { SchemaProblem } from '@podlint/schema';
import { schemaCodes } from '@podlint/schema';
import { finding, type Finding } from './finding.js';

/** What keeps the server from decoding an object as it is written. */
export function schemaFinding({ code, message, path, range, related, fixes, also }: SchemaProblem): Finding {
  const of = { id: code, stage: 'schema' as const, ...schemaCodes[code] };
  return finding(of, {
    ...{ message, path, range, related },
    fixes: fixes.length > 0 ? () => fixes : undefined,
    follows: also?.map((other) => ({ code, severity: of.severity, path: other, api: undefined })),
  });
}
